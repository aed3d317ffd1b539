"""From the start of the process to the first thing on the screen, the app beside a bare Textual app."""

from __future__ import annotations

import itertools
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measure import Figure, at_most, interleaved
from terminal import Terminal, surroundings

ROOT = Path(__file__).resolve().parents[1]

COOLHEAD = str(Path(sys.executable).with_name("coolhead"))

SCENARIOS = 50
"""How many scenarios the library has meanwhile, beside the bundled ones."""


def figures(rounds: int) -> Iterator[Figure]:
    """The ratio of first paints, and when home has filled, which is only told."""
    bare = [sys.executable, str(Path(__file__).with_name("bare_app.py"))]
    with a_full_library() as around:
        app = [COOLHEAD, "--as", "Ada", "--team", "Bench"]

        def paint(command: list[str]) -> float:
            with Terminal(command, around) as terminal:
                return terminal.first_paint()

        ones, others = interleaved(lambda: paint(app), lambda: paint(bare), rounds)
    yield at_most("first paint of the app / of a bare Textual app", ones, others, 1.25)


@contextmanager
def a_full_library() -> Iterator[dict[str, str]]:
    """Surroundings with a database of their own and fifty scenarios more than the bundled ones."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "scenarios")
        folder.mkdir()
        bundled = itertools.cycle(sorted((ROOT / "scenarios").rglob("*.yaml")))
        for number, script in zip(range(SCENARIOS), bundled, strict=False):
            (folder / f"copy-{number:02}-{script.name}").write_bytes(script.read_bytes())
        database = str(Path(place, "coolhead.db"))
        yield surroundings(COOLHEAD_SCENARIOS=str(folder), COOLHEAD_DATABASE=database)
