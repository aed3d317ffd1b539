"""Variations of the sound script for tests."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from scoring.principles import load_principles
from simulator.scenario.model import Response, Script, Turn
from simulator.scenario.reader import Reading, read_script

SOUND = Path(__file__).with_name("sound.yaml").read_text(encoding="utf-8")
"""A script without a problem that uses every part of the format."""

PRINCIPLES: Collection[str] = load_principles()

REPLY = '        reply: "Fine. Then you explain it to me."'
"""The line of the sound script that faults in texts are tried on."""


def with_changed(*changes: tuple[str, str]) -> str:
    """The sound script with parts of it replaced, each of which stands in it once."""
    text = SOUND
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def reading_with(*changes: tuple[str, str]) -> Reading:
    """What reading the sound script gives once parts of it are replaced."""
    return read_script(with_changed(*changes), PRINCIPLES)


def script_with(*changes: tuple[str, str]) -> Script:
    """The sound script with parts of it replaced, which leave it sound."""
    reading = reading_with(*changes)
    assert reading.problems == ()
    assert reading.script is not None
    return reading.script


def codes_with(*changes: tuple[str, str]) -> list[str]:
    """The codes of the problems that replacing parts of the sound script brings."""
    return [problem.code for problem in reading_with(*changes).problems]


def turn_of(script: Script, name: str) -> Turn:
    """A turn of the script."""
    return script.turns[name]


def response_of(script: Script, turn: str, name: str) -> Response:
    """A response of the script."""
    return script.turns[turn].responses[name]
