"""Weakness: which principles somebody should practise, by how surely they are known to be weak.

A weakness is the share of the chances that were not taken, shrunk towards none by n / (n + 5), n being the moments
that counted for the principle: missed at the one moment there was, it is a sixth; missed at half of many, near a half.
So few chances are no weakness, and what shows again and again is one. Everything is a fraction, so that equals are
equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from scoring.scorecard import Mark

SHRINKAGE = 5
"""Moments' worth of doubt: with as many known, half of what was missed counts."""

LEAST = Fraction(1, 4)
"""From here on it is a weakness: everything missed at two moments, or a third missed at fifteen."""


@dataclass(frozen=True, slots=True)
class Weakness:
    """A principle that is surely enough known to be weak."""

    mark: Mark
    """How it fared over all."""
    value: Fraction
    """0 to 1, and LEAST or more."""

    @property
    def principle(self) -> str:
        """The id of the principle."""
        return self.mark.principle


def weaknesses(marks: Iterable[Mark]) -> tuple[Weakness, ...]:
    """The weak principles, the weakest first; of equals the one known from more moments, then by name."""
    found = (Weakness(mark, weakness(mark)) for mark in marks)
    weak = (each for each in found if each.value >= LEAST)
    return tuple(sorted(weak, key=lambda each: (-each.value, -each.mark.moments, each.principle)))


def weakness(mark: Mark) -> Fraction:
    """The share of its chances that was not taken, shrunk by how few moments tell of it."""
    missed = Fraction(mark.chances - mark.taken, mark.chances)
    return missed * Fraction(mark.moments, mark.moments + SHRINKAGE)
