"""A learner does better the more often they find a best response, and plays the same again for the same seeds."""

from __future__ import annotations

import pytest

from scoring.principles import load_principles
from simulator.analysis.learner import learner_plays, median_score
from simulator.analysis.solver import solve
from simulator.conversation.game import Game
from tests.generated_scripts import generated_script


@pytest.fixture(scope="module")
def solution():
    return solve(Game(generated_script(40, most_turns=6), load_principles()))


def test_who_always_finds_the_best_response_scores_100(solution):
    assert median_score(solution, tuple(learner_plays(solution, best_in_ten=10, plays=5))) == 100


def test_who_finds_it_more_often_scores_more(solution):
    scores = [median_score(solution, tuple(learner_plays(solution, best_in_ten=share))) for share in (0, 5, 10)]
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]


def test_the_same_plays_come_again(solution):
    once, again = ([play.response_ids for play in learner_plays(solution, plays=20)] for _ in range(2))
    assert once == again
    assert len(set(once)) > 1


def test_every_play_is_played_to_its_end(solution):
    assert all(play.ended for play in learner_plays(solution, plays=20))
