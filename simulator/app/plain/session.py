"""One sitting in plain lines, from opening the attempt to the review at its end; and a review of an earlier one."""

from __future__ import annotations

import secrets
import shlex
import sys
from dataclasses import dataclass

from scoring.principles import load_principles
from simulator.analysis.review import Reviewer
from simulator.app.plain.play import PlainPlay
from simulator.app.plain.printer import Printer
from simulator.app.plain.results import reviewed_attempt_data, unreviewed_attempt_data, write_json
from simulator.app.plain.review import print_review
from simulator.app.plain.waiting import reviewer_of, solution_of
from simulator.app.solving import Solving, SolvingFailed, solving
from simulator.app.text import harmless
from simulator.conversation.errors import NotAvailable, ReplayError
from simulator.conversation.game import Game
from simulator.records import attempts, history
from simulator.records.database import Database
from simulator.records.errors import RecordsError
from simulator.records.lessons import keep_review
from simulator.records.open_attempt import OpenAttempt, Scenario, resume_attempt, start_attempt, utc_now
from simulator.records.people import Person
from simulator.records.reviews import mark_review_seen
from simulator.scenario.library import Loaded

HIGHEST_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants to play."""

    record: bool = False
    seed: int | None = None
    resume: bool = False
    """Go on with the practice of this scenario that was interrupted last, if there is one."""
    answers: tuple[str, ...] = ()
    """Responses to give before standard input is read."""
    as_json: bool = False
    """The review as one JSON object on standard output, and the conversation on standard error."""
    scenario: str = ""
    """How the scenario was asked for, and will be again to go on with it."""
    options: tuple[str, ...] = ()
    """Who plays and which records, as the options said it."""


def play(database: Database, person: Person, loaded: Loaded, wish: Wish) -> None:
    """Play a scenario in plain lines on the standard streams. Raises what the rooms below raise."""
    opened = _opened(database, person, loaded, wish)
    beside = solving(database, opened.scenario, opened.conversation.rewound(0).feelings)
    printer = Printer(sys.stderr if wish.as_json else sys.stdout)
    try:
        PlainPlay(
            opened,
            printer,
            sys.stdin,
            lambda: solution_of(beside, database),
            echo=not sys.stdin.isatty(),
            answers=wish.answers,
        ).play()
        if not opened.conversation.ended:
            _tell(_how_to_go_on(opened, wish))
        _print_result(database, opened, beside, printer, wish)
    except (KeyboardInterrupt, OSError, RecordsError, SolvingFailed, NotAvailable):
        _tell("")
        _tell(_how_to_go_on(opened, wish))
        raise
    finally:
        beside.stop()


def print_attempt(database: Database, attempt: int, looker: Person | None, *, as_json: bool) -> None:
    """The review of an attempt that is kept, on standard output. Raises NotEnded for one for the record."""
    principles = load_principles()
    try:
        opened = resume_attempt(database, attempt, principles)
    except ReplayError as error:
        raise NotReplayed(database, attempt) from error
    if opened.for_the_record and not opened.conversation.ended:
        raise NotEnded(attempt)
    reviewer = reviewer_of(database, opened)
    keep_review(database, opened, reviewer, at=utc_now())
    found = reviewer.review(opened.conversation)
    if looker is not None:
        mark_review_seen(database, looker.id, opened.kept.scenario, at=utc_now())
    if as_json:
        write_json(sys.stdout, reviewed_attempt_data(opened, found))
        return
    printer = Printer(sys.stdout)
    kept = opened.kept
    printer.say(f"{kept.title}, attempt {kept.id}")
    printer.say(f"{kept.person.name}, {kept.started.astimezone():%Y-%m-%d %H:%M}, {_mode(opened)}.")
    if not opened.under_present_rules and kept.result and kept.result.score is not None:
        printer.say(f"It was played under other rules, by which it scored {kept.result.score}.")
    print_review(printer, found, principles, retold=True)


class NotEnded(RecordsError):
    """An attempt for the record that goes on: its review would tell what its answers are worth."""

    def __init__(self, attempt: int) -> None:
        super().__init__(f"Attempt {attempt} is for the record and has not ended. Its review comes with its end.")


class NotReplayed(RecordsError):
    """An attempt that today's rules take elsewhere than those it was played by."""

    def __init__(self, database: Database, attempt: int) -> None:
        result = attempts.load_attempt(database, attempt).result
        scored = f"It scored {result.score} then, and that stays." if result and result.score is not None else ""
        super().__init__(
            f"Attempt {attempt} was played under other rules and can't be replayed by these. {scored}".strip()
        )


