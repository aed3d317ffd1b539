"""Sampled play: what can be told of a game too large to be explored. Nothing here is proven, and all of it says so."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.conversation.conversation import Conversation
from simulator.conversation.draw import draw
from simulator.conversation.game import Game

PLAYS = 10_000


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


def sampled(game: Game, plays: int = PLAYS) -> Sample:
    """Play a game at random so many times; the same game gives the same sample."""
    best = least = _random_play(game, 0)
    total = squares = 0
    endings: Counter[str] = Counter()
    for seed in range(plays):
        played = _random_play(game, seed)
        best = max(best, played, key=_points)
        least = min(least, played, key=_points)
        total += played.points
        squares += played.points**2
        if played.ending is not None:
            endings[played.ending.id] += 1
    mean = total / plays
    variance = max(0.0, squares / plays - mean * mean)
    return Sample(plays, best, least, mean, math.sqrt(variance / plays), dict(endings))


def _random_play(game: Game, seed: int) -> Conversation:
    conversation = Conversation.begin(game, seed)
    while not conversation.ended:
        responses = conversation.responses
        conversation = conversation.after(responses[draw(seed, ~conversation.number - 8, len(responses))])
    return conversation


def _points(conversation: Conversation) -> int:
    return conversation.points
