"""What a customer does with what they can't bear: deaf, doubt and mask."""

from __future__ import annotations

import pytest

from simulator.conversation.conversation import Conversation
from tests.conversation.scripts import (
    NOTHING,
    OVER,
    answered,
    asks,
    begun,
    contact,
    last_answer,
    last_points,
    moved,
    played,
    response,
    says,
)

DEAF = {"deaf": 14}
REMEDY = response(shows={"remedy": 1})
SHOWN_MASK = {"anger": 3, "trust": 11, "openness": 10}


def masked(until: object) -> Conversation:
    turns = {"first": says({"welcome": response(shows={"welcome": 2}), "wait": NOTHING}, then="next"), "next": OVER}
    return begun(turns, defence={"mask": {"shows": SHOWN_MASK, "until": until}})


@pytest.mark.parametrize(("anger", "heard"), [(13, True), (14, False), (15, False), (20, False)])
def test_from_that_anger_on_the_customer_is_deaf(anger: int, heard: bool) -> None:
    after = answered(REMEDY, feels=(anger, 10, 10), defence=DEAF)
    assert moved(after) == (0, 2 if heard else 0, 0)


def test_a_customer_without_that_defence_hears_everything_at_any_anger() -> None:
    assert moved(answered(REMEDY, feels=(20, 10, 10))) == (0, 2, 0)


def test_what_is_not_heard_earns_nothing() -> None:
    assert last_points(answered(REMEDY, NOTHING, feels=(14, 10, 10), defence=DEAF)) == 0
    assert last_points(answered(REMEDY, NOTHING, feels=(13, 10, 10), defence=DEAF)) == 1


def test_a_deaf_customer_still_hears_what_an_angry_one_can_hear() -> None:
    after = answered(
        response(shows={"remedy": 1, "soothe": 2, "welcome": 1}), NOTHING, feels=(14, 10, 10), defence=DEAF
    )
    assert moved(after) == (-2, 0, 1)
    assert last_points(after) == 3


def test_what_is_broken_is_always_heard() -> None:
    after = answered(response(breaks={"remedy": 1}), response(), feels=(20, 10, 10), defence=DEAF)
    assert moved(after) == (0, -4, 0)
    assert last_points(answered(NOTHING, response(breaks={"remedy": 1}), feels=(20, 10, 10), defence=DEAF)) == 2


def test_the_shift_of_a_response_reaches_a_deaf_customer() -> None:
    assert moved(answered(response(shows={"remedy": 1}, shift={"trust": 1}), feels=(14, 10, 10), defence=DEAF)) == (
        0,
        1,
        0,
    )


def test_deafness_is_read_before_the_response_so_calming_and_mending_at_once_is_too_soon() -> None:
    both = response(shows={"soothe": 2, "remedy": 1})
    turns = {
        "first": says({"both": both}, then="second"),
        "second": says({"remedy": REMEDY}, then="next"),
        "next": OVER,
    }
    calmed = played(begun(turns, feels=(15, 10, 10), defence=DEAF), "both")
    assert moved(calmed) == (-2, 0, 0)
    assert moved(calmed.respond("remedy")) == (0, 2, 0)


def test_making_a_customer_deaf_does_not_unsay_what_they_heard() -> None:
    after = answered(response(shows={"remedy": 1}, breaks={"soothe": 2}), feels=(13, 10, 10), defence=DEAF)
    assert moved(after) == (4, 2, 0)


def doubting(*, feels: tuple[int, int, int] = (10, 10, 10), deaf: int | None = None) -> Conversation:
    defence = {"doubt": "remedy", **({} if deaf is None else {"deaf": deaf})}
    turns = {
        "first": says(
            {
                "remedy": REMEDY,
                "break-remedy": response(breaks={"remedy": 1}),
                "soothe": response(shows={"soothe": 2}),
            },
            then="second",
        ),
        "second": says({"assure": response(shows={"assure": 2}), "remedy-too": REMEDY}, then="third"),
        "third": says({"assure-again": response(shows={"assure": 2})}, then="end"),
    }
    return begun(turns, feels=feels, defence=defence)


def test_doubt_lasts_until_its_principle_has_been_shown() -> None:
    assert moved(played(doubting(), "soothe", "assure")) == (0, 1, 0)
    assert moved(played(doubting(), "soothe", "assure", "assure-again")) == (0, 1, 0)
    assert moved(played(doubting(), "remedy", "assure")) == (0, 2, 0)
    assert moved(played(doubting(), "soothe", "remedy-too", "assure-again")) == (0, 2, 0)


def test_doubt_is_read_before_the_response_so_the_one_that_lifts_it_still_counts_half() -> None:
    after = played(doubting(), "remedy")
    assert moved(after) == (0, 1, 0)
    assert last_answer(after).effect.lifts_doubt


def test_doubt_once_lifted_stays_lifted() -> None:
    after = played(doubting(), "remedy", "remedy-too")
    assert not last_answer(after).effect.lifts_doubt
    assert moved(after) == (0, 2, 0)


def test_breaking_the_principle_lifts_no_doubt() -> None:
    assert moved(played(doubting(), "break-remedy", "assure")) == (0, 1, 0)


