"""Going back to an earlier answer: the answers so far, to take back one and all after it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from simulator.app.commands import command
from simulator.app.widgets.key_bar import KeyBar
from simulator.app.widgets.table import Column, Row, Table
from simulator.conversation.conversation import Conversation

COLUMNS = (Column("", 3, right=True), Column("Your answer"))


class BackToScreen(ModalScreen[int | None]):
    """Gives back how many answers to keep, or None."""

    CSS_PATH = "../styles/overlay.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        command("escape", "dismiss(None)", "Back", "Leave everything as it is."),
    ]

    def __init__(self, conversation: Conversation) -> None:
        super().__init__()
        self._conversation = conversation

    def compose(self) -> ComposeResult:
        """A heading and the answers."""
        with Vertical(classes="overlay"):
            yield Static("Which answer do you want to give anew?", classes="overlay-title")
            yield Table(COLUMNS)
        yield KeyBar(palette=False)

    def on_mount(self) -> None:
        """List the answers, the cursor at the last."""
        given = [moment.given.response.script.say for moment in self._conversation.path if moment.given]
        rows = [Row(place, (str(place + 1), say)) for place, say in enumerate(given)]
        table = self.query_one(Table)
        table.styles.height = min(len(rows) + 1, 14)
        table.fill(rows, at=len(rows) - 1)
        table.focus()

    def on_table_chosen(self, message: Table.Chosen) -> None:
        """Go back to before that answer."""
        self.dismiss(message.row.value)
