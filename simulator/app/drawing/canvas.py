"""A canvas of dots, shown in braille characters: two dots across and four down in every cell.

Braille patterns are one cell wide in every terminal, unlike most other signs that could be drawn with.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Points: TypeAlias = Sequence[Point]

ACROSS, DOWN = 2, 4
"""Dots in a cell."""

_BLANK = 0x2800
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a cell, by row and column."""


class Canvas:
    """Dots on a grid of `columns` by `rows` cells, each dot on or off."""

    def __init__(self, columns: int, rows: int) -> None:
        self.width = columns * ACROSS
        self.height = rows * DOWN
        self._cells = [bytearray(columns) for _ in range(rows)]

    def copy(self) -> Canvas:
        """Another canvas with the same dots."""
        other = Canvas(0, 0)
        other.width, other.height = self.width, self.height
        other._cells = [bytearray(row) for row in self._cells]
        return other

    def set(self, x: int, y: int, on: bool = True) -> None:
        """Set a dot; what lies outside is left out."""
        if not (0 <= x < self.width and 0 <= y < self.height):
            return
        bit = _BITS[y % DOWN][x % ACROSS]
        row = self._cells[y // DOWN]
        if on:
            row[x // ACROSS] |= bit
        else:
            row[x // ACROSS] &= ~bit

    def stroke(self, points: Points, radius: float = 0.5) -> None:
        """Draw a line through the points, `2 * radius` dots thick."""
        pen = _pen(round(radius, 2))
        for (x, y), (to_x, to_y) in pairwise(points):
            steps = max(1, math.ceil(max(abs(to_x - x), abs(to_y - y))))
            for step in range(steps + 1):
                at_x, at_y = round(x + (to_x - x) * step / steps), round(y + (to_y - y) * step / steps)
                for across, down in pen:
                    self.set(at_x + across, at_y + down)

    def fill(self, outline: Points, on: bool = True) -> None:
        """Fill the shape inside an outline; where it crosses itself, every second part."""
        edges = list(zip(outline, [*outline[1:], outline[0]], strict=True))
        heights = [y for _, y in outline]
        for y in range(max(0, math.ceil(min(heights))), min(self.height - 1, math.floor(max(heights))) + 1):
            crossings = sorted(
                from_x + (y - from_y) * (to_x - from_x) / (to_y - from_y)
                for (from_x, from_y), (to_x, to_y) in edges
                if (from_y <= y) != (to_y <= y)
            )
            for left, right in zip(crossings[::2], crossings[1::2], strict=False):
                for x in range(math.ceil(left - 0.001), math.floor(right + 0.001) + 1):
                    self.set(x, y, on)

    def cell(self, column: int, row: int) -> int:
        """The dots of a cell as bits, 0 where none is on."""
        return self._cells[row][column]

    def lines(self) -> list[str]:
        """The canvas as lines of text; an empty cell is a space."""
        return ["".join(character(cell) for cell in row) for row in self._cells]


def character(dots: int) -> str:
    """The character that shows these dots of a cell."""
    return chr(_BLANK + dots) if dots else " "


def curve(*controls: Point, steps: int = 16) -> list[Point]:
    """Points of the Bézier curve with these control points."""
    points = []
    for step in range(steps + 1):
        part = step / steps
        level = list(controls)
        while len(level) > 1:
            level = [(x + (to_x - x) * part, y + (to_y - y) * part) for (x, y), (to_x, to_y) in pairwise(level)]
        points.append(level[0])
    return points


def arc(
    centre: Point, radii: Point, start: float = 0, end: float = 360, *, squareness: float = 2, steps: int = 40
) -> list[Point]:
    """Points of a part of an ellipse, from `start` to `end` degrees, clockwise from the right.

    At squareness 2 it is an ellipse; above, its sides are fuller.
    """
    points = []
    for step in range(steps + 1):
        angle = math.radians(start + (end - start) * step / steps)
        across, down = math.cos(angle), math.sin(angle)
        points.append(
            (
                centre[0] + radii[0] * math.copysign(abs(across) ** (2 / squareness), across),
                centre[1] + radii[1] * math.copysign(abs(down) ** (2 / squareness), down),
            )
        )
    return points


@functools.lru_cache(maxsize=64)
def _pen(radius: float) -> tuple[tuple[int, int], ...]:
    reach = math.ceil(radius)
    return tuple(
        (x, y)
        for y in range(-reach, reach + 1)
        for x in range(-reach, reach + 1)
        if x * x + y * y <= radius * radius or (x, y) == (0, 0)
    )
