"""The library: every scenario there is, what one scored there, and what each is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.widgets import Input, Static

from simulator.app import routes
from simulator.app.commands import command
from simulator.app.screens.section import SectionScreen
from simulator.app.shelf import KIND_CHOICES, ORDERS, about, shelved
from simulator.app.text import harmless
from simulator.app.widgets.choice_line import ChoiceLine
from simulator.app.widgets.field import Field
from simulator.app.widgets.table import Column, Row, Table, Tone
from simulator.app.wording import difficulty, score
from simulator.records.history import Best, best_scores
from simulator.scenario.library import Summary

SEARCHED = "title, customer, trade, kind or principle; enter: to the list, esc: close"

COLUMNS = (
    Column("Scenario"),
    Column("Kind", 14, needs=72),
    Column("Difficulty", 10, needs=50),
    Column("Practice", 8, right=True),
    Column("Record", 8, right=True),
)


class LibraryScreen(SectionScreen):
    """Scenarios to choose from."""

    NAME = "library"
    CSS_PATH = "../styles/library.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        command("slash", "search", "Search", "Type a part of a title, customer, kind or principle."),
        command("o", "order", "Order", "Order by difficulty, by kind, by title, or by your own best score."),
        *(
            command(str(place), f"kind({place - 1})", f"Show {choice.lower()}", "Show this kind only.", show=False)
            for place, choice in enumerate(KIND_CHOICES, start=1)
        ),
        command("escape", "back", "Back", "Leave the search; then back home.", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._summaries: tuple[Summary, ...] = ()
        self._bests: Mapping[str, Best] = {}
        self._order = 0

    def body(self) -> ComposeResult:
        """The kinds, the search, the table, and beside or beneath it what the scenario is about."""
        with Container(id="shelf"):
            yield ChoiceLine(KIND_CHOICES, id="kinds")
            yield Field(
                id="search",
                placeholder=SEARCHED,
                compact=True,
            )
            yield Table(COLUMNS, empty="Reading the library…", id="scenarios")
        with VerticalScroll(id="about", can_focus=False):
            yield Static("", id="about-text")

    def on_mount(self) -> None:
        """The table has the keys until somebody searches."""
        self.query_one("#search", Input).display = False
        self.query_one(Table).focus()

    async def load(self) -> None:
        """What is known at once, then what the folders hold now."""
        desk = self.desk
        self._bests = await desk.ask(best_scores, desk.database, desk.person.id)
        shown_meanwhile = self.set_interval(0.2, self._show_so_far)
        self._show_so_far()
        try:
            self._summaries = await desk.summaries()
        finally:
            shown_meanwhile.stop()
        self._fill()

    def _show_so_far(self) -> None:
        """Show what has been read while the rest is being read."""
        if self.desk.read_so_far != self._summaries:
            self._summaries = self.desk.read_so_far
            self._fill()

    def _fill(self) -> None:
        """Show what the search, the kind and the order leave, the cursor on the same scenario."""
        table = self.query_one(Table)
        before = table.current.value.entry.id if table.current else None
        shown = shelved(
            self._summaries,
            self._bests,
            kind=self.query_one(ChoiceLine).chosen,
            wanted=self.query_one("#search", Input).value,
            order=ORDERS[self._order],
        )
        places = [place for place, summary in enumerate(shown) if summary.entry.id == before]
        table.fill(
            [self._row(summary) for summary in shown],
            empty="No scenario matches." if self._summaries else "There are no scenarios.",
            at=places[0] if places else 0,
        )
        if not shown:
            self.query_one("#about-text", Static).update("")

    def _row(self, summary: Summary) -> Row:
        headline, own = summary.headline, self._bests.get(summary.entry.id)
        if headline is None:
            tones: tuple[Tone, ...] = ("muted", "bad")
            return Row(summary, (summary.entry.id, "can't be read", "", "", ""), tones, mark="!")
        practice, record = (own.practice, own.record) if own else (None, None)
        return Row(
            summary,
            (headline.title, headline.kind, difficulty(headline.difficulty), score(practice), score(record)),
            ("plain", "muted", "muted", "plain", "strong"),
        )

    @on(Table.Highlighted)
    def show_about(self, event: Table.Highlighted) -> None:
        """Tell what the scenario under the cursor is about."""
        summary: Summary = event.row.value
        own = self._bests.get(summary.entry.id)
        self.query_one("#about-text", Static).update(about(summary, own))
        self.query_one("#about", VerticalScroll).scroll_home(animate=False)

    @on(Table.Chosen)
    def open_scenario(self, event: Table.Chosen) -> None:
        """Brief on the scenario; one that can't be read tells what is wrong with it."""
        summary: Summary = event.row.value
        if summary.headline is None:
            problem = summary.problem
            hint = harmless(problem.hint) if problem else ""
            self.notify(hint, title="Mend the file first", severity="warning", markup=False)
            return
        routes.brief(self.coolhead, summary.entry.id)

    @on(ChoiceLine.Changed)
    @on(Input.Changed, "#search")
    def refill(self) -> None:
        """Show what is left."""
        self._fill()

    @on(Input.Submitted, "#search")
    def to_table(self) -> None:
        """From the search to what it found."""
        self.query_one(Table).focus()

    def action_search(self) -> None:
        """Open the search."""
        search = self.query_one("#search", Input)
        search.display = True
        search.focus()

    def action_back(self) -> None:
        """Close the search; without one, go home."""
        search = self.query_one("#search", Input)
        if not search.display:
            self.coolhead.action_go("home")
            return
        search.value = ""
        search.display = False
        self.query_one(Table).focus()

    def action_kind(self, place: int) -> None:
        """Show one kind, or all."""
        self.query_one(ChoiceLine).chosen = place

    def action_order(self) -> None:
        """Take the next order, and say which."""
        self._order = (self._order + 1) % len(ORDERS)
        self._fill()
        self.notify(f"Ordered by {ORDERS[self._order]}.", timeout=2)
