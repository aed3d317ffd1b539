"""A table of rows to choose from: columns that fit the width, a cursor, keys and mouse.

Cells are plain text, made harmless here; nothing in them is read as markup. Only the rows in sight are drawn, so there
may be thousands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from simulator.app.commands import command
from simulator.app.text import one_line

Tone: TypeAlias = Literal["plain", "muted", "strong", "good", "bad"]

GAP = 2
"""Cells between two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. One without a width takes what is left; one that needs a wider table than there is is left out."""

    title: str
    width: int = 0
    right: bool = False
    """Whether its cells stand at its right edge, as numbers do."""
    needs: int = 0
    """The narrowest table that shows it."""
    until: int = 10_000
    """The narrowest table that no longer shows it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a text for each column, and what it stands for."""

    value: Any
    cells: tuple[str, ...]
    tones: tuple[Tone, ...] = ()
    """How each cell looks; those without one are plain."""
    mark: str = " "
    """One character before the row, such as that of the reader's own."""


@dataclass(slots=True)
class _Layout:
    """The columns that are shown, each with its place in a row and its width."""

    columns: list[tuple[int, Column, int]] = field(default_factory=list)


class Table(ScrollView, can_focus=True):
    """Rows to choose from, under a heading that stays."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--heading",
        "table--row",
        "table--cursor",
        "table--cursor-blurred",
        "table--muted",
        "table--strong",
        "table--good",
        "table--bad",
        "table--empty",
    }

    DEFAULT_CSS = """
    Table {
        height: 1fr; overflow-x: hidden; overflow-y: auto; background: transparent; color: $foreground;
        scrollbar-size-vertical: 1;
        & > .table--heading { color: $text-muted; text-style: bold; }
        & > .table--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
        & > .table--cursor-blurred { background: $block-cursor-blurred-background; }
        & > .table--muted { color: $text-muted; }
        & > .table--strong { text-style: bold; }
        & > .table--good { color: $text-success; }
        & > .table--bad { color: $text-error; }
        & > .table--empty { color: $text-muted; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        command("enter", "choose", "Open", "Open the row under the cursor."),
        command("up,k", "move(-1)", "Up", "The row above.", show=False),
        command("down,j", "move(1)", "Down", "The row below.", show=False),
        command("pageup", "page(-1)", "Page up", "A screenful up.", show=False),
        command("pagedown", "page(1)", "Page down", "A screenful down.", show=False),
        command("home", "end(0)", "First", "The first row.", show=False),
        command("end", "end(-1)", "Last", "The last row.", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)
    """The place of the row under the cursor."""

    class Highlighted(Message):
        """The cursor came to a row."""

        def __init__(self, table: Table, row: Row) -> None:
            super().__init__()
            self.table = table
            self.row = row

        @property
        def control(self) -> Table:
            """The table."""
            return self.table

    class Chosen(Message):
        """A row was opened."""

        def __init__(self, table: Table, row: Row) -> None:
            super().__init__()
            self.table = table
            self.row = row

        @property
        def control(self) -> Table:
            """The table."""
            return self.table

    def __init__(self, columns: Sequence[Column] = (), *, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()
        self._empty = empty
        self._layout_now = _Layout()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows there are."""
        return self._rows

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if self._rows else None

    def fill(
        self, rows: Sequence[Row], *, columns: Sequence[Column] | None = None, empty: str | None = None, at: int = 0
    ) -> None:
        """Show these rows, the cursor at the one of that place; and, where given, other columns and empty text."""
        if columns is not None:
            self._columns = tuple(columns)
        if empty is not None:
            self._empty = empty
        self._rows = tuple(rows)
        self._measure()
        self.set_reactive(Table.cursor, max(0, min(at, len(self._rows) - 1)))
        self._show_cursor()
        self.refresh()
        if self._rows:
            self.post_message(self.Highlighted(self, self._rows[self.cursor]))

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two rows that change, and no others."""
        if not self._rows:
            return
        self._refresh_row(before)
        self._refresh_row(now)
        self._show_cursor()
        self.post_message(self.Highlighted(self, self._rows[now]))

    def validate_cursor(self, cursor: int) -> int:
        """Keep to the rows there are."""
        return max(0, min(cursor, len(self._rows) - 1))

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        self._measure()
        self._show_cursor()
        self.refresh()

    def watch_has_focus(self, _: bool) -> None:
        """The cursor looks otherwise without the focus."""
        super().watch_has_focus(_)
        self.refresh()

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if (row := self.current) is not None:
            self.post_message(self.Chosen(self, row))

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        self.cursor += by * max(1, self._body_height - 1)

    def action_end(self, place: int) -> None:
        """Move the cursor to the first row, or with -1 the last."""
        self.cursor = 0 if place == 0 else len(self._rows) - 1

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to a row; a click on the row that has it opens it."""
        place = event.y - 1 + self.scroll_offset.y
        if event.y < 1 or not 0 <= place < len(self._rows):
            return
        if place == self.cursor and (event.chain > 1 or self._pressed_at_cursor):
            self.action_choose()
        self.cursor = place

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Note whether the press met a row that had the cursor and a table that had the focus."""
        self._pressed_at_cursor = self.has_focus and event.y - 1 + self.scroll_offset.y == self.cursor

    _pressed_at_cursor = False

    def render_line(self, y: int) -> Strip:
        """One line: the heading, a row in sight, or nothing."""
        width = self.scrollable_content_region.width
        background = self.rich_style
        if not self._rows:
            lines = self._empty_lines(width)
            text = lines[y] if y < len(lines) else ""
            style = self.get_component_rich_style("table--empty")
            return Strip([Segment(set_cell_size(text, width), background + style)], width)
        if y == 0:
            return self._heading(width)
        place = y - 1 + self.scroll_offset.y
        if place >= len(self._rows):
            return Strip.blank(width, background)
        return self._line(self._rows[place], width, at_cursor=place == self.cursor)

    def _heading(self, width: int) -> Strip:
        style = self.rich_style + self.get_component_rich_style("table--heading", partial=True)
        titles = [_cell(column.title, size, right=column.right) for _, column, size in self._layout_now.columns]
        text = "  " + (" " * GAP).join(titles)
        return Strip([Segment(set_cell_size(text, width), style)], width)

    def _line(self, row: Row, width: int, *, at_cursor: bool) -> Strip:
        base = self.rich_style
        over = Style.null()
        if at_cursor:
            name = "table--cursor" if self.has_focus else "table--cursor-blurred"
            over = self.get_component_rich_style(name, partial=True)
        segments = [Segment((row.mark if not at_cursor else "›") + " ", base + over)]
        for number, (place, column, size) in enumerate(self._layout_now.columns):
            tone = row.tones[place] if place < len(row.tones) else "plain"
            style = base if tone == "plain" else base + self.get_component_rich_style(f"table--{tone}", partial=True)
            if number:
                segments.append(Segment(" " * GAP, base + over))
            segments.append(Segment(_cell(row.cells[place], size, right=column.right), style + over))
        return Strip(segments).adjust_cell_length(width, base + over)

    def _empty_lines(self, width: int) -> list[str]:
        """The empty text, wrapped."""
        import textwrap

        return ["", *(f"  {line}" for line in textwrap.wrap(one_line(self._empty), max(10, width - 4)))]

    @property
    def _body_height(self) -> int:
        return max(1, self.scrollable_content_region.height - 1)

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        shown = [(place, column) for place, column in enumerate(self._columns) if column.needs <= width < column.until]
        fixed = sum(column.width for _, column in shown)
        free = width - 2 - fixed - GAP * max(0, len(shown) - 1)
        growing = sum(column.width == 0 for _, column in shown) or 1
        self._layout_now.columns = [(place, column, column.width or max(4, free // growing)) for place, column in shown]
        # The heading's line is part of the height, so that the last row can be scrolled into sight.
        self.virtual_size = Size(width, len(self._rows) + 1)

    def _show_cursor(self) -> None:
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= top + self._body_height:
            self.scroll_to(y=self.cursor - self._body_height + 1, animate=False, force=True)

    def _refresh_row(self, place: int) -> None:
        self.refresh(Region(0, place - self.scroll_offset.y + 1, self.size.width, 1))


def _cell(text: str, width: int, *, right: bool) -> str:
    """A cell's text in exactly that width, cut with an ellipsis where it must be."""
    text = one_line(text)
    length = cell_len(text)
    if length > width:
        return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)
    return " " * (width - length) + text if right else text + " " * (width - length)
