"""The customer: where you meet, the face, the feelings, what you have learned and promised."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from simulator.app.knowing import known
from simulator.app.text import content, one_line
from simulator.app.widgets.face import Face
from simulator.app.widgets.feelings_panel import FeelingsPanel
from simulator.app.widgets.prose import Prose
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings


class CustomerPanel(Vertical):
    """Everything there is to see of the customer at a moment."""

    def compose(self) -> ComposeResult:
        """From the meeting down to the notes."""
        yield Static(id="where")
        yield Face(id="face")
        yield FeelingsPanel(id="feelings")
        yield Prose(id="known")

    def meet(self, conversation: Conversation) -> None:
        """Show the customer of a conversation as they are at this moment."""
        customer = conversation.game.script.customer
        self.query_one(Face).belong_to(conversation.game.script)
        self.query_one(FeelingsPanel).customer = customer.name
        self.show(conversation, at_once=True)

    def show(self, conversation: Conversation, *, at_once: bool = False) -> None:
        """Show a moment."""
        self._show_feelings(conversation, conversation.shown_feelings, at_once=at_once)
        day = f", day {conversation.day}" if conversation.day else ""
        self.query_one("#where", Static).update(content(one_line(f"{conversation.contact.script.channel}{day}")))
        self.query_one("#known", Prose).show(known(conversation))

    def react(self, after: Conversation) -> None:
        """Show what a response did, before any days go by."""
        feelings = after.shown_feelings
        if after.given is not None and after.given.answer.apart and not after.masked:
            feelings = after.given.answer.said.feelings
        self._show_feelings(after, feelings)

    def _show_feelings(self, conversation: Conversation, feelings: Feelings, *, at_once: bool = False) -> None:
        before = conversation.previous
        comparable = before is not None and before.masked == conversation.masked
        panel = self.query_one(FeelingsPanel)
        panel.before = before.shown_feelings if before is not None and comparable else None
        panel.feelings = feelings
        self.query_one(Face).show(feelings, at_once=at_once)
