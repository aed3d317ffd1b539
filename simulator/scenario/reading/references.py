"""Names in a script that stand for something: one of a few words, or what the script or the principles define."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from simulator.scenario.characters import shown
from simulator.scenario.problems import names, shape
from simulator.scenario.reading.desk import A_LIST, A_NAME, Desk
from simulator.scenario.reading.fields import ReadValue
from simulator.scenario.reading.nodes import Node, Scalar, SequenceNode
from simulator.scenario.reading.reports import quoted

C = TypeVar("C", bound=str)


def choice(noun: str, choices: tuple[C, ...]) -> ReadValue[C]:
    """Reads one of a few words that the format knows."""

    def read(desk: Desk, node: Node, key: str) -> C:
        if not isinstance(node, Scalar):
            desk.unexpected(node, quoted(key), A_NAME)
            return choices[0]
        for word in choices:
            if word == node.text.strip():
                return word
        suggestion = desk.instead_of(node.text, choices)
        desk.report(shape.UNKNOWN_CHOICE, node, found=quoted(node.text), what=noun, suggestion=suggestion)
        return choices[0]

    return read


def name_of(noun: str, known: Collection[str] | None) -> ReadValue[str]:
    """Reads the name of something that is defined; `known` is None where any name must be taken for one."""

    def read(desk: Desk, node: Node, key: str) -> str:
        if not isinstance(node, Scalar):
            desk.unexpected(node, quoted(key), A_NAME)
            return ""
        return node.text if desk.is_known(node, noun, known) else ""

    return read


def names_of(noun: str, known: Collection[str] | None) -> ReadValue[tuple[str, ...]]:
    """Reads the names of things that are defined: one, or a list."""

    def read(desk: Desk, node: Node, key: str) -> tuple[str, ...]:
        return tuple(name.text for name in name_nodes(desk, node, key) if desk.is_known(name, noun, known))

    return read


def read_new_names(desk: Desk, node: Node, key: str) -> tuple[str, ...]:
    """Names that are defined by being used: one, or a list."""
    return tuple(name.text for name in name_nodes(desk, node, key) if desk.is_well_formed(name))


def name_nodes(desk: Desk, node: Node, key: str) -> list[Scalar]:
    """The names of a list, or a single one; each only once."""
    if isinstance(node, SequenceNode):
        items = node.items
        if not items:
            desk.report(shape.EMPTY_LIST, node, what=quoted(key))
    elif isinstance(node, Scalar):
        if "," in node.text:
            words = {"expected": "a name or a list of names", "found": quoted(node.text)}
            suggestion = f"Write `{key}: [{shown(node.text)}]`."
            desk.report(shape.WRONG_TYPE, node, what=quoted(key), suggestion=suggestion, **words)
            return []
        items = (node,)
    else:
        desk.unexpected(node, quoted(key), A_LIST)
        return []
    seen: dict[str, Scalar] = {}
    for item in items:
        if not isinstance(item, Scalar):
            desk.unexpected(item, f"Each name in `{key}`", A_NAME)
        elif item.text in seen:
            desk.report(names.REPEATED_NAME, item, name=quoted(item.text))
        else:
            seen[item.text] = item
    return list(seen.values())
