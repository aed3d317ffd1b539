"""The briefing: what a scenario is about, and whether to practise it or to play it for the record."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from simulator.app import routes
from simulator.app.briefs import Brief, Way, brief, first_impression, told, warning, way_in_words
from simulator.app.commands import command
from simulator.app.screens.frame import FramedScreen
from simulator.app.widgets.face import Face
from simulator.app.widgets.prose import Prose
from simulator.app.widgets.responses import Responses

BEGIN, NOT_NOW = "Begin. It counts.", "Not now."


class BriefingScreen(FramedScreen[None]):
    """Before a conversation."""

    STAYS = False
    CSS_PATH = "../styles/briefing.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-middling"), (46, "-tall")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            command(f"{number}", f"choose({number})", "Choose", f"Choose number {number}.", show=False)
            for number in range(2, 6)
        ),
        command("1", "choose(1)", "Choose", "Choose what has that number.", shown_as="1-4"),
        command("pageup", "scroll(-1)", "Up", "Scroll what it is about.", show=False),
        command("pagedown", "scroll(1)", "Down", "Scroll what it is about.", show=False),
        command("escape", "back", "Back", "Back to where you came from."),
    ]

    def __init__(self, scenario: str, *, record: bool = False, seed: int | None = None) -> None:
        """With `record` it is asked at once whether to play for the record."""
        super().__init__()
        self._scenario = scenario
        self._record = record
        self._seed = seed
        self._brief: Brief | None = None
        self._warning = False
        """Whether it is being asked if the attempt for the record shall begin."""

    def body(self) -> ComposeResult:
        """What it is about, the face, the ways to go on."""
        with Vertical(id="briefing"):
            with Horizontal(id="brief-about"):
                yield Prose(more="PgDn", id="brief")
                yield Face(id="brief-face")
            yield Responses(id="ways")

    def on_mount(self) -> None:
        """Read the scenario beside the screen."""
        self.entitle("Briefing")
        self.work(self._load())

    async def _load(self) -> None:
        try:
            found = self._brief = await self.desk.ask(brief, self.desk, self._scenario)
        except Exception:
            self.app.pop_screen()
            raise
        face = self.query_one(Face)
        face.belong_to(found.script)
        face.show(first_impression(found.script), at_once=True)
        self._offer()
        if self._record and "record" in found.ways:
            self._warn()
        self.query_one(Responses).focus()

    def _offer(self) -> None:
        assert self._brief is not None, "ways are offered once the scenario is read"
        self._warning = False
        self.query_one("#brief", Prose).show(told(self._brief))
        self.query_one(Responses).offer([way_in_words(way, self._brief) for way in self._brief.ways])

    def _warn(self) -> None:
        assert self._brief is not None, "ways are offered once the scenario is read"
        self._warning = True
        self.query_one("#brief", Prose).show(warning(self._brief))
        self.query_one(Responses).offer([BEGIN, NOT_NOW])

    def on_responses_given(self, message: Responses.Given) -> None:
        """A way was chosen by cursor or mouse."""
        self.action_choose(message.place + 1)

    def action_choose(self, number: int) -> None:
        """Go the way of that number."""
        if self._brief is None or number > self.query_one(Responses).count:
            return
        if not self._warning:
            self._go(self._brief.ways[number - 1], self._brief)
        elif number == 1:
            routes.play(self.coolhead, self._scenario, record=True, seed=self._seed)
        else:
            self._offer()

    def _go(self, way: Way, found: Brief) -> None:
        if way == "practise":
            routes.play(self.coolhead, self._scenario, seed=self._seed)
        elif way == "record":
            self._warn()
        elif way == "resume" and found.interrupted is not None:
            routes.resume(self.coolhead, found.interrupted.id)
        elif way == "resume the record" and found.recorded is not None:
            routes.resume(self.coolhead, found.recorded.id)
        elif way == "review the record" and found.recorded is not None:
            routes.review(self.coolhead, found.recorded.id)

    def action_scroll(self, by: int) -> None:
        """Scroll what it is about by a screenful."""
        self.query_one("#brief", Prose).scroll_page(by)

    def action_back(self) -> None:
        """Back: first from the warning, then from the briefing."""
        if self._warning:
            self._offer()
        else:
            self.app.pop_screen()
