"""What can go wrong when a scenario is asked for.

ScenarioError
├── ScenarioNotFound      no scenario has that id, or no file is at that path
└── ScenarioInvalid       its script has problems; the reading lists them
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scenario.characters import shown

if TYPE_CHECKING:
    from simulator.scenario.reader import Reading


class ScenarioError(Exception):
    """A scenario that was asked for can't be played; the message says why and what to do."""


class ScenarioNotFound(ScenarioError):
    """There is no such scenario. `near` are the ids that may be meant."""

    def __init__(self, asked: str, near: tuple[str, ...] = ()) -> None:
        self.asked = asked
        self.near = near
        meant = f"Did you mean {' or '.join(near)}?" if near else "`coolhead list` shows those there are."
        super().__init__(f"There is no scenario `{shown(asked)}`. {meant}")


class ScenarioInvalid(ScenarioError):
    """The script of a scenario has problems, all of them in `reading.problems`."""

    def __init__(self, name: str, reading: Reading) -> None:
        self.name = name
        self.reading = reading
        count = len(reading.problems)
        first = f" The first: {reading.problems[0]}" if reading.problems else ""
        super().__init__(f"The script of {name} has {count} problem{'' if count == 1 else 's'}.{first}")
