"""The profile: every principle that was met, how far it was shown, and the documents behind it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from scoring.scorecard import Mark
from simulator.analysis.review import Review
from simulator.app.debrief import principle_detail
from simulator.app.widgets.prose import Prose
from simulator.app.widgets.table import Column, Row, Table, Tone

CELLS = 8
FULL, EMPTY = "━", "─"

COLUMNS = (Column("Principle"), Column("", CELLS), Column("Shown", 5, right=True), Column("✗", 2, right=True))


class PrinciplesPane(Horizontal):
    """The principles, the weakest first."""

    _review: Review | None = None

    def compose(self) -> ComposeResult:
        """The list, and one principle in full."""
        yield Table(COLUMNS, empty="No principle was met.", id="principles")
        yield Prose(id="principle-told")

    def show(self, review: Review) -> None:
        """Show the profile of a review."""
        self._review = review
        principles = review.conversation.game.principles
        marks = sorted(review.profile, key=lambda mark: (mark.percent, -mark.broken, -mark.chances))
        self.query_one(Table).fill([_row(mark, principles[mark.principle].name) for mark in marks])

    def on_table_highlighted(self, message: Table.Highlighted) -> None:
        """Show the principle in full."""
        message.stop()
        if self._review is not None:
            principles = self._review.conversation.game.principles
            mark = message.row.value
            self.query_one(Prose).show(principle_detail(mark, principles[mark.principle]))

    def on_table_chosen(self, message: Table.Chosen) -> None:
        """On to reading it."""
        message.stop()
        self.query_one(Prose).focus()


def _row(mark: Mark, name: str) -> Row:
    full = (mark.percent * CELLS + 50) // 100
    tone: Tone = "good" if mark.percent >= 80 and not mark.broken else "bad" if mark.percent < 50 else "plain"
    bar = FULL * full + EMPTY * (CELLS - full)
    broken = str(mark.broken) if mark.broken else ""
    return Row(mark, (name, bar, f"{mark.percent} %", broken), ("plain", tone, tone, "bad"))
