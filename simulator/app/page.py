"""A page: paragraphs set in lines for a width, each line ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable

from textual.strip import Strip
from textual.widget import Widget

from simulator.app.prose import Paragraph, Setter

MARGIN = 1
"""Cells kept free at the right."""


class Page:
    """Paragraphs and their lines, in the looks of a widget. Adding to it sets only what is new."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._setter: Setter | None = None
        self.paragraphs: list[Paragraph] = []
        self.lines: list[Strip] = []
        self.width = 0
        """The width that the lines are set for, the margin included; none are while it is 0."""
        self.blank = Strip([])
        """An empty line."""

    def put(self, paragraphs: Iterable[Paragraph]) -> bool:
        """Hold these paragraphs instead; gives back whether anything is different now."""
        new = list(paragraphs)
        if new == self.paragraphs:
            return False
        self.paragraphs, self.lines = new, self._set(new)
        return True

    def add(self, paragraphs: Iterable[Paragraph]) -> int:
        """Add paragraphs at the end; gives back the number of the line at which they begin."""
        new = list(paragraphs)
        begins = len(self.lines)
        self.paragraphs += new
        self.lines += self._set(new)
        return begins

    def line_of(self, paragraph: int) -> int:
        """The number of the line at which the paragraph at that place begins."""
        return len(self._set(self.paragraphs[:paragraph]))

    def fit(self, width: int) -> bool:
        """Set the lines for a width; gives back whether that was needed."""
        if width == self.width:
            return False
        self.width = width
        self.reset()
        return True

    def reset(self) -> None:
        """Set the lines anew, since the looks of the widget have changed."""
        self._setter = None
        self.lines = self._set(self.paragraphs)

    def _set(self, paragraphs: list[Paragraph]) -> list[Strip]:
        if self.width <= 0:
            return []
        if self._setter is None:
            self._setter = Setter(self._widget)
            self.blank = self._setter.blank(self.width)
        margin = self._setter.blank(MARGIN)
        lines = self._setter.prose(paragraphs, max(1, self.width - MARGIN))
        # Neighbours of one style are joined here, once, so that drawing a line costs next to nothing.
        return [Strip.join([line, margin]).simplify() for line in lines]
