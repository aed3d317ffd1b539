"""The solver's cache: what it found of a script under given rules from a given start, as bytes of its own making.

A cache must never stop anybody from playing: what can't be read, written or freed here is simply solved again.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime

from simulator.records.database import Database
from simulator.records.errors import DatabaseError
from simulator.records.times import kept_time

MOST_BYTES = 64 * 1024 * 1024
"""What all solutions together may take before the least lately used go."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a solution holds for: digests of script and rules, and the start in the solver's own words."""

    script: str
    rules: str
    start: str


def fetch_solution(database: Database, key: Key, *, engine: int, at: datetime) -> bytes | None:
    """The solution that this version of the engine stored, None where there is none."""
    with contextlib.suppress(DatabaseError):
        row = database.row(
            "SELECT data, used FROM solutions WHERE script = ? AND rules = ? AND start = ? AND engine = ?",
            key.script,
            key.rules,
            key.start,
            engine,
        )
        if row is None:
            return None
        data: bytes = row[0]
        # Once a day is enough to tell what is in use, and keeps reading from being writing.
        if row[1][:10] != kept_time(at)[:10]:
            with contextlib.suppress(DatabaseError):
                database.change(
                    "UPDATE solutions SET used = ? WHERE script = ? AND rules = ? AND start = ?",
                    kept_time(at),
                    key.script,
                    key.rules,
                    key.start,
                )
        return data
    return None


def store_solution(
    database: Database, key: Key, *, engine: int, data: bytes, at: datetime, most_bytes: int = MOST_BYTES
) -> bool:
    """Keep a solution in place of an earlier one of its key, and let old ones go; whether it was kept."""
    if len(data) > most_bytes:
        return False
    try:
        with database.transaction():
            database.change(
                "INSERT INTO solutions (script, rules, start, engine, data, used) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (script, rules, start) "
                "DO UPDATE SET engine = excluded.engine, data = excluded.data, used = excluded.used",
                key.script,
                key.rules,
                key.start,
                engine,
                data,
                kept_time(at),
            )
            prune_solutions(database, most_bytes=most_bytes)
    except DatabaseError:
        return False
    return True


def prune_solutions(database: Database, *, most_bytes: int = MOST_BYTES) -> int:
    """Let the least lately used solutions go until the rest fit; how many went."""
    return database.change(
        "DELETE FROM solutions WHERE rowid IN (SELECT rowid FROM "
        "(SELECT rowid, sum(length(data)) OVER (ORDER BY used DESC, rowid DESC) AS running FROM solutions) "
        "WHERE running > ?)",
        most_bytes,
    )


def size_of_solutions(database: Database) -> int:
    """Bytes that all solutions together take."""
    row = database.row("SELECT coalesce(sum(length(data)), 0) FROM solutions")
    return int(row[0]) if row else 0
