"""The proof of a scenario: all that the solver can tell its author, in one go.

Where a game is explored in full, everything here is exact. Where it has more states than the limit allows, there is no
proof but a sample (`sampling`), and no number of the one is ever given out as the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from scoring.principles import FEELINGS
from simulator.analysis.chances import random_plays
from simulator.analysis.exploration import Exploration
from simulator.analysis.habits import HABITS, HabitScores, habit_scores
from simulator.analysis.random_play import RandomPlay
from simulator.analysis.sampling import SampledScores, sampled_scores
from simulator.analysis.solution import Solution, Worth
from simulator.analysis.solver import solution_of
from simulator.analysis.ways import Way, Ways, ways_to_endings
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game

MOST_STATES = 20_000_000
"""States that fit into 2 GB and a minute: each takes some 65 bytes and up to two microseconds to be looked through, and
what the chances of whole scores take has limits of its own."""


@dataclass(frozen=True, slots=True)
class ProvenStart:
    """What is proven of one start."""

    feelings: Feelings
    bounds: Worth
    best_line: Conversation
    """The best play, at its end."""
    worst_line: Conversation
    random_play: RandomPlay | None
    """None where the conversation ends before anything can be answered."""

    @property
    def mean_score(self) -> float | None:
        """The mean score of random play, before rounding."""
        par, worst = self.bounds
        if self.random_play is None or par == worst:
            return None
        return 100 * (self.random_play.mean - worst) / (par - worst)

    @property
    def score_spread(self) -> float | None:
        """The standard deviation of the score of random play, before rounding."""
        par, worst = self.bounds
        if self.random_play is None or par == worst:
            return None
        return 100 * self.random_play.spread / (par - worst)


@dataclass(frozen=True, slots=True)
class ProvenEnding:
    """What is proven of one ending."""

    id: str
    outcome: str
    way: Way | None
    """The shortest way there; None where no play reaches it."""
    share: float
    """Of random play, the starts being equally likely."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What is proven of a scenario."""

    game: Game
    states: int
    transitions: int
    starts: tuple[ProvenStart, ...]
    endings: tuple[ProvenEnding, ...]
    habits: Mapping[str, HabitScores]
    solution: Solution
    sampled_scores: SampledScores | None
    """A sample of the scores of random play, where they are too much to be worked out; else None."""

    @property
    def scores(self) -> Mapping[int, float] | None:
        """The share of each score under random play, the starts being equally likely; None where that is too much."""
        shares: dict[int, float] = {}
        for start in self.starts:
            scores = start.random_play.scores(*start.bounds) if start.random_play else {100: 1.0}
            if scores is None:
                return None
            for score, share in scores.items():
                shares[score] = shares.get(score, 0.0) + share / len(self.starts)
        return dict(sorted(shares.items()))


def prove(game: Game, most_states: int | None = MOST_STATES, progress: Callable[[int], object] | None = None) -> Proof:
    """Prove all that can be proven of a game. Raises TooManyStates.

    `progress` is called now and then with how many states have been visited.
    """
    exploration = Exploration(game, game.starts(), most_states=most_states, progress=progress)
    solution = solution_of(exploration)
    plays = random_plays(exploration, solution)
    starts = tuple(_proven_start(solution, start, plays.get(start)) for start in game.starts())
    ways = ways_to_endings(exploration, Ways(exploration))
    endings = tuple(
        ProvenEnding(ending.id, ending.script.outcome, ways.get(ending.place), _share(starts, ending.place))
        for ending in game.endings
    )
    known = all(play.shares is not None for play in plays.values())
    return Proof(
        game=game,
        states=exploration.states,
        transitions=exploration.transitions,
        starts=starts,
        endings=endings,
        habits={name: habit_scores(solution, habit) for name, habit in HABITS.items()},
        solution=solution,
        sampled_scores=None if known else sampled_scores(solution),
    )


def proof_data(proof: Proof) -> dict[str, Any]:
    """A proof in types that JSON has."""
    scores, sample = proof.scores, proof.sampled_scores
    return {
        "proven": True,
        "states": proof.states,
        "transitions": proof.transitions,
        "starts": [_start_data(start) for start in proof.starts],
        "endings": [
            {
                "id": ending.id,
                "outcome": ending.outcome,
                "reached": ending.way is not None,
                "shortest": None
                if ending.way is None
                else {"seed": ending.way.seed, "answers": list(ending.way.answers)},
                "share": ending.share,
            }
            for ending in proof.endings
        ],
        "random_scores": None if scores is None else {str(score): share for score, share in scores.items()},
        "sampled_scores": None
        if sample is None
        else {
            "plays": sample.plays,
            "error": sample.error,
            "shares": {str(score): share for score, share in sample.shares.items()},
        },
        "habits": {
            name: {"mean": float(scored.mean), "highest": scored.highest} for name, scored in proof.habits.items()
        },
    }


def _start_data(start: ProvenStart) -> dict[str, Any]:
    play = start.random_play
    return {
        "feelings": dict(zip(FEELINGS, start.feelings, strict=True)),
        "par": start.bounds.par,
        "worst": start.bounds.worst,
        "best_line": list(start.best_line.response_ids),
        "worst_line": list(start.worst_line.response_ids),
        "random": None
        if play is None
        else {
            "mean_points": play.mean,
            "spread_points": play.spread,
            "mean_score": start.mean_score,
            "spread_score": start.score_spread,
        },
    }


def _proven_start(solution: Solution, feelings: Feelings, play: RandomPlay | None) -> ProvenStart:
    first = Conversation.begin(solution.game, 0, feelings)
    bounds = Worth(first.points, first.points) if first.ended else solution.worth(first)
    return ProvenStart(feelings, bounds, solution.best_line(first)[-1], solution.worst_line(first)[-1], play)


def _share(starts: tuple[ProvenStart, ...], ending: int) -> float:
    shares = [
        start.random_play.endings[ending]
        if start.random_play is not None
        else float(start.best_line.ending_place == ending)
        for start in starts
    ]
    return sum(shares) / len(shares)
