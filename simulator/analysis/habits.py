"""Habits: what somebody scores who never listens, and answers by a rule of thumb.

A scenario that rewards one of these teaches the habit instead of the principles.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any, TypeAlias

from simulator.analysis.solution import Solution
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import GameResponse

Habit: TypeAlias = Callable[[Sequence[GameResponse]], GameResponse]
"""Chooses among the responses available, in their order; ties go to the first."""

_APOLOGY = re.compile(r"\bsorry\b|\bapolog", re.IGNORECASE)


def always_first(responses: Sequence[GameResponse]) -> GameResponse:
    """The response that stands first."""
    return responses[0]


def always_last(responses: Sequence[GameResponse]) -> GameResponse:
    """The response that stands last."""
    return responses[-1]


def always_longest(responses: Sequence[GameResponse]) -> GameResponse:
    """The response with the most characters."""
    return max(responses, key=lambda response: len(response.script.say))


def always_shortest(responses: Sequence[GameResponse]) -> GameResponse:
    """The response with the fewest characters."""
    return min(responses, key=lambda response: len(response.script.say))


def always_apologise(responses: Sequence[GameResponse]) -> GameResponse:
    """The first that says sorry or apologises, else the first."""
    return next((response for response in responses if _APOLOGY.search(response.script.say)), responses[0])


def always_sweetest(responses: Sequence[GameResponse]) -> GameResponse:
    """The response that sounds sweetest: the highest compound of vaderSentiment."""
    return max(responses, key=lambda response: _sweetness(response.script.say))


@functools.lru_cache(maxsize=4096)
def _sweetness(text: str) -> float:
    return float(_listener().polarity_scores(text)["compound"])


@functools.cache
def _listener() -> Any:
    # Reads a lexicon of 7,500 words, which nobody should wait for who asks about no habit.
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


HABITS: Mapping[str, Habit] = MappingProxyType(
    {
        "always first": always_first,
        "always last": always_last,
        "always longest": always_longest,
        "always shortest": always_shortest,
        "always sweetest": always_sweetest,
        "always apologises": always_apologise,
    }
)


@dataclass(frozen=True, slots=True)
class HabitScores:
    """What a habit scores, by start."""

    scores: Mapping[Feelings, int]

    @property
    def mean(self) -> Fraction:
        """The mean over all starts."""
        return Fraction(sum(self.scores.values()), len(self.scores))

    @property
    def highest(self) -> int:
        """The best of all starts."""
        return max(self.scores.values())


def habit_scores(solution: Solution, habit: Habit) -> HabitScores:
    """What a habit scores from every start that the solution covers; it must cover all that the script allows."""
    scores = {}
    for start in solution.game.starts():
        conversation = Conversation.begin(solution.game, 0, start)
        while not conversation.ended:
            conversation = conversation.after(habit(conversation.responses))
        scores[start] = solution.score(conversation)
    return HabitScores(scores)
