"""Where the best response stands among those offered: what could give it away to somebody who doesn't listen."""

from __future__ import annotations

from collections.abc import Iterable
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
    return _best(options), len(options)


def spread_by_place(solution: Solution) -> Spread:
    """The ranks of best responses by where they stand, over the best line from each start, its mean."""
    return _spread(solution, by_length=False)


def spread_by_length(solution: Solution) -> Spread:
    """The ranks of best responses by how many characters they have, the shortest first, likewise."""
    return _spread(solution, by_length=True)


def _spread(solution: Solution, *, by_length: bool) -> Spread:
    found, even = [0.0] * MOST_AVAILABLE, [0.0] * MOST_AVAILABLE
    starts = tuple(solution.game.starts())
    for start in starts:
        for moment in solution.best_line(Conversation.begin(solution.game, 0, start))[:-1]:
            options = solution.options(moment.state)
            places = list(range(len(options)))
            if by_length:
                places.sort(key=lambda place, options=options: len(options[place].response.script.say))  # type: ignore[misc]
            best = _best(options)
            for rank, place in enumerate(places):
                even[rank] += 1 / len(places) / len(starts)
                # Of several that are equally good each counts for its part.
                found[rank] += (place in best) / len(best) / len(starts)
    return Spread(tuple(found), tuple(even))


def _best(options: tuple[Option, ...]) -> set[int]:
    par = max(option.worth.par for option in options)
    return {place for place, option in enumerate(options) if option.worth.par == par}
