"""Weakness: what is surely enough known to be weak."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.scorecard import Mark
from scoring.weakness import LEAST, weakness, weaknesses


def mark(principle: str = "listen-first", *, taken: int, chances: int, moments: int) -> Mark:
    return Mark(principle, taken=taken, chances=chances, moments=moments, broken=0)


@pytest.mark.parametrize(
    ("taken", "chances", "moments", "expected"),
    [
        (0, 3, 1, Fraction(1, 6)),
        (0, 4, 2, Fraction(2, 7)),
        (20, 30, 15, Fraction(1, 4)),
        (20, 40, 20, Fraction(2, 5)),
        (9, 9, 5, Fraction(0)),
    ],
)
def test_what_was_missed_counts_by_how_many_moments_tell_of_it(
    taken: int, chances: int, moments: int, expected: Fraction
) -> None:
    assert weakness(mark(taken=taken, chances=chances, moments=moments)) == expected


def test_few_chances_are_no_weakness() -> None:
    assert weaknesses([mark(taken=0, chances=3, moments=1)]) == ()


def test_what_shows_again_and_again_is_one() -> None:
    (found,) = weaknesses([mark(taken=8, chances=16, moments=8)])
    assert (found.principle, found.value) == ("listen-first", Fraction(4, 13))


def test_the_weakest_comes_first_and_of_equals_the_better_known() -> None:
    marks = [
        mark("stay-kind", taken=0, chances=8, moments=4),
        mark("know-them", taken=0, chances=9, moments=9),
        mark("give-first", taken=0, chances=4, moments=4),
        mark("follow-up", taken=10, chances=10, moments=9),
    ]
    assert [each.principle for each in weaknesses(marks)] == ["know-them", "give-first", "stay-kind"]


MARKS = st.builds(
    lambda chances, share, moments: mark(taken=chances * share // 10, chances=chances, moments=moments),
    st.integers(1, 60),
    st.integers(0, 10),
    st.integers(1, 30),
)


@given(MARKS)
def test_it_lies_between_nothing_and_the_share_that_was_missed(each: Mark) -> None:
    assert 0 <= weakness(each) <= Fraction(each.chances - each.taken, each.chances) <= 1


@given(MARKS)
def test_the_same_share_over_more_moments_is_never_less_of_a_weakness(each: Mark) -> None:
    twice = mark(taken=2 * each.taken, chances=2 * each.chances, moments=2 * each.moments)
    assert weakness(twice) >= weakness(each)


@given(MARKS)
def test_a_single_moment_is_never_a_weakness(each: Mark) -> None:
    assert weakness(mark(taken=each.taken, chances=each.chances, moments=1)) < LEAST
