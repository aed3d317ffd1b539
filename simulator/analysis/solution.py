"""A solution: what can still be had from every state of a conversation, as the solver proved it."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from scoring.scorecard import score
from simulator.analysis.merging import Merging, feelings_index
from simulator.analysis.random_play import RandomPlay
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game, GameResponse
from simulator.conversation.rules import Answer, answer, available, ending_points
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


COLUMNS = ("h", "i", "i")
"""How wide the numbers of each column are: those of points as wide as a script of the greatest size may need."""


class Solved(NamedTuple):
    """What can be had in one situation, by feelings: three columns of the same length."""

    feelings: array[int]
    """Indices of feelings that can be reached there, rising."""
    pars: array[int]
    worsts: array[int]


class Solution:
    """Par and worst of every state that can be reached from the starts that were solved."""

    def __init__(
        self,
        game: Game,
        situations: Mapping[int, Solved],
        transitions: int,
        random_plays: Mapping[Feelings, RandomPlay] = MappingProxyType({}),
        *,
        merging: Merging | None = None,
    ) -> None:
        self.game = game
        self.situations = situations
        """By the numbers that `Merging` gives them."""
        self.transitions = transitions
        """How many responses were tried to find this."""
        self.random_plays = random_plays
        """What random play comes to, by start; empty where nobody asked."""
        self._merging = merging or Merging(game)

    @property
    def states(self) -> int:
        """How many states were visited."""
        return sum(len(solved.feelings) for solved in self.situations.values())

    def worth(self, conversation: Conversation) -> Worth:
        """What can still be had; nothing once the conversation has ended. Raises KeyError for an unsolved start."""
        return Worth(0, 0) if conversation.ended else self.worth_of(conversation.state)

    def worth_of(self, state: State) -> Worth:
        """What can still be had from a state that has not ended. Raises KeyError for an unsolved start."""
        solved = self.situations[self._merging.situation(state)]
        wanted = feelings_index(state)
        place = bisect_left(solved.feelings, wanted)
        if place == len(solved.feelings) or solved.feelings[place] != wanted:
            raise KeyError(state)
        return Worth(solved.pars[place], solved.worsts[place])

    def score(self, played: Conversation) -> int:
        """The score of a play that has ended; 100 where there was nothing to answer."""
        start = played.rewound(0)
        return 100 if start.ended else score(played.points, *self.worth(start))

    def options(self, state: State) -> tuple[Option, ...]:
        """Every response that can be given in a state, with what can be had with it."""
        return tuple(self._option(state, response) for response in available(self.game, state))

    def best_response(self, state: State) -> GameResponse:
        """A best response; of equals the one that stands first."""
        return max(self.options(state), key=lambda option: option.worth.par).response

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
            state = conversation.state
            conversation = conversation.after(self.best_response(state) if best else self._worst_response(state))
            yield conversation

    def _worst_response(self, state: State) -> GameResponse:
        return min(self.options(state), key=lambda option: option.worth.worst).response
