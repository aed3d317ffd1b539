"""Settings on the screen."""

from __future__ import annotations

import shutil

import pytest
from textual.widgets import Input, Select, Static

from simulator.records.people import everybody, profile, save_profile
from simulator.scenario.library import Library
from simulator.settings import Settings, read_settings
from tests.app.shop import SHOP


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.toml"


@pytest.fixture
def go(settled):
    async def to(pilot):
        await settled(pilot)
        await pilot.press("s")
        await settled(pilot)

    return to


def field(app, name):
    return app.screen.query_one(name, Input)


def said(app):
    return str(app.screen.query_one("#said", Static).render())


async def test_a_new_name_keeps_the_attempts(app, go, settled, shop):
    ana = shop.person()
    save_profile(shop.database, "ana", ana.id)
    async with app(name=None).run_test(size=(80, 24)) as pilot:
        await go(pilot)
        field(pilot.app, "#name").value = "Ana Maria"
        field(pilot.app, "#team").value = "East"
        await pilot.press("enter")
        await settled(pilot)
        assert said(pilot.app) == "Kept."
        assert pilot.app.player == "Ana Maria · East"
    known = profile(shop.database, "ana")
    assert known is not None
    assert (known.id, known.name, known.team) == (ana.id, "Ana Maria", "East")


@pytest.mark.parametrize(("name", "why"), [("ben", "called Ben"), ("", "letter"), ("x" * 61, "60 is the most")])
async def test_a_name_that_cannot_be_taken_says_why_and_changes_nothing(app, go, settled, shop, name, why):
    shop.person("Ben")
    async with app().run_test(size=(80, 24)) as pilot:
        await go(pilot)
        field(pilot.app, "#name").value = name
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert why in said(pilot.app)
    assert {person.name for person in everybody(shop.database)} == {"Ana", "Ben"}


async def test_a_folder_joins_the_library_and_is_kept(app, go, settled, tmp_path, file):
    folder = tmp_path / "ours"
    folder.mkdir()
    shutil.copy(SHOP / "wrong-key.yaml", folder / "second-key.yaml")
    (folder / "broken.yaml").write_text("title: [")
    async with app(settings_path=file).run_test(size=(80, 24)) as pilot:
        await go(pilot)
        field(pilot.app, "#folder").value = str(folder)
        await pilot.press("enter")
        await settled(pilot)
        told = str(pilot.app.screen.query_one("#about-folder", Static).render())
        assert told.startswith("1 scenario of your own in the library, 1 with problems")
        assert "second-key" in pilot.app.desk.library.entries
    assert read_settings(file).scenarios == (folder,)


async def test_a_folder_that_is_none_is_refused(app, go, settled, tmp_path, file):
    async with app(settings_path=file).run_test(size=(80, 24)) as pilot:
        await go(pilot)
        field(pilot.app, "#folder").value = str(tmp_path / "[/nowhere")
        await pilot.press("enter")
        await settled(pilot)
        assert "There is no folder" in said(pilot.app)
    assert not file.exists()


async def test_a_theme_holds_at_once_and_is_kept(app, go, settled, file):
    async with app(settings_path=file, settings=Settings()).run_test(size=(80, 24)) as pilot:
        await go(pilot)
        pilot.app.screen.query_one("#theme", Select).value = "coolhead-light"
        await settled(pilot)
        assert pilot.app.theme == "coolhead-light"
    assert read_settings(file).theme == "coolhead-light"


async def test_settings_that_cannot_be_kept_say_so(app, go, settled, tmp_path):
    (tmp_path / "file").write_text("")
    async with app(settings_path=tmp_path / "file" / "settings.toml").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        pilot.app.theme = "nord"
        await settled(pilot)
        assert [notification.title for notification in pilot.app._notifications] == ["The theme is not kept"]


async def test_what_is_not_saved_is_not_kept(app, go, settled, shop):
    async with app().run_test(size=(80, 24)) as pilot:
        await go(pilot)
        await pilot.press(*"xyz", "escape")
        await settled(pilot)
    assert [person.name for person in everybody(shop.database)] == ["Ana"]


def test_the_library_of_a_test_is_the_shop():
    assert set(Library().entries) == {"leaking-tap", "quiet-table", "wrong-key"}
