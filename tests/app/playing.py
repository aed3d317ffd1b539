"""What tests of play and review share: the small scenarios on the shelf, judged at once instead of in a process."""

from __future__ import annotations

from typing import Any

from simulator.analysis.solution import Solution
from simulator.analysis.solver import solve
from simulator.app.widgets.coach import Coach
from simulator.app.widgets.responses import Responses
from simulator.app.widgets.transcript import Transcript
from simulator.conversation.feelings import Feelings
from simulator.records.database import Database
from simulator.records.open_attempt import Scenario
from simulator.scenario.library import Library
from tests.small_scenarios import FOLDER

BEST = ("hear", "nothing", "find-out", "ring")
"""The best line of the wobbly shelf."""


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
    """A library that has the small scenarios too."""
    return Library([FOLDER])


def text_of(widget: Any) -> str:
    """What a page or the responses say, from the first line to the last, in sight or not."""
    if isinstance(widget, Responses):
        return "\n".join(line.text for _, line in widget._lines)
    return "\n".join(line.text.rstrip() for line in widget._lines)


def talk(pilot: Any) -> str:
    """What was said so far, on one line."""
    return " ".join(text_of(pilot.app.screen.query_one(Transcript)).split())


def coach(pilot: Any) -> str:
    """What the coach says, on one line."""
    return " ".join(text_of(pilot.app.screen.query_one(Coach)).replace("▌", " ").split())


def offered(pilot: Any) -> str:
    """What can be answered, on one line."""
    return " ".join(text_of(pilot.app.screen.query_one(Responses)).split())
