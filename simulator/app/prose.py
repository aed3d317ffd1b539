"""Prose: paragraphs with a marker that hangs in the margin, as every running text of the app is set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from textual.style import Style
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


def set_paragraph(widget: Widget, paragraph: Paragraph, width: int, style: Style) -> list[Strip]:
    """The lines of a paragraph, each `width` cells wide."""
    blank = Strip.blank(width, style.rich_style)
    lines = [blank] * paragraph.above
    if paragraph.rule:
        return [*lines, _ruled(widget, paragraph, width, style)]
    before = Content(" " * paragraph.indent)
    if paragraph.bar:
        before = Content.assemble(before, ("▌", paragraph.bar), " ")
    hanging = paragraph.marker.cell_length
    inner = max(1, width - before.cell_length - hanging)
    edge = _one_line(widget, before, style)
    rest = Strip.blank(hanging, style.rich_style)
    for number, line in enumerate(_wrapped(widget, paragraph.text, inner, style)):
        marker = _one_line(widget, paragraph.marker, style) if hanging and number == 0 else rest
        lines.append(Strip.join([edge, marker, line]).adjust_cell_length(width, style.rich_style))
    return lines


def set_prose(widget: Widget, paragraphs: Iterable[Paragraph], width: int, style: Style) -> list[Strip]:
    """The lines of all paragraphs."""
    return [line for paragraph in paragraphs for line in set_paragraph(widget, paragraph, width, style)]


def laid_over(strip: Strip, style: RichStyle) -> Strip:
    """A line with a style laid over its own."""
    return Strip(list(Segment.apply_style(strip, post_style=style)), strip.cell_length)


def _ruled(widget: Widget, paragraph: Paragraph, width: int, style: Style) -> Strip:
    text = paragraph.text.truncate(max(0, width - 8), ellipsis=True)
    left = 2
    right = max(0, width - left - text.cell_length - 2)
    line = Content.assemble(("─" * left, paragraph.rule), " ", text, " ", ("─" * right, paragraph.rule))
    return _one_line(widget, line, style).adjust_cell_length(width, style.rich_style)


def _one_line(widget: Widget, content: Content, style: Style) -> Strip:
    lines = _wrapped(widget, content, max(1, content.cell_length), style)
    return lines[0] if lines else Strip([])


def _wrapped(widget: Widget, content: Content, width: int, style: Style) -> list[Strip]:
    return Visual.to_strips(widget, content, width, None, style, apply_selection=False)
