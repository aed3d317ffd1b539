"""A learner: somebody who finds the best response so often, and answers anything at all the rest of the time.

Played, not worked out; but the chances come from numbers that are the same on every machine, and so are the plays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median

from simulator.analysis.solution import Solution
from simulator.conversation.conversation import Conversation
from simulator.conversation.draw import draw

BEST_IN_TEN = 7
"""How often of ten times the learner finds a best response."""

PLAYS = 200
"""Enough to tell the median of the score to a point or two."""

_CHANCES = 1 << 16
"""Draws of the learner stand beyond those of a conversation's own words."""


def learner_plays(solution: Solution, *, best_in_ten: int = BEST_IN_TEN, plays: int = PLAYS) -> Iterator[Conversation]:
    """Plays of a learner at their ends, by the seeds 0, 1, 2 ...; the solution must cover every start."""
    for seed in range(plays):
        conversation = Conversation.begin(solution.game, seed)
        while not conversation.ended:
            place = _CHANCES + 2 * conversation.number
            if draw(seed, place, 10) < best_in_ten:
                response = solution.best_response(conversation.state)
            else:
                responses = conversation.responses
                response = responses[draw(seed, place + 1, len(responses))]
            conversation = conversation.after(response)
        yield conversation


def median_score(solution: Solution, plays: Iterable[Conversation]) -> int:
    """The median of the scores of finished plays, rounded to a whole number."""
    return round(median(map(solution.score, plays)))
