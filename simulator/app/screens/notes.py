"""The notes: what the conversation is about, who the customer is, what you have learned and promised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from simulator.app.commands import command
from simulator.app.knowing import heading, known
from simulator.app.prose import Paragraph
from simulator.app.telling import filled_in
from simulator.app.text import content
from simulator.app.widgets.key_bar import KeyBar
from simulator.app.widgets.prose import Prose
from simulator.conversation.conversation import Conversation


class NotesScreen(ModalScreen[None]):
    """Everything that a good listener would have written down."""

    CSS_PATH = "../styles/overlay.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        command("escape,n,enter", "dismiss(None)", "Back", "Back to the conversation."),
    ]

    def __init__(self, conversation: Conversation) -> None:
        super().__init__()
        self._conversation = conversation

    def compose(self) -> ComposeResult:
        """The notes, scrolling if need be."""
        script = self._conversation.game.script
        with Vertical(classes="overlay"):
            yield Static(content(script.customer.name), classes="overlay-title")
            yield Prose(id="notes")
        yield KeyBar(palette=False)

    def on_mount(self) -> None:
        """Write them."""
        self.query_one(Prose).show(self._notes())

    def _notes(self) -> Iterator[Paragraph]:
        script = self._conversation.game.script
        for text in (*script.customer.about.split("\n\n"), *script.setting.split("\n\n")):
            yield Paragraph(content(filled_in(text, script)), above=0 if text == script.customer.about else 1)
        notes = list(known(self._conversation))
        if notes:
            yield Paragraph(Content(""))
            yield from notes
        else:
            yield heading("Nothing learned yet, nothing promised.", above=1)
