"""One definition of a command is its key, its footer text, its palette entry and its line of help."""

from __future__ import annotations

import pytest
from textual.binding import Binding

from simulator.app.commands import active_commands, command, key_help
from simulator.app.widgets.key_bar import KeyBar
from simulator.app.widgets.section_bar import SECTIONS


def test_a_command_is_a_binding_with_a_sentence():
    binding = command("x,y", "do", "Do", "Do it.")
    assert isinstance(binding, Binding)
    assert (binding.key, binding.action, binding.description, binding.tooltip) == ("x,y", "do", "Do", "Do it.")


@pytest.mark.parametrize("section", [section.name for section in SECTIONS])
async def test_palette_and_help_offer_what_the_footer_shows(app, settled, section):
    async with app().run_test() as pilot:
        await settled(pilot)
        pilot.app.action_go(section)
        await settled(pilot)
        screen = pilot.app.screen
        in_palette = {each.title: each.help for each in active_commands(screen)}
        in_help = {line.name: line.sentence for line in key_help(screen)}
        assert in_palette.items() <= in_help.items()
        shown = screen.query_one(KeyBar).names
        assert shown <= {*in_help, "Go to"}
        assert len(shown) > 2
        assert all(sentence.endswith((".", "palette")) for sentence in in_help.values())


async def test_the_help_tells_keys_of_a_range_once(app, settled):
    async with app().run_test() as pilot:
        await settled(pilot)
        await pilot.press("p")
        await settled(pilot)
        assert [line.keys for line in key_help(pilot.app.screen) if line.name == "Choose"] == ["1-4"]


async def test_a_command_runs_from_the_palette(app, settled):
    async with app().run_test() as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p")
        await pilot.press(*"library")
        for _ in range(100):
            await pilot.pause(0.02)
            found = pilot.app.screen.query("CommandList")
            if found and found.first().option_count:
                break
        await pilot.press("down", "enter")
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == "LibraryScreen"


async def test_sections_are_in_the_palette_from_everywhere(app, settled):
    async with app().run_test() as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        await settled(pilot)
        titles = {each.title for each in pilot.app.get_system_commands(pilot.app.screen)}
        assert {section.title for section in SECTIONS} <= titles
        assert {"Theme", "Quit"} <= titles
