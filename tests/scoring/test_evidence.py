"""What is shown and broken, what that moves, and what it is worth at its turn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evidence import PROMISE_PRINCIPLE, PROMISE_STRENGTH, Term, points_at_turn, worth
from scoring.principles import load_principles

PLAIN = replace(load_principles()[PROMISE_PRINCIPLE], moves=(-1, 2, 1))


@pytest.mark.parametrize("strength", [1, 2, 3])
@pytest.mark.parametrize("care", [1, 2, 3])
def test_what_is_shown_weighs_its_strength_times_what_the_customer_cares(strength: int, care: int) -> None:
    term = Term(PLAIN, strength, care, shown=True)
    assert term.weight == strength * care
    assert term.moves == (-strength * care, 2 * strength * care, strength * care)


@pytest.mark.parametrize("strength", [1, 2, 3])
@pytest.mark.parametrize("care", [1, 2, 3])
def test_what_is_broken_weighs_twice_as_much_the_other_way(strength: int, care: int) -> None:
    term = Term(PLAIN, strength, care, shown=False)
    assert term.weight == -2 * strength * care
    assert term.moves == (2 * strength * care, -4 * strength * care, -2 * strength * care)


def test_what_is_not_heard_weighs_and_moves_nothing() -> None:
    term = Term(PLAIN, 3, 3, shown=True, heard=False)
    assert (term.weight, term.moves) == (0, (0, 0, 0))


def test_evidence_is_worth_the_sum_of_its_terms() -> None:
    terms = [
        Term(PLAIN, 2, 2, shown=True),
        Term(PLAIN, 1, 1, shown=False),
        Term(PLAIN, 3, 3, shown=True, heard=False),
    ]
    assert worth(terms) == 4 - 2 + 0
    assert worth([]) == 0


def test_an_open_promise_breaks_keep_your_word_at_strength_2() -> None:
    assert (PROMISE_PRINCIPLE, PROMISE_STRENGTH) == ("keep-your-word", 2)
    assert PROMISE_PRINCIPLE in load_principles()


@pytest.mark.parametrize(("given_worth", "points"), [(5, 7), (0, 2), (-2, 0)])
def test_a_response_earns_what_it_is_worth_above_the_least_at_its_turn(given_worth: int, points: int) -> None:
    assert points_at_turn([5, 0, -2], given_worth, making_good=False) == points


@pytest.mark.parametrize(("given_worth", "points"), [(5, 0), (0, -5), (-2, -7)])
def test_where_it_makes_good_it_loses_what_it_is_worth_below_the_most(given_worth: int, points: int) -> None:
    assert points_at_turn([5, 0, -2], given_worth, making_good=True) == points


@pytest.mark.parametrize("making_good", [False, True])
def test_the_only_response_of_a_turn_earns_and_loses_nothing(making_good: bool) -> None:
    assert points_at_turn([4], 4, making_good=making_good) == 0


@given(st.lists(st.integers(-50, 50), min_size=1), st.booleans())
def test_what_stands_between_two_responses_is_the_same_on_a_detour_and_off_it(
    worths: list[int], making_good: bool
) -> None:
    points = [points_at_turn(worths, each, making_good=making_good) for each in worths]
    assert max(points) - min(points) == max(worths) - min(worths)
    assert all((each <= 0) if making_good else (each >= 0) for each in points)
