"""Drilling on the screen: a missed moment put again, answered, and weighed against every other answer."""

from __future__ import annotations

import pytest

from scoring.principles import load_principles
from simulator.analysis.review import Reviewer
from simulator.app.screens.drill import DrillScreen
from simulator.app.screens.home import HomeScreen
from simulator.app.screens.notes import NotesScreen
from simulator.app.solving import SolvingFailed
from simulator.app.widgets.coach import Coach
from simulator.app.widgets.customer import CustomerPanel
from simulator.app.widgets.face import Face
from simulator.app.widgets.feelings_panel import FeelingsPanel
from simulator.app.widgets.responses import Responses
from simulator.app.widgets.to_do import ToDo
from simulator.app.widgets.top_bar import TopBar
from simulator.conversation.conversation import Conversation
from simulator.records.drills import due_drills, waiting
from simulator.records.lessons import keep_review
from simulator.records.open_attempt import start_attempt
from simulator.scenario.library import Library
from simulator.scenario.reader import read_script
from tests.app.playing import Judged, coach, judged, offered, talk
from tests.app.shop import NOW
from tests.small_scenarios import FOLDER, SHELF, SOUP, playable

MISSED = ("manual", "nothing", "find-out", "ring")
"""A mistake, and the best answers after it."""


def shelf():
    """A library that has the small scenarios too."""
    return Library([FOLDER])


@pytest.fixture(autouse=True)
def judged_at_once(monkeypatch):
    monkeypatch.setattr("simulator.app.drilling.solving", judged)
    monkeypatch.setattr("simulator.app.catching_up.solving", judged)


@pytest.fixture
def missed(shop):
    """Plays a scenario, the shelf with a mistake unless told otherwise, and reviews it."""

    def play(*responses, path=SHELF, seed=3):
        scenario = playable(path)
        ana = shop.person()
        opened = start_attempt(shop.database, scenario, person=ana.id, mode="practice", seed=seed, clock=lambda: NOW)
        for response in responses or MISSED:
            opened.respond(response)
        start = opened.conversation.rewound(0)
        keep_review(shop.database, opened, Reviewer(start, Judged(scenario, start.feelings).known), at=NOW)
        return ana

    return play


@pytest.fixture
def drilling(app, settled):
    """Opens the drills from home."""

    async def begin(pilot):
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        assert isinstance(pilot.app.screen, DrillScreen)

    return begin


def keys(pilot):
    bindings = pilot.app.screen.active_bindings.values()
    return {binding.binding.description for binding in bindings if binding.binding.show and binding.enabled}


def lines(app):
    return [str(option.prompt) for option in app.screen.query_one(ToDo).options]


async def read_on(pilot, settled):
    """Enter, as often as the verdict has pages."""
    before = pilot.app.screen.opened
    for _ in range(9):
        await pilot.press("enter")
        await settled(pilot)
        if getattr(pilot.app.screen, "opened", None) is not before:
            return


async def test_home_says_how_many_are_due_and_leads_there(app, settled, missed):
    missed()
    missed(seed=4)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert any("2 moments that went wrong are due again" in line for line in lines(pilot.app))
        assert "Drill" in keys(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, DrillScreen)


async def test_the_app_can_begin_with_the_drills(app, settled, shop):
    ana = shop.person()
    opened = start_attempt(shop.database, playable(SHELF), person=ana.id, mode="record", seed=3, clock=lambda: NOW)
    for response in MISSED:
        opened.respond(response)
    async with app(library=shelf, open_drills=True).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, DrillScreen)
        assert "drill 1 of 1" in pilot.app.screen.query_one(TopBar).render().plain
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_with_nothing_due_it_says_when_the_next_is(app, settled):
    async with app(library=shelf, open_drills=True).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "There is nothing to drill." in coach(pilot)


