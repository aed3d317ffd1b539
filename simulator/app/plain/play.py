"""Playing in plain lines: one number a line answers, the end of input saves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

from simulator.analysis.review import Reviewer
from simulator.analysis.solution import Solution
from simulator.app.plain.printer import Printer
from simulator.app.plain.review import print_line, print_move
from simulator.conversation.conversation import Conversation
from simulator.conversation.promises import pledges
from simulator.records.errors import NotForTheRecord
from simulator.records.open_attempt import OpenAttempt

HELP = """\
Answer with a number. Also: f for what {customer} has told you and what you have promised, t for the turn again, \
r to take back your last answer (practice only; r 3 takes back three), q to stop and go on later, ? for this."""


@dataclass
class PlainPlay:
    """A conversation between the lines of an input and a printer."""

    attempt: OpenAttempt
    printer: Printer
    input: TextIO
    solution: Callable[[], Solution]
    """Asked for when something is to be explained; may take a while the first time."""
    echo: bool = False
    """Whether to print what was read, as nothing on the screen shows it."""
    _reviewer: Reviewer | None = field(default=None, init=False)

    def play(self) -> Conversation:
        """Play until the conversation has ended, or the input has, or the trainee stops."""
        self._open()
        while not self._conversation.ended:
            responses = self._conversation.responses
            self.printer.ask(f"Your answer, 1 to {len(responses)} (? for help): ")
            line = self.input.readline()
            if not line:
                self.printer.say()
                return self._conversation
            entry = line.strip()
            if self.echo:
                self.printer.say(entry)
            if entry.lower() in ("q", "quit", "exit"):
                return self._conversation
            if entry:
                self._take(entry)
        self.printer.say()
        self.printer.say(self._conversation.ending_text)
        self.printer.say()
        return self._conversation

    @property
    def _conversation(self) -> Conversation:
        return self.attempt.conversation

    def _open(self) -> None:
        script = self._conversation.game.script
        self.printer.say(script.title)
        self.printer.say(script.setting)
        self.printer.say(script.customer.about, f"{script.customer.name}: ", "")
        if self.attempt.for_the_record:
            self.printer.say("For the record: no way back, no explanation until the end, and this counts.")
        if self._conversation.number:
            count = self._conversation.number
            self.printer.say(f"You go on after {count} answer{'s' if count != 1 else ''}.")
        if not self._conversation.ended:
            self._contact()
            self._turn()

    def _take(self, entry: str) -> None:
        word, *rest = entry.lower().split()
        if word == "?" or word == "help":
            self.printer.say(HELP.format(customer=self._conversation.game.script.customer.called))
        elif word == "f":
            self._known()
        elif word == "t":
            self._turn()
        elif word == "r":
            self._rewind(rest)
        else:
            self._answer(entry)

    def _answer(self, entry: str) -> None:
        responses = self._conversation.responses
        number = entry.rstrip(".)").strip()
        by_id = {response.id: response for response in responses}
        if number in by_id:
            chosen = by_id[number]
        elif number.isdecimal() and len(number) < 4 and 1 <= int(number) <= len(responses):
            chosen = responses[int(number) - 1]
        else:
            self.printer.say(
                f"That is not one of the answers. Type a number from 1 to {len(responses)}, or ? for help."
            )
            return
        before = self._conversation
        after = self.attempt.respond(chosen.id)
        self.printer.say()
        self.printer.say(chosen.script.say, "You: ")
        if after.reply:
            self.printer.say(after.reply, f"{after.game.script.customer.called}: ")
        if not self.attempt.for_the_record:
            self._explain(after)
        if not after.ended:
            if after.contact is not before.contact:
                self._contact()
            self._turn()

    def _explain(self, after: Conversation) -> None:
        if self._reviewer is None:
            self._reviewer = Reviewer(after, self.solution())
        self.printer.say()
        print_move(self.printer, self._reviewer.move(after), sums=not after.masked or after.ended)

    def _rewind(self, rest: list[str]) -> None:
        steps = int(rest[0]) if rest and rest[0].isdecimal() and len(rest[0]) < 4 else 1
        if rest and not (rest[0].isdecimal() and steps):
            self.printer.say("Type r to take back your last answer, or r and how many.")
            return
        try:
            self.attempt.rewind(max(0, self._conversation.number - steps))
        except NotForTheRecord as error:
            self.printer.say(str(error))
            return
        self.printer.say(f"Back to answer {self._conversation.number + 1}.")
        self._contact()
        self._turn()

    def _contact(self) -> None:
        conversation = self._conversation
        days = conversation.given.answer.days if conversation.given else 0
        later = "" if not days else "A day later. " if days == 1 else f"{days} days later. "
        channel = conversation.contact.script.channel
        self.printer.say()
        self.printer.say(f"-- {later}{channel[:1].upper()}{channel[1:]}. --")

    def _turn(self) -> None:
        conversation = self._conversation
        self.printer.say()
        print_line(self.printer, conversation)
        anger, trust, openness = conversation.shown_feelings
        self.printer.say(
            f"[{conversation.game.script.customer.called} {'seems' if conversation.masked else 'is'} "
            f"{conversation.shown_feelings.mood}: anger {anger}, trust {trust}, openness {openness}, of 20]",
            "  ",
        )
        self.printer.say()
        for number, response in enumerate(conversation.responses, start=1):
            self.printer.say(response.script.say, f"{number}. ")

    def _known(self) -> None:
        for fact in self._conversation.facts:
            self.printer.say(fact, "You know: ")
        for pledge in pledges(self._conversation):
            self.printer.say(pledge.text, f"Promised ({pledge.status}): ")
        if not self._conversation.facts and not pledges(self._conversation):
            self.printer.say("You have learned nothing yet, and promised nothing.")
