"""The same stories beside inkjs: what the best of its random plays comes to in the time of an exact solution.

Needs `node`, and `npm` with a network, for inkjs goes into a folder of its own each time. Where they are missing it
says so.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ink_story import ink_story
from measure import FEWEST, Figure
from synthetic import FAMILY, LIVE_NOTES, PRINCIPLES, Story, synthetic_script

from scoring.scorecard import score
from simulator.analysis.solution import Solution
from simulator.analysis.solver import solve
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game

INKJS = "inkjs@2.4.0"

STORIES = (LIVE_NOTES, FAMILY[0], FAMILY[2], FAMILY[4])

START = Feelings(10, 10, 10)

LONG = 10.0
"""Seconds of random play, beside those that the solver took."""

COMPARED = 200
"""Random plays that are played on both sides first, and have to come to the same points."""


@dataclass(frozen=True, slots=True)
class Run:
    """What playing at random came to."""

    seconds: float
    plays: int
    answers: int
    best: int


def figures(rounds: int) -> Iterator[Figure]:
    """For each story the best of random play in the time of the solver, and in ten seconds."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        yield Figure("beside inkjs", "not measured: node or npm is missing", "", None)
        return
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, INKJS]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            yield Figure("beside inkjs", f"not measured: npm could not fetch {INKJS}", "", None)
            return
        for story in STORIES:
            yield _beside(story, Path(folder), rounds)


def _beside(story: Story, folder: Path, rounds: int) -> Figure:
    script = synthetic_script(story)
    times = []
    for _ in range(max(rounds, FEWEST)):
        game = Game(script, PRINCIPLES)
        began = time.perf_counter()
        solution = solve(game)
        times.append(time.perf_counter() - began)
    seconds = statistics.median(times)
    plays = _plays(solution)
    points, runs = _in_ink(ink_story(game, START), plays, (seconds, LONG), folder)
    if points != [play.points for play in plays]:
        raise AssertionError(f"{story.name} is not the same story in ink")
    par, worst = solution.worth(plays[0].rewound(0))
    same, long = (f"{score(run.best, par, worst)} in {run.seconds:.2f} s ({run.plays:,} plays)" for run in runs)
    return Figure(f"best score of inkjs, {story.name}", f"{same}; {long}; the solver 100 in the first", "", None)


def _plays(solution: Solution) -> list[Conversation]:
    """A best play, a worst one, and some at random."""
    chance = random.Random(1)
    first = Conversation.begin(solution.game, 0, START)
    plays = [solution.best_line(first)[-1], solution.worst_line(first)[-1]]
    while len(plays) < COMPARED:
        play = first
        while not play.ended:
            play = play.after(chance.choice(play.responses))
        plays.append(play)
    return plays


def _in_ink(
    source: str, plays: Sequence[Conversation], seconds: Sequence[float], folder: Path
) -> tuple[list[int], list[Run]]:
    (folder / "story.ink").write_text(source, encoding="utf-8")
    places = [[each.given.response.place for each in play.path if each.given is not None] for play in plays]
    (folder / "plays.json").write_text(json.dumps(places), encoding="utf-8")
    player = str(Path(__file__).with_name("ink_player.cjs"))
    printed = subprocess.run(
        ["node", player, str(folder / "story.ink"), str(folder / "plays.json"), *map(str, seconds)],
        env={**os.environ, "NODE_PATH": str(folder / "node_modules")},
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    found = json.loads(printed)
    return found["points"], [Run(**run) for run in found["runs"]]
