"""A portrait: a head drawn in dots at any size, with an expression and one of a few heads of hair.

Coordinates in here are parts of half the head's height, from the middle: right and down.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.app.drawing.canvas import Canvas, Point, arc, character, curve
from simulator.app.drawing.expression import Expression

HAIRS = ("parted", "curls", "crop", "receding", "bob", "long")

_HEAD_AT, _HEAD = (0.0, 0.05), (0.74, 0.93)
_ROUND = 2.3
_SMALL, _TINY = 60, 48
"""Below these heights in dots lines are left out or thinner, or they run into each other."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """A drawn portrait: what to print, and for each cell whether it is hair."""

    lines: tuple[str, ...]
    hair: tuple[tuple[bool, ...], ...]


def portrait(expression: Expression, hair: str, columns: int, rows: int) -> Portrait:
    """Draw a portrait that fits so many cells."""
    head, shade = _bare_head(hair, columns, rows)
    pens = _Pens(head.copy())
    for side in (-1, 1):
        _draw_eye(pens, expression, side)
        _draw_brow(pens, expression, side)
    _draw_furrow(pens, expression)
    _draw_mouth(pens, expression)
    ink = pens.canvas
    cells = [[(ink.cell(column, row), shade.cell(column, row)) for column in range(columns)] for row in range(rows)]
    return Portrait(
        tuple("".join(character(inked | shaded) for inked, shaded in row) for row in cells),
        tuple(tuple(shaded.bit_count() > inked.bit_count() for inked, shaded in row) for row in cells),
    )


class _Pens:
    """A canvas with the scale at which to draw on it, and pens that suit its size."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self._unit = min(canvas.height / 2.06, canvas.width / 1.9)
        self._middle = ((canvas.width - 1) / 2, (canvas.height - 1) / 2)
        self.small = canvas.height < _SMALL
        self.tiny = canvas.height < _TINY
        self.fine = max(0.5, canvas.height / 90)
        self.firm = max(0.8, canvas.height / 64)
        self.bold = max(1.0, canvas.height / 46)

    def at(self, points: Sequence[Point]) -> list[Point]:
        """The points on the canvas."""
        x, y = self._middle
        return [(x + across * self._unit, y + down * self._unit) for across, down in points]

    def stroke(self, points: Sequence[Point], radius: float) -> None:
        self.canvas.stroke(self.at(points), radius)

    def fill(self, points: Sequence[Point], *, on: bool = True) -> None:
        self.canvas.fill(self.at(points), on)


@functools.lru_cache(maxsize=8)
def _bare_head(hair: str, columns: int, rows: int) -> tuple[Canvas, Canvas]:
    """All of a head that never moves: the lines, and the hair."""
    lines, shade = _Pens(Canvas(columns, rows)), _Pens(Canvas(columns, rows))
    shade.fill(_HAIR[hair]())
    if hair == "receding":
        shade.fill([(-across, down) for across, down in _HAIR[hair]()])
        lines.stroke(arc(_HEAD_AT, _HEAD, squareness=_ROUND), lines.fine)
    else:
        # The top of the head is under the hair.
        lines.stroke(arc(_HEAD_AT, _HEAD, -12, 192, squareness=_ROUND), lines.fine)
    if hair not in ("bob", "long"):
        for side in (-1, 1):
            ear = arc((0, 0.10), (0.09, 0.15), -100, 100, steps=12)
            lines.stroke([(side * (0.76 + x), y) for x, y in ear], lines.fine)
    lines.stroke(curve((0.03, 0.10), (0.10, 0.26), (0.06, 0.28), (-0.07, 0.27)), lines.fine)
    return lines.canvas, shade.canvas


