"""Playing on the screen: answering, being told why, going back, going on later."""

from __future__ import annotations

import pytest

from simulator.app import routes
from simulator.app.screens.back_to import BackToScreen
from simulator.app.screens.conversation import ConversationScreen
from simulator.app.screens.notes import NotesScreen
from simulator.app.screens.review import ReviewScreen
from simulator.app.widgets.coach import Coach
from simulator.app.widgets.face import Face
from simulator.app.widgets.feelings_panel import FeelingsPanel
from simulator.app.widgets.prose import Prose
from simulator.app.widgets.responses import Responses
from simulator.app.widgets.top_bar import TopBar
from simulator.app.widgets.transcript import Transcript
from simulator.records.attempts import load_attempt, load_events
from simulator.records.errors import DatabaseFull
from tests.app.playing import SHELF, SOUP, coach, judged, offered, shelf, talk, text_of


@pytest.fixture(autouse=True)
def judged_at_once(monkeypatch):
    monkeypatch.setattr("simulator.app.playing.solving", judged)
    monkeypatch.setattr("simulator.app.screens.review.solving", judged)


@pytest.fixture
def playing(app, settled):
    """Opens the app in a conversation."""

    async def begin(pilot, scenario=SHELF, *, record=False):
        await settled(pilot)
        routes.play(pilot.app, scenario, record=record, seed=3)
        await settled(pilot)
        assert isinstance(pilot.app.screen, ConversationScreen)

    return begin


async def press(pilot, settled, *keys):
    """Press keys one after another; `on` is enter, as often as the explanation has pages."""
    for key in keys:
        await pilot.press("enter" if key == "on" else key)
        await at_rest(pilot, settled)
        while key == "on" and pilot.app.screen.stage == "explaining":
            await pilot.press("enter")
            await at_rest(pilot, settled)


async def at_rest(pilot, settled):
    """Wait until all is shown."""
    await settled(pilot)
    while isinstance(pilot.app.screen, ConversationScreen) and not pilot.app.screen.at_rest:
        await pilot.pause(0.01)


def attempt(pilot):
    return pilot.app.screen.playing.attempt


def keys_in_footer(pilot):
    bindings = pilot.app.screen.active_bindings.values()
    return {binding.binding.description for binding in bindings if binding.binding.show and binding.enabled}


async def test_it_begins_with_the_setting_the_customer_and_what_can_be_answered(app, playing):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        said = talk(pilot)
        assert (
            said.index("A hardware shop") < said.index("in person") < said.index("It fell off") < said.index("put it")
        )
        assert "Mr Amir" in said
        assert offered(pilot) == "1 Twice. Is anybody hurt? 2 Did you follow the leaflet?"
        assert "practice" in pilot.app.screen.query_one(TopBar).render().plain
        assert pilot.app.screen.query_one(Face).pose is not None
        assert {"Answer", "Hint", "Notes", "Leave"} <= keys_in_footer(pilot)
        assert "Rewind" not in keys_in_footer(pilot)


