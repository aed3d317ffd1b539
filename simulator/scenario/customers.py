"""The customer of a script: who they are, how they feel, what they do with what they can't bear."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.principles import FEELINGS
from simulator.scenario.conditions import read_condition
from simulator.scenario.desk import A_LIST, A_MAPPING, Desk, read_fields
from simulator.scenario.model import Customer, Defence, Leave, Mask, Range
from simulator.scenario.nodes import MappingNode, Node, SequenceNode
from simulator.scenario.problems import shape
from simulator.scenario.reports import Placed
from simulator.scenario.values import (
    MOST_FEELING,
    read_feelings,
    read_name,
    read_numbers,
    read_range,
    read_text,
    read_title,
    read_whole,
    report_missing_feelings,
)

KEYS = ("name", "about", "feels", "cares", "volatility", "forgiving", "defence", "leaves")


def read_customer(desk: Desk, node: Node, at: Placed) -> Customer | None:
    """The customer, or None if what stands there is no mapping."""
    fields = read_fields(desk, node, "the customer", KEYS, at)
    if fields is None:
        return None
    name, about, feels = (fields.needed(key) for key in ("name", "about", "feels"))
    cares, volatility, forgiving = (fields.get(key) for key in ("cares", "volatility", "forgiving"))
    defence, leaves = fields.get("defence"), fields.get("leaves")
    return Customer(
        name=read_title(desk, name, "The customer's name") if name is not None else "",
        about=read_text(desk, about, "`about`") if about is not None else "",
        feels=_read_feels(desk, feels) if feels is not None else {},
        cares=read_numbers(desk, cares, "`cares`", "principle", desk.known, 2, 3) if cares is not None else {},
        volatility=read_whole(desk, volatility, "`volatility`", "volatility", 25, 300)
        if volatility is not None
        else 100,
        forgiving=read_whole(desk, forgiving, "`forgiving`", "forgiving", 0, 100) if forgiving is not None else 0,
        defence=_read_defence(desk, defence) if defence is not None else Defence(),
        leaves=_read_leaves(desk, leaves) if leaves is not None else (),
    )


def _read_feels(desk: Desk, node: Node) -> Mapping[str, Range]:
    if not isinstance(node, MappingNode):
        desk.unexpected(node, "`feels`", A_MAPPING)
        return {}
    feels = {
        key.text: read_range(desk, value, key.text, open_above=False)
        for key, value in node.items
        if desk.known_name(key, "feeling", FEELINGS)
    }
    report_missing_feelings(desk, node, "`feels`")
    return feels


def _read_defence(desk: Desk, node: Node) -> Defence:
    fields = read_fields(desk, node, "the defence", ("deaf", "mask", "doubt"))
    if fields is None:
        return Defence()
    deaf, mask, doubt = (fields.get(key) for key in ("deaf", "mask", "doubt"))
    if isinstance(node, MappingNode) and not node.items:
        desk.report(shape.EMPTY_LIST, node, what="The defence")
    return Defence(
        deaf=read_whole(desk, deaf, "`deaf`", "deaf", 1, MOST_FEELING) if deaf is not None else None,
        mask=_read_mask(desk, mask) if mask is not None else None,
        doubt=read_name(desk, doubt, "principle", desk.known) if doubt is not None else None,
    )


def _read_mask(desk: Desk, node: Node) -> Mask | None:
    fields = read_fields(desk, node, "the mask", ("shows", "until"))
    if fields is None:
        return None
    shows, until = fields.needed("shows"), fields.needed("until")
    if shows is None or until is None:
        return None
    feelings = read_feelings(desk, shows, "what the mask shows", 0, MOST_FEELING, every=True)
    return Mask(feelings, read_condition(desk, until))


def _read_leaves(desk: Desk, node: Node) -> tuple[Leave, ...]:
    if not isinstance(node, SequenceNode):
        desk.unexpected(node, "`leaves`", A_LIST)
        return ()
    leaves = []
    for item in node.items:
        fields = read_fields(desk, item, "an entry of `leaves`", ("when", "ending"))
        if fields is None:
            continue
        when, ending = fields.needed("when"), fields.needed("ending")
        if when is not None and ending is not None:
            leaves.append(
                Leave(read_condition(desk, when), read_name(desk, ending, "ending", desk.names.known("endings")))
            )
    return tuple(leaves)
