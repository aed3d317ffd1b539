"""A page of prose that scrolls: it keeps its lines, so that adding to it sets only what is new."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from simulator.app.commands import command
from simulator.app.prose import Paragraph, set_prose


MORE = " ▼ PgDn "


class Prose(ScrollView, can_focus=True):
    """Paragraphs, wrapped to its width, in as many lines as they need."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"prose--more"}

    MARGIN: ClassVar[int] = 1
    """Cells kept free between the text and the scroll bar."""

    DEFAULT_CSS = """
    Prose {
        height: 1fr; overflow-x: hidden; overflow-y: auto; background: transparent; color: $foreground;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background; scrollbar-color: $border-blurred;
        & > .prose--more { background: $accent; color: $background; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        command("up,k", "scroll_up", "Up", "A line up.", show=False),
        command("down,j", "scroll_down", "Down", "A line down.", show=False),
        command("pageup", "page_up", "Page up", "A screenful up.", show=False),
        command("pagedown", "page_down", "Page down", "A screenful down.", show=False),
        command("home", "scroll_home", "Top", "To the beginning.", show=False),
        command("end", "scroll_end", "End", "To the end.", show=False),
    ]

    def __init__(self, *, says_more: bool = False, id: str | None = None) -> None:
        """With `says_more` the last line in sight says so where there is more beneath, and which key shows it."""
        super().__init__(id=id)
        self._says_more = says_more
        self._paragraphs: list[Paragraph] = []
        self._lines: list[Strip] = []
        self._set_for = 0
        """The width that the lines are set for."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the paragraphs need, where its height is its content's."""
        self._set(width - self.styles.scrollbar_size_vertical)
        return len(self._lines)

    @property
    def length(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def show(self, paragraphs: Iterable[Paragraph]) -> None:
        """Show these paragraphs instead, from their beginning."""
        self._paragraphs = list(paragraphs)
        self._reset()
        self.scroll_to(y=0, animate=False, force=True)

    def add(self, paragraphs: Iterable[Paragraph]) -> int:
        """Add paragraphs at the end; gives back the number of the line at which they begin."""
        new = list(paragraphs)
        self._paragraphs += new
        begins = len(self._lines)
        if self._set_for:
            self._lines += set_prose(self, new, self._set_for - self.MARGIN, self.visual_style)
            self._resized()
        return begins

    def on_resize(self) -> None:
        """Set the lines anew for another width, near the same place."""
        if self.scrollable_content_region.width != self._set_for:
            place = self.scroll_offset.y / max(1, len(self._lines))
            self._reset()
            self.scroll_to(y=round(place * len(self._lines)), animate=False, force=True)
        else:
            self._resized()

    def notify_style_update(self) -> None:
        """Set the lines anew for another theme."""
        super().notify_style_update()
        if self._set_for and self.is_attached:
            self._reset()

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        width, height = self.scrollable_content_region.size
        place = y + self.scroll_offset.y
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[place].adjust_cell_length(width, self.rich_style)
        if self._says_more and y == height - 1 and place < len(self._lines) - 1:
            more = Strip([Segment(MORE, self.get_component_rich_style("prose--more"))])
            line = Strip.join([line.crop(0, max(0, width - more.cell_length)), more])
        return line

    def scroll_page(self, by: int) -> None:
        """Scroll by so many screenfuls, less a line or two to find the place by."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False, force=True)

    def _reset(self) -> None:
        self._set_for = 0
        self._set(self.scrollable_content_region.width)
        self._resized()

    def _set(self, width: int) -> None:
        if width != self._set_for:
            self._set_for = width
            self._lines = set_prose(self, self._paragraphs, width - self.MARGIN, self.visual_style) if width else []

    def _resized(self) -> None:
        self.virtual_size = Size(self._set_for, len(self._lines))
        self.refresh()
