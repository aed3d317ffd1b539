"""Every answer with its judgement and cost; of the one under the cursor all there is to say."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from simulator.analysis.review import Review
from simulator.app.debrief import detail
from simulator.app.judgements import SIGNS
from simulator.app.widgets.prose import Prose
from simulator.app.widgets.table import Column, Row, Table, Tone

COLUMNS = (
    Column("", 2, right=True),
    Column("", 1),
    Column("Judged", 10, needs=44),
    Column("Cost", 4, right=True),
    Column("Your answer"),
)

TONES: dict[str, Tone] = {"best": "good", "good": "good", "inaccuracy": "plain", "mistake": "bad", "blunder": "bad"}


class AnswersPane(Horizontal):
    """The answers, in order."""

    _review: Review | None = None

    def compose(self) -> ComposeResult:
        """The list, and one answer in full."""
        yield Table(COLUMNS, empty="Nothing was answered.", id="answers")
        yield Prose(id="answer")

    def show(self, review: Review) -> None:
        """Show a review; the cursor at the answer that cost most."""
        self._review = review
        costs = [move.cost for move in review.moves]
        self.query_one(Table).fill(
            [
                Row(
                    move.number,
                    (
                        str(move.number),
                        SIGNS[move.judgement],
                        move.judgement,
                        str(move.cost) if move.cost else "",
                        move.given.response.script.say,
                    ),
                    ("muted", TONES[move.judgement], TONES[move.judgement], "plain", "plain"),
                )
                for move in review.moves
            ],
            at=costs.index(max(costs)) if costs else 0,
        )

    @property
    def number(self) -> int:
        """The number of the answer under the cursor; 0 where there is none."""
        row = self.query_one(Table).current
        return 0 if row is None else int(row.value)

    def go_to(self, number: int) -> None:
        """Put the cursor at an answer."""
        self.query_one(Table).cursor = number - 1

    def on_table_highlighted(self, message: Table.Highlighted) -> None:
        """Show the answer in full."""
        message.stop()
        if self._review is not None:
            self.query_one(Prose).show(detail(self._review.moves[message.row.value - 1]))

    def on_table_chosen(self, message: Table.Chosen) -> None:
        """On to reading it."""
        message.stop()
        self.query_one(Prose).focus()
