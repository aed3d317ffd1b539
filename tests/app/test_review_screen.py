"""The review on the screen: what is compared on the curve, the best line from any answer, the mask lifted."""

from __future__ import annotations

import pytest

from simulator.analysis.chances import solve_with_chances
from simulator.app import routes
from simulator.app.commands import key_help
from simulator.app.screens.conversation import ConversationScreen
from simulator.app.screens.review import ReviewScreen
from simulator.app.widgets.answers_pane import AnswersPane
from simulator.app.widgets.best_line_pane import BestLinePane
from simulator.app.widgets.curve import Curve
from simulator.app.widgets.feelings_panel import FeelingsPanel
from simulator.app.widgets.key_bar import KeyBar
from simulator.app.widgets.prose import Prose
from simulator.app.widgets.top_bar import TopBar
from simulator.records.attempts import load_attempt
from simulator.records.open_attempt import start_attempt
from tests.app.playing import SHELF, SOUP, Judged, offered, playable, shelf, talk, text_of
from tests.app.shop import NOW

MISSED = ("manual", "plaster", "find-out", "ring")
"""A mistake, then a lesser one, then what is best."""


class JudgedWithChances(Judged):
    """A solution that knows about random play too."""

    def __init__(self, scenario, start):
        super().__init__(scenario, start)
        self.known = solve_with_chances(scenario.game, [start])


@pytest.fixture(autouse=True)
def judged_at_once(monkeypatch):
    def judged(database, scenario, start):
        return JudgedWithChances(scenario, start)

    monkeypatch.setattr("simulator.app.playing.solving", judged)
    monkeypatch.setattr("simulator.app.screens.review.solving", judged)


@pytest.fixture
def played(shop):
    """Plays a scenario to its end and gives its number."""

    def play(*responses, scenario=SHELF, mode="practice"):
        ana = shop.person()
        opened = start_attempt(shop.database, playable(scenario), person=ana.id, mode=mode, seed=3, clock=lambda: NOW)
        for response in responses or MISSED:
            opened.respond(response)
        return opened.id

    return play


@pytest.fixture
def reviewing(app, settled):
    """Opens the review of an attempt and presses some keys."""

    async def begin(pilot, attempt, keys=""):
        await settled(pilot)
        routes.review(pilot.app, attempt)
        await settled(pilot)
        assert isinstance(pilot.app.screen, ReviewScreen)
        for key in keys.split():
            await pilot.press(key)
            await settled(pilot)

    return begin


@pytest.fixture
def looks(snap_compare, reviewing):
    """Compares a review after some keys with its picture."""

    def look(app, attempt, keys="", size=(80, 24)):
        async def before(pilot):
            await reviewing(pilot, attempt, keys)

        return snap_compare(app, terminal_size=size, run_before=before)

    return look


def shown(pilot, selector):
    return text_of(pilot.app.screen.query_one(selector, Prose))


def legend(pilot):
    return pilot.app.screen.query_one("#curve-legend").render().plain


def headline(pilot):
    return pilot.app.screen.query_one("#outcome").render().plain


def small_letters(pilot):
    lines = pilot.app.screen.query_one(Curve).render_lines(pilot.app.screen.query_one(Curve).region.reset_offset)
    return {sign for line in lines[1:-3] for sign in line.text if sign in "ato"}


async def test_it_says_how_random_play_compares(app, played, reviewing):
    number = played()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number)
        assert "Better than" in headline(pilot)
        assert "of random play." in headline(pilot)


async def test_the_title_says_whose_attempt_it_is_if_it_is_not_ones_own(app, shop, played, reviewing):
    number = played(mode="record")
    for name, told in (("Ana", "review, for the record"), ("Ben", "review, for the record by Ana")):
        shop.person(name)
        async with app(name=name, library=shelf).run_test(size=(80, 24)) as pilot:
            await reviewing(pilot, number)
            assert pilot.app.screen.query_one(TopBar).place.endswith(told)


