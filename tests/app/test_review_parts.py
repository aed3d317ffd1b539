"""The parts of a review: the headline, the curve with its face, the answers, the principles, what came of it."""

from __future__ import annotations

import pytest
from textual.widgets import ContentSwitcher, Digits, Static

from simulator.app import routes
from simulator.app.screens.conversation import ConversationScreen
from simulator.app.widgets.face import Face, Pose
from simulator.app.widgets.feelings_panel import FeelingsPanel
from simulator.app.widgets.prose import Prose
from simulator.app.widgets.table import Table
from simulator.records.attempts import load_attempt
from simulator.records.open_attempt import start_attempt
from simulator.records.reviews import has_seen_review
from tests.app.playing import SHELF, SOUP, judged, playable, shelf, text_of
from tests.app.shop import NOW

MIDDLING = ("manual", "plaster", "find-out", "ring")


@pytest.fixture(autouse=True)
def judged_at_once(monkeypatch):
    monkeypatch.setattr("simulator.app.playing.solving", judged)
    monkeypatch.setattr("simulator.app.screens.review.solving", judged)


@pytest.fixture
def played(shop):
    """Plays a scenario to its end, and gives back the attempt."""

    def play(scenario, *responses, mode="practice"):
        opened = start_attempt(
            shop.database, playable(scenario), person=shop.person().id, mode=mode, seed=3, clock=lambda: NOW
        )
        for response in responses:
            opened.respond(response)
        assert opened.conversation.ended
        return opened

    return play


async def reviewing(pilot, settled, attempt):
    await settled(pilot)
    routes.review(pilot.app, attempt.id)
    await settled(pilot)


def outcome(pilot):
    return str(pilot.app.screen.query_one("#outcome", Static).render())


def prose(pilot, name):
    return text_of(pilot.app.screen.query_one(f"#{name}", Prose))


async def test_the_headline_says_outcome_score_points_and_judgements(app, settled, played):
    attempt = played(SHELF, "hear", "nothing", "find-out", "ring")
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, settled, attempt)
        assert pilot.app.screen.query_one(Digits).value == "100"
        assert "Loyal: Mr Amir Haddad comes back" in outcome(pilot)
        assert "a pass" in outcome(pilot)
        assert "4 best" in outcome(pilot)


async def test_seeing_a_review_is_remembered_and_its_score_kept(app, settled, played):
    attempt = played(SHELF, *MIDDLING, mode="record")
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, settled, attempt)
        desk = pilot.app.desk
        assert has_seen_review(desk.database, desk.person.id, SHELF)
        score = load_attempt(desk.database, attempt.id).result.score
        assert pilot.app.screen.query_one(Digits).value == str(score)


async def test_numbers_tab_and_clicks_lead_from_part_to_part(app, settled, played):
    attempt = played(SHELF, *MIDDLING)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, settled, attempt)
        switcher = pilot.app.screen.query_one(ContentSwitcher)
        parts = []
        for key in ("1", "2", "3", "4", "5", "tab", "shift+tab"):
            await pilot.press(key)
            await settled(pilot)
            parts.append(switcher.current)
        assert len(set(parts[:5])) == 5
        assert parts[5] == parts[0]
        assert parts[6] == parts[4]
        await pilot.click("#panes", offset=(12, 0))
        await settled(pilot)
        assert switcher.current == parts[1]


async def test_the_face_goes_with_the_cursor_along_the_curve(app, settled, played):
    attempt = played(SHELF, *MIDDLING)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, settled, attempt)
        pane = pilot.app.screen.query_one("#curve-pane")
        face, panel = pane.query_one(Face), pane.query_one(FeelingsPanel)
        felt = [moment.feelings for moment in attempt.conversation.path]
        assert felt[0] != felt[1]
        for key, number in (("home", 0), ("right", 1), ("left", 0)):
            await pilot.press(key)
            await settled(pilot)
            while pilot.app.animator.is_being_animated(face, "pose"):
                await pilot.pause(0.01)
            assert tuple(panel.feelings) == tuple(felt[number])
            assert face.pose == Pose(*felt[number])


async def test_the_review_lifts_the_mask(app, settled, played):
    attempt = played(SOUP, "lovely")
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, settled, attempt)
        assert "Lost quietly" in outcome(pilot)
        panel = pilot.app.screen.query_one("#curve-pane").query_one(FeelingsPanel)
        assert tuple(panel.feelings) == tuple(attempt.conversation.rewound(0).feelings) != (0, 14, 12)


async def test_the_costliest_answer_comes_first_with_its_sums_and_what_was_better(app, settled, played):
    attempt = played(SHELF, *MIDDLING)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, settled, attempt)
        await pilot.press("2")
        await settled(pilot)
        assert pilot.app.screen.query_one("#answers", Table).cursor == 0
        said = prose(pilot, "answer")
        assert "Did you follow the leaflet?" in said
        assert "You have told him that it's his fault" in said
        assert "“Twice. Is anybody hurt?”" in said
        await pilot.press("down")
        await settled(pilot)
        assert "That it's plaster." in prose(pilot, "answer")


async def test_the_weakest_principle_comes_first_with_the_documents_behind_it(app, settled, played):
    attempt = played(SHELF, *MIDDLING)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, settled, attempt)
        await pilot.press("4")
        await settled(pilot)
        rows = pilot.app.screen.query_one("#principles", Table).rows
        shares = [row.value.percent for row in rows]
        assert shares == sorted(shares)
        principle = attempt.conversation.game.principles[rows[0].value.principle]
        said = prose(pilot, "principle-told")
        assert principle.name in said
        assert all(source.document.title in said for source in principle.sources)


async def test_the_aftermath_tells_what_came_of_it_and_what_was_never_learned(app, settled, played):
    attempt = played(SHELF, "manual", "plaster", "find-out", "wait")
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, settled, attempt)
        await pilot.press("5")
        await settled(pilot)
        said = prose(pilot, "aftermath-pane")
        assert "He tells seventeen people." in said
        assert "broken: Ring him tomorrow" in said
        assert "The cat is called Bolt." in said


async def test_from_an_answer_one_can_practise_on_and_the_attempt_stays(app, settled, played):
    attempt = played(SHELF, *MIDDLING)
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, settled, attempt)
        await pilot.press("2", "down", "f")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ConversationScreen)
        assert pilot.app.screen.playing.conversation.response_ids == ("manual",)
        assert pilot.app.screen.playing.attempt.id != attempt.id
        assert load_attempt(pilot.app.desk.database, attempt.id).finished is not None


async def test_what_was_played_for_the_record_can_be_played_again_as_practice(app, settled, played):
    attempt = played(SHELF, *MIDDLING, mode="record")
    async with app(library=shelf).run_test(size=(80, 24)) as pilot:
        await reviewing(pilot, settled, attempt)
        await pilot.press("p")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ConversationScreen)
        assert pilot.app.screen.playing.conversation.number == 0
        assert not pilot.app.screen.playing.recorded


@pytest.mark.parametrize("size", [(40, 16), (200, 60)])
async def test_every_part_can_be_drawn_at_any_size(app, settled, played, size):
    attempt = played(SHELF, *MIDDLING)
    async with app(library=shelf).run_test(size=size) as pilot:
        await reviewing(pilot, settled, attempt)
        for key in "12345":
            await pilot.press(key)
            await settled(pilot)
            pilot.app.export_screenshot()
