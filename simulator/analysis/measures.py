"""The measures of a scenario: how long it takes, how hard it is, how it reads, and what could give its answers away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.analysis.best_places import Spread, spread_by_length, spread_by_place
from simulator.analysis.habits import HabitScores
from simulator.analysis.learner import learner_plays, median_score
from simulator.analysis.play_time import minutes
from simulator.analysis.proof import prove
from simulator.analysis.readability import Grade, grade, texts, word_count
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.model import Evidence, Script


@dataclass(frozen=True, slots=True)
class Measures:
    """What can be measured of a scenario without its author."""

    game: Game
    words: int
    """In all that a person may come to read."""
    grade: Grade | None
    """None where textstat is not installed."""
    best_line: Conversation
    """The best play from the first start, at its end."""
    minutes: float
    """How long that play takes a person."""
    shortest: float
    """How long a learner's plays take: the time that one in twenty stays below ..."""
    longest: float
    """... and the time that one in twenty takes longer than."""
    learner_score: int
    """The median score of a learner's plays: the lower, the harder."""
    chance: Mapping[int, float] | None
    """The share of each score if every answer is left to chance, rising; None where that is too much to work out."""
    by_place: Spread
    by_length: Spread
    habits: Mapping[str, HabitScores]

    @property
    def chance_score(self) -> int | None:
        """The median score if every answer is left to chance."""
        return None if self.chance is None else median_of([self.chance])


def measure(game: Game, most_states: int | None = None, progress: Callable[[int], object] | None = None) -> Measures:
    """Measure a scenario. Raises TooManyStates; `progress` is called now and then with the states visited."""
    proof = prove(game, most_states, progress)
    solution, best_line = proof.solution, proof.starts[0].best_line
    plays = tuple(learner_plays(solution))
    times = sorted(map(minutes, plays))
    return Measures(
        game=game,
        words=word_count(texts(game.script)),
        grade=grade(game.script),
        best_line=best_line,
        minutes=minutes(best_line),
        shortest=times[len(times) // 20],
        longest=times[-1 - len(times) // 20],
        learner_score=median_score(solution, plays),
        by_place=spread_by_place(solution),
        by_length=spread_by_length(solution),
        chance=proof.scores,
        habits=proof.habits,
    )


def measures_data(found: Measures) -> dict[str, Any]:
    """Measures in types that JSON has."""
    return {
        "words": found.words,
        "smog_grade": None if found.grade is None else round(found.grade.smog, 2),
        "flesch_kincaid_grade": None if found.grade is None else round(found.grade.flesch_kincaid, 2),
        "answers": found.best_line.number,
        "minutes": {
            "best_line": round(found.minutes, 2),
            "shortest": round(found.shortest, 2),
            "longest": round(found.longest, 2),
        },
        "learner_score": found.learner_score,
        "chance_score": found.chance_score,
        "best_by_place": _spread_data(found.by_place),
        "best_by_length": _spread_data(found.by_length),
        "habits": {
            name: {"mean": float(scored.mean), "highest": scored.highest} for name, scored in found.habits.items()
        },
    }


def median_of(shares: Sequence[Mapping[int, float]]) -> int:
    """The median of scores whose shares are known, over several distributions that count alike."""
    below = 0.0
    for score in sorted({score for each in shares for score in each}):
        below += sum(each.get(score, 0.0) for each in shares) / len(shares)
        if below >= 0.5:
            return score
    return 100


def principles_shown(script: Script) -> frozenset[str]:
    """The principles that some response of a script shows."""
    return _named(response.shows for turn in script.turns.values() for response in turn.responses.values())


def principles_broken(script: Script) -> frozenset[str]:
    """The principles that some response of a script breaks; an open promise is not among them."""
    return _named(response.breaks for turn in script.turns.values() for response in turn.responses.values())


def _named(evidences: Iterable[Evidence]) -> frozenset[str]:
    return frozenset(principle for evidence in evidences for case in evidence for principle, _ in case.value)


def _spread_data(spread: Spread) -> dict[str, list[float]]:
    return {"found": [round(each, 3) for each in spread.found], "even": [round(each, 3) for each in spread.even]}
