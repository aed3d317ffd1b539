"""Every play of a small script, one by one: nothing is merged, and nothing but `respond` is asked."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game

MOST_PLAYS = 3_000


class TooManyPlays(Exception):
    """A script has more plays than a test should try."""


def every_play(game: Game) -> Iterator[Conversation]:
    """Every conversation of a game, from each of its starts to its end. Raises TooManyPlays."""
    count = 0
    waiting = [Conversation.begin(game, 0, start) for start in game.starts()]
    while waiting:
        conversation = waiting.pop()
        if conversation.ended:
            count += 1
            if count > MOST_PLAYS:
                raise TooManyPlays
            yield conversation
        waiting += [conversation.after(response) for response in conversation.responses]
