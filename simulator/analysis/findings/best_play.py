"""The best play: every state and every response that some play comes by which never gives anything away."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from simulator.analysis.exploration import Branch, Exploration, Situation
from simulator.analysis.many import many_states
from simulator.analysis.solution import Solution
from simulator.analysis.ways import NEVER, Chosen, Spot, Ways
from simulator.conversation.rules import Answer, answer

Values = npt.NDArray[np.int32]


class BestPlay:
    """All best lines at once, from every start."""

    def __init__(self, exploration: Exploration, solution: Solution) -> None:
        self._exploration = exploration
        self._pars = {key: np.array(situation.pars, dtype=np.int32) for key, situation in solution.situations.items()}
        self.ways = Ways(exploration, self._costs_nothing)
        """The shortest ways along best lines."""

    @functools.cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The best responses of best lines, with the states in which they are given."""
        return tuple(self._spots())

    def _spots(self) -> Iterator[Spot]:
        for situation in self._exploration.order:
            for branch in situation.branches:
                spot = Spot(situation, branch.places)
                best = self._costs_nothing(situation, branch) & (self.ways.counts(spot) < NEVER)
                if best.any():
                    yield Spot(situation, branch.places[best], branch)

    def answer(self, spot: Spot) -> Answer:
        """What the response of a spot does in its states, which all take the same course."""
        assert spot.branch is not None
        state = many_states(spot.situation.state, spot.situation.feelings[spot.places])
        return answer(self._exploration.game, state, spot.branch.response)

    def values(self, branch: Branch) -> Values:
        """What can be had with a branch: its points and all that may follow."""
        if branch.ahead is None:
            return np.full(len(branch.places), branch.points, np.int32)
        return self._pars[branch.ahead.key][branch.arrivals] + np.int32(branch.points)

    def _costs_nothing(self, situation: Situation, branch: Branch) -> Chosen:
        found: Chosen = self.values(branch) == self._pars[situation.key][branch.places]
        return found
