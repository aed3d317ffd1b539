"""The solver proves what anyone can have; here a search without merging checks it, and the laws that follow."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.principles import load_principles
from simulator.analysis.exploration import Exploration
from simulator.analysis.merging import Merging
from simulator.analysis.packing import packed, unpacked
from simulator.analysis.review import Reviewer, review
from simulator.analysis.solver import solution_of, solve
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.model import Script
from tests.analysis.brute_force import TooManyPlays, every_play
from tests.conversation.scripts import PRINCIPLES as FEW
from tests.conversation.scripts import begun, response, says
from tests.generated_scripts import scripts


def random_play(conversation: Conversation, choose: random.Random) -> Conversation:
    while not conversation.ended:
        conversation = conversation.respond(choose.choice(conversation.responses).id)
    return conversation


@given(scripts())
def test_par_and_worst_are_the_most_and_the_fewest_points_of_all_plays(script: Script) -> None:
    game = Game(script, load_principles())
    points: dict[Conversation, list[int]] = defaultdict(list)
    try:
        for play in every_play(game):
            points[play.rewound(0)].append(play.points)
    except TooManyPlays:
        assume(False)
    solution = solve(game)
    for start, every in points.items():
        bounds = Reviewer(start, solution).bounds
        assert (bounds.par, bounds.worst) == (max(every), min(every))


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


def test_points_of_the_longest_scripts_are_exact_too_and_can_be_kept() -> None:
    everything = dict.fromkeys(FEW, 3)
    good, bad = response(shows=everything), response(breaks=everything)
    names = [f"turn-{number}" for number in range(250)]
    turns = {name: says({"good": good, "bad": bad}, then=then) for name, then in pairwise([*names, "end"])}
    start = begun(turns, cares=dict.fromkeys(FEW, 3))
    at_each_turn = 3 * 3 * len(FEW) * (1 + 2)
    solution = solve(start.game)
    assert solution.worth(start) == (250 * at_each_turn, 0)
    assert unpacked(start.game, packed(solution)).worth(start) == (250 * at_each_turn, 0)
