"""What the leaderboards are made from: scores for the record, and how practice went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction

from scoring.standing import Practised, Recorded, means
from simulator.records.database import Database


def recorded_results(database: Database, *, practised: bool | None = None) -> list[Recorded]:
    """All scores for the record: those at first sight (False), those practised (True), or both.

    An attempt without a score yet is left out; `history.unscored` finds it.
    """
    rows = database.rows(
        "SELECT people.name, people.team, scenario, score FROM attempts JOIN people ON people.id = attempts.person "
        "WHERE mode = 'record' AND score IS NOT NULL AND practised = coalesce(?, practised) ORDER BY attempts.id",
        None if practised is None else int(practised),
    )
    return [Recorded(*row) for row in rows]


def mean_scores(database: Database, *, practised: bool | None = None) -> Mapping[str, Fraction]:
    """The mean score for the record by scenario."""
    return means(recorded_results(database, practised=practised))


def practice_results(database: Database) -> list[Practised]:
    """The scores of everybody's finished practices by scenario, in the order they were begun.

    Left out is a practice with a step back: its score says how well somebody chose knowing what would come.
    """
    rows = database.rows(
        "SELECT people.name, people.team, scenario, score FROM attempts JOIN people ON people.id = attempts.person "
        "WHERE mode = 'practice' AND score IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM events WHERE attempt = attempts.id AND kind = 'rewind') "
        "ORDER BY started, attempts.id"
    )
    scores: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for person, team, scenario, score in rows:
        scores[person, team, scenario].append(score)
    return [Practised(*who_and_what, tuple(those)) for who_and_what, those in scores.items()]
