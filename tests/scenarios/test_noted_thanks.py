"""Noted. Thanks.: who waits is told, who finishes his sentences is told something else, and nobody speaks for him."""

from __future__ import annotations

import pytest

from simulator.analysis.solver import solve
from simulator.conversation.feelings import Feelings
from tests.scenarios.story import Story, offered

STORY = Story("noted-thanks")
GAME, played, starts = STORY.game, STORY.played, STORY.starts

TO_THE_GAP = ("page-forty", "half-gone", "where-they-go", "euan-was")
TO_THE_GATE = (*TO_THE_GAP, "wait", "wont-ring")
TO_THE_MEETING = (*TO_THE_GATE, "which-one", "should-it-read")
THE_VISIT = (*TO_THE_MEETING, "what-done", "the-31st", "on-the-bag")
THE_HOUSE = ("eighty-five", "the-lorry", "half-of-them")
THE_NIGHT = ("here", "winnies-keys")

POLITE_AND_CORRECT = (
    *("hello-five", "half-gone", "booked", "euan-was", "wait", "wont-ring", "which-one", "should-it-read"),
    *("look-at-fourteen", "the-31st", "whole-team", "line-four", "the-lorry", "half-of-them", "one-page"),
    *("here", "winnies-keys", "a-moment", "let-it-run", "our-three-bags"),
)


@starts
def test_who_finishes_his_sentence_gets_the_wrong_word_and_bev_passes_it_on(start: Feelings) -> None:
    waited = played(start, *TO_THE_GAP, "wait")
    finished = played(start, *TO_THE_GAP, "the-delivery")
    assert "The last two boxes" in waited.reply
    assert "Late" in finished.reply
    assert finished.feelings.openness < waited.feelings.openness
    assert "the late ones" in played(start, *TO_THE_GAP, "the-delivery", "wont-ring").line


@starts
def test_he_tells_of_the_friday_meeting_only_to_someone_who_let_him_talk(start: Feelings) -> None:
    waited = played(start, *TO_THE_MEETING)
    talked_over = played(start, *TO_THE_GAP, "the-delivery", "ring-monday", "quiet-ones", "should-it-read")
    assert "eleven people" in waited.line
    assert "what-done" in offered(waited)
    assert "eleven people" not in talked_over.line
    assert "what-done" not in offered(talked_over)


@starts
def test_waiting_is_right_at_the_gap_and_wrong_once_he_has_finished(start: Feelings) -> None:
    solution = solve(GAME)
    for before, response, best in ((TO_THE_GAP, "wait", True), (TO_THE_MEETING, "look-at-fourteen", False)):
        worth = {o.response.id: o.worth.par for o in solution.options(played(start, *before).state)}
        assert (worth[response] == max(worth.values())) is best


@starts
def test_while_he_is_closed_waiting_beats_even_the_question_that_owns_it(start: Feelings) -> None:
    closed = played(start, *TO_THE_GAP, "the-delivery", "ring-monday", "quiet-ones", "should-it-read")
    worth = {o.response.id: o.worth.par for o in solve(GAME).options(closed.state)}
    assert worth["look-at-fourteen"] == max(worth.values())
    assert worth["what-then"] < worth["look-at-fourteen"]


@starts
def test_the_page_is_due_on_the_31st_whole_or_not(start: Feelings) -> None:
    before = (*THE_VISIT, *THE_HOUSE)
    late = played(start, *before, "till-tuesday")
    sent = played(start, *before, "one-page")
    assert late.given is not None
    assert sent.given is not None
    assert late.given.answer.broken == ("in-writing",)
    assert sent.given.answer.broken == ()


@starts
def test_ringing_him_breaks_the_word_only_of_someone_who_gave_it(start: Feelings) -> None:
    for how, principle in (("wont-ring", "keep-your-word"), ("our-engineer", "listen-first")):
        visit = ("which-one", "should-it-read", "look-at-fourteen", "the-31st", "on-the-bag")
        rang = played(start, *TO_THE_GAP, "wait", how, *visit, *THE_HOUSE, "talk-him-through")
        assert rang.given is not None
        assert [t.principle.id for t in rang.given.answer.effect.terms if not t.shown] == [principle]


@starts
def test_the_night_call_makes_it_worse_and_the_keys_are_for_who_unloaded_the_lorry(start: Feelings) -> None:
    house = {"the-lorry": "winnies-keys", "urgent-ticket": "parrs-counter"}
    for morning, way_out in house.items():
        call = played(start, *THE_VISIT, "eighty-five", morning, "half-of-them", "one-page")
        answered = call.respond("here")
        assert answered.feelings.trust < call.feelings.trust
        assert answered.feelings.anger > call.feelings.anger
        assert {"winnies-keys", "parrs-counter"} & set(offered(answered)) == {way_out}


@starts
def test_forty_seconds_are_his_to_use_if_the_paper_was_his_and_not_bevs(start: Feelings) -> None:
    before = (*THE_VISIT, *THE_HOUSE)
    his = played(start, *before, "one-page", *THE_NIGHT, "forty-seconds")
    hers = played(start, *before, "clear-his-name", *THE_NIGHT, "forty-seconds")
    assert "It's all on here" in his.reply
    assert "It's all on here" not in hers.reply


@starts
@pytest.mark.parametrize("paper", ["one-page", "clear-his-name"])
def test_bev_looks_at_whoever_drove_out_and_has_the_others_on_the_speaker(start: Feelings, paper: str) -> None:
    call = played(start, *THE_VISIT, *THE_HOUSE, paper, "here")
    assert "She looks at you" in call.respond("winnies-keys").line
    assert "on the speaker" in call.respond("at-half-five").line
    assert ("lovely letter" in call.respond("winnies-keys").line) is (paper == "clear-his-name")


@starts
@pytest.mark.parametrize("own_idea", ["on-paper", "take-them-down"])
def test_the_job_is_his_by_whichever_way_he_asks_for_it(start: Feelings, own_idea: str) -> None:
    summer = (*THE_NIGHT, "forty-seconds", "three-roads", "our-three-bags")
    end = played(start, *THE_VISIT, *THE_HOUSE, "one-page", *summer, own_idea)
    assert end.outcome == "loyal"
    assert "Nobody helps" in end.ending_text


@starts
def test_who_is_satisfied_has_the_job_if_they_saw_him_at_valve_fourteen(start: Feelings) -> None:
    summer = ("one-page", *THE_NIGHT, "forty-seconds", "three-roads", "our-three-bags")
    panel = played(start, *THE_VISIT[:-1], "for-himself", *THE_HOUSE, *summer)
    ends = {advice: panel.respond(advice) for advice in ("take-them-down", "on-paper", "youll-be-brilliant")}
    assert {end.outcome for end in ends.values()} == {"satisfied"}
    assert {advice for advice, end in ends.items() if "Bev's job is his" in end.aftermath} == {"take-them-down"}


@starts
def test_polite_and_correct_and_nobody_in_particular_gets_an_order_for_a_hundred(start: Feelings) -> None:
    end = played(start, *POLITE_AND_CORRECT)
    assert end.outcome == "doubtful"
    assert "100" in end.ending_text
