"""The attempts of a person, each with its review."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Static

from simulator.app import routes
from simulator.app.commands import command
from simulator.app.screens.section import SectionScreen
from simulator.app.text import content
from simulator.app.widgets.table import Column, Row, Table
from simulator.app.wording import ago, count, mode, score
from simulator.records.attempts import AttemptKept
from simulator.records.history import Filter, attempts, count_attempts
from simulator.records.people import Person

PAGE = 200

COLUMNS = (
    Column("No.", 5, right=True, needs=90),
    Column("Scenario"),
    Column("Mode", 25, needs=90),
    Column("Mode", 8, needs=66, until=90),
    Column("Outcome", 13),
    Column("Score", 6, right=True),
    Column("When", 14),
)


ONLOOKERS = "Reading a review of a scenario counts as having practised it."


class AttemptsScreen(SectionScreen):
    """One's own attempts, or what somebody else played for the record."""

    NAME = "attempts"
    CSS_PATH = "../styles/lists.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        command("n", "turn_page(1)", "Older", "The next page."),
        command("p", "turn_page(-1)", "Newer", "The page before."),
        command("escape", "app.back", "Back", "Back to where you were.", show=False),
    ]

    def __init__(self, person: Person | None = None) -> None:
        """Of somebody else where a person is given."""
        super().__init__()
        self._other = person
        self._page = 0
        self._count = 0

    def body(self) -> ComposeResult:
        """A line of what is shown, and the table."""
        with Container(classes="list"):
            yield Static("", id="summary", classes="summary")
            yield Table(COLUMNS, empty="Reading…", id="attempts")

    async def load(self) -> None:
        """Read one page."""
        desk = self.desk
        person = self._other or desk.person
        chosen = Filter(person.id, mode="record", finished=True) if self._other else Filter(person.id)
        self._count = await desk.ask(count_attempts, desk.database, chosen)
        found = await desk.ask(attempts, desk.database, chosen, limit=PAGE, offset=self._page * PAGE)
        now = desk.clock()
        if self._other is None:
            said = count(self._count, "attempt")
            empty = "Nothing yet. What you play comes here, each attempt with its review. The library is at l."
        else:
            said = f"{person.name}: {count(self._count, 'scenario')} for the record. {ONLOOKERS}"
            empty = f"{person.name} has played nothing for the record yet."
        if self._count > PAGE:
            said += f", page {self._page + 1} of {-(-self._count // PAGE)}"
        self.query_one("#summary", Static).update(content(said))
        table = self.query_one(Table)
        places = [place for place, one in enumerate(found) if table.current and one.id == table.current.value.id]
        table.fill(
            [
                Row(
                    each,
                    (
                        str(each.id),
                        each.title,
                        mode(each.mode, each.practised),
                        "record" if each.for_the_record else "practice",
                        each.result.outcome if each.result else "interrupted",
                        score(each.result.score) if each.result else "",
                        ago(each.started, now),
                    ),
                    ("muted", "plain", "muted", "muted", "plain" if each.result else "strong", "strong", "muted"),
                )
                for each in found
            ],
            empty=empty,
            at=places[0] if places else 0,
        )
        self.refresh_bindings()

    @on(Table.Chosen)
    def open_attempt(self, event: Table.Chosen) -> None:
        """Review what is finished, resume what was interrupted."""
        attempt: AttemptKept = event.row.value
        if attempt.finished is None:
            routes.resume(self.coolhead, attempt.id)
        else:
            routes.review(self.coolhead, attempt.id)

    def action_turn_page(self, by: int) -> None:
        """Show another page."""
        self._page += by
        self.work(self.load(), group="load")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be no other page that way."""
        if action == "turn_page":
            by = parameters[0]
            assert isinstance(by, int)
            return 0 <= (self._page + by) * PAGE < self._count
        return super().check_action(action, parameters)
