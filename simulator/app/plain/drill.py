"""Drilling in plain lines: missed moments put again, one after the other, each answered once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TextIO

from scoring.principles import load_principles
from simulator.analysis.review import Move, Reviewer
from simulator.app.drill_wording import CHANGED, NOTHING, closing, moments, on_day, when_missed
from simulator.app.plain.answers import asked, chosen
from simulator.app.plain.drill_data import sitting_data
from simulator.app.plain.explanation import reviewed
from simulator.app.plain.printer import Printer
from simulator.app.plain.results import write_json
from simulator.app.plain.telling import contact_in_words, print_exchange, print_given, print_known, print_turn
from simulator.app.solving import Solving, SolvingFailed, solving
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import GameResponse
from simulator.records.database import Database
from simulator.records.drills import Drill, DrillsWaiting, due_drills, today, waiting
from simulator.records.errors import DrillLost
from simulator.records.open_attempt import utc_now
from simulator.records.open_drill import OpenDrill, has_changed, open_drill
from simulator.records.people import Person
from simulator.scenario.library import Library

HELP = (
    "Type the number of your answer.",
    "n: what you knew, and what you had promised.",
    "t: this turn again.",
    "a: all that was said before.",
    "s: skip this one; it stays due.",
    "q: stop; the rest stays due.",
)


@dataclass
class PlainDrills:
    """The drills of a person that are due, between the lines of an input and a printer."""

    database: Database
    person: Person
    printer: Printer
    input: TextIO
    changed: Callable[[Drill], bool] = lambda drill: False
    """Whether the scenario of a drill has another script by now."""
    echo: bool = False
    """Whether to print what was read, as nothing on the screen shows it."""
    clock: Callable[[], datetime] = utc_now
    answered: list[tuple[Drill, Move]] = field(default_factory=list, init=False)
    """What was answered, each with its new day."""

    def put(self) -> None:
        """Put all that are due, the longest waiting first, until the input ends or the trainee stops."""
        drills = due_drills(self.database, self.person.id, at=self.clock())
        if not drills:
            self.printer.say(self._closing())
            return
        self.printer.say(f"{moments(len(drills))} that went wrong {'is' if len(drills) == 1 else 'are'} due again.")
        self.printer.say("Type the number of your answer, ? for help, q to stop. Every answer is kept at once.")
        for number, drill in enumerate(drills, start=1):
            self.printer.say()
            self.printer.say(f"{number} of {len(drills)}. {drill.title}")
            if not self._put_one(drill):
                break
        self.printer.say()
        self.printer.say(self._closing())

    def _put_one(self, drill: Drill) -> bool:
        """Put one drill; whether to go on to the next."""
        try:
            opened = open_drill(self.database, drill, load_principles(), clock=self.clock)
        except DrillLost as error:
            self.printer.say(str(error))
            return True
        moment = opened.conversation
        beside = solving(self.database, opened.scenario, moment.rewound(0).feelings)
        try:
            self._tell(drill, moment)
            return self._ask(opened, beside)
        except SolvingFailed as error:
            self.printer.say(f"Your answer can't be judged, so it is not kept. {error}")
            return True
        finally:
            beside.stop()

    def _tell(self, drill: Drill, moment: Conversation) -> None:
        """The moment as it was: who the customer is, what was said last, and the turn."""
        script = moment.game.script
        if self.changed(drill):
            self.printer.say(CHANGED)
        self.printer.say()
        if moment.previous is None:
            self.printer.say(script.setting)
            self.printer.say()
        self.printer.say(f"Your customer is {script.customer.name}. {script.customer.about}")
        self.printer.say()
        print_exchange(self.printer, moment)
        if moment.previous is not None:
            self.printer.say()
        if moment.previous is None or moment.contact is not moment.previous.contact:
            self.printer.say(contact_in_words(moment))
        print_turn(self.printer, moment)

    def _ask(self, opened: OpenDrill, beside: Solving) -> bool:
        """Read entries until one is an answer, or leads on; whether to go on to the next drill."""
        moment = opened.conversation
        while (entry := asked(self.printer, self.input, moment, echo=self.echo)) is not None:
            match entry.lower():
                case "":
                    continue
                case "?" | "help":
                    for line in HELP:
                        self.printer.say(line)
                case "n":
                    print_known(self.printer, moment)
                case "t":
                    print_turn(self.printer, moment)
                case "a":
                    self._tell_all(moment)
                case "s":
                    return True
                case _:
                    if response := chosen(self.printer, moment, entry):
                        self._answer(opened, response, beside)
                        return True
        return False

    def _tell_all(self, moment: Conversation) -> None:
        self.printer.say(moment.game.script.setting)
        for earlier in moment.path[1:]:
            self.printer.say()
            print_exchange(self.printer, earlier)
        self.printer.say()
        print_turn(self.printer, moment)

    def _answer(self, opened: OpenDrill, response: GameResponse, beside: Solving) -> None:
        after = opened.respond(response.id)
        move = Reviewer(after, beside.result(self.database)).move(after)
        drill = opened.keep(move)
        self.answered.append((drill, move))
        self.printer.say()
        print_given(self.printer, after)
        self.printer.say()
        for sentence in reviewed(move):
            self.printer.say(sentence)
        self.printer.say()
        self.printer.say("What each answer would have cost")
        for number, sentence in enumerate(_costs(move), start=1):
            self.printer.say(sentence, f"{number}. ")
        self.printer.say()
        self.printer.say(when_missed(drill, [each.response for each in move.alternatives]))
        self.printer.say(f"It comes back {on_day(drill.due, today(self.clock()))}.")

    def _closing(self) -> str:
        now = self.clock()
        left = waiting(self.database, self.person.id, at=now)
        return closing([move.judgement for _, move in self.answered], left, today(now))


def drill(database: Database, person: Person | None, library: Library, *, as_json: bool) -> None:
    """Put what is due on the standard streams; as JSON the sitting on standard output, the rest on standard error.

    `person` is None for somebody who has never played. Raises what the rooms below raise.
    """
    printer = Printer(sys.stderr if as_json else sys.stdout)
    if person is None:
        if as_json:
            write_json(sys.stdout, sitting_data(None, [], [], DrillsWaiting(0, 0, None)))
        else:
            printer.say(NOTHING)
        return
    drills = PlainDrills(
        database, person, printer, sys.stdin, partial(has_changed, library), echo=not sys.stdin.isatty()
    )
    try:
        drills.put()
    except KeyboardInterrupt:
        sys.stderr.write("\nWhat you answered is kept. `coolhead drill` goes on.\n")
        raise
    if as_json:
        now = utc_now()
        due = due_drills(database, person.id, at=now)
        write_json(sys.stdout, sitting_data(person, drills.answered, due, waiting(database, person.id, at=now)))


def _costs(move: Move) -> Iterator[str]:
    """Every answer with its judgement and cost, and the coach's word on those that are not the one given."""
    whys = {response.id: response.script.why for response in move.before.responses}
    for each in move.alternatives:
        given = each.response == move.given.response.id
        cost = f"{each.cost} point{'' if each.cost == 1 else 's'}" if each.cost else "nothing"
        why = "" if given or not each.cost else whys[each.response]
        yield f"{each.judgement.capitalize()}, {cost}{', and your answer' if given else ''}. {why}".rstrip()
