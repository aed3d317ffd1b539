"""The help."""

from __future__ import annotations

import pytest

from simulator.app.guide import SCORING, WORDS


def text(app):
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_tells_the_keys_of_the_screen_it_was_called_from(app, settled, key):
    async with app().run_test(size=(100, 60)) as pilot:
        await settled(pilot)
        await pilot.press("l")
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
        shown = text(pilot.app)
        assert "Search: Type a part of a title" in shown
        assert "How scoring works" in shown
        await pilot.press(key)
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == "LibraryScreen"


async def test_help_works_from_a_field_by_its_function_key(app, settled):
    async with app(name=None).run_test() as pilot:
        await settled(pilot)
        await pilot.press("f1")
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == "HelpScreen"
        await pilot.press("escape")
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == "FirstRunScreen"


def test_scoring_is_told_in_ten_lines():
    assert len(SCORING) == 10
    assert all(line.endswith(".") for line in SCORING)


def test_the_words_of_the_design_are_told():
    assert {"principle", "feelings", "turn", "promise", "attempt", "review", "standing"} <= set(WORDS)
