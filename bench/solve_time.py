"""How long each bundled scenario takes to solve from nothing, from every start that its script allows."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from games import bundled_games
from measure import FEWEST, Figure

from simulator.analysis.solution import Solution
from simulator.analysis.solver import solve

WANTED = 0.5
"""Seconds, at most: for two million transitions, and no bundled scenario has more."""


def figures(rounds: int) -> Iterator[Figure]:
    """Seconds a scenario."""
    for id in bundled_games():
        times = []
        for _ in range(max(rounds, FEWEST)):
            seconds, solution = solving(id)
            times.append(seconds)
        seconds = statistics.median(times)
        size = f"{solution.states:,} states, {solution.transitions:,} transitions"
        measured = (
            f"{seconds:.3f}  ({size}, {solution.transitions / seconds / 1e6:.1f} M a second, median of {len(times)})"
        )
        yield Figure(f"seconds to solve {id}, cold", measured, f"at most {WANTED:g}", seconds <= WANTED)


def solving(id: str) -> tuple[float, Solution]:
    """Seconds to solve a game that has never been played, and its solution."""
    game = bundled_games()[id]
    began = time.perf_counter()
    solution = solve(game)
    return time.perf_counter() - began, solution
