"""Scores that are missing: of attempts that ended just before the program was ended, so that no solver answered."""

from __future__ import annotations

from scoring.principles import load_principles
from simulator.analysis.review import Reviewer
from simulator.app.solving import SolvingFailed, solving
from simulator.conversation.errors import ReplayError
from simulator.conversation.game import rules_digest
from simulator.records.database import Database
from simulator.records.errors import ScriptNotKept
from simulator.records.history import unscored
from simulator.records.lessons import keep_review
from simulator.records.open_attempt import OpenAttempt, resume_attempt, utc_now


def score_the_unscored(database: Database) -> None:
    """Give every finished attempt its score, so that no list and no board leaves one out.

    One played by other rules, or whose script can't be read, stays without: nobody can say any more what it scored.
    """
    waiting = unscored(database)
    if not waiting:
        return
    principles = load_principles()
    rules = rules_digest(principles)
    for kept in waiting:
        if kept.rules == rules:
            try:
                opened = resume_attempt(database, kept.id, principles)
                keep_review(database, opened, reviewer_of(database, opened), at=utc_now())
            except (ReplayError, ScriptNotKept, SolvingFailed):
                continue


def reviewer_of(database: Database, opened: OpenAttempt) -> Reviewer:
    """A reviewer of an attempt's conversation. Raises SolvingFailed."""
    start = opened.conversation.rewound(0)
    return Reviewer(start, solving(database, opened.scenario, start.feelings).result(database))
