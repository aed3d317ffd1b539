"""Attempts and boards on the screen."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from simulator.app.screens import attempts as attempts_screen
from simulator.app.widgets.choice_line import ChoiceLine
from simulator.app.widgets.table import Table
from tests.app.shop import SCENARIOS
from tests.app.test_home import taken  # noqa: F401


@pytest.fixture
def go(settled):
    """Opens a section and gives its table."""

    async def to(pilot, key):
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
        return pilot.app.screen.query_one(Table)

    return to


async def test_ones_attempts_latest_first_finished_ones_reviewed_others_resumed(app, go, shop, taken):  # noqa: F811
    ana = shop.person()
    shop.played(shop.person("Ben"), "wrong-key", 12)
    played = shop.played(ana, "wrong-key", 88)
    resumable = shop.open(ana, "quiet-table")
    async with app().run_test(size=(80, 24)) as pilot:
        table = await go(pilot, "a")
        assert [row.cells[1] for row in table.rows] == ["The quiet table", "The wrong key"]
        await pilot.press("enter", "down", "enter")
        await pilot.pause()
        assert taken == [("resume", resumable.id, {}), ("review", played.id, {})]


async def test_no_attempts_yet_says_where_to_begin(app, go):
    async with app().run_test(size=(80, 24)) as pilot:
        table = await go(pilot, "a")
        assert table.rows == ()
        assert "library" in "".join(table._empty)


async def test_attempts_come_in_pages(app, go, settled, shop, monkeypatch):
    monkeypatch.setattr(attempts_screen, "PAGE", 2)
    ana = shop.person()
    for days in range(5):
        shop.played(ana, "wrong-key", 50 + days, days_ago=days + 1)
    async with app().run_test(size=(80, 24)) as pilot:
        table = await go(pilot, "a")
        scores = []
        for _ in range(3):
            scores.append([row.cells[5].strip() for row in table.rows])
            await pilot.press("n")
            await settled(pilot)
        assert scores == [["50", "51"], ["52", "53"], ["54"]]
        assert "page 3 of 3" in str(pilot.app.screen.query_one("#summary", Static).render())
        assert "n" not in pilot.app.screen.active_bindings
        await pilot.press("p", "p", "p")
        await settled(pilot)
        assert [row.cells[5].strip() for row in table.rows] == ["50", "51"]


async def test_the_boards_one_after_the_other(app, go, settled, shop):
    for name in ("Ana", "Ben"):
        for scenario in SCENARIOS:
            shop.played(shop.person(name, "North"), scenario, 60 if name == "Ana" else 80, mode="record")
    async with app().run_test(size=(80, 24)) as pilot:
        table = await go(pilot, "b")
        assert [row.cells[:2] for row in table.rows] == [("1", "Ben"), ("2", "Ana (you)")]
        assert (table.cursor, table.rows[1].mark) == (1, "•")
        await pilot.press("tab")
        await settled(pilot)
        assert table.rows == ()
        await pilot.press("4")
        await settled(pilot)
        assert [row.cells[:2] for row in table.rows] == [("1", "North")]
        assert pilot.app.screen.query_one(ChoiceLine).chosen == 3
        await pilot.press("enter", "tab")
        await settled(pilot)
        assert pilot.app.screen.query_one(ChoiceLine).chosen == 0


async def test_a_row_opens_what_that_person_played_for_the_record(app, go, settled, shop):
    ben = shop.person("Ben")
    shop.played(ben, "wrong-key", 20)
    shop.played(ben, "wrong-key", 70, mode="record")
    async with app().run_test(size=(80, 24)) as pilot:
        await go(pilot, "b")
        await pilot.press("enter")
        await settled(pilot)
        assert "Ben: 1 scenario for the record" in str(pilot.app.screen.query_one("#summary", Static).render())
        assert len(pilot.app.screen.query_one(Table).rows) == 1
        await pilot.press("escape")
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == "LeaderboardScreen"