def _draw_eye(pens: _Pens, face: Expression, side: int) -> None:
    x, y, half = side * 0.33, -0.02, 0.18
    if face.beam > 0.55:
        pens.stroke(curve((x - half, y + 0.04), (x, y - 0.20), (x + half, y + 0.04)), pens.firm)
        return
    above = 0.05 + (0.11 if pens.small else 0.085) * face.eyes * (1 - 0.5 * face.beam)
    below = 0.03 + 0.06 * face.eyes
    if pens.tiny:
        above = 0.07 + 0.06 * face.eyes
        below = 0.04 + 0.04 * face.eyes
    upper = curve(
        (x - half, y + 0.02), (x - half * 0.5, y - above * 1.4), (x + half * 0.5, y - above * 1.4), (x + half, y + 0.02)
    )
    iris = 0.062 if pens.small else 0.07
    middle = (x + face.averted * 0.09, y - 0.02 + face.averted * 0.02)
    outline = arc(middle, (iris, 0.10), steps=16)
    pens.fill([(across, min(max(down, y - above), y + below)) for across, down in outline])
    pens.stroke(upper, pens.firm)
    if not pens.small or face.frown > 0.3 or face.averted > 0.5:
        pens.stroke(curve((x - half * 0.75, y + below), (x, y + below + 0.03), (x + half * 0.75, y + below)), pens.fine)


def _draw_brow(pens: _Pens, face: Expression, side: int) -> None:
    raised = 0.07 * face.lift + (0.08 if side > 0 else -0.03) * face.doubt
    inner = -0.28 + 0.16 * face.frown - raised
    outer = -0.26 - 0.10 * face.frown - raised + 0.03 * face.averted
    peak = min(inner, outer) - 0.06 * (1 - face.frown)
    if pens.tiny:
        # Two dots thick, and a little higher.
        for lower in (-0.08, -0.02):
            brow = (side * 0.14, inner + lower), (side * 0.34, peak + lower), (side * 0.54, outer + lower)
            pens.stroke(curve(*brow), pens.fine)
        return
    pens.stroke(curve((side * 0.14, inner), (side * 0.34, peak), (side * 0.54, outer)), pens.bold)


def _draw_furrow(pens: _Pens, face: Expression) -> None:
    if face.frown > 0.55 and not pens.small:
        for side in (-1, 1):
            pens.stroke([(side * 0.05, -0.30), (side * 0.045, -0.24 + 0.08 * face.frown)], pens.fine)


def _draw_mouth(pens: _Pens, face: Expression) -> None:
    y, half = 0.57, 0.16 + 0.22 * face.mouth
    if face.shout > 0.05:
        _draw_shout(pens, face, y, half)
    elif face.smile > 0.62:
        _draw_laugh(pens, face, y, half)
    else:
        bend, skew = (0.17 if face.smile > 0 else 0.12) * face.smile, 0.03 * face.doubt
        left, right = (-half, y - bend * 0.8 + skew), (half, y - bend * 0.8 - skew)
        pens.stroke(curve(left, (-half * 0.4, y + bend), (half * 0.4, y + bend), right), pens.firm)
        if face.smile < -0.25:
            pens.stroke(curve((-0.08, y + 0.16), (0, y + 0.14), (0.08, y + 0.16)), pens.fine)
    if face.beam > 0.2:
        for side in (-1, 1):
            start, bulge, end = (half + 0.08, y - 0.19), (half + 0.15, y - 0.10), (half + 0.09, y)
            pens.stroke(curve(*((side * across, down) for across, down in (start, bulge, end))), pens.fine)


def _draw_shout(pens: _Pens, face: Expression, y: float, half: float) -> None:
    high, low, corner = 0.08 + 0.09 * face.shout, 0.10 + 0.07 * face.shout, y + 0.08
    upper = curve((-half, corner), (-half * 0.7, y - high * 1.3), (half * 0.7, y - high * 1.3), (half, corner))
    lower = curve((half, corner), (half * 0.6, y + low * 1.3), (-half * 0.6, y + low * 1.3), (-half, corner))
    pens.fill([*upper, *lower])
    teeth = [(across * 0.72, down + 0.055) for across, down in upper]
    pens.fill([*teeth, (half * 0.6, y + 0.03), (-half * 0.6, y + 0.03)], on=False)


