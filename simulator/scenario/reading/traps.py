"""The errors of the YAML parser as problems: which trap it was, where, and the mended line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from simulator.scenario.characters import shown
from simulator.scenario.problems import ProblemKind, syntax
from simulator.scenario.reading.mending import (
    QUOTE_IT,
    closing_at,
    own_column,
    spaced,
    value_start,
    with_braces,
    with_quote_closed,
    with_value_quoted,
)
from simulator.scenario.reading.nodes import Scalar
from simulator.scenario.reading.source import Place, Source, write

_COMMENT = re.compile(r"[ \t]+#")
_TAB = re.compile(r" *\t")
_KEY_LINE = re.compile(r"\s*(?:- +)*[\w-]+:(?:\s|$)")
_CLOSING = {"{": "}", "[": "]"}
_SIGNS = ("cannot start any token", "are not allowed in this context", "expected node content")
"""What the parser says where a text starts with a sign that YAML gives a meaning."""


@dataclass(frozen=True, slots=True)
class Trap:
    """What the author fell into: the problem, its place, and the mended line where it is certain, to read on with."""

    kind: ProblemKind
    place: Place
    words: dict[str, object] = field(default_factory=dict)
    mended: tuple[int, str] | None = None


def trap_of(error: Any, last: Scalar | None, source: Source) -> Trap:
    """The trap behind an error of the parser; `last` is the last text that was read before it."""
    at = _place(error.problem_mark or error.context_mark)
    started = _place(error.context_mark) if error.context_mark else at
    words = f"{error.context or ''} {error.problem or ''}"
    return (
        _tab(at, words, source)
        or _quote(at, started, words, last, source)
        or _comment(last, source)
        or _missing_space(at, started, words, source)
        or _sign(at, started, words, source)
        or _bracket(at, started, words, source)
        or _colon(at, words, source)
        or _beside(at, words, source)
        or Trap(syntax.YAML_SYNTAX, at, {"detail": shown(words.strip())})
    )


def tabs_in(source: Source) -> list[Trap]:
    """A trap for every line that is indented with a tab."""
    return [
        Trap(syntax.TAB_INDENT, Place(number, found.end()), {"mended": shown(line.strip(), 200)})
        for number, line in enumerate(source.lines, start=1)
        if (found := _TAB.match(line)) and line.strip()
    ]


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _tab(at: Place, words: str, source: Source) -> Trap | None:
    for number in (at.line, at.line - 1):
        line = source.line(number)
        if (found := _TAB.match(line)) and line.strip():
            return Trap(syntax.TAB_INDENT, Place(number, found.end()), {"mended": shown(line.strip(), 200)})
    return None


def _quote(at: Place, started: Place, words: str, last: Scalar | None, source: Source) -> Trap | None:
    if "quoted scalar" in words:
        if "escape" not in words:
            return _unclosed(started, source)
        line = source.line(at.line)
        return Trap(syntax.BAD_ESCAPE, at, {}, (at.line, f"{line[: at.column - 1]}\\{line[at.column - 1 :]}"))
    if last is None or last.style not in ("'", '"') or at.line != last.end_line or last.end_line == last.line:
        return None
    if any(_KEY_LINE.match(source.line(number)) for number in range(last.line + 1, last.end_line + 1)):
        return _unclosed(Place(last.line, last.column), source)
    return None


def _unclosed(start: Place, source: Source) -> Trap:
    line = source.line(start.line)
    if value_start(line) != start.column - 1 or not line[start.column :].strip():
        return Trap(syntax.UNCLOSED_QUOTE, start, {"mended": "Put the closing quote at the end of the text."})
    return _mending(syntax.UNCLOSED_QUOTE, start, source, with_quote_closed(line, start.column - 1))


def _comment(last: Scalar | None, source: Source) -> Trap | None:
    if last is None or last.style or not comment_after(source, last):
        return None
    return _quoting(
        syntax.COMMENT_IN_TEXT, Place(last.end_line, last.end_column), Place(last.line, last.column), source
    )


def comment_after(source: Source, scalar: Scalar) -> bool:
    """Whether a comment follows a text on the line where it ends."""
    return _COMMENT.match(source.line(scalar.end_line), scalar.end_column - 1) is not None


def _missing_space(at: Place, started: Place, words: str, source: Source) -> Trap | None:
    lines = {started.line, at.line - 1} if "allowed" in words or "expected ':'" in words else {at.line}
    for number in sorted(lines):
        line = source.line(number)
        if found := spaced(line):
            mended, sign = found
            place = Place(number, len(line) - len(line.lstrip()) + 1)
            return _mending(syntax.NO_SPACE, place, source, mended, sign=sign)
    if "could not find expected ':'" in words:
        return Trap(syntax.NO_COLON, started)
    return None


def _sign(at: Place, started: Place, words: str, source: Source) -> Trap | None:
    if any(said in words for said in ("scanning an alias", "scanning an anchor", "a tag", "a block scalar")):
        at = started
    elif not any(said in words for said in _SIGNS):
        return None
    line = source.line(at.line)
    sign = line[at.column - 1 : at.column]
    if sign in ("", ":") or "flow" in words:
        return None
    return _quoting(syntax.SPECIAL_START, at, at, source, sign=sign)


def _bracket(at: Place, started: Place, words: str, source: Source) -> Trap | None:
    line = source.line(at.line)
    start = value_start(line)
    if start is not None and start < at.column - 1 and line[start] in _CLOSING:
        closed = closing_at(line[start:].rstrip())
        if closed is not None and closed != len(line[start:].rstrip()) - 1:
            place = Place(at.line, start + 1)
            return _quoting(syntax.SPECIAL_START, place, place, source, sign=line[start])
    if "while parsing a flow" not in words:
        return None
    sign = source.line(started.line)[started.column - 1 : started.column]
    if sign not in _CLOSING:
        return Trap(syntax.BRACKET_TEXT, at)
    if started.line == at.line and closing_at(line[started.column - 1 :]) is not None:
        return Trap(syntax.BRACKET_TEXT, at)
    return Trap(syntax.UNCLOSED_BRACKET, started, {"sign": sign, "closing": _CLOSING[sign]})


def _colon(at: Place, words: str, source: Source) -> Trap | None:
    if "mapping values are not allowed" not in words:
        return None
    line = source.line(at.line)
    start = value_start(line)
    if start is not None and start < at.column - 1:
        if (braced := with_braces(line, start)) is not None:
            return _mending(syntax.NO_BRACES, Place(at.line, start + 1), source, braced)
        return _quoting(syntax.COLON_IN_TEXT, at, Place(at.line, start + 1), source)
    if _KEY_LINE.match(line):
        return Trap(syntax.OVER_INDENTED, Place(at.line, len(line) - len(line.lstrip()) + 1))
    return Trap(syntax.COLON_IN_TEXT, at, {"mended": QUOTE_IT})


def _beside(at: Place, words: str, source: Source) -> Trap | None:
    if "did not find expected key" not in words and "did not find expected '-' indicator" not in words:
        return None
    line = source.line(at.line)
    before = line[: at.column - 1].strip()
    start = value_start(line)
    if before.endswith(('"', "'")):
        if start is None:
            return Trap(syntax.TEXT_AFTER_QUOTE, at, {"mended": QUOTE_IT})
        return _quoting(syntax.TEXT_AFTER_QUOTE, at, Place(at.line, start + 1), source)
    return None if before else Trap(syntax.BAD_INDENT, at)


def _quoting(kind: ProblemKind, place: Place, value: Place, source: Source, **words: object) -> Trap:
    """A trap out of which the value that begins at a place comes by quotes, if it ends its line."""
    line = source.line(value.line)
    if value_start(line) != value.column - 1:
        return Trap(kind, place, {"mended": QUOTE_IT, **words})
    return _mending(kind, place, source, with_value_quoted(line, value.column - 1), number=value.line, **words)


def _mending(
    kind: ProblemKind, place: Place, source: Source, mended: str, number: int | None = None, **words: object
) -> Trap:
    number = place.line if number is None else number
    certain = not _goes_on(number, source)
    return Trap(kind, place, {"mended": write(mended), **words}, (number, mended) if certain else None)


def _goes_on(number: int, source: Source) -> bool:
    """Whether the value of a line goes on over the next ones, so that mending the one line would not mend it."""
    following = next((line for line in source.lines[number:] if line.strip()), "")
    return len(following) - len(following.lstrip(" ")) > own_column(source.line(number))
