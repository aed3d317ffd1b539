"""The chart: how the feelings went, answer by answer, drawn in dots and letters in any number of cells.

It can be read without colours: every feeling has its letter at every answer, and its own kind of line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from simulator.app.drawing.canvas import ACROSS, DOWN, Canvas, character

Kind: TypeAlias = Literal[
    "empty", "axis", "number", "anger", "trust", "openness", "guide", "turn", "cursor", "contact", "sign"
]

HIGHEST = 20
Feeling: TypeAlias = Literal["anger", "trust", "openness"]

FEELINGS: tuple[Feeling, ...] = ("anger", "trust", "openness")
LETTERS: dict[Feeling, str] = {"anger": "A", "trust": "T", "openness": "O"}
SMALL_LETTERS = tuple(letter.lower() for letter in LETTERS.values())
LOOSE = 4
"""Of so many dots of a line to compare with, one is drawn."""
TICKS = (20, 15, 10, 5, 0)
LEFT = 4
"""Cells left of the plot, for its scale."""
ABOVE, BELOW = 1, 3
"""Lines above the plot, for the contacts, and below it: the axis, the numbers, the signs."""
TURNING, MASKED = "▲", "░"
"""On the axis: where the conversation turned, and how long a mask was on."""
BETWEEN = 0.6
"""How far apart two contacts are, where an answer takes 1."""


@dataclass(frozen=True, slots=True)
class Point:
    """The feelings at a place on the way."""

    x: float
    feelings: tuple[int, int, int]
    number: int
    """How many answers had been given."""
    arrival: bool = False
    """Whether it is only where the days led to, not an answer."""


@dataclass(frozen=True, slots=True)
class Sign:
    """How an answer was judged, beneath the axis."""

    number: int
    sign: str
    turning: bool
    """Whether the conversation turned there."""


@dataclass(frozen=True, slots=True)
class Guide:
    """Where a contact begins."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole conversation to draw."""

    points: tuple[Point, ...]
    signs: tuple[Sign, ...]
    guides: tuple[Guide, ...]
    masked_to: float = 0
    """Up to which place the customer showed something else than this."""
    beside: tuple[Point, ...] = ()
    """Other feelings to compare these with, drawn in loose dots and small letters."""
    feelings: tuple[Feeling, ...] = FEELINGS
    """Which of the feelings to draw."""

    @property
    def longest(self) -> float:
        """The place of the last point."""
        return max(1.0, self.points[-1].x, *(point.x for point in self.beside[-1:]))

    def place(self, number: int) -> float:
        """Where the answer of that number stands; 0 is the beginning."""
        return next(point.x for point in self.points if point.number == number and not point.arrival)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn chart: for each line its characters and what each of them is."""

    lines: tuple[str, ...]
    kinds: tuple[tuple[Kind, ...], ...]
    columns: dict[int, int]
    """The column of each answer, the beginning included."""


def drawn(chart: Chart, width: int, height: int, cursor: int) -> Drawing:
    """Draw a chart with the cursor at an answer, in at least 20 by 9 cells."""
    sheet = _Sheet(chart, width, height)
    sheet.draw_axes()
    sheet.draw_guides()
    sheet.draw_cursor(cursor)
    for name in chart.feelings:
        sheet.draw_feeling(chart.beside, name, loose=True)
    for name in chart.feelings:
        sheet.draw_feeling(chart.points, name)
    sheet.draw_signs(cursor)
    columns = {point.number: sheet.column(point.x) for point in chart.points if not point.arrival}
    return Drawing(
        tuple("".join(character for character, _ in line) for line in sheet.cells),
        tuple(tuple(kind for _, kind in line) for line in sheet.cells),
        columns,
    )


class _Sheet:
    """The cells being drawn on, each a character and its kind."""

    def __init__(self, chart: Chart, width: int, height: int) -> None:
        self.chart = chart
        self.width, self.height = max(20, width), max(ABOVE + BELOW + 5, height)
        self.columns = self.width - LEFT - 2
        self.rows = self.height - ABOVE - BELOW
        self.cells: list[list[tuple[str, Kind]]] = [[(" ", "empty")] * self.width for _ in range(self.height)]

    def column(self, x: float) -> int:
        """The column of a place on the way."""
        return LEFT + round(x / self.chart.longest * (self.columns - 1))

    def row(self, value: float) -> int:
        """The line of a value."""
        return ABOVE + self._dot_row(value) // DOWN

    def write(self, column: int, line: int, text: str, kind: Kind) -> None:
        """Write a text; what does not fit is left out."""
        for offset, each in enumerate(text):
            if 0 <= column + offset < self.width:
                self.cells[line][column + offset] = (each, kind)

    def draw_axes(self) -> None:
        foot = ABOVE + self.rows
        for line in range(ABOVE, foot):
            self.write(LEFT - 1, line, "│", "axis")
        for tick in TICKS:
            line = self.row(tick)
            self.write(0, line, f"{tick:>2} ", "number")
            self.write(LEFT - 1, line, "┤", "axis")
        self.write(LEFT - 1, foot, "└" + "─" * (self.width - LEFT), "axis")
        if self.chart.masked_to:
            self.write(LEFT, foot, MASKED * (self.column(self.chart.masked_to) - LEFT), "contact")

    def draw_guides(self) -> None:
        """A dotted line where a contact begins, with its name above."""
        ends = 0
        for guide in self.chart.guides:
            column = self.column(guide.x)
            if guide.x > 0:
                for line in range(ABOVE, ABOVE + self.rows):
                    self.write(column, line, "┊", "guide")
            room = self.width - column
            if column >= ends and room >= 6:
                label = guide.label if len(guide.label) <= room else guide.label[: room - 1] + "…"
                self.write(column, 0, label, "contact")
                ends = column + len(label) + 1

    def draw_cursor(self, cursor: int) -> None:
        column = self.column(self.chart.place(cursor))
        for line in range(ABOVE, ABOVE + self.rows):
            self.write(column, line, "│", "cursor")

    def draw_feeling(self, points: tuple[Point, ...], name: Feeling, *, loose: bool = False) -> None:
        canvas = Canvas(self.columns, self.rows)
        feeling = FEELINGS.index(name)
        dots = [((self.column(point.x) - LEFT) * ACROSS, self._dot_row(point.feelings[feeling])) for point in points]
        _trace(canvas, dots, name, loose=loose)
        for row in range(self.rows):
            for column in range(self.columns):
                if dotted := canvas.cell(column, row):
                    self._add(LEFT + column, ABOVE + row, dotted, name)
        letter = LETTERS[name].lower() if loose else LETTERS[name]
        for point in points:
            if not point.arrival:
                self.write(self.column(point.x), self.row(point.feelings[feeling]), letter, name)

    def draw_signs(self, cursor: int) -> None:
        """Under the axis the numbers of the answers, as many as fit, and how each was judged."""
        foot = ABOVE + self.rows
        ends = 0
        for sign in self.chart.signs:
            column = self.column(self.chart.place(sign.number))
            kind: Kind = "turn" if sign.turning else "sign"
            if sign.turning:
                self.write(column, foot, TURNING, "turn")
            elif self.cells[foot][column][0] != MASKED:
                self.write(column, foot, "┴", "axis")
            self.write(column, foot + 2, sign.sign, kind)
            label = str(sign.number)
            begins = column - len(label) + 1
            if sign.number == cursor or (begins > ends and not self._near_cursor(cursor, begins, len(label))):
                self.write(begins, foot + 1, label, "cursor" if sign.number == cursor else "number")
                ends = column + 1

    def _near_cursor(self, cursor: int, begins: int, length: int) -> bool:
        column = self.column(self.chart.place(cursor))
        return begins - 1 <= column <= begins + length + 1

    def _add(self, column: int, line: int, dots: int, name: Kind) -> None:
        there = self.cells[line][column][0]
        if there in LETTERS.values() or there in SMALL_LETTERS:
            return
        if "\u2800" < there <= "\u28ff":
            dots |= ord(there) - 0x2800
        self.cells[line][column] = (character(dots), name)

    def _dot_row(self, value: float) -> int:
        return round((HIGHEST - value) / HIGHEST * (self.rows * DOWN - 1))


def _trace(canvas: Canvas, dots: Sequence[tuple[int, int]], name: Feeling, *, loose: bool) -> None:
    """Anger is a bold line, trust a fine one, openness a dotted one; a loose line has few dots."""
    for (x, y), (to_x, to_y) in pairwise(dots):
        steps = max(abs(to_x - x), abs(to_y - y), 1)
        for step in range(steps + 1):
            at_x, at_y = x + round((to_x - x) * step / steps), y + round((to_y - y) * step / steps)
            if loose and (at_x % LOOSE or at_x == to_x):
                continue
            if name == "openness" and (at_x // 2) % 2:
                continue
            canvas.set(at_x, at_y)
            if loose:
                continue
            if name == "anger":
                canvas.set(at_x, min(at_y + 1, canvas.height - 1))
