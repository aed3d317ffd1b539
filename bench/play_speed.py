"""How many responses are played in a second, each with all the words that a play shows."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator

from games import bundled_games
from measure import FEWEST, Figure

from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game

WANTED = 60_000
AIM = 150_000

SLICE = 0.4
"""Seconds of one measurement."""


def figures(rounds: int) -> Iterator[Figure]:
    """Responses a second over all bundled scenarios, played in turns, at random."""
    games = list(bundled_games().values())
    played(games, SLICE)
    rates = [played(games, SLICE) for _ in range(max(rounds, FEWEST))]
    rate = statistics.median(rates)
    measured = f"{rate:,.0f}  (median of {len(rates)})"
    yield Figure("responses played a second, with their texts", measured, f"at least {WANTED:,}", rate >= WANTED)


def played(games: list[Game], seconds: float) -> float:
    """Responses a second while playing for so many seconds."""
    chance = random.Random(1)
    picks = [chance.randrange(60) for _ in range(997)]
    responses, letters, seed = 0, 0, 0
    began = time.perf_counter()
    while (took := time.perf_counter() - began) < seconds:
        for game in games:
            seed += 1
            conversation = Conversation.begin(game, seed)
            while not conversation.ended:
                letters += len(conversation.line) + len(conversation.cue)
                offered = conversation.responses
                for response in offered:
                    letters += len(response.script.say)
                conversation = conversation.after(offered[picks[responses % 997] % len(offered)])
                letters += len(conversation.reply)
                responses += 1
            letters += len(conversation.ending_text) + len(conversation.aftermath)
    assert letters
    return responses / took
