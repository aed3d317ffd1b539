"""The transcript: what was seen and said so far, the latest in sight."""

from __future__ import annotations

from collections.abc import Iterable

from textual.strip import Strip

from simulator.app.prose import Paragraph
from simulator.app.widgets.prose import Prose


class Transcript(Prose, can_focus=False):
    """A page that grows at its end. Where it is short it stands at the bottom, next to what can be answered."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(says_more=True, id=id)
        self._since: int | None = None

    def begin(self, paragraphs: Iterable[Paragraph]) -> None:
        """Tell it from the beginning, and show the end."""
        self._since = None
        self.show(paragraphs)
        self.show_end()

    def tell(self, paragraphs: Iterable[Paragraph], *, read: Iterable[Paragraph] = ()) -> None:
        """Add what happened, and show it: to its end, or from its beginning where it does not fit.

        `read` stands before it and is known already, so that it may be out of sight.
        """
        self.add(read)
        self._since = self.add(paragraphs)
        self.show_end()

    def show_end(self) -> None:
        """Scroll to the end, but not past where the latest begins."""
        bottom = max(0, self.length - self.scrollable_content_region.height)
        self.scroll_to(y=bottom if self._since is None else min(bottom, self._since), animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the latest in sight."""
        if self.scrollable_content_region.width != self._set_for:
            self._since = None
        super().on_resize()
        self.show_end()

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        width, height = self.scrollable_content_region.size
        lead = max(0, height - self.length)
        if y < lead:
            return Strip.blank(width, self.rich_style)
        return super().render_line(y - lead)
