"""The nodes of a script's tree: texts, mappings and lists with their places, before anything is made of them."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from simulator.scenario.reading.reports import quoted


class Scalar(NamedTuple):
    """A text as typed. `style` is empty for one without quotes, else its quote or `|` or `>`."""

    line: int
    column: int
    text: str
    style: str
    end_line: int
    end_column: int


class MappingNode(NamedTuple):
    """Keys and their values in the order of the file; `flow` if in braces."""

    line: int
    column: int
    items: tuple[tuple[Scalar, Node], ...]
    flow: bool


class SequenceNode(NamedTuple):
    """Values in order; `flow` if in brackets."""

    line: int
    column: int
    items: tuple[Node, ...]
    flow: bool


class Damaged(NamedTuple):
    """Stands for a value that is a problem already, so that nothing more is said about it."""

    line: int
    column: int


Node: TypeAlias = Scalar | MappingNode | SequenceNode | Damaged


def described(node: Node) -> str:
    """What a node is, for a message: "a list", "a mapping", "nothing", or its text."""
    match node:
        case MappingNode():
            return "a mapping (keys with values)"
        case SequenceNode():
            return "a list"
        case Scalar():
            return quoted(node.text) if node.text.strip() else "nothing"
    return "something else"


def places_in(root: Node) -> dict[tuple[str, ...], tuple[int, int]]:
    """The line and column of every key and list item, by the path of keys and numbers that leads there."""
    places: dict[tuple[str, ...], tuple[int, int]] = {}
    waiting: list[tuple[tuple[str, ...], Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, MappingNode):
            children = [((*path, key.text), (key.line, key.column), value) for key, value in node.items]
        elif isinstance(node, SequenceNode):
            children = [((*path, str(i)), (item.line, item.column), item) for i, item in enumerate(node.items)]
        else:
            continue
        for child, place, value in children:
            places[child] = place
            if not isinstance(value, Scalar):
                waiting.append((child, value))
    return places