async def test_without_drills_home_offers_none(app, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Drill" not in keys(pilot)
        assert not any("Drills" in line for line in lines(pilot.app))


async def test_the_moment_stands_where_it_stood(app, drilling, missed):
    missed("hear", "plaster", "voucher", "wait")
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await drilling(pilot)
        assert "drill 1 of 1" in pilot.app.screen.query_one(TopBar).render().plain
        said = talk(pilot)
        assert "A hardware shop" in said
        assert "That it's plaster." in said
        assert said.endswith("So what happens now?")
        assert offered(pilot).startswith("1 I find out why")
        moment = pilot.app.screen.opened.conversation
        assert pilot.app.screen.query_one(FeelingsPanel).feelings == moment.feelings
        assert {"Answer", "Skip", "Notes", "Leave"} <= keys(pilot)


async def test_an_answer_is_weighed_against_every_other_and_kept(app, drilling, settled, missed, shop):
    ana = missed()
    async with app(library=shelf).run_test(size=(120, 40)) as pilot:
        await drilling(pilot)
        await pilot.press("2")
        await settled(pilot)
        said = coach(pilot)
        assert said.startswith("2 ! mistake, cost 10 points, your answer:")
        assert "1 ✓ best, cost nothing: “Twice. Is anybody hurt?”" in said
        assert "You have told him that it's his fault" in said
        assert "· anger +" in said
        assert "When you missed it in attempt 1, you gave answer 2. It comes back tomorrow, on 2026-05-05." in said
        assert "I can read, thank you." in talk(pilot)
        assert not {"Answer", "Skip"} & keys(pilot)
        assert waiting(shop.database, ana.id, at=NOW).due == 0


async def test_all_of_a_long_verdict_can_be_read(app, drilling, settled, missed):
    missed()
    async with app(library=shelf).run_test(size=(60, 20)) as pilot:
        await drilling(pilot)
        await pilot.press("2")
        await settled(pilot)
        strip = pilot.app.screen.query_one(Coach)
        assert strip.max_scroll_y > 0
        await pilot.press("enter")
        await settled(pilot)
        assert pilot.app.screen.stage == "explaining"
        assert strip.scroll_offset.y > 0


async def test_after_the_last_it_says_what_came_of_it_and_leads_home(app, drilling, settled, missed):
    missed()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await drilling(pilot)
        await pilot.press("1")
        await settled(pilot)
        await read_on(pilot, settled)
        assert pilot.app.screen.stage == "over"
        assert "You answered 1: 1 best. Nothing more is due. The next comes in 2 days, on 2026-05-06." in coach(pilot)
        assert not pilot.app.screen.query_one(CustomerPanel).display
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert any("Nothing is due. The next comes in 2 days" in line for line in lines(pilot.app))


async def test_one_drill_follows_another_and_one_that_is_skipped_stays_due(app, drilling, settled, missed, shop):
    ana = missed()
    missed(seed=4)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await drilling(pilot)
        await pilot.press("s")
        await settled(pilot)
        assert "drill 2 of 2" in pilot.app.screen.query_one(TopBar).render().plain
        await pilot.press("1")
        await settled(pilot)
        await read_on(pilot, settled)
        assert "One moment is still due." in coach(pilot)
        assert [drill.seed for drill in due_drills(shop.database, ana.id, at=NOW)] == [3]


async def test_leaving_keeps_what_was_answered(app, drilling, settled, missed, shop):
    ana = missed()
    missed(seed=4)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await drilling(pilot)
        await pilot.press("1")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert waiting(shop.database, ana.id, at=NOW).due == 1
        assert any("One moment that went wrong is due again" in line for line in lines(pilot.app))


async def test_cursor_and_click_answer_as_a_number_does(app, drilling, settled, missed):
    missed()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await drilling(pilot)
        await pilot.click(Responses, offset=(8, 3))
        await settled(pilot)
        assert "2 ! mistake, cost 10 points, your answer" in coach(pilot)


async def test_what_can_not_be_answered_does_nothing(app, drilling, settled, missed):
    missed()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await drilling(pilot)
        await pilot.press("5")
        await settled(pilot)
        assert pilot.app.screen.stage == "asking"
        await pilot.press("n")
        await settled(pilot)
        assert isinstance(pilot.app.screen, NotesScreen)


async def test_under_a_mask_the_mask_shows_until_it_is_answered(app, drilling, settled, missed):
    missed(*worst_of(SOUP), path=SOUP)
    async with app(library=shelf).run_test(size=(120, 40)) as pilot:
        await drilling(pilot)
        moment = pilot.app.screen.opened.conversation
        assert moment.masked
        assert pilot.app.screen.query_one(FeelingsPanel).feelings == moment.shown_feelings != moment.feelings
        await pilot.press("2")
        await settled(pilot)
        assert "trust " in coach(pilot)


def worst_of(path):
    """The worst line of a scenario."""
    scenario = playable(path)
    start = Conversation.begin(scenario.game, 3)
    return Judged(scenario, start.feelings).known.worst_line(start)[-1].response_ids


async def test_a_scenario_that_changed_since_is_said(app, drilling, missed, shop):
    missed()
    text = SHELF.read_text(encoding="utf-8").replace("leaflet", "manual")

    def changed():
        library = shelf()
        entry = library.entries["wobbly-shelf"]
        library._read[entry.path] = (
            (entry.path.stat().st_mtime_ns, entry.path.stat().st_size),
            read_script(text, load_principles()),
        )
        return library

    async with app(library=changed).run_test(size=(80, 24)) as pilot:
        await drilling(pilot)
        assert "leaflet" in offered(pilot)
        note = pilot.app.screen.query_one("#hint")
        assert note.display
        assert "has changed since" in str(note.render())


async def test_a_drill_that_can_not_be_put_is_told_and_left_out(app, drilling, missed, shop):
    missed()
    missed(seed=4)
    shop.database.change("UPDATE drills SET before = 'nonsense' WHERE seed = 3")
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await drilling(pilot)
        assert "drill 2 of 2" in pilot.app.screen.query_one(TopBar).render().plain


async def test_an_answer_that_can_not_be_judged_is_not_kept(app, drilling, settled, missed, shop, monkeypatch):
    ana = missed()

    class Failing(Judged):
        def result(self, database):
            raise SolvingFailed("The solver gave up.")

    monkeypatch.setattr("simulator.app.drilling.solving", lambda database, scenario, start: Failing(scenario, start))
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await drilling(pilot)
        await pilot.press("1")
        await settled(pilot)
        assert pilot.app.screen.stage == "over"
        assert waiting(shop.database, ana.id, at=NOW).due == 1


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_it_fits_the_terminal(app, drilling, settled, missed, size):
    missed()
    async with app(library=shelf).run_test(size=size) as pilot:
        await drilling(pilot)
        assert pilot.app.screen.query_one(Responses).max_scroll_y == 0
        await pilot.press("2")
        await settled(pilot)
        strip = pilot.app.screen.query_one(Coach)
        assert strip.max_scroll_x == 0
        assert strip.region.bottom <= size[1] - 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("keys", ["", "2"])
def test_how_it_looks(app, settled, missed, snap_compare, size, keys):
    missed()

    async def before(pilot):
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        # What it looks like is not the drill's to say.
        pilot.app.screen.query_one(Face).visible = False
        strip = pilot.app.screen.query_one(Coach)
        # A scroll bar comes with the layout after the one that finds it wanting.
        while strip.display and strip.show_vertical_scrollbar != (strip.max_scroll_y > 0):
            await pilot.pause()

    assert snap_compare(app(library=shelf, open_drills=True), terminal_size=size, run_before=before)
