"""Records in which these scenarios are solved already, so that a play in a test starts no solver."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from simulator.analysis.packing import packed
from simulator.analysis.solver import solve
from simulator.records.database import open_database
from simulator.records.known_solutions import keep_solution
from tests.small_scenarios import SHELF, SOUP, playable

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)


def make_records(path: Path) -> Path:
    """Make a database without people and attempts, but with the solutions of every start."""
    with open_database(path) as database:
        for file in (SHELF, SOUP):
            game = playable(file).game
            for start in game.starts():
                keep_solution(database, game, start, packed(solve(game, [start])), at=AT)
    return path


def copy_records(path: Path, folder: Path) -> Path:
    """A copy of such a database in a folder of its own."""
    return Path(shutil.copy(path, folder / "coolhead.db"))
