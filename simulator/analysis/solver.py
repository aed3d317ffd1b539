"""The solver: the most and the fewest points that anyone can have, proven, from any state of a conversation.

Every reachable state is visited once, through the one function that plays. The moments of a conversation never repeat,
because a response is given only so often; so what a state is worth follows from the states its responses lead to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from simulator.analysis.merging import Merging
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game, GameResponse
from simulator.conversation.rules import Answer, answer, available, begin, ending_points
from simulator.conversation.state import State


class Worth(NamedTuple):
    """The bounds of what can still be had from a state, the ending's points included."""

    par: int
    worst: int


class Option(NamedTuple):
    """A response that can be given, and what can be had with it: its own points and all that may follow."""

    response: GameResponse
    answer: Answer
    worth: Worth


class Solution:
    """Par and worst of every state that can be reached from the starts that were solved."""

    def __init__(self, game: Game, worths: Mapping[int, Worth], transitions: int = 0) -> None:
        self.game = game
        self.worths = worths
        """By the keys of `Merging`."""
        self.transitions = transitions
        """How many responses were tried to find this."""
        self._merging = Merging(game)

    @property
    def states(self) -> int:
        """How many states were visited."""
        return len(self.worths)

    def worth(self, conversation: Conversation) -> Worth:
        """What can still be had; nothing once the conversation has ended. Raises KeyError for an unsolved start."""
        return Worth(0, 0) if conversation.ended else self.worth_of(conversation.state)

    def worth_of(self, state: State) -> Worth:
        """What can still be had from a state that has not ended. Raises KeyError for an unsolved start."""
        return self.worths[self._merging.key(state)]

    def options(self, state: State) -> tuple[Option, ...]:
        """Every response that can be given in a state, with what can be had with it."""
        return tuple(self._option(state, response) for response in available(self.game, state))

    def best_line(self, conversation: Conversation) -> tuple[Conversation, ...]:
        """The moments of the best play from here, this one first; of equals the response that stands first."""
        return tuple(self._line(conversation, best=True))

    def worst_line(self, conversation: Conversation) -> tuple[Conversation, ...]:
        """The moments of the worst play from here, this one first; of equals the response that stands first."""
        return tuple(self._line(conversation, best=False))

    def _option(self, state: State, response: GameResponse) -> Option:
        given = answer(self.game, state, response)
        if given.ending is not None:
            ahead = ending_points(self.game, given.ending)
            return Option(response, given, Worth(given.points + ahead, given.points + ahead))
        par, worst = self.worth_of(given.state)
        return Option(response, given, Worth(given.points + par, given.points + worst))

    def _line(self, conversation: Conversation, *, best: bool) -> Iterator[Conversation]:
        yield conversation
        while not conversation.ended:
            options = self.options(conversation.state)
            if best:
                chosen = max(options, key=lambda option: option.worth.par)
            else:
                chosen = min(options, key=lambda option: option.worth.worst)
            conversation = conversation.after(chosen.response)
            yield conversation


def solve(game: Game, starts: Iterable[Feelings] | None = None) -> Solution:
    """Solve a game from the given starts, or from every start that its script allows."""
    merging = Merging(game)
    worths: dict[int, Worth] = {}
    transitions = 0
    for start in game.starts() if starts is None else starts:
        state, ending = begin(game, start)
        if ending is None:
            transitions += _visit(game, merging, worths, state)
    return Solution(game, worths, transitions)


class _Branch(NamedTuple):
    """A response tried: its points, an ending's included, and the key of where it leads, or None where it ends."""

    points: int
    key: int | None


def _visit(game: Game, merging: Merging, worths: dict[int, Worth], first: State) -> int:
    """Visit every state ahead of `first` not yet known, the later before the earlier, and count the transitions."""
    transitions = 0
    branches: dict[int, list[_Branch]] = {}
    stack = [(merging.key(first), first)]
    while stack:
        key, state = stack[-1]
        if key in worths:
            stack.pop()
            continue
        if key in branches:
            worths[key] = _best_and_worst(branches.pop(key), worths)
            stack.pop()
            continue
        tried = branches[key] = []
        for response in available(game, state):
            given = answer(game, state, response)
            transitions += 1
            if given.ending is not None:
                tried.append(_Branch(given.points + ending_points(game, given.ending), None))
                continue
            ahead = merging.key(given.state)
            tried.append(_Branch(given.points, ahead))
            if ahead not in worths:
                stack.append((ahead, given.state))
    return transitions


def _best_and_worst(branches: list[_Branch], worths: dict[int, Worth]) -> Worth:
    pars, worsts = [], []
    for points, key in branches:
        par, worst = (0, 0) if key is None else worths[key]
        pars.append(points + par)
        worsts.append(points + worst)
    return Worth(max(pars), min(worsts))
