"""The solver: the most and the fewest points that anyone can have, proven, from any state of a conversation.

Every reachable state is visited once, through the one function that plays. States that differ in nothing but their
feelings are visited together (`many`); together they are a situation. A conversation never comes back to a situation,
because a response is given only so often: so the situations can be put in an order in which every one comes before
those that may follow it, be explored in that order, and be valued in the reverse.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from simulator.analysis.many import LATTICE, Numbers, Places, indices_of, many_states, parted
from simulator.analysis.merging import Merging, feelings_index
from simulator.analysis.solution import Solution, Solved
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game, GameResponse
from simulator.conversation.rules import Answer, answer, available, begin, ending_points
from simulator.conversation.state import State


def solve(game: Game, starts: Iterable[Feelings] | None = None) -> Solution:
    """Solve a game from the given starts, or from every start that its script allows."""
    search = _Search(game)
    for start in game.starts() if starts is None else starts:
        state, ending = begin(game, start)
        if ending is None:
            search.reach(state, np.array([feelings_index(state)], np.int16))
    search.explore()
    search.value()
    return Solution(game, search.solved(), search.transitions)


@dataclass(eq=False, slots=True)
class _Branch:
    """One response, for those states of a situation with which it takes the same course."""

    places: Places
    """The places of these states in their own situation."""
    points: int
    """What the response is worth to each of them, with the points of an ending it led to."""
    ahead: _Situation | None = None
    """Where it leads; None where it leads to an ending."""
    arrivals: Numbers | None = None
    """The feelings with which they arrive; once the situation ahead is explored, their places there."""


@dataclass(eq=False, slots=True)
class _Situation:
    """States that differ in nothing but their feelings."""

    state: State
    """One of them; what nothing ahead reads may differ in others, and so may the feelings."""
    waiting: list[Numbers] = field(default_factory=list)
    """The feelings that were reached here so far, as they came."""
    arriving: list[_Branch] = field(default_factory=list)
    """The branches that lead here."""
    feelings: Numbers | None = None
    """All that can be reached here, rising, once it is explored."""
    branches: list[_Branch] = field(default_factory=list)
    pars: Numbers | None = None
    worsts: Numbers | None = None


class _Search:
    """One search of a game: what is reached, in the order in which it may follow."""

    def __init__(self, game: Game) -> None:
        self.transitions = 0
        self._game = game
        self._merging = Merging(game)
        self._situations: dict[int, _Situation] = {}
        self._queue: list[tuple[tuple[int, int], int]] = []
        self._order: list[_Situation] = []
        self._turn_ranks = [-len(game.ways[turn.id] | {turn.id}) for turn in game.turns]
        self._given_ahead = [_given_ahead(game, turn.id) for turn in game.turns]
        self._marks = np.zeros(LATTICE, np.bool_)
        self._places = np.zeros(LATTICE, np.int16)

    def reach(self, state: State, feelings: Numbers, branch: _Branch | None = None) -> None:
        """Note that a state is reached, with these feelings instead of its own."""
        key = self._merging.situation(state)
        situation = self._situations.get(key)
        if situation is None:
            situation = self._situations[key] = _Situation(state)
            heapq.heappush(self._queue, (self._rank(state), key))
        situation.waiting.append(feelings)
        if branch is not None:
            branch.ahead = situation
            branch.arrivals = feelings
            situation.arriving.append(branch)

    def explore(self) -> None:
        """Try every response in every situation, each after all that may lead to it."""
        while self._queue:
            _, key = heapq.heappop(self._queue)
            situation = self._situations[key]
            self._order.append(situation)
            feelings = self._gathered(situation)
            state = many_states(situation.state, feelings)
            for places, responses in parted(lambda group: available(self._game, group), state):
                group = many_states(situation.state, feelings[places])
                for response in responses:
                    self._try(situation, places, group, response)

    def value(self) -> None:
        """Work out par and worst of every state, each after all that it may lead to."""
        for situation in reversed(self._order):
            assert situation.feelings is not None
            lowest, highest = np.iinfo(np.int16).min, np.iinfo(np.int16).max
            pars = np.full(len(situation.feelings), lowest, np.int16)
            worsts = np.full(len(situation.feelings), highest, np.int16)
            for branch in situation.branches:
                places = branch.places
                if branch.ahead is None:
                    pars[places] = np.maximum(pars[places], branch.points)
                    worsts[places] = np.minimum(worsts[places], branch.points)
                    continue
                assert branch.ahead.pars is not None
                assert branch.ahead.worsts is not None
                points = np.int16(branch.points)
                pars[places] = np.maximum(pars[places], branch.ahead.pars[branch.arrivals] + points)
                worsts[places] = np.minimum(worsts[places], branch.ahead.worsts[branch.arrivals] + points)
            situation.pars, situation.worsts = pars, worsts

    def solved(self) -> dict[int, Solved]:
        """What was found, by situation."""
        return {
            key: Solved(_column(each.feelings), _column(each.pars), _column(each.worsts))
            for key, each in self._situations.items()
        }

    def _gathered(self, situation: _Situation) -> Numbers:
        """All feelings that were reached in a situation, each once, and for every arrival its place among them."""
        for feelings in situation.waiting:
            self._marks[feelings] = True
        gathered = np.flatnonzero(self._marks).astype(np.int16)
        self._marks[gathered] = False
        self._places[gathered] = np.arange(len(gathered), dtype=np.int16)
        for branch in situation.arriving:
            branch.arrivals = self._places[branch.arrivals]
        situation.waiting.clear()
        situation.arriving.clear()
        situation.feelings = gathered
        return gathered

    def _try(self, situation: _Situation, places: Places, group: State, response: GameResponse) -> None:
        self.transitions += len(places)

        def given(states: State) -> Answer:
            return answer(self._game, states, response)

        for part, found in parted(given, group):
            branch = _Branch(places[part], found.points)
            situation.branches.append(branch)
            if found.ending is not None:
                branch.points += ending_points(self._game, found.ending)
            else:
                self.reach(found.state, indices_of(found.state), branch)

    def _rank(self, state: State) -> tuple[int, int]:
        """Comes before the rank of every state that may follow.

        Going on to a turn from which there is no way back leaves fewer turns ahead; while there is a way back, answers
        are counted, and every response adds to the count.
        """
        return (self._turn_ranks[state.turn], (state.memory & self._given_ahead[state.turn]).bit_count())


def _given_ahead(game: Game, turn: str) -> int:
    bits = 0
    for each in game.turns:
        if each.id == turn or each.id in game.ways[turn]:
            bits |= each.given
    return bits


def _column(numbers: Numbers | None) -> array[int]:
    column = array("h")
    if numbers is not None:
        column.frombytes(numbers.tobytes())
    return column
