"""Chances: what random play comes to, worked out for every state.

Chances are carried through all states from the endings back, not sampled: what is told is exact but for the rounding of
floating-point numbers. Mean, spread and the share of each ending take a few numbers a state; the whole distribution of
points takes one for every number of points, and is left out where that would not fit into memory.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from simulator.analysis.exploration import Exploration, Situation
from simulator.analysis.random_play import RandomPlay
from simulator.analysis.solution import Solution
from simulator.analysis.solver import solution_of
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.conversation.rules import begin

Chances = npt.NDArray[np.float64]

MOST_BYTES = 1 << 30
"""What the distributions in hand at once may take."""


def random_plays(
    exploration: Exploration, solution: Solution, *, most_bytes: int = MOST_BYTES
) -> dict[Feelings, RandomPlay]:
    """What random play comes to from every start that was explored; one that ends at once is left out."""
    moments = _moments(exploration)
    shares = _distributions(exploration, solution, most_bytes)
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
        distribution = None
        if shares is not None:
            lowest, chances = shares[situation.key]
            distribution = {lowest + each: float(chance) for each, chance in enumerate(chances[place]) if chance}
        found[start] = RandomPlay(
            float(mean), math.sqrt(max(0.0, square - mean * mean)), tuple(map(float, endings)), distribution
        )
    return found


def solve_with_chances(game: Game, starts: Iterable[Feelings] | None = None) -> Solution:
    """Solve a game, and work out what random play comes to from the same starts, by default all of the script."""
    exploration = Exploration(game, game.starts() if starts is None else starts)
    solution = solution_of(exploration)
    return Solution(game, solution.situations, solution.transitions, random_plays(exploration, solution))


def _moments(exploration: Exploration) -> dict[int, Chances]:
    """For every state, in columns: the mean of the points, the mean of their squares, the share of each ending."""
    count = 2 + len(exploration.game.endings)
    found: dict[int, Chances] = {}
    for situation in reversed(exploration.order):
        moments = found[situation.key] = np.zeros((len(situation.feelings), count))
        for branch in situation.branches:
            points, chance = branch.points, 1 / branch.choices
            if branch.ending is not None:
                moments[branch.places, 0] += chance * points
                moments[branch.places, 1] += chance * points * points
                moments[branch.places, 2 + branch.ending] += chance
            elif branch.ahead is not None:
                ahead = found[branch.ahead.key][branch.arrivals]
                mean = ahead[:, 0].copy()
                ahead[:, 0] += points
                ahead[:, 1] += 2 * points * mean + points * points
                moments[branch.places] += chance * ahead
    return found


def _distributions(
    exploration: Exploration, solution: Solution, most_bytes: int
) -> dict[int, tuple[int, Chances]] | None:
    """For the situations in which conversations begin: the lowest points, and each state's chances from there upwards.

    None where it would take more than `most_bytes`. What nothing that is still to come leads to is let go; these
    situations follow nothing, and stay.
    """
    needed = Counter(key for situation in exploration.order for key in _ahead(situation))
    found: dict[int, tuple[int, Chances]] = {}
    held = 0
    for situation in reversed(exploration.order):
        solved = solution.situations[situation.key]
        lowest, highest = min(solved.worsts), max(solved.pars)
        held += 8 * len(situation.feelings) * (highest - lowest + 1)
        if held > most_bytes:
            return None
        chances = np.zeros((len(situation.feelings), highest - lowest + 1))
        found[situation.key] = (lowest, chances)
        for branch in situation.branches:
            chance = 1 / branch.choices
            if branch.ahead is None:
                chances[branch.places, branch.points - lowest] += chance
                continue
            lowest_ahead, ahead = found[branch.ahead.key]
            shift = branch.points + lowest_ahead - lowest
            first, end = max(0, shift), min(chances.shape[1], shift + ahead.shape[1])
            chances[branch.places, first:end] += chance * ahead[branch.arrivals, first - shift : end - shift]
        for key in _ahead(situation):
            needed[key] -= 1
            if not needed[key]:
                held -= found.pop(key)[1].nbytes
    return found


def _ahead(situation: Situation) -> set[int]:
    return {branch.ahead.key for branch in situation.branches if branch.ahead is not None}
