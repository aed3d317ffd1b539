"""Parts of a script that may depend on conditions: what is said, what a response shows, where it leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from simulator.scenario.model import ALWAYS, Case, Cases, Evidence, Line, Then
from simulator.scenario.problems import meaning, shape
from simulator.scenario.reading.conditions import read_condition
from simulator.scenario.reading.desk import A_LIST, Desk
from simulator.scenario.reading.fields import read_fields
from simulator.scenario.reading.names import closest
from simulator.scenario.reading.nodes import Damaged, MappingNode, Node, Scalar, SequenceNode
from simulator.scenario.reading.numbers import numbers
from simulator.scenario.reading.references import name_of
from simulator.scenario.reading.reports import quoted
from simulator.scenario.reading.texts import read_text

T = TypeVar("T")

LINE_KEYS = ("when", "text", "any")
GIVE_A_CONDITION = "Give the earlier ones a `when`."
OR_VARY = "Give the earlier ones a `when`; texts that only vary go under `any`: `any: [..., ...]`."


def read_line(desk: Desk, node: Node, key: str) -> Line:
    """What is said: a text, texts under `any`, or a list of either with conditions."""
    if isinstance(node, SequenceNode) and node.flow and len(node.items) == 1:
        only = node.items[0]
        if isinstance(only, Scalar) and not only.style and desk.text_in_disguise(node):
            return ()
    return _read_cases(desk, node, key, _read_said, nothing="nothing to say", earlier=OR_VARY)


def read_then(desk: Desk, node: Node, key: str) -> Then:
    """Where a response leads: a name, or a list of names with conditions."""
    return _read_cases(desk, node, key, _read_destination, nothing="nowhere to go", earlier=GIVE_A_CONDITION)


def read_evidence(desk: Desk, node: Node, key: str) -> Evidence:
    """What a response shows or breaks: strengths by principle, or a list of them with conditions."""
    cases = list(_read_cases(desk, node, key, _read_strengths, nothing="", earlier=GIVE_A_CONDITION))
    while cases and not cases[-1].value:
        # Nothing shown in the last case is what also holds without it.
        cases.pop()
    return tuple(cases)


def _read_cases(
    desk: Desk, node: Node, key: str, read: Callable[[Desk, Node, str], Case[T] | None], nothing: str, earlier: str
) -> Cases[T]:
    """The cases of a list, or the only one. `nothing` says what it means if none holds, empty where that is allowed."""
    items = node.items if isinstance(node, SequenceNode) else (node,)
    if not items:
        desk.report(shape.EMPTY_LIST, node, what=quoted(key))
    cases: list[Case[T]] = []
    for place, item in enumerate(items, start=1):
        case = read(desk, item, key)
        if case is None:
            continue
        cases.append(case)
        last = place == len(items)
        # A condition that couldn't be read is reported where it stands, and isn't one that always holds.
        conditional = case.when != ALWAYS or _has_condition(item)
        if not conditional and not last and not isinstance(item, Damaged):
            desk.report(meaning.UNREACHABLE_CASE, item, suggestion=earlier)
        elif conditional and last and nothing:
            desk.report(meaning.NO_LAST_CASE, item, nothing=nothing)
    return tuple(cases)


def _has_condition(node: Node) -> bool:
    return isinstance(node, MappingNode) and any(name.text == "when" for name, _ in node.items)


def _read_said(desk: Desk, node: Node, key: str) -> Case[tuple[str, ...]] | None:
    if not isinstance(node, MappingNode):
        return Case(ALWAYS, (read_text(desk, node, key),))
    if node.items and not _has_keys_of_a_line(node) and desk.text_in_disguise(node):
        return None
    fields = read_fields(desk, node, "a line", LINE_KEYS)
    if fields is None:
        return None
    when = fields.optional("when", read_condition, ALWAYS)
    if "text" in fields and "any" in fields:
        desk.report(meaning.TEXT_AND_ANY, node, found="both")
    elif "text" not in fields and "any" not in fields and all(name.text in LINE_KEYS for name, _ in node.items):
        desk.report(meaning.TEXT_AND_ANY, node, found="neither")
    if "any" in fields:
        return Case(when, fields.optional("any", _read_any, ()))
    return Case(when, (fields.optional("text", read_text, ""),))


def _has_keys_of_a_line(node: MappingNode) -> bool:
    return any(closest(name.text.partition(":")[0], LINE_KEYS) for name, _ in node.items)


def _read_any(desk: Desk, node: Node, key: str) -> tuple[str, ...]:
    if not isinstance(node, SequenceNode):
        desk.unexpected(node, quoted(key), A_LIST)
        return ()
    if not node.items:
        desk.report(shape.EMPTY_LIST, node, what=quoted(key))
    return tuple(read_text(desk, item, key) for item in node.items)


def _read_destination(desk: Desk, node: Node, key: str) -> Case[str] | None:
    read_name = name_of("turn, contact or ending", desk.names.destinations)
    if not isinstance(node, MappingNode):
        return Case(ALWAYS, read_name(desk, node, key))
    fields = read_fields(desk, node, "a case of `then`", ("when", "to"))
    if fields is None:
        return None
    return Case(fields.optional("when", read_condition, ALWAYS), fields.needed("to", read_name, ""))


def _read_strengths(desk: Desk, node: Node, key: str) -> Case[tuple[tuple[str, int], ...]] | None:
    if not isinstance(node, MappingNode):
        desk.unexpected(node, quoted(key), "principles with strengths, such as {listen-first: 2}")
        return None
    when = next((read_condition(desk, value, "when") for name, value in node.items if name.text == "when"), ALWAYS)
    items = tuple(item for item in node.items if item[0].text != "when")
    rest = MappingNode(node.line, node.column, items, node.flow)
    strengths = numbers("principle", desk.principles, 1, 3)(desk, rest, key)
    return Case(when, tuple(sorted(strengths.items())))
