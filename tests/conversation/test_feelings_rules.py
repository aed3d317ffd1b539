"""What a response does to the feelings, in the order of the rules. Moves are of anger, trust and openness."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.principles import load_principles
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.model import Script
from tests.conversation.scripts import answered, begun, moved, played, response, says
from tests.generated_scripts import scripts


def moves(
    *,
    shows: Mapping[str, int] | None = None,
    breaks: Mapping[str, int] | None = None,
    shift: Mapping[str, int] | None = None,
    **customer: Any,
) -> tuple[int, ...]:
    """What a response moves, of a customer who feels 10 of everything where nothing else is said."""
    evidence = {key: value for key, value in (("shows", shows), ("breaks", breaks), ("shift", shift)) if value}
    return moved(answered(response(**evidence), **customer))


@pytest.mark.parametrize("strength", [1, 2, 3])
def test_a_principle_shown_moves_its_feeling_once_per_strength(strength: int) -> None:
    assert moves(shows={"soothe": strength}) == (-strength, 0, 0)
    assert moves(shows={"assure": strength}) == (0, strength, 0)
    assert moves(shows={"welcome": strength}) == (0, 0, strength)


def test_a_principle_moves_every_feeling_that_it_names() -> None:
    assert moves(shows={"keep-your-word": 1}) == (-1, 2, 1)


@pytest.mark.parametrize("strength", [1, 2])
def test_a_principle_broken_moves_the_opposite_way_and_twice_as_far(strength: int) -> None:
    assert moves(breaks={"soothe": strength}) == (2 * strength, 0, 0)
    assert moves(breaks={"assure": strength}) == (0, -2 * strength, 0)


@pytest.mark.parametrize("care", [2, 3])
def test_a_principle_that_the_customer_cares_about_moves_as_many_times_as_far(care: int) -> None:
    assert moves(shows={"assure": 1}, cares={"assure": care}) == (0, care, 0)


def test_care_weighs_what_is_broken_too() -> None:
    assert moves(breaks={"assure": 1}, cares={"assure": 2}) == (0, -4, 0)


def test_care_is_for_the_principle_named_and_no_other() -> None:
    assert moves(shows={"assure": 1, "welcome": 1}, cares={"assure": 2}) == (0, 2, 1)


def test_all_that_is_shown_and_broken_is_summed() -> None:
    assert moves(shows={"remedy": 2, "soothe": 1}, breaks={"assure": 1, "welcome": 1}) == (-1, 4 - 2, -2)


def test_a_response_that_shows_and_breaks_nothing_moves_nothing() -> None:
    assert moves() == (0, 0, 0)


def test_volatility_is_a_percentage_of_the_movement_of_anger_and_of_nothing_else() -> None:
    evidence = {"soothe": 2, "assure": 2, "welcome": 2}
    assert moves(shows=evidence, volatility=150) == (-3, 2, 2)
    assert moves(breaks={"soothe": 2}, volatility=50) == (2, 0, 0)


@pytest.mark.parametrize(
    ("volatility", "fallen"),
    [(149, -1), (150, -1), (151, -2), (250, -2), (251, -3), (50, 0), (51, -1)],
)
def test_halves_are_rounded_towards_zero_when_anger_falls(volatility: int, fallen: int) -> None:
    assert moves(shows={"soothe": 1}, volatility=volatility) == (fallen, 0, 0)


@pytest.mark.parametrize(("volatility", "risen"), [(125, 2), (126, 3), (175, 3), (176, 4), (25, 0), (26, 1)])
def test_halves_are_rounded_towards_zero_when_anger_rises(volatility: int, risen: int) -> None:
    assert moves(breaks={"soothe": 1}, volatility=volatility) == (risen, 0, 0)


def test_the_sum_is_rounded_and_not_each_of_its_terms() -> None:
    assert moves(shows={"soothe": 1, "keep-your-word": 1}, volatility=150) == (-3, 2, 1)


def test_the_sum_is_rounded_once_at_its_end_and_not_at_every_step() -> None:
    two_and_a_half_less_thirty_percent = moves(breaks={"soothe": 1}, volatility=125, forgiving=30)
    assert two_and_a_half_less_thirty_percent == (2, 0, 0)


def test_doubt_halves_a_net_gain_of_trust_and_rounds_the_half_towards_zero() -> None:
    assert moves(shows={"assure": 2}, defence={"doubt": "soothe"}) == (0, 1, 0)
    assert moves(shows={"assure": 3}, defence={"doubt": "soothe"}) == (0, 1, 0)
    assert moves(shows={"assure": 1}, defence={"doubt": "soothe"}) == (0, 0, 0)


def test_doubt_halves_what_is_left_of_a_gain_after_a_loss() -> None:
    assert moves(shows={"remedy": 3}, breaks={"assure": 1}, defence={"doubt": "soothe"}) == (0, 2, 0)


def test_doubt_leaves_a_loss_of_trust_and_the_other_feelings_alone() -> None:
    assert moves(breaks={"assure": 2}, defence={"doubt": "soothe"}) == (0, -4, 0)
    assert moves(shows={"assure": 2}, breaks={"remedy": 1}, defence={"doubt": "soothe"}) == (0, 2 - 4, 0)
    assert moves(shows={"soothe": 2, "welcome": 2}, defence={"doubt": "assure"}) == (-2, 0, 2)


def test_forgiving_is_a_percentage_off_what_is_broken_and_off_nothing_else() -> None:
    assert moves(breaks={"assure": 2}, forgiving=50) == (0, -2, 0)
    assert moves(shows={"assure": 2}, forgiving=50) == (0, 2, 0)
    assert moves(shows={"remedy": 2}, breaks={"assure": 1}, forgiving=50) == (0, 4 - 1, 0)
    assert moves(breaks={"keep-your-word": 1}, forgiving=100) == (0, 0, 0)


def test_what_is_forgiven_is_rounded_like_everything_else() -> None:
    assert moves(breaks={"assure": 1}, forgiving=25) == (0, -1, 0)
    assert moves(breaks={"assure": 1}, forgiving=24) == (0, -2, 0)


def test_forgiving_comes_after_volatility() -> None:
    assert moves(breaks={"soothe": 2}, volatility=150, forgiving=50) == (3, 0, 0)


def test_forgiving_comes_after_doubt_so_what_it_gives_back_is_neither_a_gain_nor_halved() -> None:
    assert moves(shows={"assure": 2}, breaks={"remedy": 1}, forgiving=100, defence={"doubt": "soothe"}) == (0, 2, 0)
    assert moves(shows={"remedy": 3}, breaks={"assure": 1}, forgiving=50, defence={"doubt": "soothe"}) == (0, 2 + 1, 0)


def test_the_shift_of_a_response_is_added_as_it_stands() -> None:
    assert moves(shift={"anger": 2, "trust": -3, "openness": 4}) == (2, -3, 4)
    assert moves(shows={"assure": 1}, shift={"trust": 2}) == (0, 3, 0)


def test_the_shift_comes_after_volatility_doubt_and_forgiving() -> None:
    assert moves(shift={"anger": 2}, volatility=200) == (2, 0, 0)
    assert moves(shift={"trust": 4}, defence={"doubt": "soothe"}) == (0, 4, 0)
    assert moves(shift={"trust": -4}, forgiving=100) == (0, -4, 0)


def test_no_feeling_moves_by_more_than_5() -> None:
    assert moves(shows={"soothe": 3}, cares={"soothe": 3}) == (-5, 0, 0)
    assert moves(breaks={"assure": 3}) == (0, -5, 0)
    assert moves(shows={"remedy": 3}) == (0, 5, 0)
    assert moves(shows={"soothe": 3}, volatility=300) == (-5, 0, 0)


def test_the_shift_comes_before_the_limit_of_5() -> None:
    assert moves(shows={"remedy": 3}, shift={"trust": -3}) == (0, 6 - 3, 0)
    assert moves(shows={"assure": 3}, shift={"trust": 5}) == (0, 5, 0)


def test_volatility_and_forgiving_come_before_the_limit_of_5() -> None:
    assert moves(breaks={"soothe": 3}, volatility=50) == (3, 0, 0)
    assert moves(breaks={"assure": 3}, forgiving=50) == (0, -3, 0)


def test_no_feeling_leaves_0_to_20() -> None:
    assert answered(response(shows={"soothe": 3}), feels=(2, 10, 10)).feelings == (0, 10, 10)
    assert answered(response(shows={"remedy": 2, "welcome": 2}), feels=(10, 19, 20)).feelings == (10, 20, 20)
    assert answered(response(breaks={"keep-your-word": 2}), feels=(18, 1, 3)).feelings == (20, 0, 0)


def test_what_goes_over_an_edge_is_lost() -> None:
    turns = {
        "first": says({"calm": response(shows={"soothe": 3}, then="second")}),
        "second": says({"annoy": response(breaks={"soothe": 1}, then="end")}),
    }
    assert played(begun(turns, feels=(2, 10, 10)), "calm", "annoy").feelings.anger == 0 + 2


@given(scripts(most_turns=8), st.integers(0, 99), st.randoms(use_true_random=False))
def test_feelings_are_whole_numbers_from_0_to_20_whatever_is_played(
    script: Script, seed: int, choose: random.Random
) -> None:
    conversation = Conversation.begin(Game(script, load_principles()), seed)
    while not conversation.ended:
        assert all(type(feeling) is int and 0 <= feeling <= 20 for feeling in conversation.feelings)
        conversation = conversation.after(choose.choice(conversation.responses))
    assert all(type(feeling) is int and 0 <= feeling <= 20 for feeling in conversation.feelings)


@given(scripts(most_turns=8), st.integers(0, 99), st.randoms(use_true_random=False))
def test_nothing_but_days_and_promises_moves_a_feeling_by_more_than_5(
    script: Script, seed: int, choose: random.Random
) -> None:
    conversation = Conversation.begin(Game(script, load_principles()), seed)
    while not conversation.ended:
        conversation = conversation.after(choose.choice(conversation.responses))
        assert conversation.given is not None
        assert conversation.previous is not None
        answer = conversation.given.answer
        before = conversation.previous.feelings
        assert all(abs(now - then) <= 5 for then, now in zip(before, answer.said.feelings, strict=True))
        if answer.apart is None and not answer.broken:
            assert conversation.feelings == answer.said.feelings
