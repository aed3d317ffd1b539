"""Attempts and reviews as rows and objects for JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TextIO

from simulator.analysis.review import Review
from simulator.analysis.review_data import review_data
from simulator.records.attempts import AttemptKept
from simulator.records.open_attempt import OpenAttempt


def write_json(stream: TextIO, data: object) -> None:
    """Write one JSON value and end the line; what isn't ASCII is escaped, so that any terminal or pipe takes it."""
    json.dump(data, stream, indent=2)
    stream.write("\n")
    stream.flush()


def attempt_data(kept: AttemptKept) -> dict[str, Any]:
    """What a list says of an attempt."""
    result = kept.result
    return {
        "attempt": kept.id,
        "person": kept.person.name,
        "team": kept.person.team,
        "scenario": kept.scenario,
        "title": kept.title,
        "mode": kept.mode,
        "practised": kept.practised,
        "started": kept.started.isoformat(timespec="seconds"),
        "finished": kept.finished.isoformat(timespec="seconds") if kept.finished else None,
        "outcome": result.outcome if result else None,
        "points": result.points if result else None,
        "score": result.score if result else None,
    }


def reviewed_attempt_data(opened: OpenAttempt, review: Review) -> dict[str, Any]:
    """An attempt with its review by the rules of today, and the score that it was given if it was by others."""
    played = opened.kept.result
    by_other_rules = None if opened.under_present_rules or played is None else played.score
    return (
        attempt_data(opened.kept)
        | {"rules": opened.kept.rules}
        | review_data(review)
        | {"score_by_other_rules": by_other_rules}
    )


def unreviewed_attempt_data(opened: OpenAttempt) -> Mapping[str, Any]:
    """An attempt for the record that has not ended: what was answered, and nothing of what that is worth."""
    conversation = opened.conversation
    answers = [
        {"number": moment.number, "turn": moment.given.turn.id, "id": moment.given.response.id}
        for moment in conversation.path
        if moment.given
    ]
    return attempt_data(opened.kept) | {
        "rules": opened.kept.rules,
        "digest": conversation.game.digest,
        "seed": conversation.seed,
        "ended": False,
        "ending": None,
        "par": None,
        "worst": None,
        "responses": answers,
        "principles": [],
    }
