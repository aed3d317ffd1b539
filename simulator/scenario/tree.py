"""A script as a tree of texts with their places, built from YAML events and nothing else of YAML.

Every scalar stays the text that the author typed: `no`, `12:30` and `010` are texts. What scripts don't use of YAML
(anchors, aliases, tags, merge keys, further documents) is a problem and is left out of the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from simulator.scenario.characters import REFUSED, name_of, turns_direction
from simulator.scenario.mending import quoted_text
from simulator.scenario.problems import files, syntax
from simulator.scenario.reports import Reports, quoted
from simulator.scenario.source import START, Place, Source
from simulator.scenario.yaml_errors import QUOTE_IT, Trap, tabs_in, trap_of

MOST_DEPTH = 32
"""How deep values may be nested."""

MOST_EVENTS = 200_000
"""How many values and brackets a script may have; a real one of the largest size stays below."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed. `style` is empty for one without quotes, else its quote or `|` or `>`."""

    line: int
    column: int
    text: str
    style: str
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and their values in the order of the file; `flow` if in braces."""

    line: int
    column: int
    items: tuple[tuple[Scalar, Node], ...]
    flow: bool


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """Values in order; `flow` if in brackets."""

    line: int
    column: int
    items: tuple[Node, ...]
    flow: bool


@dataclass(frozen=True, slots=True)
class Damaged:
    """Stands for a value that is a problem already, so that nothing more is said about it."""

    line: int
    column: int


Node: TypeAlias = Scalar | MappingNode | SequenceNode | Damaged


MOST_REPAIRS = 30
"""How many lines of a script are mended to read on."""

MOST_READ_AGAIN = 2 * 1024 * 1024
"""Characters that all readings of one script may come to, so that a huge one is not read over and over."""


class _Stop(Exception):
    """Ends the reading at a problem that makes the rest unreadable."""


def read_tree(source: Source, reports: Reports) -> tuple[Node | None, Source]:
    """The tree of a script, or None where the YAML can't be read to its end; the problems are reported.

    Where the mended line of a fault in the syntax is certain, the reading goes on with that line in the place of the
    faulty one, so that one fault does not hide the next; the source given back is the one that the tree was read from.
    """
    mended = 0
    for repairs in range(MOST_REPAIRS + 1):
        found = _parsed(source, reports)
        if not isinstance(found, Trap):
            return found, source
        if found.place.line <= mended:
            return None, source
        for trap in tabs_in(source) if found.kind is syntax.TAB_INDENT else (found,):
            reports.report(trap.kind, trap.place, **trap.words)
        if found.mended is None or (repairs + 1) * len(source.text) > MOST_READ_AGAIN:
            return None, source
        mended = found.mended[0]
        source = source.with_line(*found.mended)
    return None, source


def _parsed(source: Source, reports: Reports) -> Node | Trap | None:
    """The tree, or the trap at which the parser gave up, or None where a reported problem ended the reading."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(source, reports)
    try:
        for event in yaml.parse(source.text, Loader=loader):
            builder.take(event)
    except _Stop:
        return None
    except yaml.MarkedYAMLError as error:
        return trap_of(error, builder.last, source)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        reports.report(syntax.YAML_SYNTAX, builder.last or START, detail=quoted(str(error)))
        return None
    if builder.root is None:
        reports.report(files.EMPTY_FILE, START)
    return builder.root


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet: of a mapping keys and values alternate."""

    line: int
    column: int
    mapping: bool
    flow: bool
    nodes: list[Node]


class _Builder:
    def __init__(self, source: Source, reports: Reports) -> None:
        self.root: Node | None = None
        self.last: Scalar | None = None
        self._source = source
        self._reports = reports
        self._open: list[_Open] = []
        self._events = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        """Go on by one event. Raises _Stop where the rest can't be read."""
        self._events += 1
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if self._events > MOST_EVENTS:
            self._stop(files.TOO_MANY_PARTS, START, most=MOST_EVENTS)
        match type(event).__name__:
            case "ScalarEvent":
                self._refuse_properties(event)
                self._add(self._scalar(event, line, column))
            case "MappingStartEvent" | "SequenceStartEvent" as name:
                self._refuse_properties(event)
                if len(self._open) >= MOST_DEPTH:
                    self._stop(syntax.TOO_DEEP, Place(line, column), most=MOST_DEPTH)
                self._open.append(_Open(line, column, name == "MappingStartEvent", bool(event.flow_style), []))
            case "MappingEndEvent" | "SequenceEndEvent":
                self._add(self._closed(self._open.pop()))
            case "AliasEvent":
                place = Place(line, column)
                self._reports.report(syntax.ALIAS, place, mended=self._quoting(place))
                self._add(Damaged(line, column))
            case "DocumentStartEvent":
                self._documents += 1
                if self._documents > 1:
                    self._stop(syntax.SEVERAL_DOCUMENTS, Place(line, column))

    def _stop(self, kind: Any, at: Place, **words: object) -> None:
        self._reports.report(kind, at, **words)
        raise _Stop

    def _scalar(self, event: Any, line: int, column: int) -> Scalar:
        end = event.end_mark
        text = event.value
        scalar = Scalar(line, column, text, event.style or "", end.line + 1, end.column + 1)
        if found := REFUSED.search(text):
            kind = files.DIRECTION_CHARACTER if turns_direction(found[0]) else files.CONTROL_CHARACTER
            self._reports.report(kind, scalar, name=name_of(found[0]))
        self.last = scalar
        return scalar

    def _refuse_properties(self, event: Any) -> None:
        place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
        if event.anchor is not None:
            self._reports.report(syntax.ANCHOR, place, mended=self._quoting(place))
        if event.tag is not None:
            self._reports.report(syntax.TAG, place, mended=self._quoting(place))

    def _quoting(self, place: Place) -> str:
        rest = self._source.line(place.line)[place.column - 1 :]
        if any(bracket in rest for bracket in "{}[]") or (self._open and self._open[-1].flow):
            return QUOTE_IT
        return self._source.mended(place, quoted_text(rest))

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _closed(self, opened: _Open) -> Node:
        if not opened.mapping:
            return SequenceNode(opened.line, opened.column, tuple(opened.nodes), opened.flow)
        items = tuple(self._entries(iter(opened.nodes), opened.flow))
        return MappingNode(opened.line, opened.column, items, opened.flow)

    def _entries(self, nodes: Iterator[Node], flow: bool) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        for key, value in zip(nodes, nodes, strict=True):
            if isinstance(key, Damaged):
                continue
            if not isinstance(key, Scalar) or (key.text == "" and not key.style):
                found = "nothing" if isinstance(key, Scalar) else described(key)
                in_text = flow and not isinstance(key, Scalar)
                suggestion = "If this is text, put the whole of it in double quotes." if in_text else "Write `key: value`."
                self._reports.report(syntax.KEY_NOT_TEXT, key, found=found, suggestion=suggestion)
            elif key.text == "<<" and not key.style:
                self._reports.report(syntax.MERGE_KEY, key)
            elif key.text in seen:
                self._reports.report(syntax.DUPLICATE_KEY, key, key=quoted(key.text), line=seen[key.text])
            else:
                seen[key.text] = key.line
                yield key, value


def described(node: Node) -> str:
    """What a node is, for a message: "a list", "a mapping", "nothing", or its text."""
    match node:
        case MappingNode():
            return "a mapping (keys with values)"
        case SequenceNode():
            return "a list"
        case Scalar() if node.text.strip() == "":
            return "nothing"
        case Scalar():
            return quoted(node.text)
    return "something else"


def places_in(root: Node) -> dict[tuple[str, ...], tuple[int, int]]:
    """The line and column of every key and list item, by the path of keys and numbers that leads there."""
    places: dict[tuple[str, ...], tuple[int, int]] = {}
    waiting: list[tuple[tuple[str, ...], Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, MappingNode):
            for key, value in node.items:
                places[(*path, key.text)] = (key.line, key.column)
                waiting.append(((*path, key.text), value))
        elif isinstance(node, SequenceNode):
            for number, value in enumerate(node.items):
                places[(*path, str(number))] = (value.line, value.column)
                waiting.append(((*path, str(number)), value))
    return places
