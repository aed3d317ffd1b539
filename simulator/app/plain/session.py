"""One sitting in plain lines, from finding the scenario to the review at its end."""

from __future__ import annotations

import json
import secrets
import sys
from dataclasses import dataclass
from typing import TextIO

from scoring.principles import load_principles
from simulator.analysis.review import Review, review
from simulator.analysis.review_data import review_data
from simulator.analysis.solution import Solution
from simulator.app.plain.play import PlainPlay
from simulator.app.plain.printer import Printer
from simulator.app.plain.review import print_review
from simulator.app.solving import Solving, solving
from simulator.conversation.game import Game, rules_digest
from simulator.records import attempts, history
from simulator.records.database import Database
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


def play(database: Database, person: Person, loaded: Loaded, wish: Wish, *, as_json: bool) -> None:
    """Play a scenario in plain lines on the standard streams. Raises what the rooms below raise."""
    dialogue = sys.stderr if as_json else sys.stdout
    printer = Printer(dialogue)
    opened = open_attempt(database, person, loaded, wish)
    start = opened.conversation.rewound(0).feelings
    beside = solving(database, opened.scenario, start)
    try:
        conversation = PlainPlay(
            opened, printer, sys.stdin, lambda: beside.result(database), echo=not sys.stdin.isatty()
        ).play()
        if conversation.ended:
            _finish(database, opened, beside, printer, as_json=as_json)
            return
        printer.say(f"Saved as attempt {opened.id}. {how_to_go_on(opened, loaded)}")
        if as_json:
            write_review(sys.stdout, opened, review(conversation, beside.result(database)))
    except KeyboardInterrupt:
        printer.say()
        printer.say(f"Saved as attempt {opened.id}. {how_to_go_on(opened, loaded)}")
        raise
    finally:
        beside.stop()


def open_attempt(database: Database, person: Person, loaded: Loaded, wish: Wish) -> OpenAttempt:
    """The attempt to play on: a new one, or the one that was interrupted."""
    principles = load_principles()
    interrupted = _interrupted(database, person, loaded.entry.id, wish)
    if interrupted is not None:
        return resume_attempt(database, interrupted, principles)
    scenario = Scenario(loaded.entry.id, loaded.reading.text, Game(loaded.script, principles))
    seed = secrets.randbelow(HIGHEST_SEED) if wish.seed is None else wish.seed
    mode: attempts.Mode = "record" if wish.record else "practice"
    return start_attempt(database, scenario, person=person.id, mode=mode, seed=seed)


def how_to_go_on(opened: OpenAttempt, loaded: Loaded) -> str:
    """How an interrupted attempt is resumed."""
    name = loaded.entry.id if loaded.entry.source == "bundled" else str(loaded.entry.path)
    return f"Go on with: coolhead play {name} --plain {'--record' if opened.for_the_record else '--resume'}"


def print_attempt(database: Database, attempt: int, *, as_json: bool) -> None:
    """The review of an attempt that is kept, on standard output."""
    principles = load_principles()
    opened = resume_attempt(database, attempt, principles)
    found = review(opened.conversation, _solved(database, opened))
    kept = opened.kept
    if as_json:
        write_review(sys.stdout, opened, found)
    else:
        printer = Printer(sys.stdout)
        printer.say(f"Attempt {kept.id} by {kept.person.name}, {kept.started:%Y-%m-%d %H:%M} UTC, {_mode(opened)}.")
        if kept.rules != rules_digest(principles) and kept.result and kept.result.score is not None:
            printer.say(f"It was played under other rules, by which it scored {kept.result.score}.")
        print_review(printer, found, principles)
    _after_review(database, opened, found)


def write_review(stream: TextIO, opened: OpenAttempt, found: Review) -> None:
    """The review as one JSON object on one line."""
    kept = opened.kept
    known = {
        "attempt": kept.id,
        "scenario": kept.scenario,
        "title": kept.title,
        "person": kept.person.name,
        "team": kept.person.team,
        "mode": kept.mode,
        "practised": kept.practised,
        "started": kept.started.isoformat(),
        "finished": kept.finished.isoformat() if kept.finished else None,
        "rules": kept.rules,
    }
    json.dump(known | review_data(found), stream, ensure_ascii=False)
    stream.write("\n")
    stream.flush()


def _interrupted(database: Database, person: Person, scenario: str, wish: Wish) -> int | None:
    if wish.record:
        earlier = attempts.for_the_record(database, person.id, scenario)
        return earlier.id if earlier is not None and earlier.finished is None else None
    if not wish.resume:
        return None
    waiting = history.unfinished(database, person.id)
    found = (each.id for each in waiting if each.scenario == scenario and not each.for_the_record)
    return next(found, None)


def _finish(database: Database, opened: OpenAttempt, beside: Solving, printer: Printer, *, as_json: bool) -> None:
    found = review(opened.conversation, beside.result(database))
    if as_json:
        write_review(sys.stdout, opened, found)
    else:
        print_review(printer, found, opened.scenario.game.principles)
    _after_review(database, opened, found)


def _after_review(database: Database, opened: OpenAttempt, found: Review) -> None:
    """Keep the score, and that its review was seen: whoever knows how it goes is no longer at first sight of it."""
    if found.score is None:
        return
    opened.keep_score(found.bounds)
    mark_review_seen(database, opened.kept.person.id, opened.kept.scenario, at=utc_now())


def _solved(database: Database, opened: OpenAttempt) -> Solution:
    return solving(database, opened.scenario, opened.conversation.rewound(0).feelings).result(database)


def _mode(opened: OpenAttempt) -> str:
    if not opened.for_the_record:
        return "practice"
    return "for the record, practised before" if opened.kept.practised else "for the record, at first sight"
