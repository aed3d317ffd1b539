"""The curve with the customer beside it: as the cursor goes from answer to answer, the face goes with it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.analysis.review import Review
from simulator.app.charting import Beside, chart_of, comparisons
from simulator.app.commands import command
from simulator.app.debrief import caption
from simulator.app.drawing.chart import FEELINGS, LETTERS, MASKED, TURNING, Feeling
from simulator.app.text import content
from simulator.app.widgets.curve import Curve
from simulator.app.widgets.felt import Felt
from simulator.app.widgets.prose import Prose

VIEW = Binding.Group("View", compact=True)


class CurvePane(Vertical):
    """How the feelings went, truly: a mask is lifted here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command(
            "o", "compare", "Compare", "Draw over it what the best line, or the mask, would have shown.", group=VIEW
        ),
        command("w", "which", "Which", "Draw all feelings, or one of them.", group=VIEW),
    ]

    _review: Review | None = None
    _beside: Beside = "nothing"
    _feelings: tuple[Feeling, ...] = FEELINGS

    def compose(self) -> ComposeResult:
        """What is drawn; beneath it the curve and what happened on the left, the customer on the right."""
        yield Static(id="curve-legend")
        with Horizontal(id="curve-beneath"):
            with Vertical(id="curve-left"):
                yield Curve(id="curve")
                yield Prose(id="curve-caption")
            yield Felt()

    def show(self, review: Review) -> None:
        """Show a review, from the beginning of its conversation."""
        self._review = review
        self._draw(review)
        self.set_class(any(moment.masked for moment in review.conversation.path), "-unmasked")
        self.query_one(Felt).belong_to(review.conversation.game.script)
        self._show(self.query_one(Curve).cursor)

    def action_compare(self) -> None:
        """Compare with the next thing there is to compare with."""
        if self._review is not None:
            choices = comparisons(self._review)
            self._beside = choices[(choices.index(self._beside) + 1) % len(choices)]
            self._draw(self._review)

    def action_which(self) -> None:
        """Draw the next feeling alone, or after the last of them all."""
        if self._review is not None:
            choices = (FEELINGS, *((feeling,) for feeling in FEELINGS))
            self._feelings = choices[(choices.index(self._feelings) + 1) % len(choices)]
            self._draw(self._review)

    def _draw(self, review: Review) -> None:
        """Draw the chart, and say what is drawn."""
        chart = chart_of(review, self._beside, self._feelings)
        legend = "  ".join(f"{LETTERS[feeling]} {feeling}" for feeling in chart.feelings)
        if chart.beside:
            legend += f"  small: {self._beside}"
        legend += f"  {TURNING} it turned"
        if chart.masked_to:
            legend += f"  {MASKED} masked"
        self.query_one("#curve-legend", Static).update(content(legend))
        self.query_one(Curve).show(chart)

    def on_curve_moved(self, message: Curve.Moved) -> None:
        """Show the customer as they were then."""
        self._show(message.number)

    def _show(self, number: int) -> None:
        if self._review is None:
            return
        self.query_one(Felt).show(self._review.conversation.path[number])
        self.query_one(Prose).show(caption(self._review, number))
