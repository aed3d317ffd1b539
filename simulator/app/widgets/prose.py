"""A page of prose that scrolls."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from simulator.app.commands import command
from simulator.app.page import Page
from simulator.app.prose import Paragraph


class Prose(ScrollView, can_focus=True):
    """Paragraphs, wrapped to its width, in as many lines as they need."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"prose--more"}

    DEFAULT_CSS = """
    Prose {
        height: 1fr; overflow-x: hidden; overflow-y: auto; background: transparent; color: $foreground;
        scrollbar-size: 0 1; scrollbar-gutter: stable;
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

    def __init__(self, *, more: str = "", id: str | None = None) -> None:
        """`more` is the key that shows more; where there is more beneath, the last line in sight says so."""
        super().__init__(id=id)
        self._more = f" ▼ {more} " if more else ""
        self._page = Page(self)
        self._at: int | None = None

    @property
    def text(self) -> str:
        """All that the page says, in sight or not."""
        return "\n".join(line.text.rstrip() for line in self._page.lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the paragraphs need, where its height is its content's."""
        self._page.fit(width - self.styles.scrollbar_size_vertical)
        return len(self._page.lines)

    def show(self, paragraphs: Iterable[Paragraph], *, at: int | None = None) -> None:
        """Show these paragraphs instead: from their beginning, or with the one at that place in sight."""
        self._at = at
        if self._page.put(paragraphs):
            self._resized()
            self.scroll_to(y=self._line_at(), animate=False, force=True)

    def on_resize(self) -> None:
        """Set the lines anew for another width, near the same place."""
        place = self.scroll_offset.y / max(1, len(self._page.lines))
        set_anew = self._page.fit(self.scrollable_content_region.width)
        # Asked for its height, it may have set them before: then only its own extent is still to follow.
        if set_anew or self.virtual_size.height != len(self._page.lines):
            self._resized()
            line = round(place * len(self._page.lines)) if self._at is None else self._line_at()
            self.scroll_to(y=line, animate=False, force=True)

    def notify_style_update(self) -> None:
        """Set the lines anew for another theme."""
        super().notify_style_update()
        if self.is_attached:
            self._page.reset()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        width, height = self.scrollable_content_region.size
        lines = self._page.lines
        place = y + self.scroll_offset.y
        if place >= len(lines):
            return self._page.blank
        if not self._more or y != height - 1 or place == len(lines) - 1:
            return lines[place]
        more = Strip([Segment(self._more, self.get_component_rich_style("prose--more"))])
        return Strip.join([lines[place].crop(0, max(0, width - more.cell_length)), more])

    def scroll_page(self, by: int) -> None:
        """Scroll by so many screenfuls, less a line or two to find the place by."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False, force=True)

    def _line_at(self) -> int:
        """The line at the top: the first, or where the paragraph to be in sight has some of what led to it above it."""
        if self._at is None:
            return 0
        line, height = self._page.line_of(self._at), self.size.height
        return 0 if line < height // 2 else line - height // 3

    def _resized(self) -> None:
        self.virtual_size = Size(self._page.width, len(self._page.lines))
        self.refresh()
