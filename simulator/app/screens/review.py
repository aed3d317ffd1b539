"""The review of a conversation: the score, the curve, the answers, the best line, the principles, what came of it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import ContentSwitcher, Digits, Static

from simulator.analysis.review import Review, Reviewer
from simulator.app import routes
from simulator.app.commands import command
from simulator.app.debrief import aftermath, headline
from simulator.app.playing import resume
from simulator.app.screens.frame import FramedScreen
from simulator.app.solving import Solving, SolvingFailed, solving
from simulator.app.text import content
from simulator.app.widgets.answers_pane import AnswersPane
from simulator.app.widgets.best_line_pane import BestLinePane
from simulator.app.widgets.choice_line import ChoiceLine
from simulator.app.widgets.curve import Curve
from simulator.app.widgets.curve_pane import CurvePane
from simulator.app.widgets.principles_pane import PrinciplesPane
from simulator.app.widgets.prose import Prose
from simulator.app.widgets.table import Table
from simulator.records.open_attempt import OpenAttempt
from simulator.records.reviews import mark_review_seen

PANES = (
    ("curve-pane", "Curve"),
    ("answers-pane", "Answers"),
    ("best-pane", "Best line"),
    ("principles-pane", "Principles"),
    ("aftermath-pane", "Aftermath"),
)

PLAY = Binding.Group("Play", compact=True)

WAITING = "Working out the best and the worst that this conversation could have become…"


class ReviewScreen(FramedScreen[None]):
    """What an attempt was worth, and why."""

    STAYS = False
    CSS_PATH = "../styles/review.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-middling"), (46, "-tall")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            command(
                f"{place}", f"open({place - 1})", title, f"Show this part of the review: {title.lower()}.", show=False
            )
            for place, (_, title) in enumerate(PANES, start=1)
        ),
        command(
            "tab", "next(1)", "Part", "A number opens that part of the review; tab goes on to the next.", shown_as="1-5"
        ),
        command("shift+tab", "next(-1)", "Part before", "The part of the review before this one.", show=False),
        command("s", "show_me", "Show me", "The best line from just before this answer."),
        command("f", "from_here", "From here", "Practise on from just before this answer.", group=PLAY),
        command("p", "again", "Again", "Practise this scenario again, from its beginning.", group=PLAY),
        command("escape", "leave", "Back", "Back to where you came from."),
    ]

    def __init__(self, attempt: int, beside: Solving | None = None) -> None:
        """`beside` is a solution of the attempt's start that is on its way already."""
        super().__init__()
        self._number = attempt
        self._beside = beside
        self._attempt: OpenAttempt | None = None
        self._reviewer: Reviewer | None = None
        self._review: Review | None = None

    def body(self) -> ComposeResult:
        """Headline, tabs, panes."""
        with Vertical(id="review"):
            with Horizontal(id="headline"):
                yield Digits("", id="score")
                yield Static(WAITING, id="outcome")
            yield ChoiceLine([title for _, title in PANES], id="panes")
            with ContentSwitcher(initial=PANES[0][0], id="switcher"):
                yield CurvePane(id="curve-pane")
                yield AnswersPane(id="answers-pane")
                yield BestLinePane(id="best-pane")
                yield PrinciplesPane(id="principles-pane")
                yield Prose(id="aftermath-pane")

    def on_mount(self) -> None:
        """Replay and review beside the screen."""
        self.entitle("Review")
        self.work(self._load(), group="load")

    def on_unmount(self) -> None:
        """Nobody waits for the solution any more."""
        if self._beside is not None:
            self._beside.stop()

    async def _load(self) -> None:
        ask, database = self.desk.ask, self.desk.database
        try:
            attempt = self._attempt = await ask(resume, self.desk, self._number)
        except Exception:
            self.app.pop_screen()
            raise
        kind = "for the record" if attempt.for_the_record else "practice"
        player = attempt.kept.person
        whose = "" if player.id == self.desk.person.id else f" by {player.name}"
        self.entitle(f"{attempt.scenario.game.script.title} · review, {kind}{whose}")
        self.refresh_bindings()
        try:
            if self._beside is None:
                start = attempt.conversation.rewound(0).feelings
                self._beside = await ask(solving, database, attempt.scenario, start)
            solution = await ask(self._beside.result, database)
        except SolvingFailed as error:
            self.query_one("#outcome", Static).update(content(str(error)))
            return
        self._reviewer = await ask(Reviewer, attempt.conversation, solution)
        found = await ask(self._reviewer.review, attempt.conversation)
        await ask(self._keep, attempt, found)
        self._review = found
        self._show(found)

    def _keep(self, attempt: OpenAttempt, found: Review) -> None:
        if found.score is not None:
            attempt.keep_score(found.bounds)
            mark_review_seen(self.desk.database, self.desk.person.id, attempt.scenario.id, at=self.desk.clock())

    def _show(self, found: Review) -> None:
        self.query_one("#score", Digits).update("" if found.score is None else str(found.score))
        self.query_one("#outcome", Static).update(headline(found))
        self.query_one("#headline").set_class(found.passed, "-passed")
        self.query_one(CurvePane).show(found)
        self.query_one(AnswersPane).show(found)
        self.query_one(BestLinePane).show(found)
        self.query_one(PrinciplesPane).show(found)
        self.query_one("#aftermath-pane", Prose).show(aftermath(found, found.conversation.game.principles))
        self._focus_pane()
        self.refresh_bindings()

    def on_choice_line_changed(self, message: ChoiceLine.Changed) -> None:
        """Show the part that was chosen."""
        self.query_one(ContentSwitcher).current = PANES[message.chosen][0]
        self._focus_pane()
        self.refresh_bindings()

    def action_open(self, place: int) -> None:
        """Show a part."""
        self.query_one(ChoiceLine).chosen = place

    def action_next(self, by: int) -> None:
        """Show the next part, or the first after the last."""
        line = self.query_one(ChoiceLine)
        line.chosen = (line.chosen + by) % len(PANES)

    async def action_show_me(self) -> None:
        """Show the best line from just before the answer under the cursor, or from the beginning."""
        if self._review is None or self._reviewer is None:
            return
        number = self._answer_number
        line = self._review.best_line
        if number:
            line = await self.desk.ask(self._reviewer.best_line_from, self._review.moves[number - 1])
        self.query_one(BestLinePane).show_line(line)
        self.action_open([pane for pane, _ in PANES].index("best-pane"))

    def action_from_here(self) -> None:
        """Practise on from just before the answer under the cursor."""
        from simulator.app.screens.conversation import ConversationScreen

        self.app.switch_screen(ConversationScreen.resume(self._number, keeping=self._answer_number - 1))

    def action_again(self) -> None:
        """Practise the scenario from its beginning."""
        if self._attempt is not None:
            routes.play(self.coolhead, self._attempt.scenario.id)

    def action_leave(self) -> None:
        """Go back."""
        self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys mean something now."""
        if action == "from_here":
            return self._attempt is not None and self._may_go_on(self._attempt) and self._answer_number > 0
        if action == "show_me":
            return self._review is not None and self.query_one(ContentSwitcher).current in (
                "curve-pane",
                "answers-pane",
            )
        if action == "again":
            return self._attempt is not None
        return True

    @property
    def _answer_number(self) -> int:
        """The answer that the cursor is at, or that the best line begins before; 0 where there is none."""
        current = self.query_one(ContentSwitcher).current
        if current == "curve-pane":
            return self.query_one(Curve).cursor
        if current == "best-pane":
            return self.query_one(BestLinePane).number
        return self.query_one(AnswersPane).number if current == "answers-pane" else 0

    def _may_go_on(self, attempt: OpenAttempt) -> bool:
        """Whether one may practise on from within it: within one's own, for the record only once it is over."""
        own = attempt.kept.person.id == self.desk.person.id
        return own and (attempt.conversation.ended or not attempt.for_the_record)

    def on_curve_moved(self) -> None:
        """Another answer, other keys."""
        self.refresh_bindings()

    def _focus_pane(self) -> None:
        pane = self.query_one(f"#{self.query_one(ContentSwitcher).current}")
        for kind in (Curve, Table, Prose):
            if isinstance(pane, kind):
                pane.focus()
                return
            if found := pane.query(kind):
                found.first().focus()
                return
