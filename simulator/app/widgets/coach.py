"""The coach: after an answer in practice, what it was worth and why; and before one, on request, a hint."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from simulator.analysis.review import Move
from simulator.app.commands import command
from simulator.app.explaining import explained, unweighed
from simulator.app.prose import Paragraph
from simulator.app.widgets.prose import Prose
from simulator.conversation.conversation import Conversation


class Coach(Prose):
    """Explains the last answer, until one goes on."""

    DEFAULT_CSS = """
    Coach { height: auto; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        command("enter,space", "go_on", "Go on", "On to what the customer says next."),
    ]

    class GoneOn(Message):
        """The trainee has read it."""

    def explain(self, after: Conversation, move: Move | None) -> None:
        """Explain the response that led to a moment; without a move, all but its judgement."""
        self.show(unweighed(after) if move is None else explained(move))
        self.refresh(layout=True)

    def close(self) -> None:
        """Say that it is over."""
        self.show(
            [Paragraph(Content.assemble(("That is how it ends.", "bold"), "  Enter shows the review."), bar="$accent")]
        )
        self.refresh(layout=True)

    def action_go_on(self) -> None:
        """Go on; first to the rest of the explanation, if there is more than fits."""
        if self.scroll_offset.y < self.max_scroll_y:
            self.scroll_page_down(animate=False)
        else:
            self.post_message(self.GoneOn())

    def on_click(self) -> None:
        """A click goes on as well."""
        self.action_go_on()
