"""Mappings of the script: those with the keys of the format, and those whose keys are the author's own names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from simulator.scenario.characters import shown
from simulator.scenario.problems import shape, syntax
from simulator.scenario.reading.desk import A_MAPPING, Desk
from simulator.scenario.reading.forms import form_of
from simulator.scenario.reading.names import closest
from simulator.scenario.reading.nodes import Damaged, MappingNode, Node, Scalar
from simulator.scenario.reading.reports import Placed, quoted

T = TypeVar("T")
D = TypeVar("D")

ReadValue: TypeAlias = Callable[[Desk, Node, str], T]
"""Reads the value of a key: the desk, the value's node, and the key for messages. Gives a stand-in after a problem."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping with keys of the format."""

    desk: Desk
    at: Placed
    owner: str
    """What the mapping is, for messages: "the response `own-it`"."""
    entries: dict[str, tuple[Scalar, Node]]

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def key(self, key: str) -> Scalar:
        """Where a key that is there stands."""
        return self.entries[key][0]

    def optional(self, key: str, read: ReadValue[T], otherwise: D) -> T | D:
        """What a key's value is read as, or `otherwise` where the key is absent."""
        return read(self.desk, self.entries[key][1], key) if key in self.entries else otherwise

    def needed(self, key: str, read: ReadValue[T], otherwise: D) -> T | D:
        """What a key's value is read as; its absence is a problem."""
        if key not in self.entries:
            owner = _sentence(self.owner)
            self.desk.report(shape.MISSING_KEY, self.at, owner=owner, key=quoted(key), form=form_of(key))
        return self.optional(key, read, otherwise)


def read_fields(desk: Desk, node: Node, owner: str, allowed: Sequence[str], at: Placed | None = None) -> Fields | None:
    """The fields of a mapping, unknown keys reported; None if it isn't a mapping. `at` is where it is named."""
    if not isinstance(node, MappingNode):
        desk.unexpected(node, _sentence(owner), A_MAPPING)
        return None
    entries = {key.text: (key, value) for key, value in node.items if key.text in allowed}
    for key, value in node.items:
        if key.text in allowed:
            continue
        _report_unknown(desk, key, value, owner, allowed, node.flow)
        # What is misspelt beyond doubt is read as what was meant, so that one fault is one problem and hides no other.
        absent = [name for name in allowed if name not in entries]
        before_colon = key.text.partition(":")[0]
        if before_colon in absent:
            entries[before_colon] = (key, Damaged(key.line, key.column))
        elif (meant := closest(key.text, absent, surely=True)) is not None:
            entries[meant] = (key, value)
    return Fields(desk, at or node, owner, entries)


def _report_unknown(desk: Desk, key: Scalar, value: Node, owner: str, allowed: Sequence[str], flow: bool) -> None:
    word, colon, rest = key.text.partition(":")
    if colon and word in allowed:
        desk.report(syntax.NO_SPACE, key, sign="colon", mended=f"Write: {shown(f'{word}: {rest}')}")
        return
    near = desk.nearest(key.text, allowed)
    if near is not None:
        suggestion = f"Did you mean `{near}`?"
        if not flow and not key.style:
            suggestion += " " + desk.source.mended(key, near, key.end_column)
    elif flow and isinstance(value, Scalar) and not value.text and not value.style:
        suggestion = "If it is the rest of a text with a comma in it, put that whole text in double quotes."
    else:
        suggestion = f"Its keys are {', '.join(allowed)}."
    desk.report(shape.UNKNOWN_KEY, key, key=quoted(key.text), owner=owner, suggestion=suggestion)


def read_entries(desk: Desk, node: Node, key: str) -> tuple[tuple[Scalar, Node], ...]:
    """The names and values of a mapping whose keys are the author's own names; empty if it is none."""
    if not isinstance(node, MappingNode):
        desk.unexpected(node, quoted(key), A_MAPPING)
        return ()
    for name, _ in node.items:
        desk.is_well_formed(name)
    return node.items


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