async def test_a_number_answers_the_customer_replies_and_practice_says_what_it_was_worth(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        await press(pilot, settled, "2")
        assert "You Did you follow the leaflet?" in talk(pilot)
        assert "I can read, thank you." in talk(pilot)
        said = coach(pilot)
        assert said.startswith(("✗ blunder, cost", "! mistake, cost"))
        assert "You have told him that it's his fault" in said
        assert "anger +" in said
        assert not pilot.app.screen.query_one(Responses).display
        assert "What has he told you" not in talk(pilot)
        await press(pilot, settled, "on")
        assert "What has he told you about the wall?" in talk(pilot)
        assert "cost" in talk(pilot)
        assert offered(pilot).startswith("1 Nothing yet.")


async def test_a_best_answer_costs_nothing_and_needs_no_coaching(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        await press(pilot, settled, "1")
        assert coach(pilot).startswith("✓ best, cost nothing")


async def test_cursor_and_enter_answer_as_a_number_does(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        await press(pilot, settled, "down", "enter")
        assert attempt(pilot).conversation.response_ids == ("manual",)


async def test_a_click_answers_and_a_click_goes_on(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        await pilot.click(Responses, offset=(8, 3))
        await at_rest(pilot, settled)
        assert attempt(pilot).conversation.response_ids == ("manual",)
        while pilot.app.screen.stage == "explaining":
            await pilot.click(Coach, offset=(5, 2))
            await at_rest(pilot, settled)
        assert pilot.app.screen.stage == "asking"


async def test_a_number_that_is_not_offered_does_nothing(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        await press(pilot, settled, "3", "5")
        assert attempt(pilot).conversation.number == 0
        assert pilot.app.screen.stage == "asking"


async def test_two_quick_presses_give_one_answer(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        screen = pilot.app.screen
        screen.action_answer(1)
        screen.action_answer(1)
        await at_rest(pilot, settled)
        assert attempt(pilot).conversation.number == 1


async def test_an_answer_is_kept_before_the_reply_is_shown(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        await press(pilot, settled, "1")
        events = load_events(pilot.app.desk.database, attempt(pilot).id)
        assert [event.response for event in events] == ["hear"]


async def test_rewinding_takes_back_one_answer_and_the_list_takes_back_more(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        await press(pilot, settled, "2", "r")
        assert attempt(pilot).conversation.number == 0
        assert "leaflet" not in talk(pilot)
        await press(pilot, settled, "1", "on", "1", "on", "2", "on")
        assert attempt(pilot).conversation.number == 3
        assert "a day later, phone" in talk(pilot)
        await press(pilot, settled, "b")
        assert isinstance(pilot.app.screen, BackToScreen)
        await press(pilot, settled, "home", "down", "enter")
        assert attempt(pilot).conversation.response_ids == ("hear",)
        assert "a day later" not in talk(pilot)
        await press(pilot, settled, "b", "escape")
        assert attempt(pilot).conversation.number == 1


async def test_a_hint_names_the_principle_and_not_the_answer(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        await press(pilot, settled, "h")
        label = pilot.app.screen.query_one("#hint")
        assert label.display
        assert "own the problem" in str(label.render())
        await press(pilot, settled, "1", "on")
        assert not label.display


async def test_for_the_record_nothing_is_explained_hinted_or_taken_back(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot, record=True)
        assert "for the record" in pilot.app.screen.query_one(TopBar).render().plain
        assert not {"Hint", "Rewind", "Back…"} & keys_in_footer(pilot)
        await press(pilot, settled, "2")
        assert pilot.app.screen.stage == "asking"
        assert "What has he told you" in talk(pilot)
        assert not any(word in talk(pilot) for word in ("cost", "mistake", "blunder"))
        await press(pilot, settled, "r", "b", "h")
        assert isinstance(pilot.app.screen, ConversationScreen)
        assert attempt(pilot).conversation.number == 1


async def test_what_is_learned_and_promised_stands_beside_the_conversation_and_in_the_notes(app, playing, settled):
    async with app(library=shelf).run_test(size=(100, 40)) as pilot:
        await playing(pilot)
        known = pilot.app.screen.query_one("#known", Prose)
        await press(pilot, settled, "1", "on")
        assert "The cat is called Bolt." in text_of(known)
        await press(pilot, settled, "1", "on", "1", "on")
        assert "○ open: Ring him tomorrow" in text_of(known)
        await press(pilot, settled, "n")
        assert isinstance(pilot.app.screen, NotesScreen)
        assert "Put it up twice" in text_of(pilot.app.screen.query_one(Prose))
        await press(pilot, settled, "escape", "2", "on")
        assert "✗ broken: Ring him tomorrow" in text_of(known)


async def test_at_the_end_it_says_how_it_ended_and_leads_to_the_review(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        await press(pilot, settled, "1", "on", "1", "on", "1", "on", "1", "on")
        assert "He came back on Saturday, for a shelf." in talk(pilot)
        assert "That is how it ends." in coach(pilot)
        number = attempt(pilot).id
        await press(pilot, settled, "enter")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert load_attempt(pilot.app.desk.database, number).result.score == 100
        await press(pilot, settled, "escape")
        assert len(pilot.app.screen_stack) == 2


async def test_a_practice_that_has_ended_can_still_be_taken_back_and_stays_as_it_was(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        await press(pilot, settled, "1", "on", "1", "on", "1", "on", "2", "on")
        ended = attempt(pilot).id
        await press(pilot, settled, "r", "1")
        assert attempt(pilot).id != ended
        assert attempt(pilot).conversation.response_ids[-1] == "ring"
        assert load_attempt(pilot.app.desk.database, ended).result.outcome == "lost loudly"


async def test_under_a_mask_face_and_bars_show_the_mask_and_nothing_adds_up_what_is_felt(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot, SOUP)
        panel = pilot.app.screen.query_one(FeelingsPanel)
        mask = (0, 14, 12)
        assert tuple(panel.feelings) == mask
        await press(pilot, settled, "1")
        assert tuple(panel.feelings) == mask
        assert "+" not in panel.render().plain
        said = coach(pilot)
        assert "took “fine” for an answer" in said
        assert not any(word in said for word in ("anger", "trust", "openness", "points"))
        await press(pilot, settled, "r", "2")
        assert not pilot.app.screen.playing.conversation.masked
        assert tuple(panel.feelings) == tuple(pilot.app.screen.playing.conversation.feelings)
        assert "The mask is off" in coach(pilot)


async def test_leaving_keeps_it_and_resuming_tells_all_that_was_said(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot, record=True)
        await press(pilot, settled, "1", "1")
        number = attempt(pilot).id
        await press(pilot, settled, "escape")
        assert not isinstance(pilot.app.screen, ConversationScreen)
        routes.resume(pilot.app, number)
        await settled(pilot)
        assert attempt(pilot).conversation.number == 2
        assert "Only the cat. Bolt." in talk(pilot)
        assert "So what happens now?" in talk(pilot)


async def test_an_answer_that_can_not_be_kept_is_not_shown_and_can_be_given_again(app, playing, settled, monkeypatch):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        screen, opened = pilot.app.screen, attempt(pilot)

        def full(response):
            raise DatabaseFull(pilot.app.desk.database_path, "The disk is full.", "Make room.")

        monkeypatch.setattr(opened, "respond", full)
        await press(pilot, settled, "1")
        assert pilot.app.screen is not screen
        assert screen.stage == "asking"
        assert opened.conversation.number == 0


async def test_it_fits_any_size_and_keeps_the_latest_in_sight(app, playing, settled):
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await playing(pilot)
        await press(pilot, settled, "1", "on", "1", "on", "1", "on")
        for size in ((40, 12), (200, 60), (80, 24), (120, 30)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            transcript = pilot.app.screen.query_one(Transcript)
            assert transcript.hidden_beneath == 0
            responses = pilot.app.screen.query_one(Responses)
            assert responses.region.bottom <= size[1] - 1
