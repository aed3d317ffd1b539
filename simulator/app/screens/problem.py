"""The screen that tells of a problem and what to do about it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from simulator.app.commands import command
from simulator.app.problems import Told
from simulator.app.text import content
from simulator.app.widgets.key_bar import KeyBar


class ProblemScreen(ModalScreen[bool]):
    """Tells of a problem; gives back whether to try again."""

    CSS_PATH = "../styles/problem.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        command("enter", "again", "Try again", "Begin once more, now that the cause may be gone."),
        command("escape", "leave", "Back", "Go back to where you were."),
        command("q", "app.quit", "Quit", "Leave; what was kept stays kept."),
    ]

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.told = told

    def compose(self) -> ComposeResult:
        """The title, what happened, what to do, what is safe."""
        with Vertical(id="problem"):
            yield Static(content(self.told.title), id="problem-title")
            yield Static(content(self.told.what), id="problem-what")
            if self.told.advice:
                yield Static(content(self.told.advice), id="problem-advice")
            if self.told.stops:
                yield Static("Every answer that was replied to before this is kept.", id="problem-safe")
        yield KeyBar(palette=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Trying again is for the records; going back is for anything else."""
        return {"again": self.told.stops, "leave": not self.told.stops}.get(action, True)

    def action_again(self) -> None:
        """Ask for another try."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(False)
