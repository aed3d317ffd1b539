"""The principles: what the source documents teach about treating customers, and the one loader of their file.

A principle says how each feeling moves per point of strength when it is shown. What breaking one moves, who cares, and
what an angry customer can hear are rules of play; they are read here and applied in `simulator.conversation`.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.resources
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

FEELINGS = ("anger", "trust", "openness")
"""The customer's feelings, in the order of every triple of numbers about them."""

GROUPS = ("composure", "empathy", "ownership", "honesty", "relationship")


@dataclass(frozen=True, slots=True)
class Document:
    """One of the source documents: its key in the file and the title it is cited by."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Source:
    """What one document contributes to a principle, in our words."""

    document: Document
    idea: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a document reports, worded so that it can be quoted as that document's."""

    document: Document
    text: str


@dataclass(frozen=True, slots=True)
class Principle:
    """One thing the documents teach about treating customers."""

    id: str
    name: str
    """Imperative, for headings: "Fix the cause"."""
    statement: str
    why: str
    shown: str
    """Past tense, for the sum in words: "fixed the cause"."""
    broken: str
    """Past tense, for the sum in words: "talked round the cause"."""
    showing: str
    """What showing it sounds like."""
    breaking: str
    """What breaking it sounds like."""
    group: str
    moves: tuple[int, int, int]
    """Points of anger, trust and openness per point of strength when shown, -2 to 2 each."""
    heard_when_angry: bool
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...] = ()


class Principles(Mapping[str, Principle]):
    """The principles by id, in the order of their file, with a digest of what the rules read of them."""

    def __init__(self, principles: Mapping[str, Principle]) -> None:
        self._principles = dict(principles)
        read = {
            principle.id: [list(principle.moves), principle.heard_when_angry] for principle in self._principles.values()
        }
        encoded = json.dumps(read, sort_keys=True, separators=(",", ":")).encode()
        self.digest: str = hashlib.sha256(encoded).hexdigest()

    def __getitem__(self, key: str) -> Principle:
        return self._principles[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._principles)

    def __len__(self) -> int:
        return len(self._principles)


@functools.cache
def load_principles() -> Principles:
    """The principles of the package's own `principles.yaml`, read once."""
    import yaml

    text = importlib.resources.files("scoring").joinpath("principles.yaml").read_text(encoding="utf-8")
    return principles_from(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def principles_from(data: Mapping[str, Any]) -> Principles:
    """The principles of a parsed file. Raises KeyError, ValueError or TypeError where it is not as it should be."""
    documents = {key: Document(key, title) for key, title in data["documents"].items()}
    return Principles({key: _principle(key, entry, documents) for key, entry in data["principles"].items()})


def _principle(key: str, entry: Mapping[str, Any], documents: Mapping[str, Document]) -> Principle:
    moves = tuple(int(entry["moves"].get(feeling, 0)) for feeling in FEELINGS)
    if unknown := set(entry["moves"]) - set(FEELINGS):
        raise ValueError(f"{key}: not a feeling: {', '.join(sorted(unknown))}")
    if any(abs(move) > 2 for move in moves):
        raise ValueError(f"{key}: a principle moves no feeling by more than 2")
    if entry["group"] not in GROUPS:
        raise ValueError(f"{key}: not a group: {entry['group']}")
    return Principle(
        id=key,
        name=entry["name"],
        statement=entry["statement"],
        why=entry["why"],
        shown=entry["shown"],
        broken=entry["broken"],
        showing=entry["showing"],
        breaking=entry["breaking"],
        group=entry["group"],
        moves=(moves[0], moves[1], moves[2]),
        heard_when_angry=bool(entry["heard-when-angry"]),
        sources=tuple(Source(documents[key], idea) for key, idea in entry["sources"].items()),
        figures=tuple(Figure(documents[key], text) for key, text in entry.get("figures", {}).items()),
    )
