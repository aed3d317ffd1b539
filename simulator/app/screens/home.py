"""Home: what to resume, what to practise next, where one stands, what was played lately."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from simulator.app import routes
from simulator.app.commands import command
from simulator.app.screens.section import SectionScreen
from simulator.app.widgets.principle_card import PrincipleCard
from simulator.app.widgets.standing_card import StandingCard
from simulator.app.widgets.to_do import ToDo

if TYPE_CHECKING:
    from simulator.app.catching_up import CatchingUp
    from simulator.app.desk import Desk
    from simulator.app.overview import Overview
    from simulator.scenario.library import Summary


class HomeScreen(SectionScreen):
    """Where the app begins."""

    NAME = "home"
    CSS_PATH = "../styles/home.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (116, "-wide"), (150, "-very-wide")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        command("r", "resume", "Resume", "Go on with what was interrupted last, at the same turn."),
        command("d", "drill", "Drill", "Answer again where an answer was a mistake."),
        command("p", "practise", "Practise", "Open the scenario that is suggested."),
        command("x", "set_aside", "Dismiss", "Stop offering this practice; it stays among your attempts."),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._overview: Overview | None = None
        self._catching_up: CatchingUp | None = None

    def body(self) -> ComposeResult:
        """The standing and what there is to do; beside it, where there is room, a principle."""
        with Horizontal(id="home"):
            with Vertical(id="now"):
                yield StandingCard(id="standing")
                yield ToDo(id="to-do")
            yield PrincipleCard(id="principle")

    async def load(self) -> None:
        """First what the records say; then, once the library is read, what to practise next."""
        known = self.desk.known_summaries
        self._show(await self.desk.ask(_look, self.desk, known), afresh=True)
        summaries = await self.desk.summaries()
        if summaries != known:
            self._show(await self.desk.ask(_look, self.desk, summaries))
        self._show_principle()
        if await self._catch_up():
            self._show(await self.desk.ask(_look, self.desk, summaries))

    def _show_principle(self) -> None:
        """Each day another one."""
        from scoring.principles import load_principles

        principles = tuple(load_principles().values())
        self.query_one(PrincipleCard).show(principles[self.desk.clock().toordinal() % len(principles)])

    async def _catch_up(self) -> int:
        """Score what ended while nobody waited for its score."""
        if self._catching_up is not None:
            self._catching_up.stop()
        self._catching_up = await self.desk.ask(_catching_up, self.desk)
        return await self.desk.ask(self._catching_up.run)

    def on_screen_suspend(self) -> None:
        """What is still without a score is scored the next time."""
        if self._catching_up is not None:
            self._catching_up.stop()

    def on_unmount(self) -> None:
        """Let nothing keep the program from ending."""
        self.on_screen_suspend()

    def _show(self, overview: Overview, *, afresh: bool = False) -> None:
        self._overview = overview
        now = self.desk.clock()
        self.query_one(StandingCard).show(self.desk.person.name, overview)
        self.query_one(ToDo).show(overview, now, afresh=afresh)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be nothing to resume, or nothing to suggest."""
        if action == "resume":
            return self._overview is not None and bool(self._overview.interrupted)
        if action == "set_aside":
            return self._practice_at_cursor() is not None
        if action == "drill":
            return self._overview is not None and self._overview.drills.due > 0
        if action == "practise":
            return self._overview is not None and self._overview.suggestion is not None
        return super().check_action(action, parameters)

    def action_resume(self) -> None:
        """Go on with what was played last."""
        if self._overview is not None and self._overview.interrupted:
            routes.resume(self.coolhead, self._overview.interrupted[0].attempt.id)

    @on(ToDo.Drilled)
    def action_drill(self) -> None:
        """Put the drills that are due."""
        routes.drill(self.coolhead)

    def action_practise(self) -> None:
        """Open what is suggested."""
        if self._overview is not None and (suggestion := self._overview.suggestion) is not None:
            routes.brief(self.coolhead, suggestion.scenario, record=suggestion.record)

    def action_set_aside(self) -> None:
        """Stop offering the interrupted practice under the cursor."""
        if (attempt := self._practice_at_cursor()) is not None:
            self.work(self._set_aside(attempt), group="load")

    async def _set_aside(self, attempt: int) -> None:
        from simulator.records.attempts import set_aside

        await self.desk.ask(set_aside, self.desk.database, attempt, at=self.desk.clock())
        await self.load()

    def _practice_at_cursor(self) -> int | None:
        """The interrupted practice that the cursor is on."""
        if self._overview is None:
            return None
        practices = {each.attempt.id for each in self._overview.interrupted if not each.attempt.for_the_record}
        at_cursor = self.query_one(ToDo).resumable
        return at_cursor if at_cursor in practices else None

    @on(ToDo.OptionHighlighted)
    def offer_what_fits(self) -> None:
        """What can be done depends on the line."""
        self.refresh_bindings()

    @on(ToDo.Resumed)
    def resume_that(self, event: ToDo.Resumed) -> None:
        """Go on with an attempt."""
        routes.resume(self.coolhead, event.attempt)

    @on(ToDo.Reviewed)
    def review_that(self, event: ToDo.Reviewed) -> None:
        """Show a review."""
        routes.review(self.coolhead, event.attempt)

    @on(ToDo.Practised)
    def practise_that(self) -> None:
        """Open what is suggested."""
        self.action_practise()


def _look(desk: Desk, summaries: tuple[Summary, ...] | None) -> Overview:
    """What home shows. What it takes is imported here, beside the screen, since that takes longer than it itself."""
    from simulator.app.overview import overview

    return overview(desk.database, desk.person, summaries, at=desk.clock())


def _catching_up(desk: Desk) -> CatchingUp:
    from simulator.app.catching_up import CatchingUp

    return CatchingUp(desk.database)
