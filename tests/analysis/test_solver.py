"""The solver proves what anyone can have; here a search without merging checks it, and the laws that follow."""

from __future__ import annotations

import random
from collections.abc import Iterator

from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.principles import load_principles
from simulator.analysis.exploration import Exploration
from simulator.analysis.merging import Merging
from simulator.analysis.review import Reviewer, review
from simulator.analysis.solver import solution_of, solve
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.model import Script
from tests.generated_scripts import scripts

MOST_PLAYS = 3_000


class TooManyPlays(Exception):
    pass


def every_play(conversation: Conversation, counter: list[int]) -> Iterator[Conversation]:
    """Every conversation that can come of this one, to its end: no merging, no memory, nothing but `respond`."""
    if conversation.ended:
        counter[0] += 1
        if counter[0] > MOST_PLAYS:
            raise TooManyPlays
        yield conversation
        return
    for response in conversation.responses:
        yield from every_play(conversation.respond(response.id), counter)


def random_play(conversation: Conversation, choose: random.Random) -> Conversation:
    while not conversation.ended:
        conversation = conversation.respond(choose.choice(conversation.responses).id)
    return conversation


@given(scripts(), st.integers(0, 99))
def test_par_and_worst_are_the_most_and_the_fewest_points_of_all_plays(script: Script, seed: int) -> None:
    game = Game(script, load_principles())
    start = Conversation.begin(game, seed)
    try:
        points = [play.points for play in every_play(start, [0])]
    except TooManyPlays:
        assume(False)
    bounds = Reviewer(start, solve(game)).bounds
    assert (bounds.par, bounds.worst) == (max(points), min(points))


@given(scripts(most_turns=8), st.integers(0, 99), st.randoms(use_true_random=False))
def test_no_random_play_leaves_the_bounds_and_its_costs_with_its_points_add_up_to_par(
    script: Script, seed: int, choose: random.Random
) -> None:
    game = Game(script, load_principles())
    start = Conversation.begin(game, seed)
    reviewer = Reviewer(start, solve(game))
    for _ in range(10):
        found = reviewer.review(random_play(start, choose))
        assert found.worst <= found.points <= found.par
        assert all(move.cost >= 0 for move in found.moves)
        assert sum(move.cost for move in found.moves) + found.points == found.par
        assert all(min(each.cost for each in move.alternatives) == 0 for move in found.moves)
        assert found.score is not None
        assert (found.score == 100) == (found.points == found.par)


@given(scripts(most_turns=8), st.integers(0, 99))
def test_the_best_line_scores_100_and_is_full_in_every_principle_it_meets(script: Script, seed: int) -> None:
    game = Game(script, load_principles())
    solution = solve(game)
    start = Conversation.begin(game, seed)
    found = review(Reviewer(start, solution).best_line[-1], solution)
    assert found.score == 100
    assert all(move.judgement == "best" for move in found.moves)
    assert all(mark.percent == 100 for mark in found.profile)


@given(scripts(most_turns=8), st.integers(0, 99))
def test_a_worst_line_scores_0_unless_nothing_is_at_stake(script: Script, seed: int) -> None:
    game = Game(script, load_principles())
    solution = solve(game)
    start = Conversation.begin(game, seed)
    found = review(solution.worst_line(start)[-1], solution)
    assert found.points == found.worst
    assert found.score == (100 if found.par == found.worst else 0)


@given(scripts(), st.integers(0, 99), st.randoms(use_true_random=False))
def test_one_solution_covers_every_start_and_every_state_reached_from_it(
    script: Script, seed: int, choose: random.Random
) -> None:
    game = Game(script, load_principles())
    solution = solve(game)
    for feelings in game.starts():
        for moment in random_play(Conversation.begin(game, seed, feelings), choose).path[:-1]:
            assert solution.worth(moment).par >= solution.worth(moment).worst


@given(scripts(), st.integers(0, 99), st.randoms(use_true_random=False))
def test_keeping_apart_what_only_words_read_changes_no_worth(script: Script, seed: int, choose: random.Random) -> None:
    game = Game(script, load_principles())
    solution = solve(game)
    apart = solution_of(Exploration(game, game.starts(), Merging(game, words=True)))
    for moment in random_play(Conversation.begin(game, seed), choose).path:
        assert apart.worth(moment) == solution.worth(moment)
