"""Feelings: how a customer's anger, trust and openness add up, and what days do to them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeVarTuple, cast

from simulator.scenario.moods import mood_of

Others = TypeVarTuple("Others")

HIGHEST = 20
MOST_AT_ONCE = 5
"""No response moves a feeling by more than this."""

DAYS_TO_COOL = 2
MOST_COOLING = 6
DAYS_OF_SILENCE = 14
DAYS_TO_DRIFT = 7


class Feelings(NamedTuple):
    """The customer's state: three whole numbers from 0 to 20."""

    anger: int
    trust: int
    openness: int

    @property
    def mood(self) -> str:
        """The name of the region these feelings lie in."""
        return mood_of(*self)


class ManyFeelings(Protocol):
    """One feeling of many states at once, as the solver has it."""

    def mapped(self, table: Sequence[int]) -> ManyFeelings:
        """Each of the values looked up in a table, which those below 0 read from its end."""


REACH = (*range(HIGHEST + MOST_AT_ONCE + 1), *range(-MOST_AT_ONCE, 0))
"""Every whole number that a feeling can be before it is held between 0 and 20, where a table has its value."""


CLAMPED = tuple(max(0, min(HIGHEST, value)) for value in REACH)


def of_many(function: Callable[[int, *Others], int]) -> Callable[[int, *Others], int]:
    """Let a function of one feeling take that feeling of many states as well, each of which it is applied to."""
    table = functools.lru_cache(maxsize=1024)(lambda *others: [function(each, *others) for each in REACH])

    @functools.wraps(function)
    def applied(value: int, /, *others: *Others) -> int:
        if type(value) is int:
            return function(value, *others)
        return cast(int, cast(ManyFeelings, value).mapped(table(*others)))

    return applied


def rounded(numerator: int, denominator: int) -> int:
    """The nearest whole number to a fraction with a denominator above 0; halves go towards zero."""
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator - 1) // (2 * denominator))


def limited(move: int) -> int:
    """The move, held to what one response can do to one feeling."""
    return max(-MOST_AT_ONCE, min(MOST_AT_ONCE, move))


def clamped(value: int) -> int:
    """The feeling, held between 0 and 20, where it was within them and moved by at most 5."""
    return CLAMPED[value] if type(value) is int else cast(int, cast(ManyFeelings, value).mapped(CLAMPED))


@of_many
def cooled(anger: int, days: int) -> int:
    """Anger after some days apart."""
    return max(0, anger - min(MOST_COOLING, days // DAYS_TO_COOL))


@of_many
def untouched(trust: int, silence: int, days: int) -> int:
    """Trust after `days` more without a touch, when there had been `silence` days without one before."""
    return max(0, trust - ((silence + days) // DAYS_OF_SILENCE - silence // DAYS_OF_SILENCE))


@of_many
def drifted(value: int, began: int, days: int) -> int:
    """Trust or openness after some days apart: a step a week back towards where it began."""
    steps = days // DAYS_TO_DRIFT
    return max(began, value - steps) if value > began else min(began, value + steps)
