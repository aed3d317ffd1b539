"""The third late sofa: what its story turns on."""

from __future__ import annotations

import pytest

from simulator.conversation.feelings import Feelings
from tests.scenarios.story import Story, offered, turn_of

STORY = Story("third-late-sofa")
GAME, played, starts = STORY.game, STORY.played, STORY.starts

GOOD_SATURDAY = ("own-it", "which-number", "not-yet", "who-for", "forty-years", "friday-noon", "own-number")
GOOD_FRIDAY = ("the-fortieth", "ring-now", "in-pencil")

POLITE_AND_CORRECT = (
    *("look-it-up", "which-number", "not-yet", "by-when", "forty-years", "friday-noon", "no-need"),
    *("station-road", "the-saturday", "ring-now", "refund-of-course", "poor-old-boy", "looks-low", "legs-maybe"),
    *("let-her-be", "hers-today", "who-sits"),
)


@starts
@pytest.mark.parametrize("lead", ["cheery-text", "ask-tamsin"])
def test_the_van_passes_her_by_again_unless_somebody_saw_to_the_sheet(start: Feelings, lead: str) -> None:
    arriving = (*GOOD_FRIDAY, "along-the-wall")
    assert turn_of(played(start, *GOOD_SATURDAY, lead, *arriving)) == "fourth-time"
    assert turn_of(played(start, *GOOD_SATURDAY, "station-road", *arriving)) == "at-the-house"


@starts
def test_only_going_there_lifts_her_doubt_before_july(start: Feelings) -> None:
    wrote = played(start, *GOOD_SATURDAY, "chase-email", *GOOD_FRIDAY)
    went = played(start, *GOOD_SATURDAY, "station-road", *GOOD_FRIDAY)
    assert went.state.memory & GAME.memory.trusting
    assert not wrote.state.memory & GAME.memory.trusting


@starts
def test_an_honest_date_is_lost_on_her_while_she_is_furious(start: Feelings) -> None:
    furious = played(start, "look-it-up", "making-tea", "gary-left", "hundred-off")
    answered = furious.respond("friday-noon")
    assert furious.feelings.anger >= 15
    assert (answered.feelings.anger, answered.feelings.trust) == (furious.feelings.anger, furious.feelings.trust)
    assert answered.reply.startswith("You don't know.")


@starts
def test_a_word_of_honour_is_held_up_on_friday(start: Feelings) -> None:
    friday = played(start, *GOOD_SATURDAY[:5], "word-of-honour", "own-number", "station-road", "the-fortieth")
    assert friday.respond("ring-now").line.endswith("Is it Wednesday?")


@starts
def test_she_speaks_of_her_father_only_once_listened_to_and_he_is_known_at_the_gate_only_then(start: Feelings) -> None:
    listened = played(start, "own-it", "which-number", "not-yet", "who-for")
    brushed_off = played(start, "never-again", "apologise", "changed-it", "by-when")
    assert "sitting-on" in offered(listened)
    assert "sitting-on" not in offered(brushed_off)
    later = ("friday-noon", "own-number", "station-road", *GOOD_FRIDAY)
    assert {"the-hip", "the-knee"} <= set(offered(played(start, *GOOD_SATURDAY[:4], "sitting-on", "our-chair", *later)))
    assert not {"the-hip", "the-knee"} & set(offered(played(start, *GOOD_SATURDAY[:4], "forty-years", *later)))


@starts
def test_friday_noon_is_broken_by_waiting_for_a_yes_and_half_kept_by_somebody_else(start: Feelings) -> None:
    friday = (*GOOD_SATURDAY, "station-road", "the-fortieth")
    waited = played(start, *friday, "till-four")
    assert waited.given is not None
    assert waited.given.answer.broken == ("call-friday",)
    assert waited.line.startswith("It's Monday.")
    passed_on = played(start, *friday, "by-tamsin", "in-pencil")
    assert passed_on.given is not None
    assert not passed_on.given.answer.broken
    assert played(start, *friday, "by-tamsin").feelings.trust < played(start, *friday, "ring-now").feelings.trust


@starts
@pytest.mark.parametrize("answer", ["hers-today", "it-queue", "mine-too", "saw-it"])
def test_july_brings_a_slip_that_no_answer_keeps_her_from_minding(start: Feelings, answer: str) -> None:
    july = played(
        start,
        *(*GOOD_SATURDAY, "station-road", *GOOD_FRIDAY, "along-the-wall"),
        *("looks-low", "legs-maybe", "ring-party"),
    )
    assert july.line.endswith("I'd told her you'd got it mended.")
    assert july.respond(answer).feelings.anger > july.feelings.anger


@starts
def test_polite_and_correct_and_nobody_in_particular_is_not_enough(start: Feelings) -> None:
    assert played(start, *POLITE_AND_CORRECT).outcome == "doubtful"
