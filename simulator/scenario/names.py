"""The names that a script defines, gathered before its parts are read so that any part may name any other."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from simulator.scenario.model import END
from simulator.scenario.tree import MappingNode, Node, Scalar, SequenceNode

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_name(text: str) -> bool:
    """Whether a text is lower-case words joined by hyphens."""
    return _NAME.fullmatch(text) is not None


def name_like(text: str) -> str:
    """The nearest text that is a name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "a-name"


def closest(text: str, names: Collection[str]) -> str | None:
    """The name that someone who wrote this text most likely meant, if any is near."""
    if len(text) > 64:
        return None
    found = difflib.get_close_matches(text.lower(), names, n=1, cutoff=0.6)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of a script by what it names; turns, contacts and endings share one namespace."""

    facts: Mapping[str, Scalar] = field(default_factory=dict)
    promises: Mapping[str, Scalar] = field(default_factory=dict)
    contacts: Mapping[str, Scalar] = field(default_factory=dict)
    turns: Mapping[str, Scalar] = field(default_factory=dict)
    endings: Mapping[str, Scalar] = field(default_factory=dict)
    responses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The turns that have a response of that name."""
    notes: frozenset[str] = frozenset()
    """The notes that some response sets."""

    @property
    def destinations(self) -> list[str]:
        """Whatever a `then` may name."""
        return [*self.turns, *self.contacts, *self.endings, END]


def names_in(root: MappingNode) -> Names:
    """The names that a script defines, whatever else is wrong with it."""
    parts = {key.text: value for key, value in root.items}
    responses: dict[str, set[str]] = {}
    notes: set[str] = set()
    for turn, body in _entries(parts.get("turns")):
        for response, content in _entries(_value(body, "responses")):
            responses.setdefault(response.text, set()).add(turn.text)
            notes.update(_texts(_value(content, "sets")))
    return Names(
        facts=_keys(parts.get("facts")),
        promises=_keys(parts.get("promises")),
        contacts=_keys(parts.get("contacts")),
        turns=_keys(parts.get("turns")),
        endings=_keys(parts.get("endings")),
        responses={name: frozenset(turns) for name, turns in responses.items()},
        notes=frozenset(notes),
    )


def _entries(node: Node | None) -> Iterator[tuple[Scalar, Node]]:
    if isinstance(node, MappingNode):
        yield from node.items


def _keys(node: Node | None) -> dict[str, Scalar]:
    return {key.text: key for key, _ in _entries(node)}


def _value(node: Node, key: str) -> Node | None:
    return next((value for name, value in _entries(node) if name.text == key), None)


def _texts(node: Node | None) -> Iterator[str]:
    items = node.items if isinstance(node, SequenceNode) else (node,)
    for item in items:
        if isinstance(item, Scalar):
            yield item.text
