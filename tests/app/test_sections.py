"""Going from section to section, and back."""

from __future__ import annotations

import asyncio

import pytest

from simulator.app.widgets.section_bar import SECTIONS, SectionBar
from simulator.app.widgets.top_bar import TopBar


def name_of(app):
    return type(app.screen).__name__.removesuffix("Screen").lower()


async def test_each_section_is_a_key_away_and_escape_leads_home(app, settled):
    async with app().run_test() as pilot:
        await settled(pilot)
        assert name_of(pilot.app) == "home"
        for section in (*SECTIONS, SECTIONS[1]):
            if name_of(pilot.app) == "settings":
                await pilot.press("escape")
            await pilot.press(section.key)
            await settled(pilot)
            assert name_of(pilot.app) == section.name
            assert pilot.app.screen.query_one(SectionBar).place == section.name
            assert len(pilot.app.screen_stack) <= 3
        await pilot.press("l", "escape")
        await settled(pilot)
        assert name_of(pilot.app) == "home"
        await pilot.press("escape")
        assert name_of(pilot.app) == "home"


async def test_a_click_on_a_section_goes_there(app, settled):
    async with app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.click(SectionBar, offset=(20, 0))
        await settled(pilot)
        assert name_of(pilot.app) == "library"


async def test_the_bar_says_who_plays_and_cuts_where_it_must(app, settled):
    async with app(name="Ana " + "Maria " * 9, team="North").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        line = pilot.app.screen.query_one(TopBar).render().plain
        assert line.startswith("Coolhead")
        assert "Ana Maria" in line
        assert line.endswith("…")


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_quitting_asks_nothing(app, settled, key):
    async with app().run_test() as pilot:
        await settled(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert pilot.app._exit
    assert pilot.app.return_code == 0


@pytest.mark.parametrize("theme", ["coolhead-light", "nord", "no such theme"])
async def test_the_theme_of_the_settings_is_the_first_one_seen(app, theme):
    from simulator.settings import Settings

    made = app(settings=Settings(theme=theme))
    assert made.theme == (theme if theme != "no such theme" else "coolhead-dark")


async def test_every_theme_has_muted_colours_of_its_own(app, settled):
    async with app().run_test() as pilot:
        await settled(pilot)
        for theme in pilot.app.available_themes:
            pilot.app.theme = theme
            muted = pilot.app.get_css_variables()["text-muted"]
            assert not muted.startswith("auto")


async def test_going_about_faster_than_sections_can_load_breaks_nothing(app, settled):
    async with app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for number in range(60):
            pilot.app.action_go(SECTIONS[number * 7 % len(SECTIONS)].name)
            for _ in range(number % 9):
                await asyncio.sleep(0.003)
        await settled(pilot)
        assert name_of(pilot.app) == SECTIONS[59 * 7 % len(SECTIONS)].name


@pytest.mark.parametrize("size", [(24, 6), (300, 90)])
async def test_no_terminal_is_too_small_or_too_large(app, settled, size):
    async with app().run_test(size=size) as pilot:
        await settled(pilot)
        for section in SECTIONS:
            pilot.app.action_go(section.name)
            await settled(pilot)
            assert name_of(pilot.app) == section.name
