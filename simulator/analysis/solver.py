"""The solver: the most and the fewest points that anyone can have, proven, from any state of a conversation."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from simulator.analysis.exploration import Exploration, Situation
from simulator.analysis.many import Numbers
from simulator.analysis.solution import COLUMNS, Solution, Solved
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game

Points = npt.NDArray[np.int32]
"""Wide enough for whatever a script of the greatest size could add up to."""

_LOWEST, _HIGHEST = np.iinfo(np.int32).min, np.iinfo(np.int32).max


def solve(game: Game, starts: Iterable[Feelings] | None = None) -> Solution:
    """Solve a game from the given starts, or from every start that its script allows."""
    return solution_of(Exploration(game, game.starts() if starts is None else starts))


def solution_of(exploration: Exploration) -> Solution:
    """Par and worst of every state of an exploration, the later before the earlier."""
    pars: dict[int, Points] = {}
    worsts: dict[int, Points] = {}
    for situation in reversed(exploration.order):
        pars[situation.key], worsts[situation.key] = _bounds(situation, pars, worsts)
    solved = {
        situation.key: _solved(situation.feelings, pars[situation.key], worsts[situation.key])
        for situation in exploration.order
    }
    return Solution(exploration.game, solved, exploration.transitions, merging=exploration.merging)


def _bounds(situation: Situation, pars: dict[int, Points], worsts: dict[int, Points]) -> tuple[Points, Points]:
    """Par and worst of the states of one situation, those of all that may follow being known."""
    par = np.full(len(situation.feelings), _LOWEST, np.int32)
    worst = np.full(len(situation.feelings), _HIGHEST, np.int32)
    for branch in situation.branches:
        most: Points | int = branch.points
        least: Points | int = branch.points
        if branch.ahead is not None:
            key, arrivals = branch.ahead.key, branch.arrivals
            most = pars[key].take(arrivals) + branch.points
            least = worsts[key].take(arrivals) + branch.points
        if len(branch.places) == len(par):
            np.maximum(par, most, out=par)
            np.minimum(worst, least, out=worst)
        else:
            places = branch.places.astype(np.intp)
            par[places] = np.maximum(par.take(places), most)
            worst[places] = np.minimum(worst.take(places), least)
    return par, worst


def _solved(*numbers: Numbers | Points) -> Solved:
    columns = [array(code) for code in COLUMNS]
    for column, each in zip(columns, numbers, strict=True):
        column.frombytes(each.tobytes())
    return Solved(*columns)
