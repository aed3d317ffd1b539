"""A review as plain data, for JSON: the keys are stable, new ones may come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scoring.evidence import Term
from scoring.principles import FEELINGS
from simulator.analysis.review import Move, Review
from simulator.conversation.feelings import Feelings


def review_data(review: Review) -> dict[str, Any]:
    """All that a review says, in types that JSON has."""
    conversation = review.conversation
    return {
        "digest": conversation.game.digest,
        "seed": conversation.seed,
        "ended": conversation.ended,
        "ending": conversation.ending.id if conversation.ending else None,
        "outcome": review.outcome,
        "points": review.points,
        "par": review.par,
        "worst": review.worst,
        "score": review.score,
        "passed": review.passed,
        "better_than": review.better_than,
        "days": conversation.day,
        "responses": [_move_data(move) for move in review.moves],
        "turning_points": list(review.turning_points),
        "principles": [
            {
                "id": mark.principle,
                "percent": mark.percent,
                "shown": mark.taken,
                "chances": mark.chances,
                "moments": mark.moments,
                "broken": mark.broken,
            }
            for mark in review.profile
        ],
        "best_line": list(review.best_line[-1].response_ids),
        "aftermath": conversation.aftermath,
    }


def _move_data(move: Move) -> dict[str, Any]:
    terms = move.given.answer.effect.terms
    return {
        "number": move.number,
        "turn": move.given.turn.id,
        "id": move.given.response.id,
        "say": move.given.response.script.say,
        "points": move.points,
        "cost": move.cost,
        "judgement": move.judgement,
        "best": [each.response for each in move.best],
        "feelings": {"before": _feelings(move.before.feelings), "after": _feelings(move.after.feelings)},
        "principles": {
            "shown": _strengths(term for term in terms if term.shown and term.heard),
            "broken": _strengths(term for term in terms if not term.shown),
            "unheard": _strengths(term for term in terms if not term.heard),
        },
        "arithmetic": list(move.arithmetic),
        "events": list(move.events),
        "broken_promises": list(move.given.answer.broken),
        "days": move.given.answer.days,
    }


def _feelings(feelings: Feelings) -> dict[str, int]:
    return dict(zip(FEELINGS, feelings, strict=True))


def _strengths(terms: Iterable[Term]) -> dict[str, int]:
    return {term.principle.id: term.strength for term in terms}
