"""Drilling in plain lines: missed moments put again, one after the other, each answered once."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import TextIO

from scoring.principles import load_principles
from scoring.scorecard import JUDGEMENTS
from simulator.analysis.review import Move, Reviewer
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
from simulator.records.open_drill import OpenDrill, open_drill
from simulator.records.people import Person
from simulator.scenario.digest import digest
from simulator.scenario.library import Library

HELP = (
    "Type the number of your answer.",
    "n: what you knew, and what you had promised.",
    "t: this turn again.",
    "a: all that was said before.",
    "s: skip this one; it stays due.",
    "q: stop; the rest stays due.",
)


NOTHING = "There is nothing to drill. Mistakes that you make when you play come here."


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
        if drills:
            self.printer.say(
                f"{_moments(len(drills))} that went wrong {'is' if len(drills) == 1 else 'are'} due again."
            )
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
            self.printer.say("The scenario has changed since. This is the script that you played.")
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
        self.printer.say(_then(drill, move))
        self.printer.say(f"It comes back {in_words(drill.due, today(self.clock()))}.")

    def _closing(self) -> str:
        """What was done, and when there is more."""
        now = self.clock()
        left = waiting(self.database, self.person.id, at=now)
        said = []
        if self.answered:
            counts = Counter(move.judgement for _, move in self.answered)
            how = ", ".join(f"{counts[judgement]} {judgement}" for judgement in JUDGEMENTS if counts[judgement])
            said.append(f"You answered {len(self.answered)}: {how}.")
        if left.due:
            said.append(f"{_moments(left.due)} {'is' if left.due == 1 else 'are'} still due. `coolhead drill` goes on.")
        elif left.next_day:
            said.append(f"Nothing{' more' if self.answered else ''} is due.")
            said.append(f"The next comes {in_words(left.next_day, today(now))}.")
        else:
            said.append(NOTHING)
        return " ".join(said)


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


def has_changed(library: Library, drill: Drill) -> bool:
    """Whether the scenario of a drill has another script by now; one that left the library, or is broken, has none."""
    entry = library.entries.get(drill.scenario)
    script = library.load(entry).reading.script if entry else None
    return script is not None and digest(script) != drill.script


def in_words(day: date, from_day: date) -> str:
    """When a day is, seen from another."""
    days = (day - from_day).days
    if days <= 0:
        return "today"
    return f"{'tomorrow' if days == 1 else f'in {days} days'}, on {day.isoformat()}"


def _moments(count: int) -> str:
    return "One moment" if count == 1 else f"{count} moments"


def _costs(move: Move) -> Iterator[str]:
    """Every answer with its judgement and cost, and the coach's word on those that are not the one given."""
    whys = {response.id: response.script.why for response in move.before.responses}
    for each in move.alternatives:
        given = each.response == move.given.response.id
        cost = f"{each.cost} point{'' if each.cost == 1 else 's'}" if each.cost else "nothing"
        why = "" if given or not each.cost else whys[each.response]
        yield f"{each.judgement.capitalize()}, {cost}{', and your answer' if given else ''}. {why}".rstrip()


def _then(drill: Drill, move: Move) -> str:
    """What was answered when it was missed."""
    miss = drill.misses[-1]
    places = {each.response: number for number, each in enumerate(move.alternatives, start=1)}
    times = f", the last of {len(drill.misses)} times" if len(drill.misses) > 1 else ""
    return f"When you missed it in attempt {miss.attempt}{times}, you gave answer {places.get(miss.response, '?')}."
