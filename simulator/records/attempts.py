"""Attempts as they are played: begun, appended to one durable event at a time, rewound, finished.

Who appends says how many events they know of (`after`). If there are others by now, the attempt is being played in two
places, and AttemptMovedOn is raised before anything is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from simulator.records.database import Database
from simulator.records.errors import (
    AlreadyForTheRecord,
    AttemptFinished,
    AttemptMovedOn,
    NoSuchAttempt,
    NotForTheRecord,
)
from simulator.records.people import Person
from simulator.records.reviews import has_seen_review
from simulator.records.times import kept_time, read_time

Mode: TypeAlias = Literal["practice", "record"]


@dataclass(frozen=True, slots=True)
class ResponseKept:
    """A response given at a turn."""

    turn: str
    response: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RewindKept:
    """A step back, after which only the first `to` responses stand."""

    to: int
    at: datetime


EventKept: TypeAlias = ResponseKept | RewindKept


@dataclass(frozen=True, slots=True)
class Result:
    """How an attempt ended. Par, worst and score come together; None until the solver has answered."""

    ending: str
    outcome: str
    points: int
    par: int | None = None
    worst: int | None = None
    score: int | None = None


@dataclass(frozen=True, slots=True)
class AttemptKept:
    """An attempt's row: who, at what, how, and the result once it is finished."""

    id: int
    person: Person
    scenario: str
    script: str
    """The digest of the script, also where its source is kept."""
    title: str
    kind: str
    difficulty: int
    rules: str
    """The digest of the rules."""
    seed: int
    mode: Mode
    practised: bool
    """For the record, but opened after the person had been shown what answers are worth there."""
    started: datetime
    played: datetime
    """When the last event was appended."""
    finished: datetime | None
    result: Result | None

    @property
    def for_the_record(self) -> bool:
        """Whether it counts for the standings."""
        return self.mode == "record"


SELECT = (
    "SELECT attempts.id, people.id, people.name, people.team, scenario, script, title, kind, difficulty, rules, seed, "
    "mode, practised, started, played, finished, ending, outcome, points, par, worst, score "
    "FROM attempts JOIN people ON people.id = attempts.person JOIN scripts ON scripts.digest = attempts.script "
)
"""The columns that `attempt_from` reads; a WHERE may follow."""


def attempt_from(row: tuple[Any, ...]) -> AttemptKept:
    """The attempt that a row of SELECT holds."""
    finished = row[15]
    return AttemptKept(
        id=row[0],
        person=Person(id=row[1], name=row[2], team=row[3]),
        scenario=row[4],
        script=row[5],
        title=row[6],
        kind=row[7],
        difficulty=row[8],
        rules=row[9],
        seed=row[10],
        mode=row[11],
        practised=bool(row[12]),
        started=read_time(row[13]),
        played=read_time(row[14]),
        finished=read_time(finished) if finished else None,
        result=Result(*row[16:]) if finished else None,
    )


def begin(
    database: Database,
    *,
    person: int,
    scenario: str,
    script: str,
    rules: str,
    seed: int,
    mode: Mode,
    at: datetime,
) -> AttemptKept:
    """Begin an attempt at a script that is kept. Raises AlreadyForTheRecord.

    One for the record is marked as practised if the person has been shown what answers are worth there by now.
    """
    with database.transaction():
        practised = False
        if mode == "record":
            if earlier := for_the_record(database, person, scenario):
                raise AlreadyForTheRecord(earlier.id, earlier.finished is not None)
            practised = has_seen_review(database, person, scenario)
        attempt = database.insert(
            "INSERT INTO attempts (person, scenario, script, rules, seed, mode, practised, started, played) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            person,
            scenario,
            script,
            rules,
            seed,
            mode,
            int(practised),
            kept_time(at),
            kept_time(at),
        )
        return load_attempt(database, attempt)


def load_attempt(database: Database, attempt: int) -> AttemptKept:
    """The attempt of that number. Raises NoSuchAttempt."""
    # SQLite's numbers end at 63 bits; a longer one was never given to an attempt.
    row = database.row(SELECT + "WHERE attempts.id = ?", attempt) if abs(attempt) < 1 << 63 else None
    if row is None:
        raise NoSuchAttempt(attempt)
    return attempt_from(row)


def for_the_record(database: Database, person: int, scenario: str) -> AttemptKept | None:
    """The person's only attempt for the record at that scenario, interrupted or finished."""
    row = database.row(
        SELECT + "WHERE attempts.person = ? AND scenario = ? AND mode = 'record'",
        person,
        scenario,
    )
    return attempt_from(row) if row else None


def load_events(database: Database, attempt: int) -> tuple[EventKept, ...]:
    """All that happened in an attempt, in order."""
    return tuple(
        ResponseKept(turn, response, read_time(at)) if kind == "response" else RewindKept(back_to, read_time(at))
        for kind, turn, response, back_to, at in database.rows(
            "SELECT kind, turn, response, back_to, at FROM events WHERE attempt = ? ORDER BY ordinal", attempt
        )
    )


