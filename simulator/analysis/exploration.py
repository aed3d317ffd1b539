"""The exploration of a game: every state that can be reached, each in its order before what may follow it.

Every state is visited once, through the one function that plays. States that differ in nothing but their feelings are
visited together (`many`); together they are a situation. A conversation never comes back to a situation, because a
response is given only so often: so the situations can be put in an order in which every one comes before those that may
follow it. Going through it forwards tells what is reached and how likely; backwards, what can still be had.
"""

from __future__ import annotations

import functools
import heapq
import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from simulator.analysis.many import LATTICE, Numbers, Places, every_place, indices_of, many_states, parted
from simulator.analysis.merging import Merging, feelings_index
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game, GameResponse
from simulator.conversation.rules import Answer, answer, available, begin, effects, ending_points
from simulator.conversation.state import State


def _no_numbers() -> Numbers:
    return np.zeros(0, np.int16)


class TooManyStates(Exception):
    """A game has more states than the limit allows to visit."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(f"there are more than {limit} states")


@dataclass(eq=False, slots=True)
class Branch:
    """One response, for those states of a situation with which it takes the same course."""

    response: GameResponse
    places: Places
    """The places of these states in their own situation."""
    choices: int
    """Among how many responses these states have it to choose from."""
    points: int
    """What the response is worth to each of them, with the points of an ending it led to."""
    ending: int | None
    """The ending it leads to."""
    ahead: Situation | None = None
    """Where it leads; None where it leads to an ending."""
    arrivals: Numbers = field(default_factory=_no_numbers)
    """The places, in the situation ahead, at which these states arrive."""


@dataclass(eq=False, slots=True)
class Situation:
    """States that differ in nothing but their feelings."""

    key: int
    """The number that `Merging` gives it."""
    state: State
    """One of them; what nothing ahead reads may differ in others, and so may the feelings."""
    feelings: Numbers = field(default_factory=_no_numbers)
    """The indices of all feelings that can be reached here, rising."""
    branches: list[Branch] = field(default_factory=list)
    waiting: list[Numbers] = field(default_factory=list)
    """While exploring: the feelings that were reached here so far, as they came."""
    arriving: list[Branch] = field(default_factory=list)
    """While exploring: the branches that lead here."""


class Exploration:
    """All that can be reached of a game from some starts. Raises TooManyStates beyond a limit."""

    def __init__(
        self,
        game: Game,
        starts: Iterable[Feelings],
        merging: Merging | None = None,
        most_states: int | None = None,
        progress: Callable[[int], object] | None = None,
    ) -> None:
        """`progress` is called now and then with how many states have been visited."""
        self.game = game
        self.merging = merging or Merging(game)
        self.order: list[Situation] = []
        """Every situation, each before those that may follow it."""
        self.situations: dict[int, Situation] = {}
        """By the numbers that `Merging` gives them."""
        self.states = 0
        self.transitions = 0
        """How many responses were tried."""
        self._queue: list[tuple[tuple[int, int], int]] = []
        self._turn_ranks = [-len(game.ways[turn.id] | {turn.id}) for turn in game.turns]
        self._given_ahead = _given_ahead(game)
        self._marks = np.zeros(LATTICE, np.bool_)
        self._places = np.zeros(LATTICE, np.int16)
        for start in starts:
            state, ending = begin(game, start)
            if ending is None:
                self._reach(state, np.array([feelings_index(state)], np.int16))
        self._explore(most_states, progress)

    def place(self, state: State) -> tuple[Situation, int]:
        """The situation of a state, and the state's place in it. Raises KeyError for one that was not reached."""
        situation = self.situations[self.merging.situation(state)]
        wanted = feelings_index(state)
        place = int(np.searchsorted(situation.feelings, wanted))
        if place == len(situation.feelings) or situation.feelings[place] != wanted:
            raise KeyError(state)
        return situation, place

    def _explore(self, most_states: int | None, progress: Callable[[int], object] | None) -> None:
        while self._queue:
            _, key = heapq.heappop(self._queue)
            situation = self.situations[key]
            self.order.append(situation)
            self._gather(situation)
            self.states += len(situation.feelings)
            if most_states is not None and self.states > most_states:
                raise TooManyStates(most_states)
            if progress is not None:
                progress(self.states)
            for places, (group, responses) in parted(self._offered, many_states(situation.state, situation.feelings)):
                for response in responses:
                    self._try(situation, places, group, response, len(responses))

    def _offered(self, state: State) -> tuple[State, tuple[GameResponse, ...]]:
        """The responses that can be given. What every answer here asks is asked already, so that states part once."""
        effects(self.game, self.game.turns[state.turn], state)
        return state, available(self.game, state)

    def _reach(self, state: State, feelings: Numbers, branch: Branch | None = None) -> None:
        """Note that a state is reached, with these feelings instead of its own."""
        key = self.merging.situation(state)
        situation = self.situations.get(key)
        if situation is None:
            # Nothing ahead reads whether a mask is on; once it's off nobody asks when it falls, and fewer states part.
            unmasked = state._replace(memory=state.memory | self.game.memory.unmasked)
            situation = self.situations[key] = Situation(key, unmasked)
            heapq.heappush(self._queue, (self._rank(state), key))
        situation.waiting.append(feelings)
        if branch is not None:
            branch.ahead = situation
            branch.arrivals = feelings
            situation.arriving.append(branch)

    def _gather(self, situation: Situation) -> None:
        """Put together all feelings that were reached in a situation, and tell each arrival its place among them."""
        for feelings in situation.waiting:
            self._marks[feelings.astype(np.intp)] = True
        gathered = self._marks.nonzero()[0]
        self._marks[gathered] = False
        self._places[gathered] = every_place(len(gathered))
        for branch in situation.arriving:
            branch.arrivals = self._places.take(branch.arrivals)
        situation.waiting.clear()
        situation.arriving.clear()
        situation.feelings = gathered.astype(np.int16)

    def _try(self, situation: Situation, places: Places, group: State, response: GameResponse, choices: int) -> None:
        self.transitions += len(places)

        def given(states: State) -> Answer:
            return answer(self.game, states, response)

        for part, found in parted(given, group):
            points, ending = found.points, found.ending
            if ending is not None:
                points += ending_points(self.game, ending)
            # Where they do not part, all branches share the places of their states.
            taken = places if len(part) == len(places) else places.take(part)
            branch = Branch(response, taken, choices, points, ending)
            situation.branches.append(branch)
            if ending is None:
                self._reach(found.state, indices_of(found.state), branch)

    def _rank(self, state: State) -> tuple[int, int]:
        """Comes before the rank of every state that may follow.

        Going on to a turn from which there is no way back leaves fewer turns ahead; while there is a way back, answers
        are counted, and every response adds to the count.
        """
        return (self._turn_ranks[state.turn], (state.memory & self._given_ahead[state.turn]).bit_count())


def _given_ahead(game: Game) -> list[int]:
    """For each turn the bits that count the answers given there and at all turns that may follow."""
    counting = [turn for turn in game.turns if turn.given]
    return [
        functools.reduce(
            operator.or_, (each.given for each in counting if each.id == turn.id or each.id in game.ways[turn.id]), 0
        )
        for turn in game.turns
    ]
