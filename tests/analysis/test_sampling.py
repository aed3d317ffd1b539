"""What is sampled is near to what is proven, says how near, and is the same each time."""

from __future__ import annotations

import functools
import itertools

import pytest

from scoring.principles import load_principles
from simulator.analysis import proof
from simulator.analysis.chances import random_plays
from simulator.analysis.proof import Proof, proof_data, prove
from simulator.analysis.sampling import FEWEST_PLAYS, sampled
from simulator.conversation.game import Game
from tests.generated_scripts import generated_script

GAME = Game(generated_script(40, most_turns=6), load_principles())


@pytest.fixture
def too_much(monkeypatch: pytest.MonkeyPatch) -> Proof:
    """A proof for which the chances of whole scores are too much to be worked out."""
    with monkeypatch.context() as patch:
        patch.setattr(proof, "random_plays", functools.partial(random_plays, most_sums=0))
        return prove(GAME)


def test_what_can_be_worked_out_is_not_sampled() -> None:
    assert prove(GAME).sampled_scores is None


def test_scores_that_are_too_much_to_be_worked_out_are_sampled_and_near(too_much: Proof) -> None:
    exact, sample = prove(GAME).scores, too_much.sampled_scores
    assert too_much.scores is None
    assert exact is not None
    assert sample is not None
    assert len(exact) > 15
    assert set(sample.shares) <= set(exact)
    for here, there in zip(
        itertools.accumulate(exact.values()),
        itertools.accumulate(sample.shares.get(score, 0.0) for score in exact),
        strict=True,
    ):
        assert abs(here - there) < 4 * sample.error


def test_a_sample_is_never_given_out_as_exact(too_much: Proof) -> None:
    data = proof_data(too_much)
    assert data["random_scores"] is None
    assert data["sampled_scores"]["error"] == 0.5 / data["sampled_scores"]["plays"] ** 0.5
    assert sum(data["sampled_scores"]["shares"].values()) == pytest.approx(1)


def test_the_same_sample_is_drawn_again() -> None:
    one, other = sampled(GAME, 600), sampled(GAME, 600)
    assert (one.mean, one.endings, one.plays) == (other.mean, other.endings, 600)
    assert one.plays > FEWEST_PLAYS
