"""Home: what to do now."""

from __future__ import annotations

import pytest

from simulator.app import routes
from simulator.app.screens.home import HomeScreen
from simulator.app.widgets.key_bar import KeyBar
from simulator.app.widgets.standing_card import StandingCard
from simulator.app.widgets.to_do import ToDo
from simulator.records.attempts import load_attempt
from tests.app.shop import SCENARIOS


@pytest.fixture
def taken(monkeypatch):
    """The ways that were taken, in place of the screens they lead to."""
    ways = []
    for way in ("brief", "play", "resume", "review"):
        monkeypatch.setattr(routes, way, lambda app, *what, way=way, **how: ways.append((way, *what, how)))
    return ways


def lines(app):
    return [str(option.prompt) for option in app.screen.query_one(ToDo).options]


async def test_somebody_new_is_shown_where_to_begin(app, settled, taken):
    async with app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Hello, Ana." in str(pilot.app.screen.query_one(StandingCard).render())
        assert any("The wrong key" in line for line in lines(pilot.app))
        assert any("Nothing yet" in line for line in lines(pilot.app))
        await pilot.press("enter")
        await settled(pilot)
        assert taken == [("brief", "wrong-key", {"record": False})]


async def test_what_was_interrupted_comes_first_and_is_resumed(app, settled, shop, taken):
    attempt = shop.open(shop.person())
    attempt.respond("own-it")
    async with app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert any("practice · 1 answer · 10 minutes ago" in line for line in lines(pilot.app))
        await pilot.press("enter", "r")
        await settled(pilot)
        assert taken == [("resume", attempt.id, {})] * 2


async def test_a_practice_can_be_set_aside_and_one_for_the_record_can_not(app, settled, shop):
    ana = shop.person()
    shop.open(ana, "quiet-table", "record").respond("ask")
    shop.open(ana, "wrong-key", "record").respond("own-it")
    shop.open(ana, "leaking-tap")
    async with app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        offered = [line for line in lines(pilot.app) if " · " in line]
        assert len(offered) == 2
        await pilot.press("x" if "tap" in offered[0] else "down", "x")
        await settled(pilot)
        [left] = [line for line in lines(pilot.app) if " · " in line]
        assert "for the record" in left
        await pilot.press("home", "x")
        await settled(pilot)
        assert [line for line in lines(pilot.app) if " · " in line] == [left]


async def test_what_was_played_lately_opens_its_review(app, settled, shop, taken):
    ana = shop.person()
    played = [shop.played(ana, scenario, 85) for scenario in SCENARIOS]
    async with app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("end", "enter", "p")
        await settled(pilot)
        assert taken == [
            ("review", played[0].id, {}),
            ("brief", "wrong-key", {"record": True}),
        ]


async def test_without_anything_to_resume_the_key_is_not_offered(app, settled, taken):
    async with app().run_test() as pilot:
        await settled(pilot)
        await pilot.press("r")
        assert taken == []
        assert "r" not in pilot.app.screen.active_bindings


async def test_the_standing_is_told(app, settled, shop):
    for name in ("Ana", "Ben"):
        for scenario in SCENARIOS:
            shop.played(shop.person(name), scenario, 60 if name == "Ana" else 80, mode="record")
    async with app().run_test() as pilot:
        await settled(pilot)
        card = str(pilot.app.screen.query_one(StandingCard).render())
        assert "rank 2 of 2 at first sight" in card
        assert "3 played for the record" in card


async def test_home_shows_what_happened_meanwhile(app, settled, shop):
    async with app().run_test() as pilot:
        await settled(pilot)
        await pilot.press("l")
        await settled(pilot)
        shop.played(shop.person(), "quiet-table", 33)
        await pilot.press("h")
        await settled(pilot)
        assert any("The quiet table" in line and "33" in line for line in lines(pilot.app))


async def test_an_empty_library_is_no_dead_end(app, settled, monkeypatch, tmp_path):
    monkeypatch.setattr("simulator.scenario.library.bundled_folder", lambda: tmp_path / "none")
    async with app().run_test() as pilot:
        await settled(pilot)
        assert any("no scenario to play" in line for line in lines(pilot.app))
        await pilot.press("l")
        await settled(pilot)
        assert pilot.app.screen.query_one("Table").rows == ()


async def test_what_ended_without_a_score_is_scored(app, settled, shop):
    attempt = shop.open(shop.person(), "quiet-table")
    attempt.respond("ask")
    assert load_attempt(shop.database, attempt.id).result.score is None
    async with app().run_test() as pilot:
        for _ in range(200):
            await settled(pilot)
            if load_attempt(shop.database, attempt.id).result.score is not None:
                break
        assert load_attempt(shop.database, attempt.id).result.score == 100
        await settled(pilot)
        assert any("100 ✓" in line for line in lines(pilot.app))


async def test_a_narrow_home_and_a_wide_one_hold_all_lines(app, settled, shop):
    shop.played(shop.person(), "quiet-table", 33)
    async with app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        for width in (40, 200, 80):
            await pilot.resize_terminal(width, 24)
            await settled(pilot)
            to_do = pilot.app.screen.query_one(ToDo)
            assert to_do.max_scroll_x == 0
            assert to_do.highlighted is not None


async def test_every_key_of_home_is_in_the_footer_at_eighty_columns(app, settled, shop, monkeypatch):
    monkeypatch.setattr(HomeScreen, "check_action", lambda screen, action, parameters: True)
    async with app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        footer = pilot.app.screen.query_one(KeyBar)
        shown = " ".join(footer.render_line(0).text.split())
        assert shown == "h l a b s Go to r Resume d Drill p Practise x Dismiss ? Help q Quit ^p palette"
