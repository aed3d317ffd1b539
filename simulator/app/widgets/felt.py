"""The customer as they truly felt at a moment: the face, and the feelings with how they changed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from simulator.app.widgets.face import Face
from simulator.app.widgets.feelings_panel import FeelingsPanel
from simulator.conversation.conversation import Conversation
from simulator.scenario.model import Script


class Felt(Vertical):
    """Face and feelings; a mask is lifted here."""

    def compose(self) -> ComposeResult:
        """The face above the feelings."""
        yield Face()
        yield FeelingsPanel()

    def belong_to(self, script: Script) -> None:
        """Show the customer of a script."""
        self.query_one(Face).belong_to(script)
        self.query_one(FeelingsPanel).customer = script.customer.name

    def show(self, moment: Conversation) -> None:
        """Show what the response that led to a moment did, before any days went by; at the beginning, what was felt."""
        feelings, before = moment.feelings, None
        if moment.given is not None and moment.previous is not None:
            feelings, before = moment.given.answer.said.feelings, moment.previous.feelings
        panel = self.query_one(FeelingsPanel)
        panel.before, panel.feelings = before, feelings
        self.query_one(Face).show(feelings)
