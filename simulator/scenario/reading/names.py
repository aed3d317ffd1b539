"""The names that a script defines, gathered before its parts are read so that any part may name any other."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from simulator.scenario.model import END
from simulator.scenario.reading.nodes import MappingNode, Node, Scalar, SequenceNode

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_name(text: str) -> bool:
    """Whether a text is lower-case words joined by hyphens."""
    return _NAME.fullmatch(text) is not None


def name_like(text: str) -> str:
    """The nearest text that is a name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "a-name"


def closest(text: str, names: Iterable[str], surely: bool = False) -> str | None:
    """The name that someone who wrote this text may have meant, if any is near; `surely` if it is to be read as it."""
    if len(text) > LONGEST_COMPARED:
        return None
    near = [name for name in names if abs(len(name) - len(text)) <= 5][:MOST_COMPARED]
    found = difflib.get_close_matches(text.lower(), near, n=1, cutoff=0.8 if surely else 0.6)
    return found[0] if found else None


SECTIONS = ("facts", "promises", "contacts", "turns", "endings")
"""The parts of a script whose keys are names."""

LONGEST_COMPARED = 64
MOST_COMPARED = 400
"""Bounds on looking for the nearest name, which takes time for each pair."""


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of a script by what it names; turns, contacts and endings share one namespace."""

    sections: Mapping[str, Mapping[str, Scalar] | None] = field(default_factory=dict)
    """The keys by name of each of SECTIONS; None where one can't be read, so that nobody knows what it names."""
    destinations: frozenset[str] | None = None
    """Whatever a `then` may name."""
    responses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The turns that have a response of that name."""
    notes: frozenset[str] = frozenset()
    """The notes that some response sets."""

    def known(self, section: str) -> Mapping[str, Scalar] | None:
        """The names of a section, or None where any name must be taken for one."""
        return self.sections.get(section)


def names_in(root: MappingNode) -> Names:
    """The names that a script defines, whatever else is wrong with it."""
    parts = {section: value_of(root, section) for section in SECTIONS}
    sections = {section: _keys(part, section) for section, part in parts.items()}
    shared = [sections[section] for section in ("turns", "contacts", "endings")]
    responses: dict[str, set[str]] = {}
    notes: set[str] = set()
    for turn, body in _entries(parts["turns"]):
        for response, content in _entries(value_of(body, "responses")):
            responses.setdefault(response.text, set()).add(turn.text)
            notes.update(_texts(dict(_named(content)).get("sets")))
    return Names(
        sections=sections,
        destinations=None if None in shared else frozenset(name for names in shared for name in names or ()) | {END},
        responses={name: frozenset(turns) for name, turns in responses.items()},
        notes=frozenset(notes),
    )


def _entries(node: Node | None) -> Iterator[tuple[Scalar, Node]]:
    if isinstance(node, MappingNode):
        yield from node.items


def _keys(node: Node | None, section: str) -> dict[str, Scalar] | None:
    absent_means_none = section in ("facts", "promises")
    if not isinstance(node, MappingNode):
        return {} if node is None and absent_means_none else None
    return {key.text: key for key, _ in node.items}


def _named(node: Node) -> Iterator[tuple[str, Node]]:
    return ((key.text, value) for key, value in _entries(node))


def value_of(node: Node, key: str) -> Node | None:
    """The value of a key in a mapping, also where the key is misspelt beyond doubt."""
    entries = dict(_named(node))
    if key in entries:
        return entries[key]
    near = closest(key, entries, surely=True)
    return entries[near] if near is not None else None


def _texts(node: Node | None) -> Iterator[str]:
    items = node.items if isinstance(node, SequenceNode) else (node,)
    for item in items:
        if isinstance(item, Scalar):
            yield item.text