def _opened(database: Database, person: Person, loaded: Loaded, wish: Wish) -> OpenAttempt:
    """The attempt to play on: a new one, or the one that was interrupted."""
    principles = load_principles()
    waiting = [each for each in history.unfinished(database, person.id) if each.scenario == loaded.entry.id]
    interrupted = next((each.id for each in waiting if each.for_the_record == wish.record), None)
    if interrupted is not None and (wish.record or wish.resume):
        if wish.seed is not None:
            _tell("It goes on with the seed that it was begun with.")
        return resume_attempt(database, interrupted, principles)
    if wish.resume:
        _tell("Nothing was interrupted here; this is a new attempt.")
    elif interrupted is not None and not wish.record:
        _tell(f"Attempt {interrupted} waits where it was interrupted; --resume goes on with it.")
    scenario = Scenario(loaded.entry.id, loaded.reading.text, Game(loaded.script, principles))
    seed = secrets.randbelow(HIGHEST_SEED) if wish.seed is None else wish.seed
    mode: attempts.Mode = "record" if wish.record else "practice"
    return start_attempt(database, scenario, person=person.id, mode=mode, seed=seed)


def _print_result(database: Database, opened: OpenAttempt, beside: Solving, printer: Printer, wish: Wish) -> None:
    """The review of what was played; as JSON also of what was not played to its end."""
    ended = opened.conversation.ended
    if not ended and (opened.for_the_record or not wish.as_json):
        if wish.as_json:
            write_json(sys.stdout, unreviewed_attempt_data(opened))
        return
    reviewer = Reviewer(opened.conversation, solution_of(beside, database))
    keep_review(database, opened, reviewer, at=utc_now())
    found = reviewer.review(opened.conversation)
    mark_review_seen(database, opened.kept.person.id, opened.kept.scenario, at=utc_now())
    if wish.as_json:
        write_json(sys.stdout, reviewed_attempt_data(opened, found))
    else:
        print_review(printer, found, opened.scenario.game.principles)
    if ended:
        _tell(f"It is kept as attempt {opened.id}. To see this again: {_review_command(opened, wish)}")


def _how_to_go_on(opened: OpenAttempt, wish: Wish) -> str:
    """What became of an attempt that was interrupted, and how to take it up."""
    if opened.conversation.ended:
        return f"It is kept as attempt {opened.id}. Its review: {_review_command(opened, wish)}"
    mode = "--record" if opened.for_the_record else "--resume"
    lines = "--json" if wish.as_json else "--plain"
    again = shlex.join(["coolhead", "play", wish.scenario, lines, mode, *wish.options])
    return f"It is kept as attempt {opened.id}. To go on with it: {again}"


def _review_command(opened: OpenAttempt, wish: Wish) -> str:
    return shlex.join(["coolhead", "review", str(opened.id), *wish.options])


def _tell(text: str) -> None:
    """A message, on a line of its own however long, so that a command in it can be copied."""
    sys.stderr.write(f"{harmless(text)}\n")
    sys.stderr.flush()


def _mode(opened: OpenAttempt) -> str:
    if not opened.for_the_record:
        return "practice"
    return "for the record, practised before" if opened.kept.practised else "for the record, at first sight"
