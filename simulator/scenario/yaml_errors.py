"""The errors of the YAML parser as problems: which trap it was, where, and the mended line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from simulator.scenario.problems import ProblemKind, syntax
from simulator.scenario.reports import Placed, Reports
from simulator.scenario.source import Place, Source
from simulator.scenario.writing import quoted_text

if TYPE_CHECKING:
    from simulator.scenario.tree import Scalar

QUOTE_IT = "Put the whole text in double quotes."

_TAB = re.compile(r" *\t")
_KEYED = re.compile(r"(?P<lead>\s*(?:- +)*)(?P<key>[\w-]+|\"[^\"]*\"|'[^']*'):[ \t]+(?=\S)")
_ITEM = re.compile(r"\s*(?:- +)+(?=\S)")
_NO_SPACE_AFTER_KEY = re.compile(r"(?P<key>\s*(?:- +)*[\w-]+):(?=[^\s:])")
_NO_SPACE_AFTER_DASH = re.compile(r"(?P<dash>\s*-)(?=[^\s-])")
_SPECIAL = "{[*&!%@`|>"
_CLOSING = {"{": "}", "[": "]"}


def report_yaml_error(error: Any, last: Scalar | None, source: Source, reports: Reports) -> None:
    """Report the error of the parser as the problem that the author has; `last` is the last text read before it."""
    at = _place(error.problem_mark or error.context_mark)
    started = _place(error.context_mark) if error.context_mark else at
    words = f"{error.context or ''} {error.problem or ''}"
    kind, place, replacements = _recognised(words, at, started, last, source)
    reports.report(kind, place, **replacements)


def _recognised(
    words: str, at: Place, started: Place, last: Scalar | None, source: Source
) -> tuple[ProblemKind, Place, dict[str, str]]:
    line = source.line(at.line)
    if "quoted scalar" in words and "escape" in words:
        return syntax.BAD_ESCAPE, at, {}
    if "quoted scalar" in words:
        return syntax.UNCLOSED_QUOTE, started, {"mended": _close_quote(source, started)}
    if tab := _tabbed(at, source):
        mended = source.mended(Place(tab.line, 1), _without_tabs(source.line(tab.line)))
        return syntax.TAB_INDENT, tab, {"mended": mended.removeprefix("Write: ")}
    if last is not None:
        if last.style in ("'", '"') and last.end_line > last.line and at.line == last.end_line:
            return syntax.UNCLOSED_QUOTE, _of(last), {"mended": _close_quote(source, _of(last))}
        if not last.style and _comment_follows(source, last):
            place = Place(last.end_line, last.end_column)
            return syntax.COMMENT_IN_TEXT, place, {"mended": quoting(source, _of(last))}
    if "could not find expected ':'" in words:
        return _no_key(started, source)
    if (start := value_start(line)) is not None and line[start] in _SPECIAL and at.column > start:
        sign = line[start]
        in_line = line[start:].rstrip()
        if sign not in _CLOSING or _closing_at(in_line) not in (None, len(in_line) - 1):
            place = Place(at.line, start + 1)
            return syntax.SPECIAL_START, place, {"sign": sign, "mended": quoting(source, place)}
    if "flow" in words and "while parsing" in words:
        sign = source.line(started.line)[started.column - 1 : started.column] or "{"
        return syntax.UNCLOSED_BRACKET, started, {"sign": sign, "closing": _CLOSING.get(sign, "}")}
    if "mapping values are not allowed" in words:
        return _stray_colon(at, last, source)
    if "did not find expected key" in words or "did not find expected '-' indicator" in words:
        before = line[: at.column - 1].rstrip()
        if before.endswith(('"', "'")) and start is not None:
            return syntax.TEXT_AFTER_QUOTE, at, {"mended": quoting(source, Place(at.line, start + 1))}
        if not before:
            return syntax.BAD_INDENT, at, {}
    return syntax.YAML_SYNTAX, at, {"detail": _in_short(words)}


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _of(scalar: Scalar) -> Place:
    return Place(scalar.line, scalar.column)


def _in_short(words: str) -> str:
    return " ".join(words.split())


def value_start(line: str) -> int | None:
    """Where the value of a line begins, counted from 0: after its dashes and its key; None if it has neither."""
    found = _KEYED.match(line) or _ITEM.match(line)
    return found.end() if found else None


def quoting(source: Source, value: Placed) -> str:
    """A hint with the line whose value begins there, that value in quotes to the end of the line."""
    rest = source.line(value.line)[value.column - 1 :]
    return source.mended(value, quoted_text(rest)) if rest.strip() else QUOTE_IT


def comment_after(source: Source, scalar: Scalar) -> bool:
    """Whether a comment follows a text on the line where it ends."""
    return _comment_follows(source, scalar)


def _comment_follows(source: Source, scalar: Scalar) -> bool:
    return re.match(r"[ \t]+#", source.line(scalar.end_line)[scalar.end_column - 1 :]) is not None


def _tabbed(at: Place, source: Source) -> Place | None:
    for number in (at.line, at.line - 1):
        if found := _TAB.match(source.line(number)):
            return Place(number, found.end())
    return None


def _without_tabs(line: str) -> str:
    return line.lstrip(" \t")


def _close_quote(source: Source, start: Place) -> str:
    line = source.line(start.line)[start.column - 1 :].rstrip()
    quote = line[:1]
    if not quote:
        return QUOTE_IT
    return source.mended(start, quoted_text(line[1:]))


def _no_key(at: Place, source: Source) -> tuple[ProblemKind, Place, dict[str, str]]:
    line = source.line(at.line)
    if found := _NO_SPACE_AFTER_KEY.match(line):
        mended = source.mended(Place(at.line, 1), f"{found['key']}: {line[found.end() :]}")
        return syntax.NO_SPACE, at, {"sign": "colon", "mended": mended}
    if found := _NO_SPACE_AFTER_DASH.match(line):
        mended = source.mended(Place(at.line, 1), f"{found['dash']} {line[found.end() :]}")
        return syntax.NO_SPACE, at, {"sign": "dash", "mended": mended}
    return syntax.NO_COLON, at, {}


def _stray_colon(at: Place, last: Scalar | None, source: Source) -> tuple[ProblemKind, Place, dict[str, str]]:
    line = source.line(at.line)
    start = value_start(line)
    if start is not None and start < at.column - 1:
        return syntax.COLON_IN_TEXT, at, {"mended": quoting(source, Place(at.line, start + 1))}
    above = source.line(at.line - 1)
    if found := _NO_SPACE_AFTER_KEY.match(above):
        mended = source.mended(Place(at.line - 1, 1), f"{found['key']}: {above[found.end() :]}")
        place = Place(at.line - 1, len(above) - len(above.lstrip()) + 1)
        return syntax.NO_SPACE, place, {"sign": "colon", "mended": mended}
    if re.match(r"\s*[\w-]+:(?:\s|$)", line):
        return syntax.OVER_INDENTED, at, {}
    return syntax.COLON_IN_TEXT, at, {"mended": QUOTE_IT}


def _closing_at(text: str) -> int | None:
    """Where the bracket that a text starts with is closed, quotes aside; None if it isn't."""
    depth = 0
    for place, character in enumerate(text):
        if character in "{[":
            depth += 1
        elif character in "}]":
            depth -= 1
            if depth == 0:
                return place
    return None
