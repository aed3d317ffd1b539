"""What every scenario that comes with the program keeps to, and what all of them together do."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pytest

from scoring.principles import load_principles
from scoring.scorecard import PASS
from simulator.analysis.best_places import Spread
from simulator.analysis.coverage import Coverage
from simulator.analysis.exploration import Branch, Exploration, Situation
from simulator.analysis.findings import examine
from simulator.analysis.findings.best_play import BestPlay
from simulator.analysis.habits import HABITS
from simulator.analysis.measures import Measures, measure, principles_broken, principles_shown
from simulator.analysis.merging import Merging
from simulator.analysis.review import review
from simulator.analysis.solution import Solution
from simulator.analysis.solver import solution_of
from simulator.analysis.ways import Spot
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game, GameResponse
from simulator.conversation.rules import begin
from simulator.conversation.state import State
from simulator.scenario.library import Library
from simulator.scenario.model import KINDS, Script
from tests.scenarios.story import outcomes_of

SCENARIOS = tuple(Library().entries)

PERSONAL = {"be-their-person", "know-them", "follow-up", "give-first"}
"""The principles by which somebody offers more than correct service: themselves, what they remember, a gift."""

MOST_TRANSITIONS = 2_000_000

every_scenario = pytest.mark.parametrize("scenario", SCENARIOS)


def script_of(scenario: str) -> Script:
    return Library().load(scenario).script


@functools.cache
def game_of(scenario: str) -> Game:
    return Game(script_of(scenario), load_principles())


class Explored(NamedTuple):
    """All plays of a scenario."""

    exploration: Exploration
    solution: Solution


@functools.cache
def explored(scenario: str) -> Explored:
    exploration = Exploration(game_of(scenario), game_of(scenario).starts())
    return Explored(exploration, solution_of(exploration))


@functools.cache
def measured(scenario: str) -> Measures:
    return measure(game_of(scenario))


def branches(scenario: str) -> Iterator[tuple[Situation, Branch, np.ndarray]]:
    """Every response wherever it can be given, with what it costs in each of those states."""
    exploration, solution = explored(scenario)
    best = BestPlay(exploration, solution)
    for situation in exploration.order:
        pars = np.array(solution.situations[situation.key].pars, dtype=np.int32)
        for branch in situation.branches:
            yield situation, branch, pars[branch.places] - best.values(branch)


def turns_of(scenario: str, kind: str) -> list[str]:
    return [name for name, turn in script_of(scenario).turns.items() if turn.kind == kind]


# The library as a whole


def test_there_are_three_scenarios_of_every_kind_from_the_easiest_to_the_hardest() -> None:
    for kind in KINDS:
        levels = sorted(script.difficulty for script in map(script_of, SCENARIOS) if script.kind == kind)
        assert len(levels) == 3
        assert levels[0] == 1
        assert levels[-1] == 5


def test_of_a_kind_the_harder_scenario_is_harder_for_somebody_who_is_often_right() -> None:
    for kind in KINDS:
        of_kind = [scenario for scenario in SCENARIOS if script_of(scenario).kind == kind]
        by_level = sorted(of_kind, key=lambda scenario: script_of(scenario).difficulty)
        scores = [measured(scenario).learner_score for scenario in by_level]
        assert scores == sorted(scores, reverse=True)


def test_they_come_from_seven_trades_or_more() -> None:
    trades = {script_of(scenario).trade for scenario in SCENARIOS}
    assert "" not in trades
    assert len(trades) >= 7


def test_every_principle_is_shown_in_three_scenarios_and_broken_in_three() -> None:
    shown = Counter(each for scenario in SCENARIOS for each in principles_shown(script_of(scenario)))
    broken = Counter(each for scenario in SCENARIOS for each in principles_broken(script_of(scenario)))
    for principle in load_principles():
        assert shown[principle] >= 3, principle
        assert broken[principle] >= 3, principle


@pytest.mark.parametrize("kind", ["asks", "plans"])
def test_four_or_more_have_private_questions_and_four_plan_a_follow_up(kind: str) -> None:
    assert sum(bool(turns_of(scenario, kind)) for scenario in SCENARIOS) >= 4


@pytest.mark.parametrize("by", ["by_place", "by_length"])
def test_neither_the_place_nor_the_length_of_the_best_response_gives_it_away(by: str) -> None:
    spread = Spread.total(getattr(measured(scenario), by) for scenario in SCENARIOS)
    for found, even in zip(spread.found[:4], spread.even[:4], strict=True):
        assert abs(found - even) <= 0.2 * even


@pytest.mark.parametrize("habit", HABITS)
def test_no_habit_averages_50_over_the_library(habit: str) -> None:
    means = [measured(scenario).habits[habit].mean for scenario in SCENARIOS]
    assert sum(means) / len(means) < 50


# Each scenario


@every_scenario
def test_nothing_is_found_in_it(scenario: str) -> None:
    reading = Library().load(scenario).reading
    assert reading.problems == ()
    found = examine(game_of(scenario), reading.places)
    assert [f"{each.line}: {each.code}: {each.message}" for each in found.findings] == []
    assert not found.unproven


@every_scenario
def test_it_is_solved_within_two_million_transitions(scenario: str) -> None:
    assert explored(scenario).exploration.transitions <= MOST_TRANSITIONS


@every_scenario
def test_its_best_line_is_long_ends_loyal_and_breaks_nothing_from_every_start(scenario: str) -> None:
    solution = explored(scenario).solution
    for start in solution.game.starts():
        line = solution.best_line(Conversation.begin(solution.game, 0, start))
        found = review(line[-1], solution)
        assert 12 <= len(found.moves) <= 25
        assert found.outcome == "loyal"
        assert not any(not term.shown for move in found.moves for term in move.given.answer.effect.terms)
        assert not any(move.given.turn.script.detour or move.given.answer.broken for move in found.moves)
        assert sum(move.given.answer.days > 0 for move in found.moves) >= 1


@every_scenario
def test_its_worst_line_loses_the_customer(scenario: str) -> None:
    solution = explored(scenario).solution
    for start in solution.game.starts():
        line = solution.worst_line(Conversation.begin(solution.game, 0, start))
        assert (line[-1].outcome or "").startswith("lost")


@every_scenario
def test_three_to_five_responses_are_offered_at_every_moment(scenario: str) -> None:
    offered: dict[str, set[int]] = {}
    for situation, branch, _ in branches(scenario):
        offered.setdefault(game_of(scenario).turns[situation.state.turn].id, set()).add(branch.choices)
    assert {turn: counts for turn, counts in offered.items() if not counts <= {3, 4, 5}} == {}


@every_scenario
def test_it_goes_over_two_to_five_contacts_and_has_three_to_five_endings(scenario: str) -> None:
    script = script_of(scenario)
    assert 2 <= len(script.contacts) <= 5
    assert 3 <= len(script.endings) <= 5
    assert len({ending.outcome for ending in script.endings.values()}) >= 3
    assert all(ending.aftermath for ending in script.endings.values())


@every_scenario
def test_what_came_of_it_is_told_with_what_the_documents_report(scenario: str) -> None:
    titles = (
        "What's the Worst Thing That Could Happen?",
        "Your Sale Went Perfectly... Too Bad You Blew It!",
        "Sales Stars Must Also Be Customer Service Stars",
        "First Word: Service after the sale",
        "repeat-problems article",
    )
    aftermaths = [
        " ".join(text for case in ending.aftermath for text in case.value)
        for ending in script_of(scenario).endings.values()
    ]
    assert sum(any(title in aftermath for title in titles) for aftermath in aftermaths) >= 2


@every_scenario
def test_every_response_that_ever_costs_anything_says_why(scenario: str) -> None:
    silent = {
        (game_of(scenario).turns[situation.state.turn].id, branch.response.id)
        for situation, branch, costs in branches(scenario)
        if not branch.response.script.why and (costs > 0).any()
    }
    assert silent == set()


@every_scenario
def test_no_play_without_anything_personal_ends_better_than_doubtful(scenario: str) -> None:
    def is_personal(response: GameResponse, state: State) -> bool:
        return any(principle in PERSONAL for principle, _ in response.shows.choose(state) or ())

    game = game_of(scenario)
    beginnings = (begin(game, start)[0] for start in game.starts())
    assert not outcomes_of(game, beginnings, is_personal) & {"loyal", "satisfied"}


@every_scenario
def test_somewhere_it_gets_worse_whatever_is_answered(scenario: str) -> None:
    def worse(shift: dict[str, int]) -> bool:
        return shift.get("anger", 0) > 0 or shift.get("trust", 0) < 0 or shift.get("openness", 0) < 0

    assert any(
        all(worse(dict(response.shift)) for response in turn.responses.values())
        for turn in script_of(scenario).turns.values()
        if not turn.private
    )


@every_scenario
def test_some_good_answer_fails_at_the_wrong_moment(scenario: str) -> None:
    exploration, solution = explored(scenario)
    best = BestPlay(exploration, solution)
    earned: dict[tuple[int, str], set[tuple[tuple[str, int], ...]]] = {}
    for situation, branch, _ in branches(scenario):
        terms = best.answer(Spot(situation, branch.places, branch)).effect.terms
        shown = tuple((term.principle.id, term.strength) for term in terms if term.shown and term.heard)
        earned.setdefault((situation.state.turn, branch.response.id), set()).add(shown)
    assert any(len(found) > 1 and () in found for found in earned.values())


@every_scenario
def test_a_promise_can_be_kept_and_can_be_broken(scenario: str) -> None:
    script = script_of(scenario)
    assert script.promises
    assert any(response.keeps for turn in script.turns.values() for response in turn.responses.values())
    game = game_of(scenario)
    assert Coverage(Exploration(game, game.starts(), Merging(game, words=True))).broken


@every_scenario
def test_answering_at_random_has_a_median_of_45_or_less(scenario: str) -> None:
    chance = measured(scenario).chance_score
    assert chance is not None
    assert chance <= 45


@pytest.mark.parametrize("habit", HABITS)
@every_scenario
def test_no_habit_averages_50_or_comes_near_a_pass(scenario: str, habit: str) -> None:
    found = measured(scenario).habits[habit]
    assert found.mean < 50
    assert found.highest < PASS - 15


@every_scenario
def test_it_takes_a_person_six_to_twenty_minutes(scenario: str) -> None:
    found = measured(scenario)
    assert found.shortest >= 6
    assert found.longest <= 20


@every_scenario
def test_it_reads_like_the_sixth_to_eighth_grade(scenario: str) -> None:
    found = measured(scenario).grade
    assert found is not None
    assert 6 <= found.smog <= 8
