"""Where the best response stands among those offered: what could give it away to somebody who doesn't listen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from simulator.analysis.solution import Option, Solution
from simulator.conversation.conversation import Conversation
from simulator.scenario.model import MOST_AVAILABLE


@dataclass(frozen=True, slots=True)
class Spread:
    """How many best responses had which rank, the first rank first, beside how many would if ranks were even."""

    found: tuple[float, ...]
    even: tuple[float, ...]

    @classmethod
    def total(cls, spreads: Iterable[Spread]) -> Spread:
        """Several spreads as one."""
        both = [(spread.found, spread.even) for spread in spreads]
        found, even = zip(*both, strict=True)
        return cls(tuple(map(sum, zip(*found, strict=True))), tuple(map(sum, zip(*even, strict=True))))


def best_places(solution: Solution, moment: Conversation) -> tuple[set[int], int]:
    """The places of the best responses among those available, from 0, and how many are available."""
    options = solution.options(moment.state)
    return {place for place, best in enumerate(_are_best(options)) if best}, len(options)


def spread_by_place(solution: Solution) -> Spread:
    """The ranks of best responses by where they stand, over the best line from each start, its mean."""
    return _spread(solution, lambda options: options)


def spread_by_length(solution: Solution) -> Spread:
    """The ranks of best responses by how many characters they have, the shortest first, likewise."""
    return _spread(solution, lambda options: sorted(options, key=lambda option: len(option.response.script.say)))


def _spread(solution: Solution, ranked: Callable[[Sequence[Option]], Sequence[Option]]) -> Spread:
    found, even = [0.0] * MOST_AVAILABLE, [0.0] * MOST_AVAILABLE
    starts = tuple(solution.game.starts())
    for start in starts:
        for moment in solution.best_line(Conversation.begin(solution.game, 0, start))[:-1]:
            are_best = _are_best(ranked(solution.options(moment.state)))
            for rank, best in enumerate(are_best):
                even[rank] += 1 / len(are_best) / len(starts)
                # Of several that are equally good each counts for its part.
                found[rank] += best / sum(are_best) / len(starts)
    return Spread(tuple(found), tuple(even))


def _are_best(options: Sequence[Option]) -> list[bool]:
    par = max(option.worth.par for option in options)
    return [option.worth.par == par for option in options]
