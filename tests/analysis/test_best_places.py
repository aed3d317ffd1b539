"""Where best responses stand and how long they are is counted against what chance would give."""

from __future__ import annotations

import pytest

from simulator.analysis.best_places import Spread, best_places, spread_by_length, spread_by_place
from simulator.analysis.solver import solve
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from tests.conversation.scripts import PRINCIPLES, response, says, script

TWO_TURNS = script(
    {
        "one": says(
            {
                "bad": response(say="A rather long answer.", breaks={"assure": 1}),
                "good": response(say="Short.", shows={"assure": 2}),
            },
            then="two",
        ),
        "two": says(
            {
                "good": response(say="Longer than that.", shows={"assure": 2}),
                "as-good": response(say="Mid length.", shows={"assure": 2}),
                "bad": response(say="No.", breaks={"assure": 1}),
            },
            then="end",
        ),
    },
    feels=(10, "9-10", 10),
)


@pytest.fixture(scope="module")
def solution():
    return solve(Game(TWO_TURNS, PRINCIPLES))


def test_every_best_response_of_a_moment_is_known_by_its_place(solution):
    first = Conversation.begin(solution.game, 0)
    assert best_places(solution, first) == ({1}, 2)
    assert best_places(solution, first.respond("good")) == ({0, 1}, 3)


def test_of_several_that_are_equally_good_each_counts_for_its_part(solution):
    assert spread_by_place(solution).found == pytest.approx((0.5, 1.5, 0, 0, 0))


def test_the_shortest_has_the_first_rank_by_length(solution):
    assert spread_by_length(solution).found == pytest.approx((1, 0.5, 0.5, 0, 0))


def test_even_ranks_are_those_of_shuffled_responses(solution):
    assert spread_by_place(solution).even == pytest.approx((1 / 2 + 1 / 3, 1 / 2 + 1 / 3, 1 / 3, 0, 0))


def test_both_rows_count_every_moment_of_the_best_line_once(solution):
    for spread in (spread_by_place(solution), spread_by_length(solution)):
        assert sum(spread.found) == pytest.approx(2)
        assert sum(spread.even) == pytest.approx(2)


def test_spreads_add_up():
    assert Spread.total([Spread((1, 2), (2, 1)), Spread((3, 0), (1, 2))]) == Spread((4, 2), (3, 3))
