"""Looking back over attempts: lists with filters and pages, what was interrupted, the best at each scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.records.attempts import SELECT, AttemptKept, Mode, attempt_from
from simulator.records.database import Database, Value
from simulator.records.names import folded


@dataclass(frozen=True, slots=True)
class Filter:
    """Which attempts to list; what is None does not narrow them."""

    person: int | None = None
    team: str | None = None
    scenario: str | None = None
    kind: str | None = None
    mode: Mode | None = None
    finished: bool | None = None


@dataclass(frozen=True, slots=True)
class Best:
    """A person's scores at one scenario; None where there is none yet."""

    practice: int | None
    """The best finished practice."""
    unaided: int | None
    """The best finished practice without a step back."""
    record: int | None
    """The one for the record."""
    practices: int
    """How many practices were finished."""


def attempts(database: Database, chosen: Filter = Filter(), *, limit: int = 100, offset: int = 0) -> list[AttemptKept]:
    """A page of attempts, the latest begun first."""
    where, values = _where(database, chosen)
    rows = database.rows(
        SELECT + where + " ORDER BY started DESC, attempts.id DESC LIMIT ? OFFSET ?", *values, limit, offset
    )
    return [attempt_from(row) for row in rows]


def count_attempts(database: Database, chosen: Filter = Filter()) -> int:
    """How many attempts there are in all pages."""
    where, values = _where(database, chosen)
    row = database.row(
        "SELECT count(*) FROM attempts JOIN people ON people.id = attempts.person "
        "JOIN scripts ON scripts.digest = attempts.script " + where,
        *values,
    )
    return int(row[0]) if row else 0


def unfinished(database: Database, person: int) -> list[AttemptKept]:
    """What a person can resume, the last played first; a practice set aside is not offered."""
    rows = database.rows(
        SELECT + "WHERE attempts.person = ? AND finished IS NULL AND set_aside IS NULL "
        "ORDER BY played DESC, attempts.id DESC",
        person,
    )
    return [attempt_from(row) for row in rows]


def unscored(database: Database) -> list[AttemptKept]:
    """Finished attempts whose score the solver has yet to give, the oldest first."""
    rows = database.rows(SELECT + "WHERE finished IS NOT NULL AND score IS NULL ORDER BY attempts.id")
    return [attempt_from(row) for row in rows]


def best_scores(database: Database, person: int) -> Mapping[str, Best]:
    """A person's best by scenario id, for every scenario with a finished attempt."""
    rows = database.rows(
        "SELECT scenario, max(score) FILTER (WHERE mode = 'practice'), "
        "max(score) FILTER (WHERE mode = 'practice' AND NOT EXISTS "
        "(SELECT 1 FROM events WHERE attempt = attempts.id AND kind = 'rewind')), "
        "max(score) FILTER (WHERE mode = 'record'), count(*) FILTER (WHERE mode = 'practice') "
        "FROM attempts WHERE person = ? AND finished IS NOT NULL GROUP BY scenario ORDER BY scenario",
        person,
    )
    return {scenario: Best(*rest) for scenario, *rest in rows}


def _where(database: Database, chosen: Filter) -> tuple[str, list[Value]]:
    """The condition of a filter; every part of its text is written here, its values are parameters."""
    parts: list[str] = []
    values: list[Value] = []
    for part, value in (
        ("attempts.person = ?", chosen.person),
        ("scenario = ?", chosen.scenario),
        ("kind = ?", chosen.kind),
        ("mode = ?", chosen.mode),
    ):
        if value is not None:
            parts.append(part)
            values.append(value)
    if chosen.team is not None:
        wanted = folded(" ".join(chosen.team.split()))
        spellings = [team for (team,) in database.rows("SELECT DISTINCT team FROM people") if folded(team) == wanted]
        parts.append("people.team = ?")
        values.append(spellings[0] if spellings else chosen.team)
    if chosen.finished is not None:
        parts.append("finished IS NOT NULL" if chosen.finished else "finished IS NULL")
    return ("WHERE " + " AND ".join(parts) if parts else ""), values
