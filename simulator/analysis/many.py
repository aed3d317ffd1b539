"""Many states at once: how the one function that plays is asked about thousands of feelings in one go.

The rules compare feelings and look them up, and nothing else. So a whole column of feelings can stand where one whole
number stood: a look-up is done for all, and a comparison answers for all, or, where they differ, stops the run and says
which are which. The run is then repeated for either side. What comes out is exact, and the rules were written once.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, cast

import numpy as np
import numpy.typing as npt

from simulator.analysis.merging import LEVELS
from simulator.conversation.state import State

T = TypeVar("T")

Places = npt.NDArray[np.intp]
"""Which of the states, by their places."""

Numbers = npt.NDArray[np.int16]

LATTICE = LEVELS**3
"""How many states of feelings there are."""


class Differ(Exception):
    """A comparison holds for some of the states only: those where `holds` is true."""

    def __init__(self, holds: npt.NDArray[np.bool_]) -> None:
        self.holds = holds


class Many:
    """One feeling of many states, standing where the rules expect a whole number."""

    __slots__ = ("_highest", "_lowest", "values")

    def __init__(self, values: Numbers) -> None:
        self.values = values
        self._lowest = int(values.min())
        self._highest = int(values.max())

    def mapped(self, table: Sequence[int]) -> Many:
        """Each value looked up in a table, which those below 0 read from its end."""
        return Many(_array(tuple(table))[self.values])

    def __add__(self, other: int) -> Many:
        return Many(self.values + np.int16(other))

    def __ge__(self, other: int) -> bool:
        if self._lowest >= other:
            return True
        if self._highest < other:
            return False
        raise Differ(self.values >= other)

    def __le__(self, other: int) -> bool:
        if self._highest <= other:
            return True
        if self._lowest > other:
            return False
        raise Differ(self.values <= other)


@functools.lru_cache(maxsize=4096)
def _array(table: tuple[int, ...]) -> Numbers:
    return np.array(table, np.int16)


def indices_of(state: State) -> Numbers:
    """The feelings of many states as one number each, from 0 up to LATTICE."""
    anger, trust, openness = (cast(Many, each).values for each in (state.anger, state.trust, state.openness))
    return (anger * LEVELS + trust) * LEVELS + openness


def many_states(state: State, indices: Numbers) -> State:
    """One state that stands for many, which differ in nothing but their feelings."""
    trust, openness = indices // LEVELS % LEVELS, indices % LEVELS
    return _felt(state, indices // (LEVELS * LEVELS), trust, openness)


def parted(run: Callable[[State], T], state: State) -> Iterator[tuple[Places, T]]:
    """What a run gives for many states: the groups for which it takes the same course, each with what it gave."""
    waiting = [(np.arange(len(cast(Many, state.anger).values)), state)]
    while waiting:
        places, group = waiting.pop()
        try:
            given = run(group)
        except Differ as differ:
            for side in (differ.holds, ~differ.holds):
                columns = [cast(Many, each).values[side] for each in (group.anger, group.trust, group.openness)]
                waiting.append((places[side], _felt(group, *columns)))
        else:
            yield places, given


def _felt(state: State, anger: Numbers, trust: Numbers, openness: Numbers) -> State:
    return state._replace(
        anger=cast(int, Many(anger)), trust=cast(int, Many(trust)), openness=cast(int, Many(openness))
    )
