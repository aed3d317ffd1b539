"""Forty dead hedges: what it was is his to find, and whose it was to tell is yours to own."""

from __future__ import annotations

import pytest

from simulator.conversation.feelings import Feelings
from tests.scenarios.story import Story, offered, turn_of

STORY = Story("forty-dead-hedges")
played, starts = STORY.played, STORY.starts

COUNTER = ("come-round", "eleven-days", "come-and-see", "like-to-dig")
TO_THE_PENCIL = (*COUNTER, "whose-hand", "knock-one-out", "one-receipt", "bare-roots")
TO_THE_FORM = (*TO_THE_PENCIL, "lend-it", "take-it-back")


@starts
def test_the_plant_that_puts_it_right_on_thursday_is_not_heard_on_saturday(start: Feelings) -> None:
    early = played(start, "next-month")
    assert early.given is not None
    assert [term.principle.id for term in early.given.answer.effect.terms if not term.heard] == ["love-what-you-sell"]
    assert early.feelings == start

    late = played(start, *TO_THE_PENCIL)
    assert late.given is not None
    assert all(term.heard for term in late.given.answer.effect.terms)


@starts
def test_the_boy_has_a_name_for_whoever_speaks_to_him(start: Feelings) -> None:
    spoken_to = played(start, *COUNTER, "whose-hand")
    passed_over = played(start, *COUNTER[:-1], "carrot-cake", "whose-hand")
    assert "Dominic" in spoken_to.cue
    assert "Dominic" not in passed_over.cue
    assert "dominic-knows" in offered(spoken_to)
    assert "dominic-knows" not in offered(passed_over)


@starts
@pytest.mark.parametrize("lie", ["fussy", "wet-winter"])
def test_whoever_lies_about_the_hedge_is_put_right_by_the_boy(start: Feelings, lie: str) -> None:
    lied = played(start, *COUNTER, "whose-hand", lie)
    looked = played(start, *COUNTER, "whose-hand", "knock-one-out")
    assert turn_of(lied) == "in-june"
    assert "I looked it up in June" in lied.line
    assert turn_of(looked) == "pot-and-all"


@starts
def test_the_plan_goes_home_in_your_own_hand_or_the_word_is_broken(start: Feelings) -> None:
    posted = played(start, *TO_THE_PENCIL, "lend-it", "special-delivery", "the-22nd")
    brought = played(start, *TO_THE_FORM, "the-22nd")
    assert posted.given is not None
    assert brought.given is not None
    assert posted.given.answer.broken == ("plan-back",)
    assert brought.given.answer.broken == ()


@starts
def test_her_birthday_can_be_remembered_only_by_whoever_asked(start: Feelings) -> None:
    asked = played(start, *TO_THE_FORM)
    admired = played(start, *COUNTER, "beautiful-job", *TO_THE_FORM[5:])
    assert "the-22nd" in offered(asked)
    assert "the-22nd" not in offered(admired)
    rest = ("told-kev", "card")
    assert asked.respond("the-22nd").respond(rest[0]).respond(rest[1]).line.startswith("The twenty-second.")
    late = asked.respond("leave-empty").respond(rest[0]).respond(rest[1])
    assert late.line.startswith("It was to be the twenty-second.")


@starts
@pytest.mark.parametrize("reply", ["id-be-livid", "only-teasing", "all-of-them", "not-from-here", "told-kev"])
def test_the_lunch_makes_him_angrier_whatever_is_said(start: Feelings, reply: str) -> None:
    before = played(start, *TO_THE_FORM, "the-22nd")
    after = before.respond(reply)
    assert after.feelings.anger > before.feelings.anger
    assert after.feelings.trust <= before.feelings.trust


@starts
def test_whoever_asked_for_his_call_in_april_is_not_told_afterwards_that_it_was_left_out(start: Feelings) -> None:
    plain = (*COUNTER[:-1], "carrot-cake", "beautiful-job", *TO_THE_PENCIL[5:-1], "half-price", "picture", "ring-him")
    asked = played(start, *plain, "leave-empty", "told-kev", "card", "april")
    sent_in = played(start, *TO_THE_FORM, "the-22nd", "told-kev", "card", "in-the-warm")
    assert asked.outcome == sent_in.outcome == "satisfied"
    assert asked.aftermath.startswith("He rang you in April")
    assert "what most leave out" in sent_in.aftermath
