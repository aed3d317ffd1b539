"""What every scenario that comes with the program keeps to."""

from __future__ import annotations

import functools

import pytest

from scoring.principles import load_principles
from simulator.analysis.habits import always_first, always_last, always_longest, habit_scores
from simulator.analysis.review import review
from simulator.analysis.solution import Solution
from simulator.analysis.solver import solve
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.library import Library
from simulator.scenario.model import KINDS

SCENARIOS = tuple(Library().entries)
HABITS = {habit.__name__: habit for habit in (always_first, always_last, always_longest)}


@functools.cache
def solved(scenario: str) -> Solution:
    return solve(Game(Library().load(scenario).script, load_principles()))


def test_there_is_a_scenario_of_every_kind() -> None:
    assert {Library().load(scenario).script.kind for scenario in SCENARIOS} == set(KINDS)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_it_reads_without_a_problem(scenario: str) -> None:
    assert Library().load(scenario).reading.problems == ()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_its_best_line_is_long_ends_loyal_and_breaks_nothing_from_every_start(scenario: str) -> None:
    solution = solved(scenario)
    for start in solution.game.starts():
        line = solution.best_line(Conversation.begin(solution.game, 0, start))
        found = review(line[-1], solution)
        assert len(found.moves) >= 10
        assert found.outcome == "loyal"
        assert not any(not term.shown for move in found.moves for term in move.given.answer.effect.terms)
        assert not any(move.given.turn.script.detour or move.given.answer.broken for move in found.moves)
        assert sum(move.given.answer.days > 0 for move in found.moves) >= 1


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_its_worst_line_loses_the_customer(scenario: str) -> None:
    solution = solved(scenario)
    for start in solution.game.starts():
        line = solution.worst_line(Conversation.begin(solution.game, 0, start))
        assert (line[-1].outcome or "").startswith("lost")


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_habit_scores_60_from_any_start(scenario: str, habit: str) -> None:
    assert habit_scores(solved(scenario), HABITS[habit]).highest < 60


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_it_has_three_outcomes_or_more_with_what_came_of_each(scenario: str) -> None:
    endings = Library().load(scenario).script.endings.values()
    assert len({ending.outcome for ending in endings}) >= 3
    assert all(ending.aftermath for ending in endings)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_response_that_breaks_a_principle_says_why(scenario: str) -> None:
    turns = Library().load(scenario).script.turns
    silent = [
        (turn_id, response_id)
        for turn_id, turn in turns.items()
        for response_id, response in turn.responses.items()
        if response.breaks and not response.why
    ]
    assert not silent
