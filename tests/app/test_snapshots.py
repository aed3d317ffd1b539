"""How the screens of the shell look. A picture that has changed is looked at, and kept with --snapshot-update."""

from __future__ import annotations

import pytest

from simulator.settings import Settings
from tests.app.shop import SCENARIOS


@pytest.fixture
def busy_shop(shop):
    """People who have played a good deal."""
    outcomes = ("loyal", "satisfied", "doubtful", "lost quietly", "lost loudly")
    for number, name in enumerate(("Ana", "Ben", "Chidi Okonkwo", "Eve Lindström")):
        person = shop.person(name, ("North", "South")[number % 2])
        for place, scenario in enumerate(SCENARIOS[: 3 - number // 3]):
            score = 95 - 13 * number - 9 * place
            outcome = outcomes[(number + place) % 5]
            shop.played(person, scenario, score, outcome=outcome, mode="record", days_ago=place + 1)
            shop.played(person, scenario, score - 20, outcome=outcome, days_ago=place + 9)
    shop.open(shop.person("Ana")).respond("own-it")
    return shop


@pytest.fixture
def looks(snap_compare, settled):
    """Compares the screen after some keys with its picture."""

    def look(app, keys="", size=(80, 24)):
        async def before(pilot):
            await settled(pilot)
            for key in keys.split():
                await pilot.press(key)
                await settled(pilot)

        return snap_compare(app, terminal_size=size, run_before=before)

    return look


def test_first_run(app, looks):
    assert looks(app(name=None), "")


def test_first_run_refuses(app, looks):
    assert looks(app(name=None), "exclamation_mark enter")


def test_home_of_somebody_new(app, looks):
    assert looks(app())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_home(app, looks, busy_shop, size):
    assert looks(app(), size=size)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_library(app, looks, busy_shop, size):
    assert looks(app(), "l down", size=size)


def test_library_searched(app, looks, busy_shop):
    assert looks(app(), "l slash k e y")


def test_attempts(app, looks, busy_shop):
    assert looks(app(), "a")


def test_board(app, looks, busy_shop):
    assert looks(app(), "b")


def test_board_of_teams(app, looks, busy_shop):
    assert looks(app(), "b 4", size=(120, 40))


def test_board_without_anybody(app, looks):
    assert looks(app(), "b 2")


def test_settings(app, looks):
    assert looks(app(), "s")


def test_help(app, looks):
    assert looks(app(), "question_mark")


def test_light(app, looks, busy_shop):
    assert looks(app(settings=Settings(theme="coolhead-light")))


def test_without_colour(app, looks, busy_shop, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(app(), "b")


def test_records_that_cannot_be_used(app, looks, monkeypatch, settled):
    from pathlib import Path

    from simulator.records.errors import DatabaseFull

    def full(*_):
        raise DatabaseFull(Path("/records/coolhead.db"), "There is no room left on the disk.", "Make room on it.")

    monkeypatch.setattr("simulator.records.database.open_database", full)
    assert looks(app())
