"""What home shows of a person: what is interrupted, what comes next, where they stand, what they played lately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from scoring.principles import load_principles
from scoring.scorecard import PASS
from scoring.standing import Standing, standings
from simulator.records.attempts import AttemptKept, load_events, standing_responses
from simulator.records.boards import recorded_results
from simulator.records.database import Database
from simulator.records.drills import DrillsWaiting, waiting
from simulator.records.history import Filter, attempts, best_scores, unfinished
from simulator.records.next_practice import Suggestion, next_practice_of
from simulator.records.people import Person
from simulator.scenario.library import Summary

MOST_INTERRUPTED = 3
MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Interrupted:
    """An attempt that can be resumed, and how many answers were given in it."""

    attempt: AttemptKept
    answers: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A person at a glance."""

    interrupted: tuple[Interrupted, ...]
    drills: DrillsWaiting
    suggestion: Suggestion | None
    standing: Standing | None
    """Their row on the board where they stand best; None before anything was recorded."""
    practised: bool
    """Whether that is the board of what was practised before, rather than that of first sight."""
    ranked: int
    """How many people are ranked on that board."""
    recorded: int
    """Scenarios they have played for the record."""
    passed: int
    """Scenarios of the library that they pass, in practice or for the record."""
    scenarios: int | None
    """Scenarios there are to play; None until the library is read."""
    recent: tuple[AttemptKept, ...]


def overview(database: Database, person: Person, summaries: Sequence[Summary] | None, *, at: datetime) -> Overview:
    """Read what home shows. Without summaries there is no suggestion yet. Blocks; raises RecordsError."""
    open_attempts = unfinished(database, person.id)
    bests = best_scores(database, person.id)
    standing, practised, ranked = _standing(database, person)
    playable = None if summaries is None else {summary.entry.id for summary in summaries if not summary.broken}
    passing = {scenario for scenario, best in bests.items() if max(best.practice or 0, best.record or 0) >= PASS}
    return Overview(
        interrupted=tuple(
            Interrupted(attempt, len(standing_responses(load_events(database, attempt.id))))
            for attempt in open_attempts[:MOST_INTERRUPTED]
        ),
        drills=waiting(database, person.id, at=at),
        suggestion=None if summaries is None else next_practice_of(database, person.id, summaries, load_principles()),
        standing=standing,
        practised=practised,
        ranked=ranked,
        recorded=sum(best.record is not None for best in bests.values()),
        passed=len(passing if playable is None else passing & playable),
        scenarios=None if playable is None else len(playable),
        recent=tuple(attempts(database, Filter(person=person.id, finished=True), limit=MOST_RECENT)),
    )


def _standing(database: Database, person: Person) -> tuple[Standing | None, bool, int]:
    """A person's row, of the two boards on the one where they are nearer to a rank; first sight where equal."""
    found: tuple[Standing | None, bool, int] = None, False, 0
    for practised in (False, True):
        board = standings(recorded_results(database, practised=practised))
        own = next((row for row in board if row.person == person.name), None)
        if own is not None and (found[0] is None or own.missing < found[0].missing):
            found = own, practised, sum(row.rank is not None for row in board)
    return found
