"""What of memory the conditions of a script read, by the moment at which they are asked."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.conversation.conditions import memory_read
from simulator.conversation.game import Game
from simulator.scenario.model import Condition, Response, Turn


class Reads:
    """The bits of memory that conditions of a game read."""

    def __init__(self, game: Game) -> None:
        def bits(conditions: Iterable[Condition]) -> int:
            union = 0
            for condition in conditions:
                union |= memory_read(condition, game.memory)
            return union

        mask = game.script.customer.defence.mask
        self.standing = {turn.id: bits(_standing(turn.script)) for turn in game.turns}
        """By turn: what is read while a conversation stands there."""
        self.answered = {
            (turn.id, response.id): bits(_answered(response.script))
            for turn in game.turns
            for response in turn.responses
        }
        """By turn and response: what its reply and its way on read."""
        self.leaving = bits(leave.when for leave in game.script.customer.leaves)
        self.unmasking = bits([mask.until]) if mask else 0
        self.ending = bits(
            condition
            for ending in game.script.endings.values()
            for condition in (ending.when, *(case.when for case in (*ending.text, *ending.aftermath)))
        )
        self.ever = self.leaving | self.unmasking | self.ending
        """What is read anywhere."""
        for each in (*self.standing.values(), *self.answered.values()):
            self.ever |= each


def _standing(turn: Turn) -> Iterable[Condition]:
    for case in (*turn.line, *turn.cue):
        yield case.when
    for response in turn.responses.values():
        yield response.when
        for evidence in (*response.shows, *response.breaks):
            yield evidence.when


def _answered(response: Response) -> Iterable[Condition]:
    for reply in response.reply:
        yield reply.when
    for way in response.then:
        yield way.when
