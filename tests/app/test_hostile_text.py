"""What scripts and people write is shown as text on every screen: no markup of it acts, no terminal obeys it."""

from __future__ import annotations

import sqlite3
import unicodedata
from dataclasses import replace

import pytest

from simulator.analysis.review import Reviewer
from simulator.analysis.solver import solve
from simulator.app.screens.conversation import ConversationScreen
from simulator.app.screens.drill import DrillScreen
from simulator.app.screens.review import ReviewScreen
from simulator.records.lessons import keep_review
from simulator.scenario import reader
from simulator.scenario.library import Library
from tests.app.poison import HOSTILE, LOOK, poisoned
from tests.app.shop import NOW, SCENARIOS

DIRECTIONS = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}


def look(app):
    """The screen as text; fails on anything that a terminal would obey, and on any action that a text has gained."""
    lines = []
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            assert not any(
                unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(sign) in DIRECTIONS
                for sign in segment.text
            ), segment
            assert "quit" not in str(segment.style.meta.get("@click", "")) if segment.style else True
        lines.append("".join(segment.text for segment in strip))
    assert not app._exit
    return "\n".join(lines)


@pytest.fixture
def hostile_people(shop, database_path):
    """People, teams and titles that got past every check at the door."""
    for name in ("Ana", "Ben"):
        person = shop.person(name, "North")
        for scenario in SCENARIOS:
            shop.played_elsewhere(person, scenario, "Title", 60, mode="record")
            shop.played_elsewhere(person, scenario, "Title", 60, outcome="loyal")
    shop.open(shop.person("Ana"))
    with sqlite3.connect(database_path) as other:
        other.execute("UPDATE people SET name = ? || name, team = ?", (HOSTILE, HOSTILE))
        other.execute("UPDATE scripts SET title = ? || title", (HOSTILE,))
        other.execute("INSERT INTO profiles SELECT 'ana', id FROM people WHERE key = 'ana'")
    other.close()


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_people_and_titles_in_every_list(app, settled, hostile_people, size):
    async with app(name=None).run_test(size=size) as pilot:
        await settled(pilot)
        seen = [look(pilot.app)]
        for keys in ("l", "a", "b", "tab", "tab", "tab", "1 enter", "escape", "s", "escape", "question_mark"):
            await pilot.press(*keys.split())
            await settled(pilot)
            seen.append(look(pilot.app))
        for place in (0, 2, 3, 6, 7, 9):
            assert LOOK[:8] in seen[place], seen[place]


async def test_a_first_run_among_hostile_teams(app, settled, hostile_people):
    async with app(name=None, login="new").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(*"Cem", "enter", "left_square_bracket")
        await settled(pilot)
        look(pilot.app)
        await pilot.press("enter")
        await settled(pilot)
        look(pilot.app)


async def test_broken_files_in_the_library(app, settled, tmp_path):
    folder = tmp_path / "[@click=app.quit][b"
    folder.mkdir()
    (folder / "[b]broken[.yaml").write_text(f'title: "{LOOK}"\n{LOOK}: 3\n', encoding="utf-8")
    (folder / "escaped.yaml").write_text(f"title: {HOSTILE}\n", encoding="utf-8")
    async with app(library=lambda: Library([folder])).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("l", "end")
        for _ in range(2):
            await settled(pilot)
            assert "yaml" in look(pilot.app)
            await pilot.press("enter", "up")
            await settled(pilot)


@pytest.fixture
def hostile_scripts(monkeypatch):
    """From when it is called, every script that is read is poisoned."""
    return lambda: _poison(monkeypatch)


def _poison(monkeypatch):
    for name in ("read_script", "read_file"):
        read = getattr(reader, name)

        def reads(*arguments, read=read, **more):
            reading = read(*arguments, **more)
            return replace(reading, script=poisoned(reading.script)) if reading.script else reading

        monkeypatch.setattr(reader, name, reads)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_drills(app, settled, shop, hostile_scripts, size):
    attempt = shop.open(shop.person())
    start = attempt.conversation
    solution = solve(attempt.scenario.game, [start.feelings])
    for response in solution.worst_line(start)[-1].response_ids:
        attempt.respond(response)
    keep_review(shop.database, attempt, Reviewer(start, solution), at=NOW)
    hostile_scripts()
    shop.database.change("UPDATE scripts SET title = ? || title", HOSTILE)
    async with app(open_drills=True).run_test(size=size) as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, DrillScreen)
        seen = set()
        while pilot.app.screen.stage != "over":
            assert LOOK[:8] in look(pilot.app)
            seen.add(pilot.app.screen.stage)
            await pilot.press("1" if pilot.app.screen.stage == "asking" else "enter")
            await settled(pilot)
        assert seen >= {"asking", "explaining"}


@pytest.mark.parametrize(("size", "record"), [((80, 24), False), ((200, 60), False), ((80, 24), True)])
async def test_a_whole_conversation_and_its_review(app, settled, hostile_scripts, size, record):
    hostile_scripts()
    async with app().run_test(size=size) as pilot:
        await settled(pilot)
        look(pilot.app)
        await pilot.press("l")
        await settled(pilot)
        assert LOOK[:8] in look(pilot.app)
        await pilot.press("enter")
        await settled(pilot)
        assert LOOK in look(pilot.app)
        await pilot.press(*(("2", "1") if record else ("1",)))
        await settled(pilot)
        assert isinstance(pilot.app.screen, ConversationScreen)
        await pilot.press("n")
        await settled(pilot)
        look(pilot.app)
        await pilot.press("escape")
        for _ in range(40):
            await settled(pilot)
            assert LOOK in look(pilot.app)
            if isinstance(pilot.app.screen, ReviewScreen):
                break
            await pilot.press("1", "enter")
        assert isinstance(pilot.app.screen, ReviewScreen)
        for keys in ("1 right o", "s right", "2 down", "s right", "4 down", "5 down"):
            await pilot.press(*keys.split())
            await settled(pilot)
            assert LOOK[:8] in look(pilot.app)
        await pilot.press("escape")
        await settled(pilot)
        look(pilot.app)
        await pilot.press("a")
        await settled(pilot)
        assert LOOK[:8] in look(pilot.app)