def _draw_laugh(pens: _Pens, face: Expression, y: float, half: float) -> None:
    deep, corner = 0.10 + 0.22 * (face.smile - 0.5), y - 0.09
    upper = curve((-half, corner), (-half * 0.4, y - 0.01), (half * 0.4, y - 0.01), (half, corner))
    lower = curve((half, corner), (half * 0.6, y + deep * 1.5), (-half * 0.6, y + deep * 1.5), (-half, corner))
    pens.fill([*upper, *lower])
    teeth = curve((-half * 0.72, y - 0.01), (0, y + 0.05), (half * 0.72, y - 0.01))
    pens.fill([*teeth, (half * 0.62, y + 0.055), (-half * 0.62, y + 0.055)], on=False)


def _parted() -> list[Point]:
    outer = arc((0, 0.06), (0.80, 1.02), 182, 358, squareness=_ROUND)
    sweep = curve((0.76, 0.02), (0.70, -0.38), (0.56, -0.54), (0.10, -0.50), (-0.28, -0.62), (-0.36, -0.80))
    return [*outer, *sweep, *curve((-0.36, -0.80), (-0.46, -0.58), (-0.66, -0.42), (-0.76, 0.02))]


def _curls() -> list[Point]:
    outer = []
    for step in range(121):
        angle = math.radians(180 + 180 * step / 120)
        bump = 1 + 0.07 * abs(math.sin(angle * 4.5))
        outer.append((0.80 * bump * math.cos(angle), 0.02 + 0.93 * bump * math.sin(angle)))
    right = [*curve((0.74, -0.02), (0.70, -0.40), (0.46, -0.48)), *curve((0.46, -0.48), (0.24, -0.72), (0.0, -0.54))]
    return [*outer, *right, *((-across, down) for across, down in reversed(right))]


def _crop() -> list[Point]:
    outer = arc((0, 0.05), (0.77, 0.98), 184, 356, squareness=_ROUND)
    right = curve((0.73, -0.10), (0.68, -0.42), (0.52, -0.60), (0.30, -0.66), (0.0, -0.66))
    return [*outer, *right, *((-across, down) for across, down in reversed(right))]


def _bob() -> list[Point]:
    outer = arc((0, 0.07), (0.88, 1.02), 180, 360, squareness=2.4)
    right = [
        *curve((0.88, 0.07), (0.95, 0.40), (0.86, 0.62), (0.70, 0.60)),
        *curve((0.70, 0.60), (0.78, 0.20), (0.70, -0.10), (0.60, -0.48)),
    ]
    fringe = [
        *curve((0.60, -0.48), (0.20, -0.52), (-0.10, -0.78), (-0.22, -0.82)),
        *curve((-0.22, -0.82), (-0.42, -0.56), (-0.60, -0.48)),
    ]
    return [*outer, *right, *fringe, *((-across, down) for across, down in reversed(right))]


def _long() -> list[Point]:
    outer = arc((0, 0.07), (0.86, 1.02), 180, 360, squareness=2.2)
    right = [
        *curve((0.86, 0.07), (0.98, 0.40), (0.84, 0.66), (1.00, 0.96), (0.90, 1.10)),
        *curve((0.66, 1.10), (0.62, 0.86), (0.80, 0.42), (0.74, 0.06), (0.56, -0.36)),
    ]
    parting = [*curve((0.56, -0.36), (0.34, -0.58), (0.06, -0.66), (0.0, -0.80))]
    return [*outer, *right, *parting, *((-across, down) for across, down in reversed([*right, *parting]))]


def _receding() -> list[Point]:
    outer = curve((0.77, 0.04), (0.86, -0.22), (0.80, -0.48), (0.60, -0.72))
    inner = curve((0.60, -0.72), (0.60, -0.44), (0.66, -0.24), (0.70, 0.04))
    return [*outer, *inner]


_HAIR = {"parted": _parted, "curls": _curls, "crop": _crop, "receding": _receding, "bob": _bob, "long": _long}
