"""The line at the top: where one is, and who plays."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from simulator.app.text import content, one_line


class TopBar(Widget):
    """The program's name, a title, and at the right who plays."""

    DEFAULT_CSS = """
    TopBar { dock: top; height: 1; width: 1fr; padding: 0 1; background: $panel; color: $foreground; }
    """

    place: reactive[str] = reactive("")
    """The title: where one is."""
    player: reactive[str] = reactive("")
    """Who plays, and for which team."""

    def render(self) -> Content:
        """One line, cut where it does not fit: first who plays, then the title."""
        width = self.content_size.width
        left = Content.assemble(("Coolhead", "bold $accent"), "  ", self.titles())
        right = content(one_line(self.player), "$text-muted")
        gap = width - left.cell_length - right.cell_length
        if gap < 2:
            right = right.truncate(max(0, width - left.cell_length - 2), ellipsis=True)
            left = left.truncate(width, ellipsis=True)
            gap = max(0, width - left.cell_length - right.cell_length)
        return Content.assemble(left, " " * gap, right)

    def titles(self) -> Content:
        """What stands beside the program's name."""
        return content(one_line(self.place))
