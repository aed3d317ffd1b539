"""Chances: what random play comes to, worked out for every state.

Chances are carried through all states from the endings back, not sampled: what is told is exact but for the rounding of
floating-point numbers. Mean, spread and the share of each ending take a few numbers a state; the whole distribution of
points takes one for every number of points, and is left out where that would take too much memory or time.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from simulator.analysis.exploration import Branch, Exploration, Situation
from simulator.analysis.random_play import RandomPlay
from simulator.analysis.solution import Solution
from simulator.analysis.solver import solution_of
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.conversation.rules import begin

Chances = npt.NDArray[np.float64]

MOST_BYTES = 1 << 29
"""What the distributions in hand at once may take."""

MOST_SUMS = 2_000_000_000
"""How many chances may be added up for a distribution, which takes less than half a minute."""

AT_ONCE = 1 << 16
"""How many chances are copied at once: as many as stay near the processor."""


def random_plays(
    exploration: Exploration, solution: Solution, *, most_bytes: int = MOST_BYTES, most_sums: int = MOST_SUMS
) -> dict[Feelings, RandomPlay]:
    """What random play comes to from every start that was explored; one that ends at once is left out."""
    moments = _moments(exploration)
    spans = {key: (min(solved.worsts), max(solved.pars)) for key, solved in solution.situations.items()}
    distributions = None
    if _fits(exploration, spans, most_bytes, most_sums):
        distributions = _distributions(exploration, spans)
    found = {}
    for start in exploration.game.starts():
        state, ending = begin(exploration.game, start)
        if ending is not None:
            continue
        try:
            situation, place = exploration.place(state)
        except KeyError:
            continue
        mean, square, *endings = moments[situation.key][place]
        shares = None
        if distributions is not None:
            lowest, _ = spans[situation.key]
            chances = distributions[situation.key][place]
            shares = {lowest + each: float(chance) for each, chance in enumerate(chances) if chance}
        found[start] = RandomPlay(
            float(mean), math.sqrt(max(0.0, square - mean * mean)), tuple(map(float, endings)), shares
        )
    return found


def solve_with_chances(game: Game, starts: Iterable[Feelings] | None = None) -> Solution:
    """Solve a game, and work out what random play comes to from the same starts, by default all of the script."""
    exploration = Exploration(game, game.starts() if starts is None else starts)
    solution = solution_of(exploration)
    return Solution(game, solution.situations, solution.transitions, random_plays(exploration, solution))


def _moments(exploration: Exploration) -> dict[int, Chances]:
    """For the states in which conversations begin, in columns: the mean of the points, of their squares, the endings.

    Of these the share of each.
    """
    count = 2 + len(exploration.game.endings)
    found: dict[int, Chances] = {}
    for situation, needless in _backwards(exploration):
        moments = found[situation.key] = np.zeros((len(situation.feelings), count))
        for branch in situation.branches:
            points, chance = branch.points, 1 / branch.choices
            if branch.ahead is None:
                more = np.zeros((1, count))
                if branch.ending is not None:
                    more[0, 2 + branch.ending] = 1
            else:
                more = found[branch.ahead.key].take(branch.arrivals, axis=0)
            more[:, 1] += points * (points + 2 * more[:, 0])
            more[:, 0] += points
            more *= chance
            if len(branch.places) == len(moments):
                moments += more
            else:
                moments[branch.places.astype(np.intp)] += more
        for key in needless:
            del found[key]
    return found


def _fits(exploration: Exploration, spans: dict[int, tuple[int, int]], most_bytes: int, most_sums: int) -> bool:
    """Whether the distributions can be carried within these limits."""
    widths = {key: highest - lowest + 1 for key, (lowest, highest) in spans.items()}
    sizes = {}
    held = sums = 0
    for situation, needless in _backwards(exploration):
        sizes[situation.key] = 8 * len(situation.feelings) * widths[situation.key]
        held += sizes[situation.key]
        sums += sum(len(each.places) * widths[each.ahead.key] for each in situation.branches if each.ahead is not None)
        if held > most_bytes or sums > most_sums:
            return False
        held -= sum(sizes[key] for key in needless)
    return True


def _distributions(exploration: Exploration, spans: dict[int, tuple[int, int]]) -> dict[int, Chances]:
    """For the states in which conversations begin: the chance of each number of points within the situation's span."""
    found: dict[int, Chances] = {}
    for situation, needless in _backwards(exploration):
        lowest, highest = spans[situation.key]
        chances = found[situation.key] = np.zeros((len(situation.feelings), highest - lowest + 1))
        for branch in situation.branches:
            if branch.ahead is None:
                chances[branch.places, branch.points - lowest] += 1 / branch.choices
            else:
                first = branch.points + spans[branch.ahead.key][0] - lowest
                _follow(chances, first, branch, found[branch.ahead.key])
        for key in needless:
            del found[key]
    return found


def _follow(chances: Chances, first: int, branch: Branch, ahead: Chances) -> None:
    """Add to the chances of a branch's states what they are of where it leads, the first of which goes to a column."""
    places = branch.places.astype(np.intp)
    ahead = ahead[:, max(0, -first) : chances.shape[1] - first]
    first = max(0, first)
    end = first + ahead.shape[1]
    some = 1 + AT_ONCE // chances.shape[1]
    for start in range(0, len(places), some):
        more = ahead.take(branch.arrivals[start : start + some], axis=0)
        more *= 1 / branch.choices
        chances[places[start : start + some], first:end] += more


def _backwards(exploration: Exploration) -> Iterator[tuple[Situation, list[int]]]:
    """Every situation after all that may follow it, each with the numbers of those that nothing still to come leads to.

    What was kept of these can be let go. The situations in which conversations begin follow nothing, and stay.
    """
    needed = Counter(key for situation in exploration.order for key in _ahead(situation))
    for situation in reversed(exploration.order):
        needless = []
        for key in _ahead(situation):
            needed[key] -= 1
            if not needed[key]:
                needless.append(key)
        yield situation, needless


def _ahead(situation: Situation) -> set[int]:
    return {branch.ahead.key for branch in situation.branches if branch.ahead is not None}
