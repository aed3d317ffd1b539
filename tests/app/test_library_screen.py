"""The library on the screen."""

from __future__ import annotations

import shutil

import pytest
from textual.widgets import Input, Static

from simulator.app.widgets.table import Table
from simulator.scenario.library import Library
from tests.app.shop import SHOP
from tests.app.test_home import taken  # noqa: F401


@pytest.fixture
def library(app, settled):
    """Opens the library."""

    async def go(pilot):
        await settled(pilot)
        await pilot.press("l")
        await settled(pilot)
        return pilot.app.screen.query_one(Table)

    return go


def titles(table):
    return [row.cells[0] for row in table.rows]


def about(app):
    return str(app.screen.query_one("#about-text", Static).render())


async def test_every_scenario_with_ones_own_scores(app, library, shop):
    ana = shop.person()
    shop.played(ana, "quiet-table", 91)
    shop.played(ana, "quiet-table", 64)
    shop.played(ana, "quiet-table", 55, mode="record")
    async with app().run_test(size=(80, 24)) as pilot:
        table = await library(pilot)
        assert titles(table) == ["The wrong key", "The quiet table", "The tap that leaks again"]
        assert table.rows[1].cells[3:] == ("91 ✓", "55  ")
        assert "Ida Brand" in about(pilot.app)
        await pilot.press("down")
        await pilot.pause()
        assert "Two plates go back" in about(pilot.app)


async def test_a_slash_searches_and_enter_leads_to_what_was_found(app, library, settled, taken):  # noqa: F811
    async with app().run_test(size=(80, 24)) as pilot:
        table = await library(pilot)
        await pilot.press("slash", *"oduya")
        await settled(pilot)
        assert titles(table) == ["The quiet table"]
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert taken == [("brief", "quiet-table", {})]
        await pilot.press("escape")
        await settled(pilot)
        assert len(table.rows) == 3
        assert not pilot.app.screen.query_one("#search", Input).display


async def test_a_search_without_a_find_says_so(app, library, settled):
    async with app().run_test(size=(80, 24)) as pilot:
        table = await library(pilot)
        await pilot.press("slash", *"zebra", "enter", "enter")
        await settled(pilot)
        assert table.rows == ()
        assert about(pilot.app) == ""


async def test_numbers_choose_a_kind_and_o_an_order(app, library, settled):
    async with app().run_test(size=(80, 24)) as pilot:
        table = await library(pilot)
        await pilot.press("3")
        await settled(pilot)
        assert titles(table) == ["The quiet table"]
        await pilot.press("1", "o", "o")
        await settled(pilot)
        assert titles(table) == ["The quiet table", "The tap that leaks again", "The wrong key"]
        await pilot.click("#kinds", offset=(9, 0))
        await settled(pilot)
        assert titles(table) == ["The wrong key"]


async def test_a_broken_file_is_listed_with_its_problem_and_not_opened(app, library, settled, tmp_path, taken):  # noqa: F811
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "broken.yaml").write_text("title: [@click=app.quit]\nkind: agnry\n")
    (folder / "wrong-key.yaml").write_text("title: Twice\n")
    async with app(library=lambda: Library([folder])).run_test(size=(80, 24)) as pilot:
        table = await library(pilot)
        assert [row.mark for row in table.rows] == [" ", " ", " ", "!", "!"]
        await pilot.press("end", "up", "enter")
        await settled(pilot)
        assert "broken.yaml" in about(pilot.app)
        assert "Line" in about(pilot.app)
        assert taken == []
        assert pilot.app._notifications


async def test_the_list_follows_what_happens_to_its_files(app, library, settled, tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    file = folder / "late.yaml"
    file.write_text("title: [")
    async with app(library=lambda: Library([folder])).run_test(size=(80, 24)) as pilot:
        table = await library(pilot)
        assert table.rows[-1].mark == "!"
        bundled = Library().find("quiet-table").path
        file.write_text(bundled.read_text(encoding="utf-8").replace("The quiet table", "Mended"), encoding="utf-8")
        await pilot.press("h")
        await settled(pilot)
        table = await library(pilot)
        assert "Mended" in titles(table)


async def test_a_scenario_that_has_come_meanwhile_is_shown(app, library, settled, tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    async with app(library=lambda: Library([folder])).run_test(size=(80, 24)) as pilot:
        assert len((await library(pilot)).rows) == 3
        shutil.copy(SHOP / "wrong-key.yaml", folder / "another-key.yaml")
        await pilot.press("h")
        await settled(pilot)
        assert len((await library(pilot)).rows) == 4