async def test_the_curve_is_compared_with_the_best_line_and_with_nothing_again(app, played, reviewing, settled):
    number = played()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number)
        assert small_letters(pilot) == set()
        assert "small" not in legend(pilot)
        await pilot.press("o")
        await settled(pilot)
        assert small_letters(pilot) == {"a", "t", "o"}
        assert "small: the best line" in legend(pilot)
        await pilot.press("o")
        await settled(pilot)
        assert small_letters(pilot) == set()


async def test_where_a_mask_was_on_the_curve_is_compared_with_what_showed_too(app, played, reviewing):
    number = played("the-spoon", "hot", scenario=SOUP)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "o o")
        assert "small: what showed" in legend(pilot)
        assert small_letters(pilot) == {"a", "t", "o"}


async def test_one_feeling_is_drawn_alone(app, played, reviewing, settled):
    number = played()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "o w")
        assert legend(pilot).startswith("A anger  small")
        assert small_letters(pilot) == {"a"}
        for _ in range(3):
            await pilot.press("w")
            await settled(pilot)
        assert small_letters(pilot) == {"a", "t", "o"}


async def test_all_that_the_legend_says_is_in_sight_on_a_small_terminal(app, played, reviewing, settled):
    number = played("the-spoon", "hot", scenario=SOUP)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number)
        for key in ("t", "o", "o", "w", "w", "w"):
            await pilot.press(key)
            await settled(pilot)
            assert len(legend(pilot)) <= pilot.app.screen.query_one("#curve-legend").size.width
            assert legend(pilot).endswith("masked")


async def test_every_key_is_in_sight_on_a_small_terminal(app, played, reviewing, settled):
    number = played("the-spoon", "hot", scenario=SOUP)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number)
        bar = pilot.app.screen.query_one(KeyBar)
        expected = {"left": {"Go", "View", "Show me"}, "end": {"Play"}, "2": {"Show me"}, "down": {"Show me", "Play"}}
        for key in ("left", "end", "o", "2", "down", "s", "right", "4", "5"):
            await pilot.press(key)
            await settled(pilot)
            drawn = bar.render_line(0).text
            assert all(name in drawn for name in bar.names)
            assert {"Help", "Quit", "Back", "Part"} | expected.get(key, set()) <= bar.names


async def test_show_me_gives_the_best_line_from_the_answer_under_the_cursor(app, played, reviewing):
    number = played()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "2 home down s")
        said = shown(pilot, "#best")
        assert said.startswith("From just before answer 2; yours was")
        assert "That it's plaster." in said
        assert "It fell off" not in said
        assert said.index("about the wall?") < said.index("You Nothing yet. I'd ask.") < said.index("✓")
        assert "find out why these brackets bend" in said
        assert "It ends loyal, with a score of" in said
        assert pilot.app.screen.query_one(BestLinePane).number == 2


async def test_show_me_follows_the_cursor_of_the_curve(app, played, reviewing):
    number = played()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "right right right s")
        said = shown(pilot, "#best")
        assert said.startswith("From just before answer 3; yours was ✓ best")
        assert "all that could be had" in said
        assert "(as you did)" in said


async def test_from_the_first_answer_or_before_it_the_best_line_is_told_whole(app, played, reviewing):
    number = played()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "s")
        assert shown(pilot, "#best").startswith("One way to have had")
        assert "A hardware shop" in shown(pilot, "#best")
        assert "Whole" not in pilot.app.screen.query_one(KeyBar).names


async def test_b_tells_the_best_line_from_the_beginning_again(app, played, reviewing):
    number = played()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "2 end s b")
        assert "A hardware shop" in shown(pilot, "#best")


