"""Many states at once: how the one function that plays is asked about thousands of feelings in one go.

The rules add to a feeling, look it up in a table and compare it, each of the three by itself and with whole numbers
only. A feeling has 21 values. So where a whole number stood, a table can stand that says of each of these 21 what has
become of it: adding and looking up change the table, and a comparison answers for all values that occur, or, where they
differ, stops the run and says which are which. The run is then repeated for either side. What comes out is exact, costs
little more for thousands of states than for one, and the rules were written once. Whatever else a rule might come to do
with a feeling fails here at once, instead of being wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn, TypeAlias, TypeVar, cast

import numpy as np
import numpy.typing as npt

from simulator.analysis.merging import LEVELS
from simulator.conversation.state import State

T = TypeVar("T")

Places: TypeAlias = npt.NDArray[np.integer[Any]]
"""Which of the states, by their places."""

Numbers: TypeAlias = npt.NDArray[np.int16]

LATTICE = LEVELS**3
"""How many states of feelings there are."""

_STEPS = np.array([[LEVELS * LEVELS], [LEVELS], [1]], np.int16)
"""What each feeling counts in the index of a state of feelings."""

_FELT = [(np.arange(LATTICE) // step % LEVELS).astype(np.int8) for step in _STEPS[:, 0]]
"""Each feeling of every index."""

_EVERY = np.arange(LATTICE, dtype=np.int16)
_EVERY.setflags(write=False)


class Differ(Exception):
    """A comparison holds for some of the states only: those of which `holds` is true of a feeling's value."""

    def __init__(self, feeling: int, holds: Sequence[bool]) -> None:
        self.feeling = feeling
        self.holds = holds


class Many:
    """One feeling of many states, standing where the rules expect a whole number."""

    __slots__ = ("feeling", "indices", "now")

    def __init__(self, feeling: int, indices: Numbers, now: Sequence[int]) -> None:
        self.feeling = feeling
        """Which of the three it is."""
        self.indices = indices
        """The feelings that the states had."""
        self.now = now
        """By the 21 values that the feeling may have had, what it is now; where none had it, what it is for some."""

    def mapped(self, table: Sequence[int]) -> Many:
        """Each value looked up in a table, which those below 0 read from its end."""
        return Many(self.feeling, self.indices, [table[value] for value in self.now])

    def among(self, indices: Numbers, holds: Sequence[bool] | None) -> Many:
        """The same feeling of only those states that have these indices; their values are those that `holds` names."""
        if holds is None:
            return Many(self.feeling, indices, self.now)
        some = self.now[holds.index(True)]
        now = [value if true else some for value, true in zip(self.now, holds, strict=True)]
        return Many(self.feeling, indices, now)

    def __add__(self, other: int) -> Many:
        return Many(self.feeling, self.indices, [value + other for value in self.now]) if other else self

    def __ge__(self, other: int) -> bool:
        if min(self.now) >= other:
            return True
        if max(self.now) < other:
            return False
        raise Differ(self.feeling, [value >= other for value in self.now])

    def __le__(self, other: int) -> bool:
        if max(self.now) <= other:
            return True
        if min(self.now) > other:
            return False
        raise Differ(self.feeling, [value <= other for value in self.now])

    def _refuse(self, *_: object) -> NoReturn:
        raise TypeError("many feelings can be added to, looked up and compared by order, and nothing else")

    __bool__ = __eq__ = __ne__ = __hash__ = _refuse


def indices_of(state: State) -> Numbers:
    """The feelings of many states as one number each, from 0 up to LATTICE."""
    many = _many(state)
    anger, trust, openness = np.array([each.now for each in many], np.int16) * _STEPS
    became = anger[:, None, None] + (trust[:, None] + openness)
    return cast(Numbers, became.take(many[0].indices))


def many_states(state: State, indices: Numbers) -> State:
    """One state that stands for many, which differ in nothing but their feelings."""
    found = np.zeros(LATTICE, np.bool_)
    found[indices.astype(np.intp)] = True
    cube = found.reshape(LEVELS, LEVELS, LEVELS)
    occurring = [cast(list[bool], cube.any(axis=others).tolist()) for others in ((1, 2), (0, 2), (0, 1))]
    return _felt(
        state,
        [Many(feeling, indices, range(LEVELS)).among(indices, each) for feeling, each in enumerate(occurring)],
    )


def parted(run: Callable[[State], T], state: State) -> Iterator[tuple[Places, T]]:
    """What a run gives for many states: the groups for which it takes the same course, each with what it gave."""
    waiting: list[tuple[Places, State]] = [(every_place(len(_many(state)[0].indices)), state)]
    while waiting:
        places, group = waiting.pop()
        try:
            given = run(group)
        except Differ as differ:
            feelings = _many(group)
            indices = feelings[0].indices
            holds = np.array(differ.holds).take(_FELT[differ.feeling].take(indices))
            for side, true in ((holds, differ.holds), (~holds, [not each for each in differ.holds])):
                part = side.nonzero()[0]
                # Empty where the values that differ occurred only among states that were parted from these before.
                if len(part):
                    fewer = indices.take(part)
                    narrowed = [
                        each.among(fewer, true if each.feeling == differ.feeling else None) for each in feelings
                    ]
                    waiting.append((places.take(part), _felt(group, narrowed)))
        else:
            yield places, given


def every_place(count: int) -> Places:
    """The places of so many states. They can't be written to, for whoever asks gets the same ones."""
    return _EVERY[:count]


def _many(state: State) -> tuple[Many, Many, Many]:
    return cast(tuple[Many, Many, Many], (state.anger, state.trust, state.openness))


def _felt(state: State, feelings: Sequence[Many]) -> State:
    anger, trust, openness = cast(Sequence[int], feelings)
    return state._replace(anger=anger, trust=trust, openness=openness)
