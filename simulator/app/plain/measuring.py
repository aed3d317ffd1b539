"""What `measure` prints: how long scenarios take, how hard they are, how they read, and what gives answers away."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from scoring.principles import load_principles
from simulator.analysis.best_places import Spread
from simulator.analysis.exploration import TooManyStates
from simulator.analysis.habits import HABITS
from simulator.analysis.learner import BEST_IN_TEN
from simulator.analysis.measures import Measures, measure, measures_data, median_of
from simulator.analysis.proof import MOST_STATES
from simulator.app.plain.printer import Printer
from simulator.app.plain.results import write_json
from simulator.app.plain.tables import print_table
from simulator.app.plain.waiting import states_visited
from simulator.app.text import one_line
from simulator.conversation.game import Game
from simulator.scenario.library import Loaded

COLUMNS = ("scenario", "difficulty", "answers", "minutes", "words", "SMOG", f"{BEST_IN_TEN}/10", "chance")
"""As many as 80 columns of a terminal take beside the ids of the bundled scenarios."""


def measure_scenarios(scenarios: Sequence[Loaded], most_states: int | None, *, as_json: bool) -> bool:
    """Measure scenarios and print what was found; whether all could be measured.

    One with too many states to be proven is left out, and a message says so.
    """
    principles = load_principles()
    limit = MOST_STATES if most_states is None else most_states
    found = []
    for loaded in scenarios:
        try:
            with states_visited() as visited:
                measures = measure(Game(loaded.script, principles), limit, visited)
            found.append((loaded.entry.id, measures))
        except TooManyStates:
            Printer(sys.stderr).say(
                f"{one_line(loaded.entry.id)} is left out: there are more than {limit:,} states. "
                "--max-states allows more."
            )
    if as_json:
        write_json(sys.stdout, [_data(*each) for each in found])
    else:
        _print_measures(found)
    return len(found) == len(scenarios)


def _print_measures(found: Sequence[tuple[str, Measures]]) -> None:
    printer = Printer(sys.stdout)
    print_table(COLUMNS, [_row(*each) for each in found], "There are no scenarios.")
    if not found:
        return
    measures = [each for _, each in found]
    printer.say()
    printer.say(
        "Answers and minutes are those of the best line; the words, all that can come up. SMOG is the grade of school "
        "that it takes to follow all of it. The last columns are median scores: of somebody who finds the "
        f"best answer {BEST_IN_TEN} times in 10 and answers anything the rest of the time, and of chance alone."
    )
    chances = [each.chance for each in measures if each.chance is not None]
    if len(chances) > 1:
        printer.say(f"Over all of them chance has a median of {median_of(chances)}.")
    if any(each.grade is None for each in measures):
        printer.say("SMOG stays empty without the textstat library: pip install 'textstat<0.7.9'")
    printer.say()
    printer.say("Where the best answer stands, and as many as there would be if places were even")
    _print_spread(Spread.total(each.by_place for each in measures))
    printer.say()
    printer.say("How long the best answer is among those offered, the shortest first")
    _print_spread(Spread.total(each.by_length for each in measures))
    printer.say()
    printer.say("What habits score on average")
    names = [habit.removeprefix("always ") for habit in HABITS]
    rows = [(scenario, *(f"{float(scored.mean):.0f}" for scored in each.habits.values())) for scenario, each in found]
    print_table(("scenario", *names), rows, "")


def _row(scenario: str, found: Measures) -> tuple[object, ...]:
    script = found.game.script
    grade = None if found.grade is None else f"{found.grade.smog:.1f}"
    minutes = round(found.minutes)
    answers = found.best_line.number
    scores = (found.learner_score, found.chance_score)
    return scenario, script.difficulty, answers, minutes, found.words, grade, *scores


def _print_spread(spread: Spread) -> None:
    header = ("", *map(str, range(1, len(spread.found) + 1)))
    rows = [(name, *(f"{each:.1f}" for each in row)) for name, row in (("best", spread.found), ("even", spread.even))]
    print_table(header, rows, "")


def _data(scenario: str, found: Measures) -> dict[str, Any]:
    script = found.game.script
    return {
        "scenario": scenario,
        "digest": found.game.digest,
        "kind": script.kind,
        "difficulty": script.difficulty,
        "trade": script.trade or None,
    } | measures_data(found)
