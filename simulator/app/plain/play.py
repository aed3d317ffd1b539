"""Playing in plain lines: one number a line answers, the end of input saves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

from simulator.analysis.review import Reviewer
from simulator.analysis.solution import Solution
from simulator.app.plain.answers import asked, chosen
from simulator.app.plain.explanation import explained, hint
from simulator.app.plain.printer import Printer
from simulator.app.plain.telling import contact_in_words, print_given, print_known, print_turn
from simulator.app.solving import SolvingFailed
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import HIGHEST
from simulator.records.open_attempt import OpenAttempt

HELP = (
    "Type the number of your answer.",
    "n: what you know, and what you have promised.",
    "t: this turn again.",
    "h: a hint, in practice only.",
    "r: take back your last answer, in practice only; r 3 takes back three.",
    "q: stop, and go on another time.",
)

IN_PRACTICE = "Practice: every answer is explained, and can be taken back."

FOR_THE_RECORD = "For the record: this counts, once. No answer is taken back, and none is explained until the end."

NOT_FOR_THE_RECORD = "This is for the record: no hint, and nothing is taken back."


@dataclass
class PlainPlay:
    """A conversation between the lines of an input and a printer."""

    attempt: OpenAttempt
    printer: Printer
    input: TextIO
    solution: Callable[[], Solution]
    """Asked for when something is to be explained; may take a while the first time, and raise SolvingFailed."""
    echo: bool = False
    """Whether to print what was read, as nothing on the screen shows it."""
    answers: tuple[str, ...] = ()
    """Responses to give before the input is read, by their ids."""
    _reviewer: Reviewer | None = field(default=None, init=False)

    def play(self) -> Conversation:
        """Play until the conversation has ended, or the input has, or the trainee stops.

        Raises NotAvailable where one of the `answers` can't be given; those before it have been.
        """
        self._open()
        for answer in self.answers:
            self._give(answer)
        while not self._conversation.ended:
            entry = asked(self.printer, self.input, self._conversation, echo=self.echo)
            if entry is None:
                break
            if entry:
                self._take(entry)
        return self._conversation

    @property
    def _conversation(self) -> Conversation:
        return self.attempt.conversation

    def _open(self) -> None:
        script = self._conversation.game.script
        called = script.customer.called
        self.printer.say(script.title)
        self.printer.say()
        self.printer.say(script.setting)
        self.printer.say()
        self.printer.say(f"Your customer is {script.customer.name}. {script.customer.about}")
        self.printer.say()
        self.printer.say(FOR_THE_RECORD if self.attempt.for_the_record else IN_PRACTICE)
        self.printer.say(f"{called}'s anger, trust and openness go from 0 to {HIGHEST}.")
        self.printer.say("Type the number of your answer, ? for help, q to stop and go on another time.")
        self.printer.say()
        self.printer.say(contact_in_words(self._conversation))
        if count := self._conversation.number:
            self.printer.say(f"You go on after {count} answer{'' if count == 1 else 's'}, the last of which was this.")
            self.printer.say()
            print_given(self.printer, self._conversation)
            self.printer.say()
        if not self._conversation.ended:
            print_turn(self.printer, self._conversation)

    def _take(self, entry: str) -> None:
        word, *rest = entry.lower().split()
        if word in ("?", "help"):
            for line in HELP:
                self.printer.say(line)
        elif word == "n":
            print_known(self.printer, self._conversation)
        elif word == "t":
            print_turn(self.printer, self._conversation)
        elif word in ("h", "r") and self.attempt.for_the_record:
            self.printer.say(NOT_FOR_THE_RECORD)
        elif word == "h":
            self._hint()
        elif word == "r":
            self._take_back(rest)
        else:
            self._answer(entry)

    def _answer(self, entry: str) -> None:
        response = chosen(self.printer, self._conversation, entry)
        if response is not None:
            self._give(response.id)

    def _give(self, response: str) -> None:
        after = self.attempt.respond(response)
        self.printer.say()
        print_given(self.printer, after)
        if not self.attempt.for_the_record:
            self._explain(after)
        self._go_on()

    def _go_on(self) -> None:
        """What comes after an answer: perhaps another contact, then the next turn, or how it ends."""
        conversation = self._conversation
        self.printer.say()
        if conversation.ended:
            self.printer.say(conversation.ending_text)
            self.printer.say()
            return
        if conversation.previous and conversation.contact is not conversation.previous.contact:
            self.printer.say(contact_in_words(conversation))
        print_turn(self.printer, self._conversation)

    def _explain(self, after: Conversation) -> None:
        self.printer.say()
        try:
            for sentence in explained(self._reviewed(after).move(after)):
                self.printer.say(sentence)
        except SolvingFailed as error:
            self.printer.say(f"It can't be explained. {error}")

    def _reviewed(self, conversation: Conversation) -> Reviewer:
        if self._reviewer is None:
            self._reviewer = Reviewer(conversation, self.solution())
        return self._reviewer

    def _hint(self) -> None:
        try:
            self.printer.say(hint(self.solution().options(self._conversation.state)))
        except SolvingFailed as error:
            self.printer.say(f"There is no hint. {error}")

    def _take_back(self, rest: list[str]) -> None:
        steps = rest[0] if rest else "1"
        if not (steps.isdecimal() and int(steps[:4])):
            self.printer.say("Type r to take back your last answer, or r and how many.")
        elif not self._conversation.number:
            self.printer.say("There is no answer to take back yet.")
        else:
            self.attempt.rewind(max(0, self._conversation.number - int(steps[:4])))
            self.printer.say(f"Back to answer {self._conversation.number + 1}.")
            self.printer.say()
            print_turn(self.printer, self._conversation)
