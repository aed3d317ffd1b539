"""From the start of the process to the first thing on the screen, the app beside a bare Textual app."""

from __future__ import annotations

import contextlib
import getpass
import itertools
import statistics
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from measure import FEWEST, Figure, at_most, interleaved, milliseconds
from terminal import Terminal, surroundings

from simulator.records.database import open_database
from simulator.records.people import enrol, save_profile

ROOT = Path(__file__).resolve().parents[1]

COOLHEAD = str(Path(sys.executable).with_name("coolhead"))

NAME, TEAM = "Ada", "Bench"

SCENARIOS = 50
"""How many scenarios the library has meanwhile, beside the bundled ones."""


def figures(rounds: int) -> Iterator[Figure]:
    """The ratio of first paints: the first text on the screen. And, only told, when the records have been read."""
    bare = [sys.executable, str(Path(__file__).with_name("bare_app.py"))]
    with a_full_library() as around:

        def paint(command: list[str], expected: str = "") -> float:
            with Terminal(command, around) as terminal:
                return terminal.first_paint(expected)

        ones, others = interleaved(lambda: paint([COOLHEAD]), lambda: paint(bare), rounds)
        filled = statistics.median(paint([COOLHEAD], f"{NAME}·{TEAM}") for _ in range(FEWEST))
    yield at_most("first paint of the app / of a bare Textual app", ones, others, 1.25)
    yield Figure("the app knows who plays after", f"{milliseconds(filled)}  (median of {FEWEST})", "", None)


@contextlib.contextmanager
def a_full_library() -> Iterator[dict[str, str]]:
    """Surroundings in which somebody has played before, with fifty scenarios more than the bundled ones."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "scenarios")
        folder.mkdir()
        bundled = itertools.cycle(sorted((ROOT / "scenarios").rglob("*.yaml")))
        for number, script in zip(range(SCENARIOS), bundled, strict=False):
            (folder / f"copy-{number:02}-{script.name}").write_bytes(script.read_bytes())
        records = Path(place, "coolhead.db")
        with contextlib.closing(open_database(records)) as database:
            ada = enrol(database, NAME, TEAM, at=datetime.now(UTC))
            save_profile(database, getpass.getuser(), ada.id)
        yield surroundings(COOLHEAD_SCENARIOS=str(folder), COOLHEAD_DATABASE=str(records))
