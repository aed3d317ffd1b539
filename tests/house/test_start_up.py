"""What a start does not need is not imported: a start is mostly imports."""

from __future__ import annotations

import functools
import subprocess
import sys

import pytest

HEAVY = (
    "textual",
    "numpy",
    "rich",
    "yaml",
    "sqlite3",
    "platformdirs",
    "plotext",
    "fsrs",
    "textstat",
    "asyncio",
    "importlib.metadata",
)

HELP = "import sys; sys.argv = ['coolhead', '--help']; from simulator.cli import main; main()"


@functools.cache
def imported_by(program: str) -> set[str]:
    """The modules of a fresh Python after a program, less those that it starts with."""
    before = "import sys; began = set(sys.modules)"
    after = "print(*set(sys.modules) - began, file=sys.stderr)"
    whole = f"{before}\ntry:\n    {program}\nexcept SystemExit:\n    pass\n{after}"
    done = subprocess.run([sys.executable, "-c", whole], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize("heavy", HEAVY)
def test_help_imports_nothing_heavy(heavy: str) -> None:
    assert heavy not in imported_by(HELP)


@pytest.mark.parametrize("heavy", ["numpy", "plotext", "sqlite3", "yaml", "simulator.analysis.solver"])
def test_the_first_screen_is_painted_without_what_only_later_ones_need(heavy: str) -> None:
    assert heavy not in imported_by("import simulator.app.application")


@pytest.mark.parametrize("room", ["scoring.principles", "simulator.scenario.model", "simulator.scenario.moods"])
def test_the_foundation_is_read_without_yaml(room: str) -> None:
    assert "yaml" not in imported_by(f"import {room}")


@pytest.mark.parametrize("screen_library", ["textual", "rich", "click", "plotext"])
@pytest.mark.parametrize(
    "room",
    [
        "simulator.scenario.reader",
        "simulator.conversation.conversation",
        "simulator.analysis.solver",
        "simulator.records.attempts",
    ],
)
def test_a_play_without_a_screen_imports_no_screen_library(room: str, screen_library: str) -> None:
    assert screen_library not in imported_by(f"import {room}")
