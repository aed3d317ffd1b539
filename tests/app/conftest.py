"""What tests of the app share: a small shop of scenarios, a clock that stands still, a terminal without surprises."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.app.application import CoolheadApp
from simulator.records.database import open_database
from simulator.scenario.library import Library
from tests.app.shop import NOW, SHOP, Shop


@pytest.fixture(autouse=True)
def still_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same terminal on every machine: no animation, no settings of the user's, the time of Greenwich."""
    for name in [name for name in os.environ if name.startswith("COOLHEAD_")] + ["NO_COLOR"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.setattr("simulator.scenario.library.bundled_folder", lambda: SHOP)


@pytest.fixture
def database_path(tmp_path: Path) -> Path:
    """Where the records of a test lie."""
    return tmp_path / "coolhead.db"


@pytest.fixture
def shop(database_path: Path) -> Any:
    """A database to fill with people and attempts, closed when the test is over."""
    with open_database(database_path) as database:
        yield Shop(database, Library())


@pytest.fixture
def app(database_path: Path) -> Callable[..., CoolheadApp]:
    """Makes the app on the test's records; Ana plays, unless somebody else is named."""

    def make(**wishes: Any) -> CoolheadApp:
        library = wishes.pop("library", Library)
        path = wishes.pop("database_path", database_path)
        return CoolheadApp(path, library, **{"name": "Ana", "clock": lambda: NOW, "login": "ana", **wishes})

    return make


@pytest.fixture
def settled() -> Callable[[Pilot[Any]], Any]:
    """Waits until the app has nothing more to do."""

    async def wait(pilot: Pilot[Any]) -> None:
        from simulator.app.screens.opening import OpeningScreen

        app = pilot.app
        for _ in range(1000):
            await pilot.pause()
            for field in app.screen.query(Input):
                field.cursor_blink = False
            # The worker that opens the desk waits for the first run to be over.
            at_work = any(worker.is_running and worker.group != "desk" for worker in app.workers)
            if not at_work and type(app.screen) is not OpeningScreen:
                break
            await pilot.pause(0.01)
        await pilot.pause()

    return wait