async def test_one_steps_through_the_best_line_and_the_customer_goes_with_it(app, played, reviewing, settled):
    number = played()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "3")
        pane = pilot.app.screen.query_one(BestLinePane)
        assert pane.moment.number == 0
        assert not any(line.startswith("▌") for line in pane.query_one(Prose).text.splitlines())
        for step in (1, 2, 3, 4, 4):
            await pilot.press("right")
            await settled(pilot)
            assert pane.moment.number == step
            said = pane.moment.given.answer.said.feelings
            assert pane.query_one(FeelingsPanel).feelings == said
            marked = [line for line in pane.query_one(Prose).text.splitlines() if line.startswith("▌")]
            assert pane.moment.given.response.script.say[:12] in marked[0]
        await pilot.press("left")
        await settled(pilot)
        assert pane.moment.number == 3


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_answer_stepped_to_is_in_sight(app, played, reviewing, settled, size):
    number = played()
    async with app(library=shelf).run_test(size=size) as pilot:
        await reviewing(pilot, number, "3 right right right right")
        lines = ["".join(each.text for each in strip) for strip in pilot.app.screen._compositor.render_strips()]
        assert any(line.strip().startswith("▌ You") and "Ring him" in line for line in lines)


async def test_from_what_is_shown_one_practises_on(app, played, reviewing, settled):
    number = played()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "2 home down s f")
        assert isinstance(pilot.app.screen, ConversationScreen)
        assert "Did you follow the leaflet?" in talk(pilot)
        assert offered(pilot).startswith("1 Nothing yet.")


async def test_from_an_attempt_for_the_record_one_practises_on_too_once_it_is_over(app, shop, played, reviewing):
    number = played(mode="record")
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "2 home down f")
        screen = pilot.app.screen
        assert isinstance(screen, ConversationScreen)
        assert not screen.playing.recorded
        assert screen.playing.attempt.id != number
    assert load_attempt(shop.database, number).for_the_record


async def test_nobody_practises_on_in_somebody_elses_name(app, played, reviewing):
    number = played()
    async with app(library=shelf, name="Ben").run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "2 home down f")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "Play" not in pilot.app.screen.query_one(KeyBar).names


async def test_an_answer_under_a_mask_tells_what_showed_and_what_was_felt(app, played, reviewing):
    number = played("the-spoon", "hot", scenario=SOUP)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "2 home")
        assert pilot.app.screen.query_one(AnswersPane).number == 1
        assert "Showed anger 0, felt 6; trust 14, felt 6; openness 12, felt 3." in shown(pilot, "#answer")
        await pilot.press("down")
        await pilot.pause()
        assert "Showed" not in shown(pilot, "#answer")


async def test_the_caption_of_the_curve_lifts_the_mask(app, played, reviewing, settled):
    number = played("the-spoon", "hot", scenario=SOUP)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number)
        assert "Showed anger 0, felt 6; trust 14, felt 6; openness 12, felt 3." in shown(pilot, "#curve-caption")
        await pilot.press("right")
        await settled(pilot)
        assert "Showed" not in shown(pilot, "#curve-caption")
        assert "The mask is off" in shown(pilot, "#curve-caption")


async def test_a_mask_that_stayed_on_is_lifted_at_the_end(app, played, reviewing):
    number = played("lovely", scenario=SOUP)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "right")
        assert "Showed anger 0, felt" in shown(pilot, "#curve-caption")
        await pilot.press("2")
        await pilot.pause()
        assert "The mask stayed on to the end. Showed anger 0, felt" in shown(pilot, "#answer")


async def test_help_lists_the_keys_of_the_review(app, played, reviewing):
    number = played()
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, number, "right")
        listed = {each.keys: each.name for each in key_help(pilot.app.screen)}
        assert {"o", "w", "s", "f", "p", "t"} <= set(listed)
        assert listed["s"] == "Show me"


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
def test_curve_beside_the_best_line(app, played, looks, size):
    assert looks(app(library=shelf), played(), "right o", size=size)


def test_curve_beside_a_mask(app, played, looks):
    assert looks(app(library=shelf), played("lovely", scenario=SOUP), "o o")


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
def test_show_me(app, played, looks, size):
    assert looks(app(library=shelf), played(), "2 home down s right", size=size)


def test_answer_under_a_mask(app, played, looks):
    assert looks(app(library=shelf), played("lovely", scenario=SOUP), "2")
