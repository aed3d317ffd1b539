"""Score, judgement and profile."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.scorecard import ENDING_POINTS, JUDGEMENTS, PASS, Mark, Moment, judge, profile, score


def test_80_is_a_pass() -> None:
    assert PASS == 80


def test_endings_are_worth_the_same_either_way() -> None:
    assert ENDING_POINTS == {"loyal": 30, "satisfied": 18, "doubtful": 0, "lost quietly": -18, "lost loudly": -30}


@pytest.mark.parametrize(
    ("points", "par", "worst", "expected"),
    [(0, 100, 0, 0), (37, 100, 0, 37), (100, 100, 0, 100), (0, 50, -50, 50), (-50, 50, -50, 0), (-3, -2, -5, 67)],
)
def test_a_score_says_how_far_from_worst_to_par_in_a_hundred_steps(
    points: int, par: int, worst: int, expected: int
) -> None:
    assert score(points, par, worst) == expected


@pytest.mark.parametrize(
    ("points", "expected"), [(0, 0), (1, 1), (2, 1), (3, 2), (99, 50), (100, 50), (101, 51), (159, 80), (158, 79)]
)
def test_halves_are_rounded_up(points: int, expected: int) -> None:
    assert score(points, 200, 0) == expected
    assert score(points - 200, 0, -200) == expected


@pytest.mark.parametrize(("points", "expected"), [(1, 33), (2, 67)])
def test_thirds_are_rounded_to_the_nearest(points: int, expected: int) -> None:
    assert score(points, 3, 0) == expected


@pytest.mark.parametrize("par", [200, 201, 1000, 10**6])
def test_100_is_for_par_alone(par: int) -> None:
    assert score(par, par, 0) == 100
    assert score(par - 1, par, 0) == 99


@pytest.mark.parametrize("both", [-30, 0, 12])
def test_where_par_is_worst_everybody_has_100(both: int) -> None:
    assert score(both, both, both) == 100


@given(st.integers(-500, 500), st.integers(1, 1000), st.data())
def test_scores_lie_between_0_and_100_and_never_fall_with_more_points(
    worst: int, spread: int, data: st.DataObject
) -> None:
    points = data.draw(st.integers(worst, worst + spread))
    more = data.draw(st.integers(points, worst + spread))
    par = worst + spread
    assert 0 <= score(points, par, worst) <= score(more, par, worst) <= 100
    assert (score(points, par, worst) == 100) == (points == par)
    assert score(worst, par, worst) == 0


@pytest.mark.parametrize(
    ("cost", "judgement"),
    [
        (0, "best"),
        (1, "good"),
        (15, "good"),
        (16, "inaccuracy"),
        (45, "inaccuracy"),
        (46, "mistake"),
        (100, "mistake"),
        (101, "blunder"),
        (1000, "blunder"),
    ],
)
def test_a_judgement_goes_by_the_cost_in_percent_of_a_fair_move(cost: int, judgement: str) -> None:
    a_fair_move_of_100 = {"par": 900, "worst": -100, "best_length": 10}
    assert judge(cost, **a_fair_move_of_100) == judgement


@pytest.mark.parametrize(
    ("cost", "judgement"),
    [(5, "good"), (6, "inaccuracy"), (15, "inaccuracy"), (16, "mistake"), (33, "mistake"), (34, "blunder")],
)
def test_the_limits_are_exact_where_a_fair_move_is_no_whole_number(cost: int, judgement: str) -> None:
    assert judge(cost, par=100, worst=0, best_length=3) == judgement


def test_the_smallest_cost_may_be_a_blunder_where_little_is_at_stake() -> None:
    assert judge(1, par=1, worst=0, best_length=2) == "blunder"
    assert judge(1, par=1, worst=0, best_length=1) == "mistake"


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 300), st.integers(1, 40))
def test_a_greater_cost_is_never_judged_better(cost: int, other: int, spread: int, length: int) -> None:
    assume(cost <= other)
    places = [JUDGEMENTS.index(judge(each, spread, 0, length)) for each in (cost, other)]
    assert places == sorted(places)


@given(st.integers(1, 300), st.integers(-300, 300), st.integers(1, 40))
def test_only_a_cost_of_nothing_is_best(spread: int, worst: int, length: int) -> None:
    assert judge(0, worst + spread, worst, length) == "best"
    assert judge(1, worst + spread, worst, length) != "best"


def moment(
    *,
    best: Mapping[str, int] | None = None,
    shown: Mapping[str, int] | None = None,
    broken: Mapping[str, int] | None = None,
    is_best: bool = False,
) -> Moment:
    return Moment(best or {}, shown or {}, broken or {}, is_best)


def percents(*moments: Moment) -> dict[str, int]:
    return {mark.principle: mark.percent for mark in profile(moments)}


def test_a_moment_counts_for_what_a_best_response_shows_there() -> None:
    assert percents(moment(best={"listen-first": 2})) == {"listen-first": 0}
    assert percents(moment(best={"listen-first": 2}, shown={"listen-first": 1})) == {"listen-first": 50}


def test_a_moment_counts_for_what_the_response_given_shows_or_breaks() -> None:
    given_there = moment(best={"listen-first": 1}, shown={"know-them": 1}, broken={"stay-kind": 2})
    assert percents(given_there) == {"listen-first": 0, "know-them": 100, "stay-kind": 0}


def test_a_moment_counts_for_nothing_else() -> None:
    assert percents(moment()) == {}
    assert percents(moment(is_best=True, best={"listen-first": 1})) == {}


def test_a_best_response_is_full_in_all_that_it_shows() -> None:
    other_best = moment(is_best=True, best={"listen-first": 3, "know-them": 2}, shown={"listen-first": 1})
    assert percents(other_best) == {"listen-first": 100}


def test_showing_more_than_the_best_is_full_and_no_more() -> None:
    assert percents(moment(best={"listen-first": 1}, shown={"listen-first": 3})) == {"listen-first": 100}


def test_strengths_are_added_up_over_all_moments() -> None:
    assert percents(
        moment(best={"listen-first": 3}, shown={"listen-first": 1}),
        moment(is_best=True, best={"listen-first": 2}, shown={"listen-first": 2}),
        moment(broken={"listen-first": 2}),
    ) == {"listen-first": 43}


def test_percents_are_rounded_half_up() -> None:
    assert Mark("listen-first", taken=1, chances=8, moments=1, broken=0).percent == 13
    assert Mark("listen-first", taken=1, chances=3, moments=1, broken=0).percent == 33
    assert Mark("listen-first", taken=2, chances=3, moments=1, broken=0).percent == 67


def test_a_mark_counts_its_moments_and_in_how_many_it_was_broken() -> None:
    marks = profile([moment(broken={"stay-kind": 3}), moment(broken={"stay-kind": 1}), moment(shown={"stay-kind": 1})])
    assert marks == (Mark("stay-kind", taken=1, chances=3 + 1 + 1, moments=3, broken=2),)


def test_principles_stand_in_the_order_in_which_they_were_first_met() -> None:
    assert list(percents(moment(shown={"know-them": 1}), moment(best={"stay-kind": 1}, shown={"know-them": 1}))) == [
        "know-them",
        "stay-kind",
    ]
