"""The customer of a script: who they are, how they feel, what they do with what they can't bear."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.principles import FEELINGS
from simulator.scenario.model import ALWAYS, Customer, Defence, Leave, Mask, Range
from simulator.scenario.problems import shape
from simulator.scenario.reading.conditions import read_condition
from simulator.scenario.reading.desk import A_LIST, A_MAPPING, Desk
from simulator.scenario.reading.fields import read_fields
from simulator.scenario.reading.nodes import MappingNode, Node, SequenceNode
from simulator.scenario.reading.numbers import (
    MOST_FEELING,
    feelings,
    numbers,
    read_start,
    report_missing_feelings,
    whole,
)
from simulator.scenario.reading.references import name_of
from simulator.scenario.reading.reports import quoted
from simulator.scenario.reading.texts import read_text, read_title

KEYS = ("name", "about", "feels", "cares", "volatility", "forgiving", "defence", "leaves")


def read_customer(desk: Desk, node: Node, key: str) -> Customer | None:
    """The customer, or None if what stands there is no mapping."""
    fields = read_fields(desk, node, "the customer", KEYS)
    if fields is None:
        return None
    return Customer(
        name=fields.needed("name", read_title, ""),
        about=fields.needed("about", read_text, ""),
        feels=fields.needed("feels", _read_feels, {}),
        cares=fields.optional("cares", numbers("principle", desk.principles, 2, 3), {}),
        volatility=fields.optional("volatility", whole(25, 300), 100),
        forgiving=fields.optional("forgiving", whole(0, 100), 0),
        defence=fields.optional("defence", _read_defence, Defence()),
        leaves=fields.optional("leaves", _read_leaves, ()),
    )


def _read_feels(desk: Desk, node: Node, key: str) -> Mapping[str, Range]:
    if not isinstance(node, MappingNode):
        desk.unexpected(node, quoted(key), A_MAPPING)
        return {}
    report_missing_feelings(desk, node, key)
    named = [(name.text, value) for name, value in node.items if desk.is_known(name, "feeling", FEELINGS)]
    return {feeling: read_start(desk, value, feeling) for feeling, value in named}


def _read_defence(desk: Desk, node: Node, key: str) -> Defence:
    fields = read_fields(desk, node, "the defence", ("deaf", "mask", "doubt"))
    if fields is None:
        return Defence()
    if isinstance(node, MappingNode) and not node.items:
        desk.report(shape.EMPTY_LIST, node, what=quoted(key))
    return Defence(
        deaf=fields.optional("deaf", whole(1, MOST_FEELING), None),
        mask=fields.optional("mask", _read_mask, None),
        doubt=fields.optional("doubt", name_of("principle", desk.principles), None),
    )


def _read_mask(desk: Desk, node: Node, key: str) -> Mask | None:
    fields = read_fields(desk, node, "the mask", ("shows", "until"))
    if fields is None:
        return None
    return Mask(fields.needed("shows", _read_shown, {}), fields.needed("until", read_condition, ALWAYS))


def _read_shown(desk: Desk, node: Node, key: str) -> Mapping[str, int]:
    report_missing_feelings(desk, node, key)
    return feelings(0, MOST_FEELING)(desk, node, key)


def _read_leaves(desk: Desk, node: Node, key: str) -> tuple[Leave, ...]:
    if not isinstance(node, SequenceNode):
        desk.unexpected(node, quoted(key), A_LIST)
        return ()
    ending = name_of("ending", desk.names.known("endings"))
    every = (read_fields(desk, item, "an entry of `leaves`", ("when", "ending")) for item in node.items)
    return tuple(
        Leave(fields.needed("when", read_condition, ALWAYS), fields.needed("ending", ending, ""))
        for fields in every
        if fields is not None
    )
