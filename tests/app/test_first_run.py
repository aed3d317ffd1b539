"""The first run: a name, a team, and in."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input, Static

from simulator.app.screens.first_run import FirstRunScreen
from simulator.app.screens.home import HomeScreen
from simulator.records.people import everybody, profile


def said(app):
    return str(app.screen.query_one("#trouble", Static).render())


@pytest.fixture
def stranger(app):
    return lambda: app(name=None)


async def test_a_name_and_a_team_are_all_it_takes(stranger, settled, shop):
    async with stranger().run_test() as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, FirstRunScreen)
        await pilot.press(*"Ana", "enter", *"North", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert pilot.app.player == "Ana · North"
    known = profile(shop.database, "ana")
    assert known is not None
    assert (known.name, known.team) == ("Ana", "North")


async def test_a_team_may_be_left_out_and_the_next_run_asks_nothing(stranger, settled):
    async with stranger().run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"Ana", "enter", "enter")
        await settled(pilot)
    async with stranger().run_test() as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert pilot.app.player == "Ana"


@pytest.mark.parametrize(("typed", "why"), [("", "needs at least one letter"), ("!?", "needs at least one letter")])
async def test_a_name_that_cannot_be_taken_is_refused_with_a_reason(stranger, settled, typed, why):
    async with stranger().run_test() as pilot:
        await settled(pilot)
        await pilot.press(*typed, "enter")
        await settled(pilot)
        assert why in said(pilot.app)
        assert pilot.app.screen.query_one("#name", Input).has_focus


async def test_a_team_that_cannot_be_taken_is_refused_with_a_reason(stranger, settled, shop):
    async with stranger().run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"Ana", "enter", *"??", "enter")
        await settled(pilot)
        assert "A team needs at least one letter" in said(pilot.app)
        assert pilot.app.screen.query_one("#team", Input).has_focus
        assert everybody(shop.database) == []


async def test_what_cannot_be_shown_is_left_out_as_it_is_pasted(stranger, settled):
    async with stranger().run_test() as pilot:
        await settled(pilot)
        field = pilot.app.screen.query_one("#name", Input)
        field.post_message(events.Paste("A\u202en\x1b[2Ja\u2066"))
        await settled(pilot)
        assert field.value == "An[2Ja"


async def test_a_name_that_is_known_here_is_asked_about_once(stranger, settled, shop):
    shop.person("Ana", "South")
    async with stranger().run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"ana", "enter", "enter")
        await settled(pilot)
        assert "Ana of team South has played here before" in said(pilot.app)
        await pilot.press("enter")
        await settled(pilot)
        assert pilot.app.player == "Ana · South"
    assert len(everybody(shop.database)) == 1


async def test_escape_does_not_lead_around_it(stranger, settled):
    async with stranger().run_test() as pilot:
        await settled(pilot)
        await pilot.press("escape")
        pilot.app.action_go("library")
        await settled(pilot)
        assert isinstance(pilot.app.screen, FirstRunScreen)


async def test_a_name_on_the_command_line_needs_no_first_run(app, settled, shop):
    async with app(name="Ben", team="East").run_test() as pilot:
        await settled(pilot)
        assert pilot.app.player == "Ben · East"
    assert profile(shop.database, "ana") is None
