"""What random play comes to is exact: it agrees with going through every play there is."""

from __future__ import annotations

import math
from collections import defaultdict

import pytest
from hypothesis import assume, given, settings

from scoring.principles import load_principles
from simulator.analysis.chances import random_plays, solve_with_chances
from simulator.analysis.exploration import Exploration
from simulator.analysis.review import review
from simulator.analysis.solver import solution_of
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.model import Script
from tests.analysis.brute_force import MOST_PLAYS, TooManyPlays
from tests.generated_scripts import generated_script, scripts


def walk(conversation: Conversation, share: float, found: dict[tuple[int, int], float], counter: list[int]) -> None:
    """Add the share of every play that can come of this conversation, by its points and its ending."""
    if conversation.ending_place is not None:
        counter[0] += 1
        if counter[0] > MOST_PLAYS:
            raise TooManyPlays
        found[conversation.points, conversation.ending_place] += share
        return
    for response in conversation.responses:
        walk(conversation.after(response), share / len(conversation.responses), found, counter)


@settings(deadline=None)
@given(scripts())
def test_points_mean_spread_and_endings_agree_with_every_play(script: Script) -> None:
    game = Game(script, load_principles())
    for start, play in solve_with_chances(game).random_plays.items():
        found: dict[tuple[int, int], float] = defaultdict(float)
        try:
            walk(Conversation.begin(game, 0, start), 1.0, found, [0])
        except TooManyPlays:
            assume(False)
        shares: dict[int, float] = defaultdict(float)
        endings = [0.0] * len(game.endings)
        for (points, ending), share in found.items():
            shares[points] += share
            endings[ending] += share
        mean = sum(points * share for points, share in shares.items())
        assert play.shares == pytest.approx(shares, abs=1e-9)
        assert play.endings == pytest.approx(endings, abs=1e-9)
        assert play.mean == pytest.approx(mean, abs=1e-9)
        assert play.spread**2 == pytest.approx(
            sum((points - mean) ** 2 * share for points, share in shares.items()), abs=1e-6
        )


def test_where_the_distribution_does_not_fit_mean_and_spread_are_still_exact() -> None:
    game = Game(generated_script(3), load_principles())
    exploration = Exploration(game, game.starts())
    solution = solution_of(exploration)
    whole, narrow = random_plays(exploration, solution), random_plays(exploration, solution, most_bytes=8)
    for start, play in narrow.items():
        assert play.shares is None
        assert play.below(0) is None
        assert (play.mean, play.spread, play.endings) == (whole[start].mean, whole[start].spread, whole[start].endings)


@settings(deadline=None)
@given(scripts())
def test_the_best_line_is_better_than_all_play_that_is_not_as_good(script: Script) -> None:
    game = Game(script, load_principles())
    solution = solve_with_chances(game)
    start = Conversation.begin(game, 0)
    assume(not start.ended)
    found = review(solution.best_line(start)[-1], solution)
    assert found.better_than is not None
    shares = solution.random_plays[start.feelings].shares
    assert shares is not None
    assert found.better_than == pytest.approx(1 - shares[found.par], abs=1e-9)
    assert math.fsum(shares.values()) == pytest.approx(1)
