"""The least that an app in Textual can be, as the measure of the simulator's own pace.

One line of text that the key 1 changes, and below it text over the rest of the screen, all of which the key 2 changes.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class BareApp(App[None]):
    """One line, and a screenful."""

    CSS = "#line {height: 1} #screenful {height: 1fr}"

    BINDINGS: ClassVar[list[BindingType]] = [("1", "change_line", "Line"), ("2", "change_screenful", "Screenful")]

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def compose(self) -> ComposeResult:
        """The line and the screenful."""
        yield Static("bare", id="line")
        yield Static(id="screenful")

    def action_change_line(self) -> None:
        """Repaint as little as can be."""
        self.pressed += 1
        self.query_one("#line", Static).update(f"line {self.pressed}")

    def action_change_screenful(self) -> None:
        """Repaint everything."""
        self.pressed += 1
        screenful = self.query_one("#screenful", Static)
        screenful.update(f"screenful {self.pressed} " * (screenful.size.area // 13))


if __name__ == "__main__":
    BareApp().run()
