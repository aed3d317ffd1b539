"""The scripts that were played, by digest, so that an old attempt replays after its scenario was edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simulator.records.database import Database
from simulator.records.times import kept_time


@dataclass(frozen=True, slots=True)
class KeptScript:
    """A script as it was when played. Scripts of one digest mean the same, whatever their comments."""

    digest: str
    title: str
    kind: str
    difficulty: int
    source: str
    """The whole YAML text."""


def keep_script(database: Database, script: KeptScript, *, at: datetime) -> None:
    """Keep the script; one already kept stays as it is."""
    if database.row("SELECT 1 FROM scripts WHERE digest = ?", script.digest):
        return
    database.change(
        "INSERT INTO scripts (digest, title, kind, difficulty, source, kept) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (digest) DO NOTHING",
        script.digest,
        script.title,
        script.kind,
        script.difficulty,
        script.source,
        kept_time(at),
    )


def kept_script(database: Database, digest: str) -> KeptScript | None:
    """The script of that digest."""
    row = database.row("SELECT digest, title, kind, difficulty, source FROM scripts WHERE digest = ?", digest)
    return KeptScript(*row) if row else None
