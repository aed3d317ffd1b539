"""The least that an app in Textual can be: one text, which a key changes. The measure of the simulator's own pace."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class BareApp(App[None]):
    """One text on the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [("1", "count", "Count")]

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static("bare")

    def action_count(self) -> None:
        """Change the text, so that there is something to repaint."""
        self.pressed += 1
        self.query_one(Static).update(f"pressed {self.pressed}")


if __name__ == "__main__":
    BareApp().run()
