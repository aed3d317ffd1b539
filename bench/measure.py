"""What every figure is made of: repeated measurements, their median, and what was wanted of it."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

FEWEST = 7
"""No figure is the median of fewer measurements than this."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `holds` is None for what is only told, not judged."""

    name: str
    measured: str
    wanted: str
    holds: bool | None


def interleaved(one: Callable[[], T], other: Callable[[], T], rounds: int) -> tuple[list[T], list[T]]:
    """Measure two things in turns, so that what slows the machine for a while slows both.

    Each begins every other round. One measurement of each goes before, uncounted: it fills the caches of files and of
    compiled modules.
    """
    one(), other()
    ones: list[T] = []
    others: list[T] = []
    for number in range(max(rounds, FEWEST)):
        if number % 2:
            others.append(other())
            ones.append(one())
        else:
            ones.append(one())
            others.append(other())
    return ones, others


def at_most(name: str, ones: Sequence[float], others: Sequence[float], limit: float) -> Figure:
    """The figure of a ratio of medians of seconds, and whether it is within a limit."""
    one, other = statistics.median(ones), statistics.median(others)
    measured = f"{one / other:.2f}  ({milliseconds(one)} to {milliseconds(other)}, medians of {len(ones)})"
    return Figure(name, measured, f"at most {limit:g}", one / other <= limit)


def milliseconds(seconds: float) -> str:
    """Seconds as text in thousandths."""
    return f"{seconds * 1000:.1f} ms"
