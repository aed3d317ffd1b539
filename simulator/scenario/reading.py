"""What reading a script gives: the script, or the problems that stand in its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.scenario.model import Script
from simulator.scenario.problems import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of reading one script: a script without problems, or problems and no script."""

    script: Script | None
    problems: tuple[Problem, ...] = ()
    """In the order of their places."""
    places: Mapping[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)
    """Line and column, counted from 1, by the path of keys: ("turns", "third-time", "responses", "own-it")."""
    text: str = ""
    """What was read, as the author wrote it; empty if the file could not be read."""
