"""What every part of the reader has before it: the source, the names, the principles, and where to report problems."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from simulator.scenario.characters import shown
from simulator.scenario.mending import quoted_text, spaced, value_start
from simulator.scenario.names import Names, closest, is_name, name_like
from simulator.scenario.nodes import Damaged, MappingNode, Node, Scalar, SequenceNode, described
from simulator.scenario.problems import ProblemKind, names, shape, syntax
from simulator.scenario.reports import Placed, Reports, quoted
from simulator.scenario.source import Place, Source, write
from simulator.scenario.yaml_errors import QUOTE_IT

A_MAPPING = "a mapping (keys with values)"
A_LIST = "a list"
A_TEXT = "a text"
A_NAME = "a name"


@dataclass(frozen=True, slots=True)
class Desk:
    """Passed to every function that reads a part. `known` are the ids of the principles."""

    source: Source
    reports: Reports
    names: Names
    known: Collection[str]

    def report(self, kind: ProblemKind, at: Placed, **words: object) -> None:
        """Report a problem at a place; the words fill the templates of its kind."""
        self.reports.report(kind, at, **words)

    def unexpected(self, node: Node, what: str, expected: str) -> None:
        """Report that something of the wrong type stands here."""
        if isinstance(node, Damaged) or (expected == A_TEXT and self.text_in_disguise(node)):
            return
        suggestion = f"Write {expected} here."
        if expected in (A_TEXT, A_NAME) and isinstance(node, MappingNode | SequenceNode):
            suggestion = "Write one text on the line of the key, or in quotes if it has : or # in it."
        elif expected == A_LIST and isinstance(node, Scalar):
            suggestion = f"Write [{shown(node.text)}]."
        elif expected == A_MAPPING and isinstance(node, Scalar) and (found := spaced(node.text)):
            self.report(syntax.NO_SPACE, node, sign=found[1], mended=write(found[0]))
            return
        self.report(shape.WRONG_TYPE, node, what=what, expected=expected, found=described(node), suggestion=suggestion)

    def text_in_disguise(self, node: Node) -> bool:
        """Whether what YAML takes for a mapping or a list is a text that lacks its quotes; reports it if so."""
        if not isinstance(node, MappingNode | SequenceNode):
            return False
        line = self.source.line(node.line)
        sign = line[node.column - 1 : node.column]
        if sign in ("{", "["):
            self.report(syntax.SPECIAL_START, node, sign=sign, mended=quoting(self.source, node))
            return True
        if isinstance(node, SequenceNode) or not node.items or (first := node.items[0])[0].line != first[1].line:
            return False
        key = first[0]
        mended = QUOTE_IT if node.flow else self.source.mended(node, quoted_text(line[node.column - 1 :]))
        self.report(syntax.COLON_IN_TEXT, Place(key.end_line, key.end_column), mended=mended)
        return True

    def known_name(self, node: Scalar, what: str, known: Collection[str] | None) -> bool:
        """Whether a name is among those known (any name is, if those are None); reports it if not."""
        if known is None or node.text in known:
            return True
        suggestion = suggestion_for(node.text, known, self.reports)
        self.report(names.UNKNOWN_NAME, node, what=what, name=quoted(node.text), suggestion=suggestion)
        return False

    def name_is_good(self, key: Scalar) -> bool:
        """Whether the author's own name is well formed; reports it if not."""
        if is_name(key.text):
            return True
        self.report(shape.BAD_NAME, key, found=quoted(key.text), mended=quoted(name_like(key.text)))
        return False


def quoting(source: Source, value: Placed) -> str:
    """A hint with the line on which a value begins, that value in quotes to the end of the line if it goes there."""
    line = source.line(value.line)
    if value_start(line) != value.column - 1:
        return QUOTE_IT
    return source.mended(value, quoted_text(line[value.column - 1 :]))


def suggestion_for(text: str, known: Collection[str], reports: Reports) -> str:
    """What to write instead of an unknown name: the nearest known one, else all of them if they are few."""
    if len(reports) < 50 and (near := closest(text, known)) is not None:
        return f"Did you mean {quoted(near)}?"
    if not known:
        return "None is defined."
    return f"Known are {listed(known)}."


def listed(words: Iterable[str], most: int = 12) -> str:
    """Words with commas between them, the first few of many."""
    every = sorted(words)
    return ", ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")


@dataclass(frozen=True, slots=True)
class Fields:
    """The keys of one mapping of the script, of which each is read once."""

    desk: Desk
    at: Placed
    owner: str
    """What the mapping is, for messages: "the response own-it"."""
    values: Mapping[str, Node]
    keys: Mapping[str, Scalar] = field(default_factory=dict)

    def get(self, key: str) -> Node | None:
        """The value of a key, or None if the key is absent."""
        return self.values.get(key)

    def needed(self, key: str) -> Node | None:
        """The value of a key that must be there; its absence is a problem."""
        if key not in self.values:
            self.desk.report(shape.MISSING_KEY, self.at, owner=self.owner, key=quoted(key))
            return None
        return self.values[key]


def read_fields(desk: Desk, node: Node, owner: str, allowed: Sequence[str], at: Placed | None = None) -> Fields | None:
    """The keys of a mapping, unknown ones reported; None if it isn't a mapping. `at` is where it is named."""
    if not isinstance(node, MappingNode):
        desk.unexpected(node, _sentence(owner), A_MAPPING)
        return None
    values: dict[str, Node] = {}
    keys: dict[str, Scalar] = {}
    unwritten: list[tuple[Scalar, Node]] = []
    for key, value in node.items:
        if key.text in allowed:
            values[key.text] = value
            keys[key.text] = key
        else:
            _unknown_key(desk, key, value, owner, allowed, node.flow)
            unwritten.append((key, value))
    for key, value in unwritten:
        # What is misspelt beyond doubt is read as what was meant, so that one fault is one problem and hides no other.
        meant = closest(key.text, [name for name in allowed if name not in values], surely=True)
        if meant is None and (colon := key.text.find(":")) > 0 and key.text[:colon] in allowed:
            meant, value = key.text[:colon], Damaged(key.line, key.column)
        if meant is not None and meant not in values:
            values[meant] = value
            keys[meant] = key
    return Fields(desk, at or node, owner, values, keys)


def _unknown_key(desk: Desk, key: Scalar, value: Node, owner: str, allowed: Sequence[str], flow: bool) -> None:
    if ":" in key.text and key.text.partition(":")[0] in allowed:
        desk.report(syntax.NO_SPACE, key, sign="colon", mended=f"Write: {shown(key.text.replace(':', ': ', 1))}")
        return
    near = closest(key.text, allowed) if len(desk.reports) < 50 else None
    if near is not None:
        suggestion = f"Did you mean `{near}`?"
        if not flow and not key.style:
            suggestion += " " + desk.source.mended(key, near, key.end_column)
    elif flow and isinstance(value, Scalar) and not value.text and not value.style:
        suggestion = "If it is the rest of a text with a comma in it, put that whole text in double quotes."
    else:
        suggestion = f"Its keys are {', '.join(allowed)}." if allowed else "It has no keys."
    desk.report(shape.UNKNOWN_KEY, key, key=quoted(key.text), owner=owner, suggestion=suggestion)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def read_entries(desk: Desk, node: Node | None, owner: str) -> list[tuple[Scalar, Node]]:
    """The names and values of a mapping whose keys are the author's own names; empty if it is none."""
    if node is None:
        return []
    if not isinstance(node, MappingNode):
        desk.unexpected(node, _sentence(owner), A_MAPPING)
        return []
    for key, _ in node.items:
        desk.name_is_good(key)
    return list(node.items)
