"""The responses: what can be answered now, numbered; a number answers, or the cursor and enter, or a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from simulator.app.commands import command
from simulator.app.prose import Paragraph, Setter, laid_over
from simulator.app.text import content

GAP = 1
"""Empty lines between two responses, where there is room for them."""


class Responses(ScrollView, can_focus=True):
    """What can be answered, each whole, one under the cursor."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"responses--cursor", "responses--hovered", "responses--given"}

    DEFAULT_CSS = """
    Responses {
        height: auto; overflow-x: hidden; overflow-y: auto; background: transparent; color: $foreground;
        scrollbar-size: 0 1; scrollbar-gutter: stable;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background; scrollbar-color: $border-blurred;
        & > .responses--cursor { background: $block-cursor-blurred-background; color: $foreground; }
        & > .responses--hovered { background: $panel 50%; color: $foreground; }
        & > .responses--given { background: $block-cursor-background; color: $block-cursor-foreground; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        command("up,k", "move(-1)", "Up", "The answer above.", show=False),
        command("down,j", "move(1)", "Down", "The answer below.", show=False),
        command("enter", "choose", "Say it", "Give the answer under the cursor.", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)
    hovered: reactive[int] = reactive(-1, repaint=False)

    class Given(Message):
        """A response was chosen; `place` is its place among those offered, from 0."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._says: tuple[str, ...] = ()
        self._leaving = 0
        self._lines: list[tuple[int, Strip]] = []
        """Each line with the place of the response it belongs to, or -1 between two."""
        self._blocks: list[list[Strip]] = []
        self._blank = Strip([])
        self._given = -1
        self._set_for = -1

    @property
    def count(self) -> int:
        """How many responses are offered."""
        return len(self._says)

    @property
    def text(self) -> str:
        """All that is offered, in sight or not."""
        return "\n".join(line.text.rstrip() for _, line in self._lines)

    def offer(self, says: Sequence[str], *, leaving: int = 0) -> None:
        """Offer these responses. Gaps between them are given up before the `leaving` lines above them are."""
        self._says = tuple(says)
        self._leaving = leaving
        self.set_reactive(Responses.cursor, 0)
        self.set_reactive(Responses.hovered, -1)
        self._given = -1
        self._set_for = -1
        self._reset()
        self.scroll_to(y=0, animate=False, force=True)
        self.refresh(layout=True)

    def mark_given(self, place: int) -> None:
        """Show at once which response was given, while it is being kept."""
        self._given = place
        self._refresh_response(place)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as all responses need, with gaps where they fit."""
        needed = sum(map(len, self._blocks_for(width - self.styles.scrollbar_size_vertical)))
        spaced = needed + GAP * max(0, self.count - 1)
        most = self.styles.max_height
        limit = container.height if most is None else int(most.resolve(container, viewport))
        room = min(limit, container.height - self._leaving) - self.styles.gutter.height
        return spaced if spaced <= room else needed

    def on_resize(self) -> None:
        """Set the lines for the size there is."""
        self._reset()

    def notify_style_update(self) -> None:
        """Set the lines anew for another theme."""
        super().notify_style_update()
        if self.is_attached:
            self._set_for = -1
            self._reset()

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two responses that change, and no others."""
        self._refresh_response(before)
        self._refresh_response(now)
        lines = [line for line, (place, _) in enumerate(self._lines) if place == now]
        if lines:
            self.scroll_to_region(Region(0, lines[0], 1, len(lines)), animate=False, force=True)

    def validate_cursor(self, cursor: int) -> int:
        """Keep to the responses there are."""
        return max(0, min(cursor, len(self._says) - 1))

    def watch_hovered(self, before: int, now: int) -> None:
        """Repaint what the mouse left and what it came to."""
        self._refresh_response(before)
        self._refresh_response(now)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.cursor += by

    def action_choose(self) -> None:
        """Give the response under the cursor."""
        if self._says:
            self.post_message(self.Given(self.cursor))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the response under the mouse."""
        self.hovered = self._at(event.y)

    def on_leave(self) -> None:
        """The mouse is gone."""
        self.hovered = -1

    def on_click(self, event: events.Click) -> None:
        """Give the response that was clicked."""
        if (place := self._at(event.y)) >= 0:
            self.post_message(self.Given(place))

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return self._blank
        place, strip = self._lines[line]
        if place >= 0 and place == self._given:
            return laid_over(strip, self.get_component_rich_style("responses--given", partial=True))
        if place == self.cursor and self.has_focus:
            return laid_over(strip, self.get_component_rich_style("responses--cursor", partial=True))
        if place >= 0 and place == self.hovered:
            return laid_over(strip, self.get_component_rich_style("responses--hovered", partial=True))
        return strip

    def _reset(self) -> None:
        width, height = self.scrollable_content_region.size
        blocks = self._blocks_for(width)
        spaced = sum(map(len, blocks)) + GAP * max(0, self.count - 1) <= height
        blank = self._blank = Strip.blank(width, self.rich_style)
        self._lines = []
        for place, block in enumerate(blocks):
            if place and spaced:
                self._lines += [(-1, blank)] * GAP
            self._lines += [(place, line) for line in block]
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def _blocks_for(self, width: int) -> list[list[Strip]]:
        """The lines of each response at a width."""
        if self._set_for != width:
            self._set_for = width
            setter = Setter(self)
            margin = setter.blank(1)
            self._blocks = []
            for place, say in enumerate(self._says if width > 0 else ()):
                paragraph = Paragraph(content(say), marker=Content.styled(f" {place + 1}  ", "bold $accent"))
                lines = setter.paragraph(paragraph, max(1, width - 1))
                self._blocks.append([Strip.join([line, margin]).simplify() for line in lines])
        return self._blocks

    def _at(self, y: int) -> int:
        line = y - self.gutter.top + self.scroll_offset.y
        return self._lines[line][0] if 0 <= line < len(self._lines) else -1

    def _refresh_response(self, place: int) -> None:
        lines = [line for line, (owner, _) in enumerate(self._lines) if owner == place and place >= 0]
        if lines:
            self.refresh(Region(0, lines[0] - self.scroll_offset.y, self.size.width, len(lines)))
