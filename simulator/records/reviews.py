"""Where a person has been shown what answers are worth: after that an attempt for the record counts as practised.

A review shows it, whoever's attempt it is of, and practice does from its first explanation on.
"""

from __future__ import annotations

from datetime import datetime

from simulator.records.database import Database
from simulator.records.times import kept_time


def mark_review_seen(database: Database, person: int, scenario: str, *, at: datetime) -> None:
    """Note that a person has seen a review of that scenario, whoever's attempt it was of; the first time stays."""
    if not has_seen_review(database, person, scenario):
        database.change(
            "INSERT INTO reviews_seen (person, scenario, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            person,
            scenario,
            kept_time(at),
        )


def has_seen_review(database: Database, person: int, scenario: str) -> bool:
    """Whether the person has seen any review of that scenario."""
    return bool(database.row("SELECT 1 FROM reviews_seen WHERE person = ? AND scenario = ?", person, scenario))
