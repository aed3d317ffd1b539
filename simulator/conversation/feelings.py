"""Feelings: how a customer's anger, trust and openness add up, and what days do to them."""

from __future__ import annotations

from typing import NamedTuple

from simulator.scenario.moods import mood_of

HIGHEST = 20
MOST_AT_ONCE = 5
"""No response moves a feeling by more than this."""

CLAMPED = tuple(min(value, HIGHEST) for value in range(HIGHEST + MOST_AT_ONCE + 1)) + (0,) * MOST_AT_ONCE
"""What a feeling becomes, by the sum of what it was and one move: held to 20, and, as the sums below 0 count from the
end of the table, to 0."""

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


def rounded(numerator: int, denominator: int) -> int:
    """The nearest whole number to a fraction with a denominator above 0; halves go towards zero."""
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator - 1) // (2 * denominator))


def limited(move: int) -> int:
    """The move, held to what one response can do to one feeling."""
    return max(-MOST_AT_ONCE, min(MOST_AT_ONCE, move))


def cooled(anger: int, days: int) -> int:
    """Anger after some days apart."""
    return max(0, anger - min(MOST_COOLING, days // DAYS_TO_COOL))


def untouched(trust: int, silence: int, days: int) -> int:
    """Trust after `days` more without a touch, when there had been `silence` days without one before."""
    return max(0, trust - ((silence + days) // DAYS_OF_SILENCE - silence // DAYS_OF_SILENCE))


def drifted(value: int, began: int, days: int) -> int:
    """Trust or openness after some days apart: a step a week back towards where it began."""
    steps = days // DAYS_TO_DRIFT
    return max(began, value - steps) if value > began else min(began, value + steps)
