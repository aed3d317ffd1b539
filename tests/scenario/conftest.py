"""The sound script that uses every part of the format, and the ids of the principles."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from scoring.principles import load_principles

SOUND = Path(__file__).with_name("sound.yaml")


@pytest.fixture(scope="session")
def sound() -> str:
    """The text of a script without a problem."""
    return SOUND.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def principles() -> Collection[str]:
    """The ids that a script may name."""
    return load_principles()