def append_response(
    database: Database, attempt: int, *, after: int, turn: str, response: str, at: datetime
) -> ResponseKept:
    """Keep a response; it is durable when this returns. Raises AttemptMovedOn, AttemptFinished, NoSuchAttempt."""
    with database.transaction():
        _playable(database, attempt, after)
        database.insert(
            "INSERT INTO events (attempt, ordinal, kind, turn, response, at) VALUES (?, ?, 'response', ?, ?, ?)",
            attempt,
            after + 1,
            turn,
            response,
            kept_time(at),
        )
        database.change("UPDATE attempts SET played = ?, set_aside = NULL WHERE id = ?", kept_time(at), attempt)
    return ResponseKept(turn, response, at)


def append_rewind(database: Database, attempt: int, *, after: int, to: int, at: datetime) -> RewindKept:
    """Keep a step back to the first `to` responses. Raises as append_response does, and NotForTheRecord.

    ValueError if that many responses do not stand.
    """
    with database.transaction():
        if _playable(database, attempt, after).for_the_record:
            raise NotForTheRecord(attempt)
        _insert_rewind(database, attempt, after=after, to=to, at=at)
        database.change("UPDATE attempts SET played = ?, set_aside = NULL WHERE id = ?", kept_time(at), attempt)
    return RewindKept(to, at)


def finish(
    database: Database, attempt: int, *, after: int, result: Result, at: datetime, rules: str | None = None
) -> AttemptKept:
    """Close an attempt whose conversation has ended. Raises AttemptMovedOn, AttemptFinished, NoSuchAttempt.

    `rules` are those by which the result was found, where the attempt may have been begun under others.
    """
    with database.transaction():
        _playable(database, attempt, after)
        database.change(
            "UPDATE attempts SET finished = ?, ending = ?, outcome = ?, points = ?, par = ?, worst = ?, score = ?, "
            "rules = coalesce(?, rules), set_aside = NULL WHERE id = ?",
            kept_time(at),
            result.ending,
            result.outcome,
            result.points,
            result.par,
            result.worst,
            result.score,
            rules,
            attempt,
        )
        return load_attempt(database, attempt)


def keep_score(database: Database, attempt: int, *, par: int, worst: int, score: int) -> None:
    """Keep what the solver found of a finished attempt: a cache, which may be kept again."""
    database.change(
        "UPDATE attempts SET par = ?, worst = ?, score = ? WHERE id = ? AND finished IS NOT NULL",
        par,
        worst,
        score,
        attempt,
    )


def branch(database: Database, attempt: int, *, to: int, at: datetime) -> AttemptKept:
    """Begin a practice that has all the events of another, finished or not, and then steps back to `to` responses.

    The other stays as it is; one for the record gives nothing away before it is over. Raises NotForTheRecord,
    NoSuchAttempt; ValueError if that many responses do not stand.
    """
    with database.transaction():
        origin = load_attempt(database, attempt)
        if origin.for_the_record and origin.finished is None:
            raise NotForTheRecord(attempt)
        branched = begin(
            database,
            person=origin.person.id,
            scenario=origin.scenario,
            script=origin.script,
            rules=origin.rules,
            seed=origin.seed,
            mode="practice",
            at=at,
        )
        copied = database.change(
            "INSERT INTO events (attempt, ordinal, kind, turn, response, back_to, at) "
            "SELECT ?, ordinal, kind, turn, response, back_to, at FROM events WHERE attempt = ?",
            branched.id,
            attempt,
        )
        _insert_rewind(database, branched.id, after=copied, to=to, at=at)
        return branched


def set_aside(database: Database, attempt: int, *, at: datetime) -> None:
    """Stop offering an interrupted practice; playing on takes it up again. Raises NotForTheRecord, NoSuchAttempt."""
    with database.transaction():
        if load_attempt(database, attempt).for_the_record:
            raise NotForTheRecord(attempt)
        database.change("UPDATE attempts SET set_aside = ? WHERE id = ? AND finished IS NULL", kept_time(at), attempt)


def standing_responses(events: tuple[EventKept, ...]) -> tuple[ResponseKept, ...]:
    """The responses that still stand after all rewinds."""
    standing: list[ResponseKept] = []
    for event in events:
        if isinstance(event, ResponseKept):
            standing.append(event)
        else:
            del standing[event.to :]
    return tuple(standing)


def _playable(database: Database, attempt: int, after: int) -> AttemptKept:
    """The attempt, if it is open and has exactly the events that the caller knows of."""
    found = load_attempt(database, attempt)
    row = database.row("SELECT count(*) FROM events WHERE attempt = ?", attempt)
    kept = int(row[0]) if row else 0
    if kept != after:
        raise AttemptMovedOn(attempt, after, kept)
    if found.finished is not None:
        raise AttemptFinished(attempt)
    return found


def _insert_rewind(database: Database, attempt: int, *, after: int, to: int, at: datetime) -> None:
    standing = len(standing_responses(load_events(database, attempt)))
    if not 0 <= to < standing:
        raise ValueError(f"cannot step back to {to} of {standing} responses")
    database.insert(
        "INSERT INTO events (attempt, ordinal, kind, back_to, at) VALUES (?, ?, 'rewind', ?, ?)",
        attempt,
        after + 1,
        to,
        kept_time(at),
    )
