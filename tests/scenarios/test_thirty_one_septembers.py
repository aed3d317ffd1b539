"""Thirty-one Septembers: what its story turns on."""

from __future__ import annotations

import pytest

from simulator.conversation.feelings import Feelings
from tests.scenarios.story import Story, offered, turn_of

STORY = Story("thirty-one-septembers")
played, starts = STORY.played, STORY.starts

THURSDAY = ("whats-fourteen-got", "just-you", "who-tells-me", "by-noon", "his-window")
BREAKFAST = ("kippers", "take-or-leave")
NIGHT = ("twenty-past", "the-torch", "was-she-right")
AUTUMN = ("where-it-stopped", "in-pencil", "lamp-and-shutter")
TO_JANUARY = (*THURSDAY, *BREAKFAST, "strip-it-with-bettina", *NIGHT, *AUTUMN)

DEAF_THURSDAY = ("sunset", "at-the-bottom", "favourite", "ten-per-cent", "nothing-much")

POLITE_AND_CORRECT = (
    *("whats-fourteen-got", "at-the-bottom", "nothing-to-complain-of", "by-noon", "his-window"),
    *("kippers", "anything-else", "strip-it-with-bettina", "from-when", "leave-you-to-it", "was-she-right"),
    *("where-it-stopped", "any-of-us", "leave-him-be", "by-hand"),
)


@starts
def test_the_mask_comes_off_over_the_second_cup(start: Feelings) -> None:
    before = played(start, *THURSDAY, "kippers")
    assert before.masked
    assert not before.respond("take-or-leave").masked
    assert before.respond("mortified").masked


@starts
def test_whoever_saw_neither_key_nor_card_asks_after_her_at_breakfast(start: Feelings) -> None:
    unseeing = played(start, *DEAF_THURSDAY, "kippers")
    assert "lie-in" in offered(unseeing)
    assert unseeing.respond("lie-in").reply.startswith("Pauline died in February.")
    assert "lie-in" not in offered(played(start, *THURSDAY, "kippers"))


@starts
@pytest.mark.parametrize("deed", ["gavin", "as-it-comes"])
def test_noon_is_kept_by_two_pairs_of_hands_and_broken_by_a_list(start: Feelings, deed: str) -> None:
    left = played(start, *THURSDAY, *BREAKFAST, deed, *NIGHT)
    assert left.given is not None
    assert left.given.answer.broken == ("noon",)
    kept = played(start, *THURSDAY, *BREAKFAST, "strip-it-with-bettina", *NIGHT)
    assert kept.given is not None
    assert not kept.given.answer.broken


@starts
def test_a_wedding_lights_the_terrace_whatever_anybody_did(start: Feelings) -> None:
    evening = played(start, *THURSDAY, *BREAKFAST, "strip-it-with-bettina")
    for response in offered(evening):
        after = evening.respond(response)
        assert after.feelings.anger > evening.feelings.anger
        assert after.feelings.trust < evening.feelings.trust


@starts
def test_the_hour_that_he_named_on_thursday_is_wanted_on_friday(start: Feelings) -> None:
    told = played(start, *THURSDAY, *BREAKFAST, "strip-it-with-bettina")
    assert turn_of(told.respond("twenty-past")) == "at-the-sill"
    assert turn_of(told.respond("at-ten")) == "a-gap"
    never_told = played(start, *DEAF_THURSDAY, "kippers", "take-or-leave", "as-it-comes")
    assert "twenty-past" not in offered(never_told)


@starts
def test_the_second_chair_is_company_only_to_a_man_at_his_ease(start: Feelings) -> None:
    at_ease = played(start, *THURSDAY, *BREAKFAST, "strip-it-with-bettina", "twenty-past")
    ill_at_ease = played(start, *DEAF_THURSDAY, "kippers", "take-or-leave", "as-it-comes", "from-when")
    assert at_ease.respond("other-chair").feelings.openness > at_ease.feelings.openness
    assert ill_at_ease.respond("other-chair").feelings.openness < ill_at_ease.feelings.openness


@starts
def test_he_rings_to_complain_and_nobody_who_asks_him_for_the_room_hears_another(start: Feelings) -> None:
    complaint = played(start, *TO_JANUARY)
    assert turn_of(complaint) == "ringing-to-complain"
    assert complaint.line.startswith("It's Pym. Nothing on the shutter")
    asked = complaint.respond("would-you-mind")
    assert asked.reply.endswith("That's perfectly all right.")
    assert asked.given is not None
    assert asked.given.answer.broken == ("pencil",)
    assert asked.outcome == "doubtful"


@starts
def test_a_number_is_not_enough_if_his_letter_is_answered_with_a_voucher(start: Feelings) -> None:
    night = ("from-when", "other-chair", "put-it-back")
    autumn = ("online-too", "in-pencil", "leave-him-be")
    returned = played(start, *DEAF_THURSDAY, "kippers", "take-or-leave", "as-it-comes", *night, *autumn)
    assert turn_of(returned) == "returned-with-thanks"
    assert returned.respond("voucher").outcome == "doubtful"
    assert returned.respond("by-hand").outcome == "satisfied"


@starts
def test_polite_and_correct_and_nobody_in_particular_is_not_enough(start: Feelings) -> None:
    assert played(start, *POLITE_AND_CORRECT).outcome == "doubtful"
