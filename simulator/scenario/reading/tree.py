"""A script as a tree of texts with their places, built from YAML events and nothing else of YAML.

Every scalar stays the text that the author typed: `no`, `12:30` and `010` are texts. What scripts don't use of YAML
(anchors, aliases, tags, merge keys, further documents) is a problem and is left out of the tree.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from simulator.scenario.characters import REFUSED, name_of, turns_direction
from simulator.scenario.problems import ProblemKind, files, syntax
from simulator.scenario.reading.mending import QUOTE_IT, quoted_text
from simulator.scenario.reading.nodes import Damaged, MappingNode, Node, Scalar, SequenceNode, described
from simulator.scenario.reading.reports import Reports, quoted
from simulator.scenario.reading.source import START, Place, Source
from simulator.scenario.reading.traps import Trap, tabs_in, trap_of

MOST_DEPTH = 32
"""How deep values may be nested."""

MOST_EVENTS = 200_000
"""How many values and brackets a script may have; a real one of the largest size stays below."""


MOST_REPAIRS = 30
"""How many lines of a script are mended to read on."""

MOST_READ_AGAIN = 2 * 1024 * 1024
"""Characters that all readings of one script may come to, so that a huge one is not read over and over."""


WRITE_A_KEY = "Write `key: value`."
NOT_A_KEY = "If this is text, put the whole of it in double quotes."


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


class _Open(NamedTuple):
    """A collection whose end has not come yet: of a mapping keys and values alternate."""

    line: int
    column: int
    mapping: bool
    flow: bool
    nodes: list[Node]


class _Builder:
    """Takes the events of the parser one by one and holds the tree so far."""

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
        if self._events > MOST_EVENTS:
            self._stop(files.TOO_MANY_PARTS, START, most=MOST_EVENTS)
        start = event.start_mark
        line, column = start.line + 1, start.column + 1
        match type(event).__name__:
            case "ScalarEvent":
                self._take_scalar(event, line, column)
            case "MappingStartEvent" | "SequenceStartEvent" as name:
                self._refuse_properties(event, line, column)
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

    def _stop(self, kind: ProblemKind, at: Place, **words: object) -> None:
        self._reports.report(kind, at, **words)
        raise _Stop

    def _take_scalar(self, event: Any, line: int, column: int) -> None:
        self._refuse_properties(event, line, column)
        end, text, style = event.end_mark, event.value, event.style or ""
        self.last = scalar = Scalar(line, column, text, style, end.line + 1, end.column + 1)
        # Only between double quotes can an escape bring in what is not in the file itself.
        if style == '"' and (found := REFUSED.search(text)):
            kind = files.DIRECTION_CHARACTER if turns_direction(found[0]) else files.CONTROL_CHARACTER
            self._reports.report(kind, scalar, name=name_of(found[0]))
        self._add(scalar)

    def _refuse_properties(self, event: Any, line: int, column: int) -> None:
        if event.anchor is None and event.tag is None:
            return
        place = Place(line, column)
        kind = syntax.TAG if event.anchor is None else syntax.ANCHOR
        self._reports.report(kind, place, mended=self._quoting(place))

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
        return MappingNode(opened.line, opened.column, self._entries(opened), opened.flow)

    def _entries(self, opened: _Open) -> tuple[tuple[Scalar, Node], ...]:
        """The keys and values of a mapping, without those whose key is a problem."""
        entries: dict[str, tuple[Scalar, Node]] = {}
        nodes = iter(opened.nodes)
        for key, value in zip(nodes, nodes, strict=True):
            if isinstance(key, Damaged):
                continue
            if not isinstance(key, Scalar):
                suggestion = NOT_A_KEY if opened.flow else WRITE_A_KEY
                self._reports.report(syntax.KEY_NOT_TEXT, key, found=described(key), suggestion=suggestion)
            elif key.text == "" and not key.style:
                self._reports.report(syntax.KEY_NOT_TEXT, key, found="nothing", suggestion=WRITE_A_KEY)
            elif key.text == "<<" and not key.style:
                self._reports.report(syntax.MERGE_KEY, key)
            elif (first := entries.setdefault(key.text, (key, value)))[0] is not key:
                self._reports.report(syntax.DUPLICATE_KEY, key, key=quoted(key.text), line=first[0].line)
        return tuple(entries.values())
