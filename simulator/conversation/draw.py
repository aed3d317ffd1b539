"""Draws: the only chance in a conversation, and all of it comes from the attempt's seed.

The numbers are made here, from whole-number arithmetic alone, so that a seed means the same on every machine and
under every version of Python.
"""

from __future__ import annotations

_WORD = (1 << 64) - 1


def draw(seed: int, place: int, count: int) -> int:
    """A whole number from 0 to `count - 1`, the same for the same seed and place.

    The mixing is SplitMix64's finaliser (Steele, Lea and Flood, 2014) over seed and place.
    """
    mixed = (seed * 0x9E3779B97F4A7C15 + (place + 1) * 0xD1B54A32D192ED03) & _WORD
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _WORD
    return (mixed ^ (mixed >> 31)) % count
