"""Conditions of a script: what must hold for a response, a line, a case or an ending."""

from __future__ import annotations

from scoring.principles import FEELINGS
from simulator.scenario.desk import A_MAPPING, Desk
from simulator.scenario.model import ALWAYS, Condition, FeelingIn, MoodIs, Not, Remembers, Said, Test
from simulator.scenario.moods import MOODS
from simulator.scenario.names import closest
from simulator.scenario.nodes import MappingNode, Node, Scalar, SequenceNode
from simulator.scenario.problems import names, shape
from simulator.scenario.reports import quoted
from simulator.scenario.values import name_nodes, read_names, read_range

KEYS = (*FEELINGS, "mood", "knows", "promised", "kept", "noted", "said", "not")


def read_condition(desk: Desk, node: Node) -> Condition:
    """A condition: a mapping, all of which must hold, or a list of them, any of which may."""
    if isinstance(node, MappingNode):
        return Condition((_tests(desk, node),))
    if not isinstance(node, SequenceNode):
        desk.unexpected(node, "A condition", A_MAPPING)
        return ALWAYS
    if not node.items:
        desk.report(shape.EMPTY_CONDITION, node)
    any_of = []
    for item in node.items:
        if isinstance(item, MappingNode):
            any_of.append(_tests(desk, item))
        else:
            desk.unexpected(item, "Each of a list of conditions", A_MAPPING)
    return Condition(tuple(any_of))


def _tests(desk: Desk, node: MappingNode) -> tuple[Test, ...]:
    if not node.items:
        desk.report(shape.EMPTY_CONDITION, node)
    tests: list[Test] = []
    for key, value in node.items:
        tests.extend(_test(desk, key, value))
    return tuple(tests)


def _test(desk: Desk, key: Scalar, value: Node) -> list[Test]:
    match key.text:
        case "anger" | "trust" | "openness":
            return [FeelingIn(key.text, read_range(desk, value, key.text, open_above=True))]
        case "not":
            return [Not(read_condition(desk, value))]
        case "mood":
            return [MoodIs(name) for name in read_names(desk, value, "mood", MOODS)]
        case "knows" | "promised" | "kept" | "noted" as what:
            noun, known = {
                "knows": ("fact", desk.names.known("facts")),
                "promised": ("promise", desk.names.known("promises")),
                "kept": ("promise", desk.names.known("promises")),
                "noted": ("note", desk.names.notes),
            }[what]
            return [Remembers(what, name) for name in read_names(desk, value, noun, known)]
        case "said":
            return [test for item in name_nodes(desk, value, "response") for test in _said(desk, item)]
    near = closest(key.text, KEYS)
    suggestion = f"Did you mean `{near}`?" if near else f"A condition asks for {', '.join(KEYS)}."
    desk.report(shape.UNKNOWN_KEY, key, key=quoted(key.text), owner="a condition", suggestion=suggestion)
    return []


def _said(desk: Desk, node: Scalar) -> list[Test]:
    turn, dot, response = node.text.rpartition(".")
    if not dot:
        turns = sorted(desk.names.responses.get(response, ()))
        if len(turns) > 1:
            meant = " or ".join(quoted(f"{turn}.{response}") for turn in turns[:5])
            desk.report(names.AMBIGUOUS_RESPONSE, node, name=quoted(response), mended=meant)
            return []
        if desk.known_name(node, "response", desk.names.responses):
            return [Said(turns[0], response)]
        return []
    if turn in desk.names.responses.get(response, ()):
        return [Said(turn, response)]
    every = [f"{turn}.{name}" for name, turns in desk.names.responses.items() for turn in turns]
    desk.known_name(node, "response", every)
    return []
