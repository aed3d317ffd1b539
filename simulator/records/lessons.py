"""Lessons: what is taken from an attempt once it is reviewed, its marks by principle and the moments to drill.

Every answer counts, those that were taken back too: whoever takes a mistake back has made it all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from scoring.scorecard import Mark
from simulator.analysis.review import Move, Reviewer, profile_of
from simulator.conversation.attempt import all_given
from simulator.records.attempts import SELECT, AttemptKept, ResponseKept, attempt_from, load_events
from simulator.records.database import Database
from simulator.records.drills import Miss, keep_miss
from simulator.records.open_attempt import OpenAttempt, event_of
from simulator.records.times import kept_time


def unlearned(database: Database, person: int | None = None) -> list[AttemptKept]:
    """Finished attempts from which no lessons were taken yet, everybody's or one person's, the oldest first."""
    rows = database.rows(
        SELECT + "WHERE finished IS NOT NULL AND learned IS NULL AND attempts.person = coalesce(?, attempts.person) "
        "ORDER BY attempts.id",
        person,
    )
    return [attempt_from(row) for row in rows]


def keep_review(database: Database, opened: OpenAttempt, reviewer: Reviewer, *, at: datetime) -> None:
    """Keep what the review of an attempt found, its score and its lessons: caches, which may be kept again.

    Nothing is kept before it has ended, nor of one that was played under other rules: they judged otherwise. What a
    practice took over from the one that it branched from was kept there.
    """
    kept = opened.kept
    if kept.finished is None or not opened.under_present_rules:
        return
    opened.keep_score(reviewer.bounds)
    events = load_events(database, kept.id)
    afters = all_given(opened.scenario.game, kept.seed, map(event_of, events))
    given = [event for event in events if isinstance(event, ResponseKept)]
    own = [
        (event, reviewer.move(after)) for event, after in zip(given, afters, strict=True) if event.at >= kept.started
    ]
    with database.transaction():
        _keep_marks(database, kept.id, profile_of(move for _, move in own))
        for event, move in own:
            if move.judgement in ("mistake", "blunder"):
                keep_miss(
                    database,
                    person=kept.person.id,
                    scenario=kept.scenario,
                    script=kept.script,
                    seed=kept.seed,
                    before=move.before.response_ids,
                    turn=event.turn,
                    miss=_miss(kept.id, event, move),
                )
        database.change("UPDATE attempts SET learned = ? WHERE id = ?", kept_time(at), kept.id)


def profile_over_all(database: Database, person: int) -> Mapping[str, Mark]:
    """How each principle fared over all of a person's attempts, by principle."""
    rows = database.rows(
        "SELECT principle, sum(taken), sum(chances), sum(marks.moments), sum(marks.broken) "
        "FROM marks JOIN attempts ON attempts.id = marks.attempt WHERE person = ? GROUP BY principle "
        "ORDER BY principle",
        person,
    )
    return {row[0]: Mark(*row) for row in rows}


def _keep_marks(database: Database, attempt: int, marks: tuple[Mark, ...]) -> None:
    database.change("DELETE FROM marks WHERE attempt = ?", attempt)
    for mark in marks:
        database.insert(
            "INSERT INTO marks (attempt, principle, taken, chances, moments, broken) VALUES (?, ?, ?, ?, ?, ?)",
            attempt,
            mark.principle,
            mark.taken,
            mark.chances,
            mark.moments,
            mark.broken,
        )


def _miss(attempt: int, event: ResponseKept, move: Move) -> Miss:
    return Miss(attempt, event.response, move.judgement, move.cost, event.at)
