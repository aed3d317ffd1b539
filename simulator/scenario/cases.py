"""Parts of a script that may depend on conditions: what is said, what a response shows, where it leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from simulator.scenario.conditions import read_condition
from simulator.scenario.desk import A_LIST, Desk, read_fields
from simulator.scenario.model import ALWAYS, Case, Cases, Evidence, Line, Then
from simulator.scenario.names import closest
from simulator.scenario.nodes import Damaged, MappingNode, Node, Scalar, SequenceNode
from simulator.scenario.problems import meaning, shape
from simulator.scenario.values import read_name, read_numbers, read_text

T = TypeVar("T")

LINE_KEYS = ("when", "text", "any")
GIVE_A_CONDITION = "Give the earlier ones a `when`."


def read_line(desk: Desk, node: Node, what: str) -> Line:
    """What is said: a text, texts under `any`, or a list of them with conditions."""
    if isinstance(node, SequenceNode) and node.flow and len(node.items) == 1:
        only = node.items[0]
        if isinstance(only, Scalar) and not only.style and desk.text_in_disguise(node):
            return ()
    hint = "Give the earlier ones a `when`; texts that only vary go under `any`: `any: [..., ...]`."
    return _cases(desk, node, what, lambda item: _said(desk, item, what), "say", hint)


def read_then(desk: Desk, node: Node) -> Then:
    """Where a response leads: a name, or a list of names with conditions."""
    return _cases(desk, node, "`then`", lambda item: _destination(desk, item), "go on to", GIVE_A_CONDITION)


def read_evidence(desk: Desk, node: Node, what: str) -> Evidence:
    """What a response shows or breaks: strengths by principle, or a list of them with conditions."""
    cases = list(_cases(desk, node, what, lambda item: _strengths(desk, item, what), "", GIVE_A_CONDITION))
    while cases and not cases[-1].value:
        cases.pop()
    return tuple(cases)


def _cases(
    desk: Desk, node: Node, what: str, read: Callable[[Node], Case[T] | None], verb: str, unreachable: str
) -> Cases[T]:
    items = node.items if isinstance(node, SequenceNode) else (node,)
    if isinstance(node, SequenceNode) and not items:
        desk.report(shape.EMPTY_LIST, node, what=what)
    cases: list[Case[T]] = []
    for place, item in enumerate(items):
        case = read(item)
        if case is None:
            continue
        cases.append(case)
        last = place == len(items) - 1
        if case.when == ALWAYS and not last and not isinstance(item, Damaged):
            desk.report(meaning.UNREACHABLE_CASE, item, suggestion=unreachable)
        elif last and verb and case.when != ALWAYS:
            desk.report(meaning.NO_LAST_CASE, item, verb=verb)
    return tuple(cases)


def _said(desk: Desk, node: Node, what: str) -> Case[tuple[str, ...]] | None:
    if not isinstance(node, MappingNode):
        return Case(ALWAYS, (read_text(desk, node, what),))
    if node.items and not _has_keys_of_a_line(node) and desk.text_in_disguise(node):
        return None
    fields = read_fields(desk, node, "a line", LINE_KEYS)
    if fields is None:
        return None
    condition = fields.get("when")
    when = read_condition(desk, condition) if condition is not None else ALWAYS
    text, any_of = fields.get("text"), fields.get("any")
    if (text is None) == (any_of is None):
        if text is not None or all(key.text in LINE_KEYS for key, _ in node.items):
            desk.report(meaning.TEXT_AND_ANY, node, found="neither" if text is None else "both")
        return Case(when, ())
    if text is not None:
        return Case(when, (read_text(desk, text, what),))
    return Case(when, _any(desk, any_of, what)) if any_of is not None else None


def _has_keys_of_a_line(node: MappingNode) -> bool:
    return any(closest(key.text.partition(":")[0], LINE_KEYS) for key, _ in node.items)


def _any(desk: Desk, node: Node, what: str) -> tuple[str, ...]:
    if not isinstance(node, SequenceNode):
        desk.unexpected(node, "`any`", A_LIST)
        return ()
    if not node.items:
        desk.report(shape.EMPTY_LIST, node, what="`any`")
    return tuple(read_text(desk, item, what) for item in node.items)


def _destination(desk: Desk, node: Node) -> Case[str] | None:
    known = desk.names.destinations
    if not isinstance(node, MappingNode):
        return Case(ALWAYS, read_name(desk, node, "turn, contact or ending", known))
    fields = read_fields(desk, node, "a case of `then`", ("when", "to"))
    if fields is None:
        return None
    condition = fields.get("when")
    when = read_condition(desk, condition) if condition is not None else ALWAYS
    to = fields.needed("to")
    return Case(when, read_name(desk, to, "turn, contact or ending", known) if to is not None else "")


def _strengths(desk: Desk, node: Node, what: str) -> Case[tuple[tuple[str, int], ...]] | None:
    if not isinstance(node, MappingNode):
        desk.unexpected(node, what, "principles with strengths, such as {listen-first: 2}")
        return None
    when = ALWAYS
    strengths = []
    for key, value in node.items:
        if key.text == "when":
            when = read_condition(desk, value)
        else:
            strengths.append((key, value))
    rest = MappingNode(node.line, node.column, tuple(strengths), node.flow)
    numbers = read_numbers(desk, rest, f"The strength in {what}", "principle", desk.known, 1, 3)
    return Case(when, tuple(sorted(numbers.items())))
