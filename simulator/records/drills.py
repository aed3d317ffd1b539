"""Drills: moments that went wrong, each kept to be put to its person again, and when.

A moment is a script by digest, a seed and the responses before it. The misses and the answers are what is kept; the day
on which a drill is due is found from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from scoring.scorecard import Judgement
from simulator.records.database import Database
from simulator.records.errors import NoSuchDrill
from simulator.records.spacing import due_day
from simulator.records.times import kept_time, read_time


@dataclass(frozen=True, slots=True)
class Miss:
    """How a moment was missed in an attempt."""

    attempt: int
    response: str
    judgement: Judgement
    cost: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DrillAnswer:
    """What was answered when the moment was put again."""

    response: str
    judgement: Judgement
    cost: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Drill:
    """A moment that its person missed, with all that was answered since."""

    id: int
    person: int
    scenario: str
    title: str
    script: str
    """The digest of the script, also where the scenario has another by now."""
    seed: int
    before: tuple[str, ...]
    """The responses before it, in order."""
    turn: str
    due: date
    """The day, in UTC."""
    misses: tuple[Miss, ...]
    """The earliest first; there is always one."""
    answers: tuple[DrillAnswer, ...]


@dataclass(frozen=True, slots=True)
class DrillsWaiting:
    """How many drills a person has, and when."""

    due: int
    later: int
    next_day: date | None
    """The day, in UTC, on which the first of the later ones is due."""


def today(at: datetime) -> date:
    """The day by which drills are due."""
    return at.astimezone(UTC).date()


def waiting(database: Database, person: int, *, at: datetime) -> DrillsWaiting:
    """How many drills a person has, and when."""
    day = today(at).isoformat()
    row = database.row(
        "SELECT count(*) FILTER (WHERE due <= ?), count(*) FILTER (WHERE due > ?), min(due) FILTER (WHERE due > ?) "
        "FROM drills WHERE person = ? AND set_aside IS NULL",
        day,
        day,
        day,
        person,
    )
    due, later, first = row or (0, 0, None)
    return DrillsWaiting(due, later, date.fromisoformat(first) if first else None)


def due_drills(database: Database, person: int, *, at: datetime) -> list[Drill]:
    """A person's drills that are due, those that have waited longest first."""
    rows = database.rows(
        _SELECT + "WHERE person = ? AND set_aside IS NULL AND due <= ? ORDER BY due, drills.id",
        person,
        today(at).isoformat(),
    )
    return [_drill(database, row) for row in rows]


def load_drill(database: Database, drill: int) -> Drill:
    """The drill of that number. Raises NoSuchDrill."""
    row = database.row(_SELECT + "WHERE drills.id = ?", drill)
    if row is None:
        raise NoSuchDrill(drill)
    return _drill(database, row)


def keep_miss(
    database: Database,
    *,
    person: int,
    scenario: str,
    script: str,
    seed: int,
    before: Sequence[str],
    turn: str,
    miss: Miss,
) -> None:
    """Keep that a moment was missed in an attempt; a moment already drilled counts it as an answer to the drill."""
    day = today(miss.at).isoformat()
    with database.transaction():
        database.change(
            "INSERT INTO drills (person, scenario, script, seed, before, turn, due) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING",
            person,
            scenario,
            script,
            seed,
            " ".join(before),
            turn,
            day,
        )
        found = database.row(
            "SELECT id FROM drills WHERE person = ? AND script = ? AND seed = ? AND before = ?",
            person,
            script,
            seed,
            " ".join(before),
        )
        assert found is not None
        database.change(
            "INSERT INTO drill_misses (drill, attempt, response, judgement, cost, at) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING",
            found[0],
            miss.attempt,
            miss.response,
            miss.judgement,
            miss.cost,
            kept_time(miss.at),
        )
        _find_due(database, found[0])


def answer_drill(
    database: Database, drill: int, *, response: str, judgement: Judgement, cost: int, at: datetime
) -> Drill:
    """Keep an answer to a drill; it is durable when this returns. Gives the drill with its new day."""
    with database.transaction():
        given = load_drill(database, drill)
        database.insert(
            "INSERT INTO drill_answers (drill, ordinal, response, judgement, cost, at) VALUES (?, ?, ?, ?, ?, ?)",
            drill,
            len(given.answers) + 1,
            response,
            judgement,
            cost,
            kept_time(at),
        )
        return _find_due(database, drill)


def set_drill_aside(database: Database, drill: int, *, at: datetime) -> None:
    """Put a drill no more: its moment can't be come to any longer."""
    database.change("UPDATE drills SET set_aside = ? WHERE id = ?", kept_time(at), drill)


_SELECT = (
    "SELECT drills.id, person, scenario, title, script, seed, before, turn, due "
    "FROM drills JOIN scripts ON scripts.digest = drills.script "
)


def _drill(database: Database, row: tuple[Any, ...]) -> Drill:
    number, person, scenario, title, script, seed, before, turn, due = row
    misses = database.rows(
        "SELECT attempt, response, judgement, cost, at FROM drill_misses WHERE drill = ? ORDER BY at, attempt", number
    )
    answers = database.rows(
        "SELECT response, judgement, cost, at FROM drill_answers WHERE drill = ? ORDER BY ordinal", number
    )
    return Drill(
        id=number,
        person=person,
        scenario=scenario,
        title=title,
        script=script,
        seed=seed,
        before=tuple(before.split()),
        turn=turn,
        due=date.fromisoformat(due),
        misses=tuple(Miss(row[0], row[1], row[2], row[3], read_time(row[4])) for row in misses),
        answers=tuple(DrillAnswer(row[0], row[1], row[2], read_time(row[3])) for row in answers),
    )


def _find_due(database: Database, drill: int) -> Drill:
    """Find the day of a drill anew. A miss after the first answer counts as an answer too: the moment went wrong."""
    found = load_drill(database, drill)
    missed = found.misses[0].at
    answers: list[DrillAnswer | Miss] = list(found.answers)
    if answers:
        first = min(answer.at for answer in answers)
        answers += (miss for miss in found.misses if miss.at > first)
    answers.sort(key=lambda answer: answer.at)
    due = due_day(today(missed), [(today(answer.at), answer.judgement) for answer in answers])
    database.change("UPDATE drills SET due = ? WHERE id = ?", due.isoformat(), drill)
    return load_drill(database, drill)
