"""The conversation: what is said on the left, the customer on the right, what can be answered beneath."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.app import telling
from simulator.app.commands import command
from simulator.app.explaining import hides_sums, hint
from simulator.app.playing import Playing, begin, resume
from simulator.app.prose import Paragraph
from simulator.app.screens.frame import FramedScreen
from simulator.app.solving import SolvingFailed
from simulator.app.widgets.coach import Coach
from simulator.app.widgets.customer import CustomerPanel
from simulator.app.widgets.responses import Responses
from simulator.app.widgets.transcript import Transcript
from simulator.conversation.conversation import Conversation
from simulator.records.open_attempt import OpenAttempt

Stage = Literal["opening", "asking", "keeping", "explaining", "over"]
"""Where the screen stands: waiting for the attempt, for an answer, for it to be kept, for the trainee to read on, or
at the end."""


class Scene(Horizontal):
    """The talk and the customer, side by side."""

    BLANK = True


class Talk(Vertical):
    """What was said, and what can be answered beneath it."""

    BLANK = True


class ConversationScreen(FramedScreen[None]):
    """One attempt, from wherever it stands to its end."""

    STAYS = False
    CSS_PATH = "../styles/conversation.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-middling"), (46, "-tall")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            command(f"{number}", f"answer({number})", f"Answer {number}", f"Give answer {number}.", show=False)
            for number in range(2, 6)
        ),
        command("1", "answer(1)", "Answer", "Give the answer of that number.", shown_as="1-5"),
        command("h", "hint", "Hint", "Which principle a best answer shows here; practice only."),
        command("r", "take_back", "Rewind", "Take back your last answer; practice only."),
        command("b", "back_to", "Back…", "Go back to an earlier answer; practice only."),
        command("n", "notes", "Notes", "What this is about, what you have learned and promised."),
        command("pageup", "scroll(-1)", "Earlier", "Scroll to what was said before.", show=False),
        command("pagedown", "scroll(1)", "Later", "Scroll to what was said last.", show=False),
        command("escape", "leave", "Leave", "Leave; the attempt is kept, and home offers to go on."),
    ]

    def __init__(self, open_attempt: Callable[[], OpenAttempt]) -> None:
        """`open_attempt` blocks; it is called beside the screen, once there is a desk."""
        super().__init__()
        self._open_attempt = open_attempt
        self._playing: Playing | None = None
        self._stage: Stage = "opening"
        self._waiting = False
        """Whether something is still to be shown of what has happened already."""

    @classmethod
    def begin(cls, scenario: str, *, record: bool, seed: int | None) -> ConversationScreen:
        """A new attempt, or the one for the record that was interrupted."""
        screen = cls(lambda: begin(screen.desk, scenario, record=record, seed=seed))
        return screen

    @classmethod
    def resume(cls, attempt: int, *, keeping: int | None = None) -> ConversationScreen:
        """An attempt that was interrupted; or a practice as it was after so many answers, to go on otherwise."""
        screen = cls(lambda: resume(screen.desk, attempt, keeping=keeping))
        return screen

    def body(self) -> ComposeResult:
        """The talk, and the customer."""
        with Scene(id="scene"):
            with Talk(id="talk"):
                yield Transcript(id="transcript")
                yield Static(id="hint")
                yield Responses(id="responses")
                yield Coach(more="Enter", id="coach")
            yield CustomerPanel(id="customer")

    def on_mount(self) -> None:
        """Open the attempt beside the screen, then have it solved."""
        self.work(self._open(), group="attempt")

    def on_unmount(self) -> None:
        """Nobody waits for the solution any more."""
        if self._playing is not None:
            self._playing.stop()

    @property
    def playing(self) -> Playing:
        """The attempt; there is none while the stage is `opening`."""
        assert self._playing is not None, "keys are heeded once the attempt is open"
        return self._playing

    @property
    def stage(self) -> Stage:
        """Where the screen stands."""
        return self._stage

    @property
    def at_rest(self) -> bool:
        """Whether all is shown that has happened, so that it is the trainee's turn."""
        return self._stage not in ("opening", "keeping") and not self._waiting

    async def _open(self) -> None:
        try:
            opened = await self.desk.ask(self._open_attempt)
        except Exception:
            self.app.pop_screen()
            raise
        self._playing = Playing(self.desk, opened)
        conversation = opened.conversation
        how = "for the record" if self.playing.recorded else "practice"
        self.entitle(f"{conversation.game.script.title} · {how}")
        self.query_one(CustomerPanel).meet(conversation)
        self._begin_at(conversation)
        self.work(self._solve(), group="solving")

    async def _solve(self) -> None:
        try:
            await self.playing.solve()
        except SolvingFailed as error:
            if self.is_attached and not self.app._exit:
                self.notify(str(error), title="Answers can't be judged", severity="warning", markup=False)
            return
        if self._stage == "explaining":
            self._explain(self.playing.conversation)

    def _begin_at(self, conversation: Conversation) -> None:
        """Tell all that happened so far, and go on from there."""
        self.query_one(Transcript).begin(telling.whole(conversation, self._marks))
        self.query_one(CustomerPanel).show(conversation)
        self._go_on(conversation)

    def _go_on(self, conversation: Conversation) -> None:
        """Offer what can be answered, or say that it is over."""
        if conversation.ended:
            self._enter("over")
            self.query_one(Coach).close()
        else:
            says = [response.script.say for response in conversation.responses]
            self.query_one(Responses).offer(says, leaving=self.query_one(Transcript).latest)
            self._enter("asking")

    def _enter(self, stage: Stage) -> None:
        self._stage = stage
        coach = stage in ("explaining", "over")
        self.query_one("#hint").display = False
        self.query_one(Coach).display = coach
        self.query_one(Responses).display = stage in ("asking", "keeping")
        self.query_one(Coach if coach else Responses).focus(scroll_visible=False)
        self.refresh_bindings()

    def on_responses_given(self, message: Responses.Given) -> None:
        """A response was chosen by cursor or mouse."""
        self.action_answer(message.place + 1)

    def action_answer(self, number: int) -> None:
        """Give the response of that number, if it is time and there is one."""
        if self._stage == "asking" and number <= len(self.playing.conversation.responses):
            self._stage = "keeping"
            self.query_one(Responses).mark_given(number - 1)
            response = self.playing.conversation.responses[number - 1].id
            self.call_after_refresh(lambda: self.work(self._answer(response), group="attempt"))

    async def _answer(self, response: str) -> None:
        try:
            after = await self.playing.respond(response)
        except Exception:
            self._stage = "asking"
            self.query_one(Responses).mark_given(-1)
            raise
        transcript, customer = self.query_one(Transcript), self.query_one(CustomerPanel)
        if self.playing.recorded:
            transcript.tell([*telling.reply(after), *telling.onward(after)], read=telling.given(after))
            self._then(partial(self._go_on, after), partial(customer.show, after))
        else:
            transcript.tell([*telling.given(after), *telling.reply(after)])
            self._then(partial(self._pause, after), partial(customer.react, after))

    def _then(self, *steps: Callable[[], object]) -> None:
        """Do the steps one after another, each once what is before it has been painted.

        So the reply is there at once, and the rest follows within a few hundredths of a second.
        """
        self._waiting = True
        # By way of the transcript, so that what it has to paint is known by then.
        self.query_one(Transcript).call_later(self.call_after_refresh, self._step, *steps)

    def _step(self, first: Callable[[], object], *others: Callable[[], object]) -> None:
        self._waiting = False
        if self.is_attached:
            first()
            if others:
                self._then(*others)

    def _pause(self, after: Conversation) -> None:
        """Explain the last response, and wait until the trainee goes on."""
        self._explain(after)
        self._enter("explaining")

    def _explain(self, after: Conversation) -> None:
        self.query_one(Coach).explain(after, self.playing.move(after))

    def on_coach_gone_on(self) -> None:
        """The explanation is read: on to the next turn, or to the review."""
        conversation = self.playing.conversation
        if self._stage == "explaining":
            self.query_one(Transcript).tell(telling.onward(conversation), read=self._marks(conversation))
            self._stage = "keeping"
            show = self.query_one(CustomerPanel).show
            self._then(partial(self._go_on, conversation), partial(show, conversation))
        elif self._stage == "over":
            from simulator.app.screens.review import ReviewScreen

            # The solution may still be on its way: the review waits for the same one.
            beside, self.playing.beside = self.playing.beside, None
            self.app.switch_screen(ReviewScreen(self.playing.attempt.id, beside))

    def _marks(self, after: Conversation) -> Iterable[Paragraph]:
        """The judgement beneath an answer, in practice, once it is known."""
        move = None if self.playing.recorded else self.playing.move(after)
        return () if move is None else (telling.mark(move, cost=not hides_sums(after)),)

    def action_hint(self) -> None:
        """Show which principle a best response shows."""
        options = self.playing.options()
        text = hint(options) if options else "A hint in a moment: it is still being worked out what is best here."
        label = self.query_one("#hint", Static)
        label.update(text)
        label.display = True

    def action_take_back(self) -> None:
        """Go back to before the last response."""
        self._rewind(self.playing.conversation.number - 1)

    def action_back_to(self) -> None:
        """Choose an earlier response to go back to."""
        from simulator.app.screens.back_to import BackToScreen

        def chosen(number: int | None) -> None:
            if number is not None:
                self._rewind(number)

        self.app.push_screen(BackToScreen(self.playing.conversation), chosen)

    def _rewind(self, to: int) -> None:
        self._stage = "keeping"
        self.work(self._go_back(to), group="attempt")

    async def _go_back(self, to: int) -> None:
        conversation = await self.playing.rewind(to)
        self._begin_at(conversation)
        self.notify(f"Back at answer {to + 1}.", timeout=2)

    def action_notes(self) -> None:
        """Show the notes in full."""
        from simulator.app.screens.notes import NotesScreen

        self.app.push_screen(NotesScreen(self.playing.conversation))

    def action_scroll(self, by: int) -> None:
        """Scroll what was said by a screenful."""
        self.query_one(Transcript).scroll_page(by)

    def action_leave(self) -> None:
        """Leave. All is kept."""
        if self._playing is not None and not self.playing.conversation.ended:
            self.notify("It is kept as it stands. Home offers to go on.", timeout=3)
        self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys mean something now."""
        if self._playing is None:
            return action not in ("answer", "hint", "take_back", "back_to", "notes")
        if action == "answer":
            return self._stage == "asking"
        if action == "hint":
            return self._stage == "asking" and not self.playing.recorded
        if action in ("take_back", "back_to"):
            can = self._stage in ("asking", "explaining", "over") and self.playing.conversation.number > 0
            return can and not self.playing.recorded
        return True
