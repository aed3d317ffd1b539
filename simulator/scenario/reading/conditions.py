"""Conditions of a script: what must hold for a response, a line, a case or an ending."""

from __future__ import annotations

from scoring.principles import FEELINGS
from simulator.scenario.model import ALWAYS, Condition, FeelingIn, MoodIs, Not, Remembers, Said, Test
from simulator.scenario.moods import MOODS
from simulator.scenario.problems import names, shape
from simulator.scenario.reading.desk import A_MAPPING, Desk
from simulator.scenario.reading.nodes import MappingNode, Node, Scalar, SequenceNode
from simulator.scenario.reading.numbers import read_range
from simulator.scenario.reading.references import name_nodes, names_of
from simulator.scenario.reading.reports import quoted

KEYS = (*FEELINGS, "mood", "knows", "promised", "kept", "noted", "said", "not")


def read_condition(desk: Desk, node: Node, key: str) -> Condition:
    """A condition: a mapping, all of which must hold, or a list of them, any of which may."""
    if isinstance(node, MappingNode):
        return Condition((_tests(desk, node),))
    if not isinstance(node, SequenceNode):
        desk.unexpected(node, quoted(key), A_MAPPING)
        return ALWAYS
    if not node.items:
        desk.report(shape.EMPTY_CONDITION, node)
    any_of = []
    for item in node.items:
        if isinstance(item, MappingNode):
            any_of.append(_tests(desk, item))
        else:
            desk.unexpected(item, f"Each condition in `{key}`", A_MAPPING)
    return Condition(tuple(any_of))


def _tests(desk: Desk, node: MappingNode) -> tuple[Test, ...]:
    if not node.items:
        desk.report(shape.EMPTY_CONDITION, node)
    return tuple(test for key, value in node.items for test in _read_tests(desk, key, value))


def _read_tests(desk: Desk, key: Scalar, value: Node) -> list[Test]:
    word = key.text
    match word:
        case "anger" | "trust" | "openness":
            return [FeelingIn(word, read_range(desk, value, word))]
        case "not":
            return [Not(read_condition(desk, value, word))]
        case "mood":
            return [MoodIs(name) for name in names_of("mood", MOODS)(desk, value, word)]
        case "knows":
            facts = names_of("fact", desk.names.known("facts"))
            return [Remembers(word, name) for name in facts(desk, value, word)]
        case "promised" | "kept":
            promises = names_of("promise", desk.names.known("promises"))
            return [Remembers(word, name) for name in promises(desk, value, word)]
        case "noted":
            notes = names_of("note", desk.names.notes)
            return [Remembers(word, name) for name in notes(desk, value, word)]
        case "said":
            return [test for name in name_nodes(desk, value, word) for test in _said(desk, name)]
    near = desk.nearest(word, KEYS)
    suggestion = f"Did you mean `{near}`?" if near else f"A condition asks for {', '.join(KEYS)}."
    desk.report(shape.UNKNOWN_KEY, key, key=quoted(word), owner="a condition", suggestion=suggestion)
    return []


def _said(desk: Desk, node: Scalar) -> list[Test]:
    turn, dot, response = node.text.rpartition(".")
    turns = desk.names.responses.get(response, frozenset())
    if dot and turn in turns:
        return [Said(turn, response)]
    if not dot and len(turns) == 1:
        return [Said(next(iter(turns)), response)]
    if not dot and turns:
        meant = " or ".join(quoted(f"{name}.{response}") for name in sorted(turns)[:5])
        desk.report(names.AMBIGUOUS_RESPONSE, node, name=quoted(response), mended=meant)
    elif desk.names.known("turns") is not None:
        every = desk.names.responses
        known = [f"{turn}.{response}" for response, turns in every.items() for turn in turns] if dot else every
        desk.is_known(node, "response", known)
    return []
