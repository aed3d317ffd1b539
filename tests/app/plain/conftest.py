"""A play in plain lines without streams: lines go in, and what was written comes out."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.analysis.solution import Solution
from simulator.analysis.solver import solve
from simulator.app.plain.play import PlainPlay
from simulator.app.plain.printer import Printer
from simulator.records.attempts import Mode
from simulator.records.database import Database, open_database
from simulator.records.open_attempt import OpenAttempt, start_attempt, utc_now
from simulator.records.people import enrol
from tests.small_scenarios import SHELF, playable

SEED = 1
"""With it the shelf's customer begins at anger 13, and says so."""

Begin = Callable[..., OpenAttempt]
Play = Callable[..., str]


@functools.cache
def solution_of(path: Path) -> Solution:
    """The solution of a small scenario."""
    return solve(playable(path).game)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "coolhead.db") as opened:
        yield opened


@pytest.fixture
def begin(database: Database) -> Begin:
    """Begin an attempt at a small scenario, the shelf unless told otherwise."""

    def begun(path: Path = SHELF, mode: Mode = "practice") -> OpenAttempt:
        ann = enrol(database, "Ann", at=utc_now())
        return start_attempt(database, playable(path), person=ann.id, mode=mode, seed=SEED)

    return begun


@pytest.fixture
def play() -> Play:
    """Play an attempt with these lines, and give back all that was written."""

    def played(attempt: OpenAttempt, *lines: str, solution: Callable[[], Solution] | None = None) -> str:
        written = io.StringIO()
        game = attempt.scenario.game
        PlainPlay(
            attempt,
            Printer(written),
            io.StringIO("".join(f"{line}\n" for line in lines)),
            solution or (lambda: solve(game)),
            echo=True,
        ).play()
        return written.getvalue()

    return played