def test_points_are_not_halved_by_doubt() -> None:
    assert last_points(answered(response(shows={"assure": 2}), NOTHING, defence={"doubt": "remedy"})) == 2


def test_what_is_shown_but_not_heard_lifts_no_doubt() -> None:
    deaf = doubting(feels=(15, 10, 10), deaf=14)
    assert moved(played(deaf, "remedy", "assure")) == (0, 1, 0)
    assert moved(played(deaf, "soothe", "remedy-too", "assure-again")) == (0, 2, 0)


def test_what_is_shown_in_private_lifts_no_doubt() -> None:
    turns = {
        "first": asks({"remedy": REMEDY}, then="second"),
        "second": says({"assure": response(shows={"assure": 2})}, then="end"),
    }
    assert moved(played(begun(turns, defence={"doubt": "remedy"}), "remedy", "assure")) == (0, 1, 0)


def test_a_mask_shows_other_feelings_until_its_condition_holds() -> None:
    before = masked({"openness": "12+"})
    assert before.masked
    assert before.shown_feelings == (3, 11, 10)
    assert before.feelings == (10, 10, 10)
    assert played(before, "wait").masked
    after = played(before, "welcome")
    assert not after.masked
    assert after.shown_feelings == after.feelings == (10, 10, 12)


def test_a_mask_whose_condition_holds_from_the_beginning_is_never_on() -> None:
    assert not masked({"openness": "10+"}).masked


def test_a_customer_without_a_mask_shows_what_they_feel() -> None:
    before = begun({"first": OVER})
    assert not before.masked
    assert before.shown_feelings == before.feelings


def test_a_mask_that_was_seen_through_stays_off() -> None:
    turns = {
        "first": says({"welcome": response(shows={"welcome": 2})}, then="second"),
        "second": says({"snub": response(breaks={"welcome": 2})}, then="third"),
        "third": OVER,
    }
    start = begun(turns, defence={"mask": {"shows": SHOWN_MASK, "until": {"openness": "12+"}}})
    after = played(start, "welcome", "snub")
    assert after.feelings.openness == 12 - 4
    assert not after.masked


def test_a_mask_that_was_seen_through_stays_off_though_the_days_that_follow_undo_it() -> None:
    turns = {"first": says({"welcome": response(shows={"welcome": 2})}, then="later"), "next": OVER}
    start = begun(
        turns,
        contacts={"later": contact("next", "1 week")},
        defence={"mask": {"shows": SHOWN_MASK, "until": {"openness": "12+"}}},
    )
    after = played(start, "welcome")
    assert after.feelings.openness == 12 - 1
    assert not after.masked


def test_a_mask_comes_off_when_days_bring_its_condition_about() -> None:
    turns = {"first": says({"wait": NOTHING}, then="later"), "next": OVER}
    start = begun(
        turns,
        contacts={"later": contact("next", "4 days")},
        defence={"mask": {"shows": SHOWN_MASK, "until": {"anger": "0-8"}}},
    )
    assert not played(start, "wait").masked


def test_a_mask_can_wait_for_something_remembered() -> None:
    turns = {"first": says({"ask": response(learns="why"), "wait": NOTHING}, then="next"), "next": OVER}
    start = begun(turns, facts=("why",), defence={"mask": {"shows": SHOWN_MASK, "until": {"knows": "why"}}})
    assert played(start, "wait").masked
    assert not played(start, "ask").masked


def test_conditions_read_the_true_feelings_and_not_the_mask() -> None:
    turns = {
        "first": says(
            {
                "to-the-calm": response(when={"anger": "0-4"}, then="next"),
                "to-the-angry": response(when={"anger": "8+"}, then="next"),
            }
        ),
        "next": OVER,
    }
    start = begun(turns, defence={"mask": {"shows": SHOWN_MASK, "until": {"openness": "12+"}}})
    assert [each.id for each in start.responses] == ["to-the-angry"]


def test_a_mask_changes_neither_feelings_nor_points() -> None:
    given = response(shows={"welcome": 2, "soothe": 1})
    bare = answered(given, NOTHING)
    behind_a_mask = answered(given, NOTHING, defence={"mask": {"shows": SHOWN_MASK, "until": {"trust": 20}}})
    assert behind_a_mask.masked
    assert (behind_a_mask.feelings, behind_a_mask.points) == (bare.feelings, bare.points)


def test_defences_can_be_combined() -> None:
    defence = {"deaf": 14, "doubt": "assure", "mask": {"shows": SHOWN_MASK, "until": {"anger": "0-13"}}}
    turns = {
        "first": says({"all": response(shows={"soothe": 1, "remedy": 1, "assure": 2})}, then="second"),
        "second": says({"remedy": REMEDY}, then="third"),
        "third": OVER,
    }
    start = begun(turns, feels=(14, 10, 10), defence=defence)
    heard = played(start, "all")
    assert start.masked
    assert moved(heard) == (-1, 1, 0)
    assert not heard.masked
    assert moved(heard.respond("remedy")) == (0, 2, 0)
