"""The first run: who are you? A name, a team, and nothing else."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from simulator.app.commands import command
from simulator.app.screens.frame import FramedScreen
from simulator.app.text import content, one_line
from simulator.app.widgets.field import Field
from simulator.records.errors import NameRefused
from simulator.records.names import clean_name
from simulator.records.people import Person, find_person, teams


class FirstRunScreen(FramedScreen[None]):
    """Asks for a name and a team; gives way once they are kept."""

    CSS_PATH = "../styles/first_run.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        command("enter", "go_on", "Go on", "To the next field, and from the last one into the simulator."),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._met: Person | None = None

    def body(self) -> ComposeResult:
        """What this is, the two fields, and a place for what is wrong with them."""
        with Vertical(id="welcome"):
            yield Static("Welcome to Coolhead.", id="welcome-title")
            yield Static(
                "Here you meet difficult customers before they meet you. You answer, you see what your answer did, "
                "and nobody gets hurt. What you say stays on this machine.",
                id="welcome-text",
            )
            yield Static("Your name", classes="label")
            yield Field(id="name", placeholder="as your colleagues know you", max_length=80, compact=True)
            yield Static("Your team", classes="label")
            yield Field(id="team", placeholder="may be left empty", max_length=80, compact=True)
            yield Static("Enter goes on.", id="trouble")

    def on_mount(self) -> None:
        """Offer the teams there are."""
        self.entitle("")
        self.work(self._offer_teams())

    async def _offer_teams(self) -> None:
        from textual.suggester import SuggestFromList

        known = await self.desk.ask(teams, self.desk.database)
        self.query_one("#team", Input).suggester = SuggestFromList(map(one_line, known), case_sensitive=False)

    @on(Input.Submitted)
    def action_go_on(self) -> None:
        """From the name to the team, from the team on."""
        name = self.query_one("#name", Input)
        try:
            clean_name(name.value)
        except NameRefused as error:
            self._refuse(str(error), name)
            return
        if name.has_focus:
            self._say("Enter goes on.")
            self.query_one("#team", Input).focus()
        else:
            self.work(self._introduce(), group="introduce")

    async def _introduce(self) -> None:
        name, team = (self.query_one(field, Input) for field in ("#name", "#team"))
        try:
            known = await self.desk.ask(find_person, self.desk.database, name.value)
            if known is not None and known != self._met:
                self._met = known
                team.value = team.value or known.team
                of_team = f" of team {known.team}" if known.team else ""
                self._say(
                    f"{known.name}{of_team} has played here before. Is that you? Then press enter once more.",
                    wrong=True,
                )
                return
            await self.desk.ask(self.desk.introduce, name.value, team.value)
        except NameRefused as error:
            self._refuse(str(error), team if "team" in str(error) else name)
            return
        self.dismiss(None)

    @on(Input.Changed, "#name")
    def forget_the_met(self) -> None:
        """Another name is another question."""
        self._met = None
        self._say("Enter goes on.")

    def _refuse(self, why: str, field: Input) -> None:
        self._say(why, wrong=True)
        field.focus()

    def _say(self, text: str, *, wrong: bool = False) -> None:
        said = self.query_one("#trouble", Static)
        said.set_class(wrong, "wrong")
        said.update(content(text))
