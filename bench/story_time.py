"""How long made-up stories take to solve, and how much memory, each in a process of its own.

.venv/bin/python bench/story_time.py "50 turns"       the figures of one, as JSON
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import FEWEST, Figure
from synthetic import EVERY, GROWING, PRINCIPLES, Story, synthetic_script

from simulator.analysis.solver import solve
from simulator.conversation.game import Game

WANTED_RATE = 4_000_000
"""Transitions a second, at least; the same as half a second for two million."""

MOST_GROWTH = 1.5
"""A state of the largest story may cost this many times one of the smallest of the same length."""


@dataclass(frozen=True, slots=True)
class Solved:
    """What solving a story took."""

    states: int
    transitions: int
    seconds: float
    bytes: int
    """The most memory at any time, beyond what the process had before."""


def figures(rounds: int) -> Iterator[Figure]:
    """Each story of the family, the one with live notes, and how cost grows with the number of states."""
    found: dict[Story, list[Solved]] = {story: [] for story in EVERY}
    for _ in range(max(rounds, FEWEST)):
        for story, solved in found.items():
            solved.append(_solved_apart(story))
    for story in EVERY:
        yield from _figures(story, found[story])
    first, *_, last = GROWING
    yield _growth(f"seconds a state, {last.name} to {first.name}", *(_seconds(found[each]) for each in (last, first)))
    yield _growth(f"memory a state, {last.name} to {first.name}", *(_bytes(found[each]) for each in (last, first)))


def _figures(story: Story, found: list[Solved]) -> Iterator[Figure]:
    states, transitions = found[0].states, found[0].transitions
    seconds = statistics.median(each.seconds for each in found)
    megabytes = statistics.median(each.bytes for each in found) / 1e6
    rate = transitions / seconds
    measured = f"{rate / 1e6:.1f} M  ({transitions:,} in {seconds:.2f} s, median of {len(found)})"
    yield Figure(f"transitions a second, {story.name}", measured, "at least 4 M", rate >= WANTED_RATE)
    million = states / 1e6
    measured = f"{seconds / million:.2f} s, {megabytes / million:.0f} MB  ({states:,} states, {megabytes:.0f} MB)"
    yield Figure(f"a million states, {story.name}", measured, "", None)


def _seconds(found: list[Solved]) -> float:
    return statistics.median(each.seconds for each in found) / found[0].states


def _bytes(found: list[Solved]) -> float:
    return statistics.median(each.bytes for each in found) / found[0].states


def _growth(name: str, one: float, other: float) -> Figure:
    return Figure(name, f"{one / other:.2f}", f"at most {MOST_GROWTH:g}", one / other <= MOST_GROWTH)


def _solved_apart(story: Story) -> Solved:
    command = [sys.executable, str(Path(__file__)), story.name]
    printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return Solved(**json.loads(printed))


def solved_here(story: Story) -> Solved:
    """Solve a story that has never been played."""
    game = Game(synthetic_script(story), PRINCIPLES)
    before = _most_memory()
    began = time.perf_counter()
    solution = solve(game)
    seconds = time.perf_counter() - began
    return Solved(solution.states, solution.transitions, seconds, _most_memory() - before)


def _most_memory() -> int:
    """The most bytes that this process ever had in memory."""
    # What Linux reports by `getrusage` may be the peak of the process that started this one.
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Solve the story that is named, and print what it took."""
    solved = solved_here(next(story for story in EVERY if story.name == sys.argv[1]))
    print(json.dumps({name: getattr(solved, name) for name in Solved.__slots__}))


if __name__ == "__main__":
    main()
