"""Drills: moments that went wrong, each put again where it stood, and what every answer would have cost."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.types import CSSPathType
from textual.widgets import Static

from simulator.app import telling
from simulator.app.commands import command
from simulator.app.drill_wording import CHANGED, closing
from simulator.app.drilling import Drilling
from simulator.app.explaining import unweighed
from simulator.app.prose import Paragraph
from simulator.app.screens.conversation import Scene, Talk
from simulator.app.screens.frame import FramedScreen
from simulator.app.solving import SolvingFailed
from simulator.app.text import content, harmless
from simulator.app.verdict import MUTED, verdict
from simulator.app.widgets.coach import Coach
from simulator.app.widgets.customer import CustomerPanel
from simulator.app.widgets.responses import Responses
from simulator.app.widgets.transcript import Transcript
from simulator.records.errors import DrillLost
from simulator.records.open_drill import OpenDrill

Stage = Literal["opening", "asking", "judging", "explaining", "over"]
"""Where the screen stands: waiting for a drill, for an answer, for its judgement, for the trainee to read on, or at the
end of the sitting."""


class DrillScreen(FramedScreen[None]):
    """The drills that are due, one after the other."""

    STAYS = False
    CSS_PATH: ClassVar[CSSPathType | None] = ["../styles/conversation.tcss", "../styles/drill.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-middling"), (46, "-tall")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            command(f"{number}", f"answer({number})", f"Answer {number}", f"Give answer {number}.", show=False)
            for number in range(2, 6)
        ),
        command("1", "answer(1)", "Answer", "Give the answer of that number; it is kept at once.", shown_as="1-5"),
        command("s", "skip", "Skip", "On to the next drill; this one stays due."),
        command("n", "notes", "Notes", "What this is about, what you had learned and promised."),
        command("pageup", "scroll(-1)", "Earlier", "Scroll to what was said before.", show=False),
        command("pagedown", "scroll(1)", "Later", "Scroll to what was said last.", show=False),
        command("escape", "leave", "Leave", "Leave; what you have not answered stays due."),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._drilling: Drilling | None = None
        self._opened: OpenDrill | None = None
        self._stage: Stage = "opening"

    def body(self) -> ComposeResult:
        """The talk, and the customer, as in the conversation."""
        with Scene(id="scene"):
            with Talk(id="talk"):
                yield Transcript(id="transcript")
                yield Static(id="hint")
                yield Responses(id="responses")
                yield Coach(more="Enter", id="coach")
            yield CustomerPanel(id="customer")

    def on_mount(self) -> None:
        """Find what is due beside the screen."""
        self.entitle("Drills")
        self.work(self._begin(), group="drill")

    def on_unmount(self) -> None:
        """Nobody waits for a judgement any more."""
        if self._drilling is not None:
            self._drilling.stop()

    @property
    def stage(self) -> Stage:
        """Where the screen stands."""
        return self._stage

    @property
    def opened(self) -> OpenDrill | None:
        """The drill that is being put."""
        return self._opened

    async def _begin(self) -> None:
        self._drilling = Drilling(self.desk)
        await self._drilling.begin()
        await self._next(self._drilling)

    async def _next(self, drilling: Drilling) -> None:
        """Put the next drill; after the last say what came of the sitting."""
        self._enter("opening")
        try:
            opened = self._opened = await drilling.next()
        except DrillLost as error:
            self.notify(harmless(str(error)), title="A drill is lost", severity="warning", markup=False)
            await self._next(drilling)
            return
        if opened is None:
            await self._close(drilling)
            return
        moment = opened.conversation
        self.entitle(f"{moment.game.script.title} · drill {drilling.place} of {drilling.count}")
        self.query_one(Transcript).begin(telling.whole(moment))
        self.query_one(CustomerPanel).meet(moment)
        self.query_one(Responses).offer([response.script.say for response in moment.responses])
        self._enter("asking")
        if await drilling.changed(opened):
            note = self.query_one("#hint", Static)
            note.update(content(CHANGED))
            note.display = True

    async def _close(self, drilling: Drilling) -> None:
        left = await drilling.left()
        self.entitle("Drills")
        self.query_one(Transcript).begin(())
        said = (content(closing(drilling.judgements, left, drilling.today)), content("Enter leads back.", MUTED))
        self._say([Paragraph(text, bar="$accent") for text in said])
        self._enter("over")

    def _enter(self, stage: Stage) -> None:
        self._stage = stage
        self.set_class(stage == "over", "-over")
        self.query_one("#hint").display = False
        asking = stage == "asking"
        coach = stage in ("judging", "explaining", "over")
        self.query_one(Responses).display = asking
        self.query_one(Coach).display = coach
        if asking or coach:
            self.query_one(Responses if asking else Coach).focus(scroll_visible=False)
        self.refresh_bindings()

    def on_responses_given(self, message: Responses.Given) -> None:
        """A response was chosen by cursor or mouse."""
        self.action_answer(message.place + 1)

    def action_answer(self, number: int) -> None:
        """Give the response of that number, if it is time and there is one."""
        opened = self._opened
        if self._stage == "asking" and opened is not None and number <= len(opened.conversation.responses):
            self._stage = "judging"
            self.query_one(Responses).mark_given(number - 1)
            self.work(self._answer(opened, opened.conversation.responses[number - 1].id), group="drill")

    async def _answer(self, opened: OpenDrill, response: str) -> None:
        drilling = self._drilling
        assert drilling is not None
        after = opened.respond(response)
        self.query_one(Transcript).tell([*telling.given(after), *telling.reply(after)])
        self.query_one(CustomerPanel).react(after)
        self._say(list(unweighed(after)))
        self._enter("judging")
        try:
            move = await drilling.judge(opened, after)
        except SolvingFailed as error:
            self.notify(harmless(str(error)), title="Not judged, and not kept", severity="warning", markup=False)
            await self._next(drilling)
            return
        except Exception:
            self.query_one(Responses).mark_given(-1)
            self._enter("asking")
            raise
        self._say(list(verdict(move, opened.kept, drilling.today)))
        self._enter("explaining")

    def _say(self, paragraphs: list[Paragraph]) -> None:
        coach = self.query_one(Coach)
        coach.show(paragraphs)
        coach.refresh(layout=True)

    def on_coach_gone_on(self) -> None:
        """The verdict is read: on to the next drill, or back."""
        if self._stage == "over":
            self.action_leave()
        elif self._stage == "explaining":
            self.action_skip()

    def action_skip(self) -> None:
        """On to the next drill."""
        if self._drilling is not None and self._stage in ("asking", "explaining"):
            self.work(self._next(self._drilling), group="drill")

    def action_notes(self) -> None:
        """Show the notes in full, as they were at the moment."""
        from simulator.app.screens.notes import NotesScreen

        if self._opened is not None:
            self.app.push_screen(NotesScreen(self._opened.conversation))

    def action_scroll(self, by: int) -> None:
        """Scroll what was said by a screenful."""
        self.query_one(Transcript).scroll_page(by)

    def action_leave(self) -> None:
        """Leave. What was answered is kept, the rest stays due."""
        self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys mean something now."""
        if action in ("answer", "skip"):
            return self._stage == "asking"
        if action == "notes":
            return self._stage in ("asking", "judging", "explaining")
        return True
