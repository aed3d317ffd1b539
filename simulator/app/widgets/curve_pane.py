"""The curve with the customer beside it: as the cursor goes from answer to answer, the face goes with it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.analysis.review import Review
from simulator.app.charting import chart_of
from simulator.app.debrief import caption
from simulator.app.drawing.chart import MASKED, TURNING
from simulator.app.text import content
from simulator.app.widgets.curve import Curve
from simulator.app.widgets.face import Face
from simulator.app.widgets.feelings_panel import FeelingsPanel
from simulator.app.widgets.prose import Prose


class CurvePane(Horizontal):
    """How the feelings went, truly: a mask is lifted here."""

    _review: Review | None = None

    def compose(self) -> ComposeResult:
        """The curve and what happened on the left, the customer on the right."""
        with Vertical(id="curve-left"):
            yield Static(id="curve-legend")
            yield Curve(id="curve")
            yield Prose(id="curve-caption")
        with Vertical(id="curve-right"):
            yield Face(id="curve-face")
            yield FeelingsPanel(id="curve-feelings")

    def show(self, review: Review) -> None:
        """Show a review, from the beginning of its conversation."""
        self._review = review
        legend = f"A anger  T trust  O openness  {TURNING} it turned"
        chart = chart_of(review)
        if chart.masked_to:
            legend += f"  {MASKED} masked"
        self.query_one("#curve-legend", Static).update(content(legend))
        self.query_one(Curve).show(chart)
        customer = review.conversation.game.script.customer
        self.query_one(Face).belong_to(review.conversation.game.script)
        self.query_one(FeelingsPanel).customer = customer.name
        self._show(0)

    def on_curve_moved(self, message: Curve.Moved) -> None:
        """Show the customer as they were then."""
        message.stop()
        self._show(message.number)

    def _show(self, number: int) -> None:
        if self._review is None:
            return
        moment = self._review.conversation.path[number]
        feelings, before = moment.feelings, None
        if moment.given is not None and moment.previous is not None:
            feelings, before = moment.given.answer.said.feelings, moment.previous.feelings
        panel = self.query_one(FeelingsPanel)
        panel.before, panel.feelings = before, feelings
        self.query_one(Face).show(feelings)
        self.query_one(Prose).show(caption(self._review, number))
