"""Home: what to resume, what to practise next, where one stands, what was played lately."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from simulator.app import routes
from simulator.app.commands import command
from simulator.app.screens.section import SectionScreen
from simulator.app.widgets.standing_card import StandingCard
from simulator.app.widgets.to_do import ToDo

if TYPE_CHECKING:
    from simulator.app.catching_up import CatchingUp
    from simulator.app.overview import Overview


class HomeScreen(SectionScreen):
    """Where the app begins."""

    NAME = "home"
    CSS_PATH = "../styles/home.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        command("r", "resume", "Resume", "Go on with what was interrupted last, at the same turn."),
        command("p", "practise", "Practise next", "Open the scenario that is suggested."),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._overview: Overview | None = None
        self._catching_up: CatchingUp | None = None

    def body(self) -> ComposeResult:
        """What there is to do, and the standing beside or above it."""
        with Container(id="home"):
            yield StandingCard(id="standing")
            yield ToDo(id="to-do")

    async def load(self) -> None:
        """First what the records say; then, once the library is read, what to practise next."""
        from simulator.app.overview import overview

        desk = self.desk
        known = desk.known_summaries
        self._show(await desk.ask(overview, desk.database, desk.person, known))
        summaries = await desk.summaries()
        if summaries != known:
            self._show(await desk.ask(overview, desk.database, desk.person, summaries))
        if await self._catch_up():
            self._show(await desk.ask(overview, desk.database, desk.person, summaries))

    async def _catch_up(self) -> int:
        """Score what ended while nobody waited for its score."""
        from simulator.app.catching_up import CatchingUp

        if self._catching_up is not None:
            self._catching_up.stop()
        self._catching_up = CatchingUp(self.desk.database)
        return await self.desk.ask(self._catching_up.run)

    def on_screen_suspend(self) -> None:
        """What is still without a score is scored the next time."""
        if self._catching_up is not None:
            self._catching_up.stop()

    def on_unmount(self) -> None:
        """Let nothing keep the program from ending."""
        self.on_screen_suspend()

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        now = self.desk.clock()
        self.query_one(StandingCard).show(self.desk.person.name, overview)
        self.query_one(ToDo).show(overview, now)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be nothing to resume, or nothing to suggest."""
        if action == "resume":
            return self._overview is not None and bool(self._overview.interrupted)
        if action == "practise":
            return self._overview is not None and self._overview.suggestion is not None
        return super().check_action(action, parameters)

    def action_resume(self) -> None:
        """Go on with what was played last."""
        if self._overview is not None and self._overview.interrupted:
            routes.resume(self.coolhead, self._overview.interrupted[0].attempt.id)

    def action_practise(self) -> None:
        """Open what is suggested."""
        if self._overview is not None and (suggestion := self._overview.suggestion) is not None:
            routes.brief(self.coolhead, suggestion.scenario, record=suggestion.record)

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
