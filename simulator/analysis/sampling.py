"""Sampled play: what can be told where something is too large to be worked out. Nothing here is proven, and all of it
says so."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.analysis.solution import Solution
from simulator.conversation.conversation import Conversation
from simulator.conversation.draw import draw
from simulator.conversation.game import Game

PLAYS = 10_000

FEWEST_PLAYS = 500

MOST_ANSWERS = 500_000
"""Of plays that are long there are fewer, so that all of them together have no more answers than this, or hardly so."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What so many random plays came to, the starts drawn by their seeds."""

    plays: int
    best: Conversation
    """The play with the most points; par is no less."""
    least: Conversation
    """The play with the fewest points; the worst is no more."""
    mean: float
    """Of the points."""
    error: float
    """The standard error of the mean."""
    endings: Mapping[str, int]
    """How many plays came to each ending; one that none came to may be reached all the same."""


@dataclass(frozen=True, slots=True)
class SampledScores:
    """The share of each score among so many random plays, the starts drawn by their seeds."""

    plays: int
    shares: Mapping[int, float]
    """Rising."""

    @property
    def error(self) -> float:
        """The most that the standard error of any share, or sum of shares, can be."""
        return 0.5 / math.sqrt(self.plays)


def sampled(game: Game, plays: int = PLAYS) -> Sample:
    """Play a game at random so many times; the same game gives the same sample."""
    best = least = _random_play(game, 0)
    count = total = squares = 0
    endings: Counter[str] = Counter()
    for played in _random_plays(game, plays):
        best = max(best, played, key=_points)
        least = min(least, played, key=_points)
        count += 1
        total += played.points
        squares += played.points**2
        if played.ending is not None:
            endings[played.ending.id] += 1
    mean = total / count
    variance = max(0.0, squares / count - mean * mean)
    return Sample(count, best, least, mean, math.sqrt(variance / count), dict(endings))


def sampled_scores(solution: Solution, plays: int = PLAYS) -> SampledScores:
    """Play a solved game at random so many times; its solution must cover every start."""
    counts = Counter(solution.score(played) for played in _random_plays(solution.game, plays))
    count = counts.total()
    return SampledScores(count, {each: counts[each] / count for each in sorted(counts)})


def _random_plays(game: Game, plays: int) -> Iterator[Conversation]:
    answers = 0
    for seed in range(plays):
        if seed >= FEWEST_PLAYS and answers >= MOST_ANSWERS:
            return
        played = _random_play(game, seed)
        answers += played.number
        yield played


def _random_play(game: Game, seed: int) -> Conversation:
    conversation = Conversation.begin(game, seed)
    while not conversation.ended:
        responses = conversation.responses
        conversation = conversation.after(responses[draw(seed, ~conversation.number - 8, len(responses))])
    return conversation


def _points(conversation: Conversation) -> int:
    return conversation.points
