"""A best line with the customer beside it: from the beginning, or from just before one of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message

from simulator.analysis.review import Review
from simulator.app.commands import command
from simulator.app.debrief import MARKED, best_line
from simulator.app.widgets.felt import Felt
from simulator.app.widgets.prose import Prose
from simulator.conversation.conversation import Conversation


class Line(Prose):
    """The conversation; arrows step through it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("right", "step(1)", "Step", "The next answer on the best line.", shown_as="←→"),
        command("left", "step(-1)", "Step back", "The answer before on the best line.", show=False),
    ]

    class Stepped(Message):
        """On by so many answers."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def action_step(self, by: int) -> None:
        """Ask for another answer."""
        self.post_message(self.Stepped(by))


class BestLinePane(Horizontal):
    """How it could have gone, to read and to step through answer by answer; the face goes with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("b", "beginning", "Whole", "The best line from the very beginning."),
    ]

    _review: Review | None = None
    _line: Sequence[Conversation] = ()
    _step = 0

    def compose(self) -> ComposeResult:
        """The conversation on the left, the customer on the right."""
        yield Line(id="best")
        yield Felt()

    def show(self, review: Review) -> None:
        """Show the best line of a review, from its beginning."""
        self._review = review
        self.query_one(Felt).belong_to(review.conversation.game.script)
        self.show_line(review.best_line)

    def show_line(self, line: Sequence[Conversation]) -> None:
        """Show a best line that begins at one of the moments of the conversation."""
        self._line = line
        self._go_to(0)

    @property
    def number(self) -> int:
        """The answer of the conversation just before which the line begins; 0 where there is none."""
        if not self._line or self._review is None:
            return 0
        return min(self._line[0].number + 1, len(self._review.moves))

    @property
    def moment(self) -> Conversation:
        """The moment of the line that is shown."""
        return self._line[self._step]

    def on_line_stepped(self, message: Line.Stepped) -> None:
        """Go to another answer of the line."""
        message.stop()
        self._go_to(self._step + message.by)

    def action_beginning(self) -> None:
        """Show the best line from the beginning."""
        if self._review is not None:
            self.show_line(self._review.best_line)
            self.screen.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys mean something now."""
        return action != "beginning" or bool(self._line and self._line[0].number)

    def _go_to(self, step: int) -> None:
        if self._review is None or not self._line:
            return
        self._step = max(0, min(step, len(self._line) - 1))
        told = list(best_line(self._review, self._line, self._step))
        marked = next((place for place, part in enumerate(told) if part.bar == MARKED), None)
        self.query_one(Line).show(told, at=marked)
        self.query_one(Felt).show(self.moment)
