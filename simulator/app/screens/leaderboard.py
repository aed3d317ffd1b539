"""The leaderboard: people at first sight and practised, improvement, teams."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Static

from simulator.app.boards import BOARDS, EXPLAINED, NOBODY, TEAMS_BOARD, Place, board
from simulator.app.commands import command
from simulator.app.screens.section import SectionScreen
from simulator.app.text import content
from simulator.app.widgets.choice_line import ChoiceLine
from simulator.app.widgets.table import Column, Row, Table, Tone
from simulator.records.people import find_person

PEOPLE = (
    Column("Rank", 5, right=True),
    Column("Person"),
    Column("Team", 12, needs=70, until=100),
    Column("Team", 24, needs=100),
    Column("Standing", 8, right=True),
    Column("From", 20, needs=50),
)

TEAMS = (
    Column("Rank", 5, right=True),
    Column("Team"),
    Column("Standing", 8, right=True),
    Column("From", 24, needs=50),
)


class LeaderboardScreen(SectionScreen):
    """Boards to look at, one at a time."""

    NAME = "leaderboard"
    CSS_PATH = "../styles/lists.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        command("tab", "next_board", "Next board", "From one board to the next."),
        *(
            command(str(place), f"board({place - 1})", title, f"The board: {title.lower()}.", show=False)
            for place, title in enumerate(BOARDS, start=1)
        ),
    ]

    def body(self) -> ComposeResult:
        """The boards, what the present one measures, and its rows."""
        with Container(classes="list"):
            yield ChoiceLine(BOARDS, id="boards", classes="choices")
            yield Static("", id="explained", classes="summary")
            yield Table(PEOPLE, empty="Reading…", id="places")

    async def load(self) -> None:
        """Read the board that is chosen; the cursor is on one's own row."""
        desk = self.desk
        which = self.query_one(ChoiceLine).chosen
        places = await desk.ask(board, desk.database, which, desk.person.name, desk.person.team)
        self.query_one("#explained", Static).update(content(EXPLAINED[which]))
        own = next((number for number, place in enumerate(places) if place.own), 0)
        self.query_one(Table).fill(
            [self._row(place) for place in places],
            columns=TEAMS if which == TEAMS_BOARD else PEOPLE,
            empty=NOBODY[which],
            at=own,
        )

    def _row(self, place: Place) -> Row:
        teams = self.query_one(ChoiceLine).chosen == TEAMS_BOARD
        of_team = () if teams else (place.team, place.team)
        cells = (place.rank, f"{place.name} (you)" if place.own and not teams else place.name, *of_team)
        own: Tone = "strong" if place.own else "plain"
        of_it: tuple[Tone, ...] = () if teams else ("muted", "muted")
        mark = "•" if place.own else " "
        return Row(place, (*cells, place.value, place.basis), ("strong", own, *of_it, "plain", "muted"), mark=mark)

    @on(ChoiceLine.Changed)
    def reload(self) -> None:
        """Another board."""
        self.work(self.load(), group="load")

    @on(Table.Chosen)
    def open_person(self, event: Table.Chosen) -> None:
        """Show what a person has played for the record."""
        if self.query_one(ChoiceLine).chosen != TEAMS_BOARD:
            self.work(self._show_attempts(event.row.value), group="person")

    async def _show_attempts(self, place: Place) -> None:
        from simulator.app.screens.attempts import AttemptsScreen

        person = await self.desk.ask(find_person, self.desk.database, place.name)
        if person is not None:
            self.app.push_screen(AttemptsScreen(None if place.own else person))

    def action_next_board(self) -> None:
        """Choose the next board, after the last the first."""
        line = self.query_one(ChoiceLine)
        line.chosen = (line.chosen + 1) % len(BOARDS)

    def action_board(self, place: int) -> None:
        """Choose a board."""
        self.query_one(ChoiceLine).chosen = place
