"""The text of a script before any YAML is read from it: its size, its encoding, its characters."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.characters import REFUSED, name_of, shown, turns_direction, without_refused
from simulator.scenario.problems import files as kinds
from simulator.scenario.reading.reports import Placed, Reports

MOST_BYTES = 1024 * 1024
"""How large a script may be."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a script, line and column counted from 1."""

    line: int
    column: int


START = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Source:
    """A script's text with its refused characters replaced, and its lines without their ends."""

    text: str
    lines: tuple[str, ...]

    def line(self, number: int) -> str:
        """The line of that number, counted from 1; empty beyond the last."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def mended(self, at: Placed, value: str, end: int | None = None) -> str:
        """The line of a place with what stands from there to column `end` (or its end) replaced, to quote in a hint."""
        line = self.line(at.line)
        rest = "" if end is None else line[end - 1 :]
        return write(line[: at.column - 1] + value + rest)

    def with_line(self, number: int, line: str) -> Source:
        """The source with one line replaced."""
        lines = (*self.lines[: number - 1], line, *self.lines[number:])
        return Source("\n".join(lines), lines)


def write(line: str) -> str:
    """A mended line as a hint."""
    return f"Write: {shown(line, 200)}"


def read_source(content: str | bytes, reports: Reports) -> Source | None:
    """The text of a file's content, with a problem for each line that has refused characters, or None if unreadable."""
    text = _decoded(content, reports)
    if text is None:
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if REFUSED.search(text):
        _report_characters(text, reports)
        text = without_refused(text)
    return Source(text, tuple(text.split("\n")))


def _decoded(content: str | bytes, reports: Reports) -> str | None:
    size = len(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        reports.report(kinds.TOO_LARGE, START)
        return None
    if isinstance(content, str):
        return content
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line = before.count("\n")
        reports.report(kinds.NOT_UTF8, Place(line + 1, len(before) - (before.rfind("\n") + 1) + 1))
        return None


def _report_characters(text: str, reports: Reports) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if found := REFUSED.search(line):
            kind = kinds.DIRECTION_CHARACTER if turns_direction(found[0]) else kinds.CONTROL_CHARACTER
            reports.report(kind, Place(number, found.start() + 1), name=name_of(found[0]))
