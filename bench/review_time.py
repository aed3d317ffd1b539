"""How long the review of an attempt takes where the solver's cache has its solution."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator

from games import bundled_games
from measure import FEWEST, Figure, milliseconds

from simulator.analysis.chances import solve_with_chances
from simulator.analysis.packing import packed, unpacked
from simulator.analysis.review import review
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game

WANTED = 0.05


def figures(rounds: int) -> Iterator[Figure]:
    """Seconds to unpack a kept solution and review a whole attempt, played at random, of each bundled scenario."""
    for id, game in bundled_games().items():
        times, answers = [], 0
        for seed in range(max(rounds, FEWEST)):
            attempt = played(game, seed)
            kept = packed(solve_with_chances(game, [attempt.rewound(0).feelings]))
            # Made ready for play anew, so that the review finds nothing known but what was kept.
            cold = Game(game.script, game.principles)
            again = Conversation.begin(cold, seed)
            for response in attempt.response_ids:
                again = again.respond(response)
            began = time.perf_counter()
            review(again, unpacked(cold, kept))
            times.append(time.perf_counter() - began)
            answers += attempt.number
        seconds = statistics.median(times)
        measured = f"{milliseconds(seconds)}  ({answers / len(times):.0f} answers on average, median of {len(times)})"
        yield Figure(f"review, cached, {id}", measured, "at most 50 ms", seconds <= WANTED)


def played(game: Game, seed: int) -> Conversation:
    """A whole conversation, played at random."""
    chance = random.Random(seed)
    conversation = Conversation.begin(game, seed)
    while not conversation.ended:
        conversation = conversation.after(chance.choice(conversation.responses))
    return conversation
