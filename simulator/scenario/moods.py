"""The moods: named regions of the feelings, for conditions in scripts and for words on the screen.

Regions may overlap and together cover every state. A condition asks whether the feelings lie in one; the screen names
the first of the table in which they do.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from simulator.scenario.model import Range

ANY = Range(0, 20)

Region = tuple[Range, Range, Range]
"""Ranges of anger, trust and openness."""

MOODS: Mapping[str, Region] = MappingProxyType(
    {
        "furious": (Range(16, 20), ANY, ANY),
        "angry": (Range(12, 20), ANY, ANY),
        "irritated": (Range(7, 20), ANY, ANY),
        "withdrawn": (ANY, ANY, Range(0, 4)),
        "won over": (Range(0, 3), Range(15, 20), Range(12, 20)),
        "warming": (Range(0, 6), Range(10, 20), Range(10, 20)),
        "guarded": (ANY, Range(0, 7), ANY),
        "reserved": (ANY, ANY, Range(0, 9)),
        "wavering": (ANY, ANY, ANY),
    }
)


def mood_of(anger: int, trust: int, openness: int) -> str:
    """The first mood of the table in whose region the feelings lie."""
    for mood, (angers, trusts, opennesses) in MOODS.items():
        if anger in angers and trust in trusts and openness in opennesses:
            return mood
    raise AssertionError("the last mood of the table covers everything")
