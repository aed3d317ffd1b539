"""How briefing and conversation look. A picture that has changed is looked at, and kept with --snapshot-update."""

from __future__ import annotations

import pytest

from simulator.app import routes
from simulator.app.screens.conversation import ConversationScreen
from tests.app.playing import SHELF, SOUP, judged, shelf


@pytest.fixture(autouse=True)
def judged_at_once(monkeypatch):
    monkeypatch.setattr("simulator.app.playing.solving", judged)


@pytest.fixture
def looks(app, snap_compare, settled):
    """Compares a briefing, and what keys make of it, with its picture."""

    def look(keys, scenario=SHELF, size=(80, 24)):
        async def before(pilot):
            await settled(pilot)
            routes.brief(pilot.app, scenario, seed=3)
            await settled(pilot)
            for key in keys.split():
                await pilot.press(key)
                await settled(pilot)
                while isinstance(pilot.app.screen, ConversationScreen) and not pilot.app.screen.at_rest:
                    await pilot.pause(0.01)
            await settled(pilot)

        return snap_compare(app(library=shelf), terminal_size=size, run_before=before)

    return look


def test_briefing(looks):
    assert looks("")


def test_asked_before_it_counts(looks):
    assert looks("2")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_an_answer_explained(looks, size):
    assert looks("1 2", size=size)


def test_a_promise_and_another_contact(looks):
    assert looks("1 1 enter 1 enter 1 enter", size=(120, 40))


def test_under_a_mask(looks):
    assert looks("1 1", scenario=SOUP)


def test_how_it_ends(looks):
    assert looks("1 1 enter 1 enter 1 enter 1 enter", size=(120, 40))


def test_for_the_record(looks):
    assert looks("2 1 1")
