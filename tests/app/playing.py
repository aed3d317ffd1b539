"""What tests of play and review share: two short plays, judged at once instead of in a process."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from scoring.principles import load_principles
from simulator.analysis.solution import Solution
from simulator.analysis.solver import solve
from simulator.app.widgets.coach import Coach
from simulator.app.widgets.prose import Prose
from simulator.app.widgets.responses import Responses
from simulator.app.widgets.transcript import Transcript
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.records.database import Database
from simulator.records.open_attempt import Scenario
from simulator.scenario.library import Library
from simulator.scenario.reader import read_file

PLAYS = Path(__file__).with_name("plays")
SHELF, SOUP = "falling-shelf", "lukewarm-soup"
"""An angry customer who is over in four answers, and a silent one who is over in two."""


class Judged:
    """A solution that is there at once."""

    def __init__(self, scenario: Scenario, start: Feelings) -> None:
        self.known: Solution | None = solve(scenario.game, [start])
        self.stopped = False

    def result(self, database: Database) -> Solution:
        assert self.known is not None
        return self.known

    def stop(self) -> None:
        self.stopped = True


def judged(database: Database, scenario: Scenario, start: Feelings) -> Judged:
    """In the place of `simulator.app.solving.solving`."""
    return Judged(scenario, start)


def shelf() -> Library:
    """A library that has these plays too."""
    return Library([PLAYS])


@functools.cache
def playable(name: str) -> Scenario:
    """One of the plays."""
    principles = load_principles()
    reading = read_file(PLAYS / f"{name}.yaml", principles)
    assert reading.script is not None, reading.problems
    return Scenario(name, reading.text, Game(reading.script, principles))


def text_of(widget: Prose | Transcript | Responses) -> str:
    """What a widget says, on one line, in sight or not."""
    return " ".join(widget.text.replace("▌", " ").split())


def talk(pilot: Any) -> str:
    """What was said so far, on one line."""
    return text_of(pilot.app.screen.query_one(Transcript))


def coach(pilot: Any) -> str:
    """What the coach says, on one line."""
    return text_of(pilot.app.screen.query_one(Coach))


def offered(pilot: Any) -> str:
    """What can be answered, on one line."""
    return text_of(pilot.app.screen.query_one(Responses))
