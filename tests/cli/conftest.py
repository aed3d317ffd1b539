"""The command line run by somebody who has nothing yet: records, settings and login name of their own."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from simulator.cli import run
from tests.small_scenarios import FOLDER
from tests.small_scenarios.records import copy_records, make_records


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What it printed for programs; nothing else may stand there."""
        return json.loads(self.out)


Coolhead = Callable[..., Done]
Play = Callable[..., Any]
People = Callable[[], list[tuple[str, str]]]

BEST = "1\n1\n1\n1\n"
"""Every best answer of the shelf."""


@pytest.fixture(scope="session")
def solved_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which the small scenarios are solved."""
    return make_records(tmp_path_factory.mktemp("records") / "coolhead.db")


@pytest.fixture
def surroundings(solved_records: Path, tmp_path: Path) -> dict[str, str]:
    """The variables of somebody who plays on records of their own."""
    return {
        "COOLHEAD_DATABASE": str(copy_records(solved_records, tmp_path)),
        "COOLHEAD_SCENARIOS": str(FOLDER),
        "XDG_CONFIG_HOME": str(tmp_path),
        "HOME": str(tmp_path),
        "LOGNAME": "till-1",
        "COLUMNS": "80",
    }


@pytest.fixture
def coolhead(
    surroundings: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Coolhead:
    """Run the command line in this process, with lines on its standard input."""
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)

    def run_it(*arguments: str, lines: str = "") -> Done:
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
        code = run(list(arguments))
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run_it


@pytest.fixture
def play(coolhead: Coolhead) -> Play:
    """Play the shelf, at its best unless told otherwise, and give back its review as data."""

    def played(*options: str, lines: str = BEST) -> Any:
        return coolhead("play", "wobbly-shelf", "--json", "--seed", "1", *options, lines=lines).data

    return played


@pytest.fixture
def people(surroundings: dict[str, str]) -> People:
    """The people in the records, with their teams."""

    def read() -> list[tuple[str, str]]:
        connection = sqlite3.connect(surroundings["COOLHEAD_DATABASE"])
        try:
            return list(connection.execute("SELECT name, team FROM people ORDER BY id"))
        finally:
            connection.close()

    return read
