"""It never rang: he must be heard first, every promise comes due, and nobody is won by correctness alone."""

from __future__ import annotations

import pytest

from simulator.conversation.feelings import Feelings
from tests.scenarios.story import Story, offered

STORY = Story("it-never-rang")
played, starts = STORY.played, STORY.starts

HEARD = ("dial", "read-it", "never-the-phone", "this-counter", "his-idea", "second-one", "easy-half")
TO_THE_REFUSAL = (*HEARD, "friday-noon", "my-own", "sixth")
TO_THE_BILL = (*TO_THE_REFUSAL, "plain", "they-said-no", "list", "the-number")


@starts
def test_a_remedy_before_he_is_heard_does_not_reach_him(start: Feelings) -> None:
    offered = played(start, "dial", "ringing-first")
    assert offered.given is not None
    terms = offered.given.answer.effect.terms
    assert [term.principle.id for term in terms if not term.heard] == ["promise-honestly"]
    assert offered.feelings.trust == start.trust
    assert offered.reply.startswith("Did I say the phone?")


@starts
@pytest.mark.parametrize("put_off", ["look-it-up", "hiccup", "jordan"])
def test_who_does_not_ring_it_hears_him_ring_it_himself(start: Feelings, put_off: str) -> None:
    assert played(start, put_off).line.startswith("(He rings it himself,")
    assert played(start, "dial").line.startswith("You know who else got that in their ear?")


@starts
def test_he_does_not_leave_before_he_has_said_what_it_is_about(start: Feelings) -> None:
    shouted = played(start, "jordan", "other-number", "credit", "between-us")
    assert not shouted.ended


def test_met_with_nothing_but_wrong_answers_he_leaves_loudly_from_the_counter() -> None:
    left = played(Feelings(17, 2, 3), "jordan", "other-number", "credit", "between-us", "tone")
    assert left.given is not None
    assert left.given.answer.left
    assert left.outcome == "lost loudly"
    assert "the rain comes in" in left.ending_text


@starts
def test_a_letter_by_five_today_is_a_promise_that_nothing_keeps(start: Feelings) -> None:
    friday = played(start, *HEARD, "by-five", "my-own", "sixth", "plain", "they-said-no", "list")
    closing = friday.respond("the-number")
    assert closing.given is not None
    assert closing.given.answer.broken == ("letter-today",)


@starts
def test_the_times_that_he_gave_are_missed_when_they_are_wrong_in_the_letter(start: Feelings) -> None:
    counter = TO_THE_REFUSAL[:-1]
    right = played(start, *counter, "sixth", "plain")
    wrong = played(start, *counter, "fourth", "plain")
    assert "Our mistake" in right.line
    assert "that's wrong" in wrong.line
    assert "give-me-them" in [response.id for response in wrong.responses]


@starts
def test_noon_on_friday_is_kept_by_ringing_and_broken_by_waiting_for_monday(start: Feelings) -> None:
    rang = played(start, *TO_THE_REFUSAL, "plain", "they-said-no", "list", "the-number")
    waited = played(start, *TO_THE_REFUSAL, "monday", "inside-the-hour", "list", "the-number")
    assert rang.given is not None
    assert waited.given is not None
    assert rang.given.answer.broken == ()
    assert waited.given.answer.broken == ("letter-friday",)


def test_who_has_not_read_his_letter_is_told_so_when_blaming_him_for_the_times() -> None:
    start = Feelings(15, 2, 3)
    after = ("never-the-phone", "this-counter", "his-idea", "second-one", "easy-half", "friday-noon", "my-own")
    read = played(start, "dial", "read-it", *after, "fourth", "plain", "as-you-said")
    unread = played(start, "dial", "other-number", *after, "fourth", "plain", "as-you-said")
    assert read.reply.startswith("You'd the letter in your hand.")
    assert unread.reply.startswith("It lay there flat on your counter.")


@starts
def test_a_man_who_always_picks_up_is_offered_something_for_the_shaft(start: Feelings) -> None:
    noticed = played(start, *TO_THE_REFUSAL, "plain", "they-said-no", "list")
    nan = (*HEARD[:2], "my-nan", "this-counter", "stopping-here", *HEARD[4:])
    talked_over = played(start, *nan, "friday-noon", "my-own", "sixth", "plain", "they-said-no", "list")
    assert "shaft" in offered(noticed)
    assert "divert" in offered(talked_over)


@starts
def test_the_bill_costs_trust_and_temper_whatever_is_said(start: Feelings) -> None:
    bill = played(start, *TO_THE_BILL)
    told = [bill.after(response).feelings for response in bill.responses]
    assert all(feelings.anger > bill.feelings.anger for feelings in told)
    assert all(feelings.trust <= bill.feelings.trust for feelings in told)


@starts
def test_only_who_knows_the_new_date_is_not_told_it_again(start: Feelings) -> None:
    asked = played(start, *TO_THE_BILL)
    talked_round = played(start, *HEARD, "mast-down", "my-own", "sixth", *TO_THE_BILL[-4:])
    assert "you know what tomorrow is" in asked.line
    assert "Ines goes in tomorrow" in talked_round.line


@starts
def test_his_eleven_pounds_can_be_thrown_at_them_both_in_april(start: Feelings) -> None:
    shop = played(start, *TO_THE_BILL, "my-click", "card")
    assert "eleven-each" in offered(shop)
    assert shop.respond("eleven-each").outcome == "satisfied"
    assert shop.respond("ring-each-one").outcome == "loyal"
