"""Texts of a script: what a person reads, its white space, its one placeholder."""

from __future__ import annotations

import re

from simulator.scenario.problems import shape, syntax
from simulator.scenario.reading.desk import A_TEXT, Desk
from simulator.scenario.reading.nodes import Node, Scalar
from simulator.scenario.reading.reports import quoted
from simulator.scenario.reading.source import Place
from simulator.scenario.reading.traps import comment_after

PLACEHOLDER = "{customer}"

MOST_TEXT = 2_000
"""Characters of a text."""

MOST_TITLE = 100
"""Characters of a title, a customer's name or a channel."""

MOST_PLACEHOLDERS = 10
"""How many unknown placeholders of one text are reported."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_MORE_INDENTED = re.compile(r"\n[ \t]+([^\n]*)(?:\n(?!\n))?")
_WHITE_SPACE = re.compile(r"[ \t\n]+")


def read_text(desk: Desk, node: Node, key: str) -> str:
    """A text that a person reads, white space collapsed, paragraphs parted by one blank line."""
    text = _text(desk, node, key, MOST_TEXT)
    if isinstance(node, Scalar):
        _report_placeholders(desk, node, PLACEHOLDER, "Only {customer} is one; it becomes the customer's name.")
    return text


def read_title(desk: Desk, node: Node, key: str) -> str:
    """A short text on one line, without a placeholder."""
    text = _text(desk, node, key, MOST_TITLE)
    if isinstance(node, Scalar):
        _report_placeholders(desk, node, "", f"There is none in `{key}`: write the words out.")
    return " ".join(text.split("\n\n"))


def _text(desk: Desk, node: Node, key: str, most: int) -> str:
    if not isinstance(node, Scalar):
        desk.unexpected(node, quoted(key), A_TEXT)
        return ""
    if not node.style and comment_after(desk.source, node):
        place = Place(node.end_line, node.end_column)
        desk.report(syntax.COMMENT_IN_TEXT, place, mended=desk.quoting(node))
    text = collapsed(node.text, node.style)
    if not text.strip():
        desk.report(shape.EMPTY_TEXT, node, what=quoted(key))
    elif len(text) > most:
        desk.report(shape.LONG_TEXT, node, what=quoted(key), length=len(text), most=most)
    return text


def collapsed(text: str, style: str) -> str:
    """A scalar's text with white space runs made one space, and paragraphs parted by exactly one blank line.

    YAML itself makes a space of a line end and a line end of a blank line, except in a text after `|`, and in one after
    `>` where a line stands further in.
    """
    if style == ">":
        text = _MORE_INDENTED.sub(r" \1 ", text)
    paragraphs = _BLANK_LINE.split(text) if style == "|" else text.split("\n")
    clean = (_WHITE_SPACE.sub(" ", paragraph).strip(" ") for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in clean if paragraph)


def _report_placeholders(desk: Desk, node: Scalar, allowed: str, suggestion: str) -> None:
    if "{" not in node.text:
        return
    unknown = [found for found in dict.fromkeys(_PLACEHOLDER.findall(node.text)) if found != allowed]
    for found in unknown[:MOST_PLACEHOLDERS]:
        place = _place_of(desk, node, found)
        desk.report(shape.UNKNOWN_PLACEHOLDER, place, placeholder=quoted(found), suggestion=suggestion)


def _place_of(desk: Desk, node: Scalar, part: str) -> Place:
    """Where a part of a text stands in the file, or where the text does if escapes or line ends hide it."""
    for number in range(node.line, node.end_line + 1):
        start = node.column - 1 if number == node.line else 0
        if (column := desk.source.line(number).find(part, start)) >= 0:
            return Place(number, column + 1)
    return Place(node.line, node.column)
