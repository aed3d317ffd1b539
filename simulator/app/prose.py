"""Prose: paragraphs with a marker that hangs in the margin, as every running text of the app is set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

if TYPE_CHECKING:
    from textual.widget import Widget

NOTHING = Content("")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text that wraps beside its marker. Of what people wrote, `text.content` makes Content."""

    text: Content
    marker: Content = NOTHING
    """Stands before the first line; the others are indented as far."""
    above: int = 0
    """Empty lines before it."""
    indent: int = 0
    """Cells before marker and text."""
    bar: str = ""
    """Where given, the style of a bar down its left edge, which sets it apart from the rest."""
    rule: str = ""
    """Where given, the style of a line that fills what the text leaves free on both its sides."""


class Setter:
    """Sets paragraphs in the looks of a widget as it is now.

    Every answer has some text set before it can be painted, so nothing is worked out twice here.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self.style: RichStyle = widget.rich_style
        self._base = widget.visual_style
        self._parsed: dict[str | Style, Style] = {}
        self._looks: dict[Style, RichStyle] = {}

    def prose(self, paragraphs: Iterable[Paragraph], width: int) -> list[Strip]:
        """The lines of some paragraphs, each `width` cells wide."""
        return [line for paragraph in paragraphs for line in self.paragraph(paragraph, width)]

    def paragraph(self, paragraph: Paragraph, width: int) -> list[Strip]:
        """The lines of a paragraph, each `width` cells wide."""
        lines = [self.blank(width)] * paragraph.above
        if paragraph.rule:
            return [*lines, self._line(self._segments(_ruled(paragraph, width)), width)]
        edge = self._edge(paragraph)
        hanging = paragraph.marker.cell_length
        before = paragraph.indent + (2 if paragraph.bar else 0) + hanging
        rest = [Segment(" " * hanging, self.style)] if hanging else []
        for number, text in enumerate(paragraph.text.wrap(max(1, width - before))):
            marker = self._segments(paragraph.marker) if hanging and number == 0 else rest
            lines.append(self._line([*edge, *marker, *self._segments(text)], width))
        return lines

    def blank(self, width: int) -> Strip:
        """An empty line."""
        return Strip([Segment(" " * width, self.style)], width)

    def _edge(self, paragraph: Paragraph) -> list[Segment]:
        """What stands before every line of a paragraph."""
        edge = [Segment(" " * paragraph.indent, self.style)] if paragraph.indent else []
        return edge + self._segments(Content.assemble(("▌", paragraph.bar), " ")) if paragraph.bar else edge

    def _segments(self, content: Content) -> list[Segment]:
        return [Segment(text, self._look(style)) for text, style in content.render(self._base, "", self._parse)]

    def _line(self, segments: list[Segment], width: int) -> Strip:
        free = width - sum(segment.cell_length for segment in segments)
        if free < 0:
            return Strip(segments).crop(0, width)
        return Strip([*segments, Segment(" " * free, self.style)] if free else segments, width)

    def _parse(self, style: str | Style) -> Style:
        if style not in self._parsed:
            self._parsed[style] = self._widget.app.stylesheet.parse_style(style) if isinstance(style, str) else style
        return self._parsed[style]

    def _look(self, style: Style) -> RichStyle:
        if style not in self._looks:
            self._looks[style] = (self._base + style).rich_style
        return self._looks[style]


def laid_over(strip: Strip, style: RichStyle) -> Strip:
    """A line with a style laid over its own."""
    return Strip(list(Segment.apply_style(strip, post_style=style)), strip.cell_length)


def _ruled(paragraph: Paragraph, width: int) -> Content:
    text = paragraph.text.truncate(max(0, width - 8), ellipsis=True)
    left = 2
    right = max(0, width - left - text.cell_length - 2)
    return Content.assemble(("─" * left, paragraph.rule), " ", text, " ", ("─" * right, paragraph.rule))
