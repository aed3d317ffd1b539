"""Scenarios that are over in a few answers, for tests that play: one with an angry customer, one with a mask."""

from __future__ import annotations

import functools
from pathlib import Path

from scoring.principles import load_principles
from simulator.conversation.game import Game
from simulator.records.open_attempt import Scenario
from simulator.scenario.reader import read_file

FOLDER = Path(__file__).parent
SHELF = FOLDER / "wobbly-shelf.yaml"
SOUP = FOLDER / "cold-soup.yaml"
INVALID = FOLDER / "invalid" / "broken.yaml"


@functools.cache
def playable(path: Path) -> Scenario:
    """The scenario of one of these files."""
    principles = load_principles()
    reading = read_file(path, principles)
    assert reading.script is not None, reading.problems
    return Scenario(path.stem, reading.text, Game(reading.script, principles))
