"""What feelings do to a face: a few numbers that the portrait is drawn from.

Every point of every feeling moves something, so that a face tells more than the word for the mood does. Anger works
the brows, trust the mouth, openness the eyes.
"""

from __future__ import annotations

from dataclasses import dataclass

HIGHEST = 20


@dataclass(frozen=True, slots=True)
class Expression:
    """A face's expression; lengths in parts of half a head's height."""

    frown: float
    """How far the inner ends of the brows come down, 0 to 1."""
    lift: float
    """How far the brows are raised, -1 to 1."""
    doubt: float
    """How far one brow stands above the other, 0 to 1."""
    eyes: float
    """How far the eyes are open, 0 to 1."""
    beam: float
    """How far the eyes smile, 0 to 1."""
    averted: float
    """How far the gaze is turned aside, 0 to 1."""
    smile: float
    """From -1, corners of the mouth right down, to 1, right up."""
    mouth: float
    """How wide the mouth is, 0 to 1."""
    shout: float
    """How far the mouth is open and shows its teeth, 0 to 1."""
    flush: float
    """Anger as it shows in the cheeks, 0 to 1."""


def expression(anger: float, trust: float, openness: float) -> Expression:
    """The expression of these feelings, 0 to 20 each; not only whole numbers, so that a face can move."""
    angry, trusting, open_ = anger / HIGHEST, trust / HIGHEST, openness / HIGHEST
    calm = 1 - _part(angry, 0.1, 0.6)
    closed = 1 - _part(open_, 0.1, 0.5)
    shout = _part(angry, 0.72, 1.0)
    smile = _held(1.7 * (trusting - 0.42) + 0.45 * (open_ - 0.5) - 1.15 * _part(angry, 0.12, 1.0) * 0.9, -1, 1)
    if smile < 0:
        smile *= 1 - 0.75 * closed * calm
    beam = _part(smile, 0.3, 0.8)
    return Expression(
        frown=_part(angry, 0.22, 0.9),
        lift=_held(0.9 * (open_ - 0.5) * calm + 0.3 * beam - 0.25 * closed * calm, -1, 1),
        doubt=_part(0.5 - trusting, 0.0, 0.32) * calm * _part(open_, 0.15, 0.45),
        eyes=_held((0.42 + 0.75 * open_) * (1 - 0.45 * _part(angry, 0.35, 0.7) + 0.35 * shout), 0.12, 1),
        beam=beam,
        averted=closed * calm,
        smile=smile,
        mouth=_held(0.62 + 0.38 * beam + 0.1 * _part(angry, 0.4, 1.0) - 0.3 * closed * calm, 0.2, 1),
        shout=shout,
        flush=_part(angry, 0.35, 0.95),
    )


def _part(value: float, low: float, high: float) -> float:
    """How far a value has come from low to high, 0 to 1."""
    return _held((value - low) / (high - low), 0, 1)


def _held(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))
