"""What responses and endings are worth."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.principles import load_principles
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.model import Script
from tests.conversation.scripts import (
    NOTHING,
    OVER,
    Part,
    answered,
    asks,
    begun,
    contact,
    ending,
    last_points,
    played,
    response,
    says,
)
from tests.generated_scripts import scripts

SHOW_2 = response(shows={"soothe": 2})
SHOW_3 = response(shows={"soothe": 3})
BREAK_1 = response(breaks={"soothe": 1})


@pytest.mark.parametrize(("strength", "points"), [(1, 1), (2, 2), (3, 3)])
def test_what_is_shown_is_worth_its_strength(strength: int, points: int) -> None:
    assert last_points(answered(response(shows={"soothe": strength}), NOTHING)) == points


@pytest.mark.parametrize(("strength", "points"), [(1, 2), (2, 4), (3, 6)])
def test_what_is_broken_is_worth_minus_twice_its_strength(strength: int, points: int) -> None:
    assert last_points(answered(NOTHING, response(breaks={"soothe": strength}))) == points


@pytest.mark.parametrize("care", [2, 3])
def test_both_are_weighed_by_what_the_customer_cares_about(care: int) -> None:
    cares = {"cares": {"soothe": care}}
    assert last_points(answered(SHOW_2, NOTHING, **cares)) == 2 * care
    assert last_points(answered(NOTHING, BREAK_1, **cares)) == 2 * care


def test_points_know_nothing_of_volatility_forgiving_and_the_limits_of_feelings() -> None:
    temper = {"volatility": 25, "forgiving": 100, "feels": (0, 20, 20)}
    assert last_points(answered(SHOW_3, BREAK_1, **temper)) == 3 + 2


def test_a_shift_is_worth_nothing() -> None:
    assert last_points(answered(response(shift={"trust": 5}), NOTHING)) == 0


def test_a_response_earns_how_far_it_stands_above_the_worst_thing_to_say_there() -> None:
    assert last_points(answered(SHOW_3, NOTHING, BREAK_1)) == 3 - (-2)
    assert last_points(answered(NOTHING, SHOW_3, BREAK_1)) == 0 - (-2)
    assert last_points(answered(BREAK_1, NOTHING, SHOW_3)) == 0


def test_where_everything_is_good_the_least_good_earns_nothing() -> None:
    assert last_points(answered(SHOW_3, SHOW_2)) == 1
    assert last_points(answered(SHOW_2, SHOW_3)) == 0


def test_where_there_is_only_one_thing_to_say_it_earns_nothing() -> None:
    assert last_points(answered(SHOW_3)) == 0


def test_evidence_of_several_principles_is_added_up() -> None:
    both = response(shows={"soothe": 2, "assure": 1}, breaks={"welcome": 1})
    assert last_points(answered(both, BREAK_1)) == (2 + 1 - 2) - (-2)


def test_what_is_written_there_counts_though_it_can_not_be_said_now() -> None:
    hidden = response(breaks={"soothe": 3}, when={"anger": 0})
    assert last_points(answered(NOTHING, hidden)) == 6


def test_what_no_angry_customer_hears_is_worth_nothing_whoever_would_say_it() -> None:
    deaf = {"feels": (14, 10, 10), "defence": {"deaf": 14}}
    remedy = response(shows={"remedy": 3})
    assert last_points(answered(SHOW_2, remedy, **deaf)) == 2
    assert last_points(answered(remedy, SHOW_2, **deaf)) == 0
    assert last_points(answered(remedy, BREAK_1, **deaf)) == 0 - (-2)


def test_evidence_with_conditions_is_worth_what_holds_before_the_response() -> None:
    depends = response(shows=[{"when": {"anger": "10+"}, "soothe": 3}, {"soothe": 1}])
    assert last_points(answered(depends, NOTHING)) == 3
    assert last_points(answered(depends, NOTHING, feels=(9, 10, 10))) == 1


def test_points_count_on_a_private_turn() -> None:
    turns = {"first": asks({"right": response(shows={"welcome": 2}), "wrong": NOTHING}, then="next"), "next": OVER}
    assert begun(turns).respond("right").points == 2


def detour(given: str) -> int:
    turns = {
        "first": says({"two": SHOW_2, "nothing": NOTHING, "break": BREAK_1}, detour=True, then="next"),
        "next": OVER,
    }
    return last_points(begun(turns).respond(given))


def test_on_a_detour_a_response_earns_how_far_it_falls_short_of_the_best_thing_to_say_there() -> None:
    assert (detour("two"), detour("nothing"), detour("break")) == (0, -2, -4)


def asking_again() -> Conversation:
    again = {"again": 3, "then": "first"}
    return begun(
        {
            "first": says(
                {
                    "two": response(shows={"soothe": 2}, **again),
                    "nothing": response(**again),
                    "break": response(breaks={"soothe": 1}, **again),
                    "go": response(then="end"),
                }
            )
        }
    )


@pytest.mark.parametrize(
    ("responses", "points"),
    [
        (["two"], [4]),
        (["two", "two"], [4, 0]),
        (["two", "nothing"], [4, -2]),
        (["break", "two"], [0, 0]),
        (["nothing", "nothing", "break"], [2, -2, -4]),
    ],
)
def test_any_answer_after_the_first_at_the_same_turn_earns_like_one_on_a_detour(
    responses: list[str], points: list[int]
) -> None:
    assert [last_points(moment) for moment in played(asking_again(), *responses).path[1:]] == points


def test_a_turn_that_was_left_and_come_back_to_is_still_the_same_turn() -> None:
    turns = {
        "first": says({"two": SHOW_2, "away": response(then="second"), "nothing": NOTHING}, then="end"),
        "second": says({"five": response(shows={"soothe": 3, "assure": 2}), "nothing": NOTHING}, then="first"),
    }
    after = played(begun(turns), "away", "five", "two")
    assert [last_points(moment) for moment in after.path[1:]] == [0, 5, 0]


def test_another_turn_on_the_way_is_not_an_answer_at_this_one() -> None:
    turns = {
        "first": says({"two": SHOW_2, "nothing": NOTHING}, then="second"),
        "second": says({"two": SHOW_2, "nothing": NOTHING}, then="end"),
    }
    assert played(begun(turns), "two", "two").points == 2 + 2


OUTCOMES = [("loyal", 30), ("satisfied", 18), ("doubtful", 0), ("lost quietly", -18), ("lost loudly", -30)]


@pytest.mark.parametrize(("outcome", "points"), OUTCOMES)
def test_an_ending_is_worth_its_outcome(outcome: str, points: int) -> None:
    after = begun({"first": OVER}, endings={"it": ending(outcome)}).respond("end")
    assert (after.outcome, after.points, last_points(after)) == (outcome, points, 0)


def test_all_points_of_a_conversation_add_up() -> None:
    turns: dict[str, Part] = {
        "first": says({"three": SHOW_3, "break": BREAK_1}, then="later"),
        "second": asks({"right": response(shows={"welcome": 1}), "wrong": NOTHING}, then="third"),
        "third": says({"poor": NOTHING, "fair": SHOW_2}, detour=True, then="end"),
    }
    endings = {"good": ending("satisfied")}
    start = begun(turns, contacts={"later": contact("second", "3 days")}, endings=endings)
    after = played(start, "three", "right", "poor")
    assert [moment.points for moment in after.path] == [0, 5, 5 + 1, 5 + 1 - 2 + 18]


@given(scripts(most_turns=8), st.integers(0, 99), st.randoms(use_true_random=False))
def test_a_first_answer_never_costs_points_and_making_good_never_earns_any(
    script: Script, seed: int, choose: random.Random
) -> None:
    conversation = Conversation.begin(Game(script, load_principles()), seed)
    answered_turns: set[str] = set()
    while not conversation.ended:
        conversation = conversation.after(choose.choice(conversation.responses))
        assert conversation.given is not None
        turn, _, answer = conversation.given
        if turn.script.detour or turn.id in answered_turns:
            assert answer.effect.points <= 0
        else:
            assert answer.effect.points >= 0
        answered_turns.add(turn.id)
        if not answer.broken:
            assert answer.points == answer.effect.points
        else:
            assert answer.points < answer.effect.points
