"""Four minutes past seven: who asks finds the pattern, and what Tam lets slip on Monday decides the weeks after."""

from __future__ import annotations

import pytest

from simulator.conversation.feelings import Feelings
from tests.scenarios.story import Story, offered, turn_of

STORY = Story("four-minutes-past-seven")
GAME, played, starts = STORY.game, STORY.played, STORY.starts

ASKED = ("when-exactly", "count-yours", "whats-at-seven", "took-it-out")
GOOD_MONDAY = (*ASKED, "you-didnt", "yours-to-close", "your-own-name")
GOOD_TUESDAY = (*GOOD_MONDAY, "twenty-past-five", "press-play")
BY_THE_SCRIPT = ("pull-up", "new-router", "five-pounds", "losing-him")

FRIENDLY_AND_NOBODY = (
    *("when-exactly", "count-yours", "eight-instead", "took-it-out", "watched-it", "yours-to-close", "when-to-reach"),
    *("with-a-date", "lit-magnifier", "tuesday-evening", "wrong-hour", "what-sort", "might-do-it", "leave-him"),
    *("was-it-us", "business-team"),
)


@starts
def test_who_asked_is_told_what_hurts_just_before_the_line_drops(start: Feelings) -> None:
    asked = played(start, *ASKED)
    scripted = played(start, *BY_THE_SCRIPT)
    assert "thinks i hang up on her" in asked.line
    assert "you-didnt" in offered(asked)
    assert "hang up" not in scripted.line
    assert "you-didnt" not in offered(scripted)


@starts
@pytest.mark.parametrize("said", ["you-didnt", "my-train", "worst-moment", "pick-it-up"])
def test_the_line_drops_in_the_middle_of_it_whatever_was_said(start: Feelings, said: str) -> None:
    before = played(start, *ASKED)
    after = before.respond(said)
    assert after.feelings.anger > before.feelings.anger


@starts
def test_mending_the_ticket_clock_is_lost_on_him_after_an_evening_by_the_script(start: Feelings) -> None:
    scripted = played(start, *BY_THE_SCRIPT, "worst-moment", "yours-to-close")
    asked = played(start, *ASKED, "you-didnt", "yours-to-close")
    assert not scripted.state.memory & GAME.memory.trusting
    assert scripted.reply.startswith("so a clock did it")
    assert asked.state.memory & GAME.memory.trusting
    assert asked.feelings.trust > scripted.feelings.trust


@starts
def test_half_past_six_is_kept_by_a_text_and_broken_by_waiting_for_a_date(start: Feelings) -> None:
    wrote = played(start, *GOOD_MONDAY, "twenty-past-five")
    waited = played(start, *GOOD_MONDAY, "with-a-date")
    assert "show off" in wrote.line
    assert waited.line.startswith("half six was a minute ago")
    closing = waited.respond("press-play").respond("thursday-evening")
    assert closing.given is not None
    assert closing.given.answer.broken == ("half-six",)


@starts
def test_mended_by_seven_is_a_promise_that_nothing_keeps(start: Feelings) -> None:
    tuesday = played(start, *ASKED, "you-didnt", "yours-to-close", "by-seven", "twenty-past-five")
    assert "ill untell her" in tuesday.line
    closing = tuesday.respond("press-play").respond("thursday-evening")
    assert closing.given is not None
    assert closing.given.answer.broken == ("mended-by-seven",)


@starts
@pytest.mark.parametrize("slot", ["saturday-evening", "tuesday-evening", "wednesday-morning"])
def test_only_an_evening_without_a_story_or_a_saturday_shows_glyn_anything(start: Feelings, slot: str) -> None:
    assert turn_of(played(start, *GOOD_TUESDAY, slot)) == "found-nothing"
    assert turn_of(played(start, *GOOD_TUESDAY, "thursday-evening")) == "downstairs"


@starts
def test_his_sister_has_no_name_for_who_never_asked(start: Feelings) -> None:
    never_asked = played(start, *GOOD_TUESDAY[:2], "eight-instead", "took-it-out", "watched-it", *GOOD_TUESDAY[5:])
    assert "by seven my sister was on" in never_asked.respond("tuesday-evening").line
    assert "by seven nell was on" in played(start, *GOOD_TUESDAY, "tuesday-evening").line


@starts
def test_what_the_wireless_is_to_her_is_asked_for_when_it_dies(start: Feelings) -> None:
    thursday = played(start, *GOOD_TUESDAY, "thursday-evening")
    asked = thursday.respond("what-sort").respond("might-do-it").respond("did-he-get-out")
    offered_a_new_one = thursday.respond("big-buttons").respond("might-do-it").respond("did-he-get-out")
    assert "the-switch-stays" in offered(asked)
    assert "the-switch-stays" not in offered(offered_a_new_one)


@starts
def test_friendly_and_correct_and_nobody_in_particular_is_not_enough(start: Feelings) -> None:
    assert played(start, *FRIENDLY_AND_NOBODY).outcome == "doubtful"
