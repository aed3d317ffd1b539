"""Happenings: all that can happen in a game, each once for all states of which it is true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from simulator.analysis.exploration import Exploration, Situation
from simulator.analysis.many import many_states
from simulator.analysis.merging import feelings_index
from simulator.analysis.ways import Spot, everywhere
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import GameResponse, GameTurn
from simulator.conversation.rules import Answer, answer, begin
from simulator.conversation.state import State


@dataclass(frozen=True, slots=True, eq=False)
class Began:
    """A conversation began, and with an ending it was over at once, as nothing could be answered."""

    start: Feelings
    state: State
    turn: GameTurn
    ending: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Stood:
    """A conversation stood at a turn."""

    spot: Spot
    turn: GameTurn
    state: State


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """A response was given."""

    spot: Spot
    turn: GameTurn
    response: GameResponse
    before: State
    found: Answer
    closed: GameTurn | None
    """The turn that it led to, where nothing could be answered there."""
    first_ending: bool
    """Whether it led to the first ending that holds."""

    @property
    def arrived(self) -> State:
        """The state on arriving at a turn, before anything that an ending changes."""
        return self.found.said if self.found.apart is None else self.found.apart[1]


Happening: TypeAlias = Began | Stood | Answered
"""Every state in them stands for many."""


def happenings(exploration: Exploration, turn: str | None = None) -> Iterator[Happening]:
    """Everything that can happen from the starts that were explored, in the order of the exploration.

    With a turn only what happens there, and no beginnings.
    """
    game = exploration.game
    for start in () if turn else game.starts():
        state, ending = begin(game, start)
        many = many_states(state, np.array([feelings_index(state)], np.int16))
        yield Began(start, many, game.turns[state.turn], ending)
    for situation in exploration.order:
        here = game.turns[situation.state.turn]
        if turn is None or here.id == turn:
            yield Stood(everywhere(situation), here, many_states(situation.state, situation.feelings))
            yield from _answers(exploration, situation, here)


def _answers(exploration: Exploration, situation: Situation, turn: GameTurn) -> Iterator[Answered]:
    game = exploration.game
    for branch in situation.branches:
        before = many_states(situation.state, situation.feelings[branch.places])
        # The states of a branch take the same course, so that they can be answered in one go again.
        found = answer(game, before, branch.response)
        target = None if found.left else branch.response.then.choose(found.said)
        closed = None
        if found.ending is not None and target is not None:
            if target.turn is not None:
                closed = game.turns[target.turn]
            elif target.contact is not None:
                closed = game.turns[game.contacts[target.contact].opens]
        yield Answered(
            spot=Spot(situation, branch.places, branch),
            turn=turn,
            response=branch.response,
            before=before,
            found=found,
            closed=closed,
            first_ending=found.ending is not None and target is not None and target.ending is None,
        )
