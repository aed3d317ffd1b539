"""An empty database, a clock that ticks a second a look, a person and a script to play with."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.records.attempts import AttemptKept, begin
from simulator.records.database import Database, open_database
from simulator.records.people import Person, enrol
from simulator.records.scripts import KeptScript, keep_script

Clock = Callable[[], datetime]


@pytest.fixture
def clock() -> Clock:
    seconds = itertools.count()
    return lambda: datetime(2026, 3, 1, 9, tzinfo=UTC) + timedelta(seconds=next(seconds))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records" / "coolhead.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with open_database(path) as opened:
        yield opened


@pytest.fixture
def ann(database: Database, clock: Clock) -> Person:
    return enrol(database, "Ann", "North", at=clock())


@pytest.fixture
def play(database: Database, ann: Person, clock: Clock) -> Callable[..., AttemptKept]:
    """Begin an attempt at a script that is kept, by Ann in practice unless told otherwise."""
    keep_script(database, KeptScript("digest", "The sofa", "angry", 3, "title: The sofa\n"), at=clock())

    def begun(**changed: object) -> AttemptKept:
        asked = {"person": ann.id, "scenario": "sofa", "script": "digest", "rules": "rules", "seed": 7}
        return begin(database, **{**asked, "mode": "practice", "at": clock(), **changed})  # type: ignore[arg-type]

    return begun
