"""The transcript: what was seen and said so far, the latest in sight.

It scrolls by itself, without Textual's scroll bars: those would have the whole screen laid out anew at every reply, and
a reply is to be there at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from simulator.app.page import Page
from simulator.app.prose import Paragraph

MORE = " ▼ PgDn "
THUMB = "▐"


class Transcript(Widget):
    """A page that grows at its end. Where it is short it stands at the bottom, next to what can be answered."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"transcript--more", "transcript--thumb"}

    DEFAULT_CSS = """
    Transcript {
        height: 1fr; background: transparent; color: $foreground;
        & > .transcript--more { background: $accent; color: $background; text-style: bold; }
        & > .transcript--thumb { color: $border-blurred; }
    }
    """

    top: reactive[int | None] = reactive(None)
    """The line at the top as somebody scrolled there; None while the latest is in sight."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._page = Page(self)
        self._since: int | None = None
        """The line at which the latest begins, where what stands before it is known already."""

    @property
    def text(self) -> str:
        """All that was seen and said, in sight or not."""
        return "\n".join(line.text.rstrip() for line in self._page.lines)

    @property
    def latest(self) -> int:
        """How many lines the latest takes; none where it isn't known where that begins."""
        return 0 if self._since is None else len(self._page.lines) - self._since

    @property
    def hidden_beneath(self) -> int:
        """How many lines are out of sight at the end."""
        return max(0, len(self._page.lines) - self._first - self.size.height)

    def begin(self, paragraphs: Iterable[Paragraph]) -> None:
        """Tell it from the beginning, and show the end."""
        self._page.put(paragraphs)
        self._since = None
        self._show_latest()

    def tell(self, paragraphs: Iterable[Paragraph], *, read: Iterable[Paragraph] = ()) -> None:
        """Add what happened, and show it: to its end, or from its beginning where it does not fit.

        `read` stands before it and is known already, so that it may be out of sight.
        """
        self._page.add(read)
        self._since = self._page.add(paragraphs)
        self._show_latest()

    def scroll_page(self, by: int) -> None:
        """Scroll by so many screenfuls, less two lines to find the place by."""
        self._scroll(by * max(1, self.size.height - 2))

    def on_resize(self) -> None:
        """Set the lines anew for another width, and keep the latest in sight."""
        if self._page.fit(self.size.width):
            self._since = None
        self._show_latest()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self._scroll(-3)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        event.stop()
        self._scroll(3)

    def notify_style_update(self) -> None:
        """Set the lines anew for another theme."""
        super().notify_style_update()
        if self.is_attached:
            self._page.reset()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        lines, height = self._page.lines, self.size.height
        lead = height - len(lines)
        if lead > 0:
            return self._page.blank if y < lead else lines[y - lead]
        first = self._first
        line = lines[first + y]
        if y == height - 1 and first + height < len(lines):
            return self._ended(line, MORE, "transcript--more")
        if lead < 0 and first * height // len(lines) <= y <= (first + height) * height // len(lines):
            return self._ended(line, THUMB, "transcript--thumb")
        return line

    @property
    def _first(self) -> int:
        """The line at the top."""
        last = max(0, len(self._page.lines) - self.size.height)
        if self.top is not None:
            return max(0, min(self.top, last))
        return last if self._since is None else min(self._since, last)

    def _scroll(self, by: int) -> None:
        last = max(0, len(self._page.lines) - self.size.height)
        self.top = max(0, min(self._first + by, last))

    def _show_latest(self) -> None:
        self.top = None
        self.refresh()

    def _ended(self, line: Strip, text: str, style: str) -> Strip:
        """A line with something at its end instead."""
        end = Segment(text, self.rich_style + self.get_component_rich_style(style, partial=True))
        return Strip.join([line.crop(0, max(0, line.cell_length - end.cell_length)), Strip([end])])
