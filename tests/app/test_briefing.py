"""Before a conversation: what it is about, and what each way to begin means."""

from __future__ import annotations

import pytest

from simulator.app import routes
from simulator.app.screens.briefing import BriefingScreen
from simulator.app.screens.conversation import ConversationScreen
from simulator.app.screens.review import ReviewScreen
from simulator.app.widgets.face import Face
from simulator.app.widgets.prose import Prose
from simulator.app.widgets.responses import Responses
from simulator.records.attempts import for_the_record
from tests.app.playing import SHELF, SOUP, judged, shelf, text_of


@pytest.fixture(autouse=True)
def judged_at_once(monkeypatch):
    monkeypatch.setattr("simulator.app.playing.solving", judged)
    monkeypatch.setattr("simulator.app.screens.review.solving", judged)


async def briefed(pilot, settled, scenario=SHELF, *, record=False):
    await settled(pilot)
    routes.brief(pilot.app, scenario, record=record, seed=3)
    await settled(pilot)


def told(pilot):
    return text_of(pilot.app.screen.query_one("#brief", Prose))


def ways(pilot):
    return text_of(pilot.app.screen.query_one(Responses))


async def test_it_says_what_it_is_about_and_shows_the_customer(app, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await briefed(pilot, settled)
        assert all(
            part in told(pilot) for part in ("The falling shelf", "A hardware shop", "Mr Amir Haddad", "Teaches")
        )
        assert pilot.app.screen.query_one(Face).pose is not None
        assert ways(pilot).startswith("1 Practise.")
        assert "2 Play it for the record. Once only" in ways(pilot)


async def test_a_masked_customer_shows_the_mask(app, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await briefed(pilot, settled, SOUP)
        pose = pilot.app.screen.query_one(Face).pose
        assert (pose.anger, pose.trust, pose.openness) == (0, 14, 12)


async def test_practice_begins_at_once(app, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await briefed(pilot, settled)
        await pilot.press("1")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ConversationScreen)
        assert not pilot.app.screen.playing.recorded
        await pilot.press("escape")
        await settled(pilot)
        assert not isinstance(pilot.app.screen, BriefingScreen)


async def test_for_the_record_begins_only_after_it_is_said_what_that_means(app, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await briefed(pilot, settled)
        await pilot.press("2")
        await settled(pilot)
        assert "This is your only recorded attempt at this scenario." in told(pilot)
        await pilot.press("2")
        await settled(pilot)
        assert "A hardware shop" in told(pilot)
        await pilot.press("2", "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, BriefingScreen)
        desk = pilot.app.desk
        assert for_the_record(desk.database, desk.person.id, SHELF) is None
        await pilot.press("2", "1")
        await settled(pilot)
        assert pilot.app.screen.playing.recorded


async def test_whoever_has_practised_is_told_that_it_will_show(app, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await briefed(pilot, settled)
        await pilot.press("1")
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        await pilot.press("escape")
        await briefed(pilot, settled, record=True)
        assert "count it as practised" in told(pilot)


async def test_what_was_interrupted_can_be_gone_on_with(app, settled, shop):
    opened = shop.open(shop.person(), "wrong-key")
    opened.respond(opened.conversation.responses[0].id)
    async with app().run_test(size=(80, 24)) as pilot:
        await briefed(pilot, settled, "wrong-key")
        assert ways(pilot).startswith("1 Go on with the practice that was interrupted, at answer 2.")
        await pilot.press("1")
        await settled(pilot)
        assert pilot.app.screen.playing.attempt.id == opened.id


async def test_an_attempt_for_the_record_is_gone_on_with_and_afterwards_only_reviewed(app, settled, shop):
    opened = shop.open(shop.person(), "wrong-key", "record")
    opened.respond(opened.conversation.responses[0].id)
    async with app().run_test(size=(80, 24)) as pilot:
        await briefed(pilot, settled, "wrong-key", record=True)
        assert ways(pilot).startswith("1 Go on with your attempt for the record, at answer 2.")
        while not opened.conversation.ended:
            opened.respond(opened.conversation.responses[0].id)
        await pilot.press("escape")
        await briefed(pilot, settled, "wrong-key", record=True)
        assert "You have played it for the record" in ways(pilot)
        assert "Play it for the record" not in ways(pilot)
        await pilot.press("2")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ReviewScreen)
