"""What a script's turns refer to: its facts, promises, contacts and endings."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scenario.model import ALWAYS, OUTCOMES, Contact, Ending, Promise
from simulator.scenario.problems import meaning, shape
from simulator.scenario.reading.cases import read_line
from simulator.scenario.reading.conditions import read_condition
from simulator.scenario.reading.desk import Desk
from simulator.scenario.reading.fields import Fields, read_entries, read_fields
from simulator.scenario.reading.nodes import MappingNode, Node
from simulator.scenario.reading.numbers import read_days
from simulator.scenario.reading.references import choice, name_of
from simulator.scenario.reading.reports import quoted
from simulator.scenario.reading.texts import read_text, read_title


def read_facts(desk: Desk, node: Node, key: str) -> Mapping[str, str]:
    """The facts by name."""
    return {name.text: read_text(desk, value, name.text) for name, value in read_entries(desk, node, key)}


def read_promises(desk: Desk, node: Node, key: str) -> Mapping[str, Promise]:
    """The promises by name."""
    contact = name_of("contact", desk.names.known("contacts"))
    every = _each(desk, node, key, "promise", ("text", "by"))
    return {
        name: Promise(fields.needed("text", read_text, ""), fields.needed("by", contact, ""))
        for name, fields in every.items()
    }


def read_contacts(desk: Desk, node: Node, key: str) -> Mapping[str, Contact]:
    """The contacts by name; all but the first come after a number of days."""
    turn = name_of("turn", desk.names.known("turns"))
    _report_if_empty(desk, node, key)
    contacts: dict[str, Contact] = {}
    for name, fields in _each(desk, node, key, "contact", ("channel", "after", "opens")).items():
        first = isinstance(node, MappingNode) and name == node.items[0][0].text
        if first and "after" in fields:
            desk.report(meaning.FIRST_CONTACT_WAITS, fields.key("after"))
        contacts[name] = Contact(
            channel=fields.needed("channel", read_title, ""),
            opens=fields.needed("opens", turn, ""),
            after=0 if first else fields.needed("after", read_days, 0),
        )
    return contacts


def read_endings(desk: Desk, node: Node, key: str) -> Mapping[str, Ending]:
    """The endings by name, in the order in which the first that holds is looked for."""
    _report_if_empty(desk, node, key)
    every = _each(desk, node, key, "ending", ("when", "outcome", "text", "aftermath"))
    if every and all("when" in fields for fields in every.values()):
        desk.report(meaning.NO_LAST_ENDING, list(every.values())[-1].at)
    return {
        name: Ending(
            outcome=fields.needed("outcome", choice("an outcome", OUTCOMES), OUTCOMES[0]),
            text=fields.needed("text", read_line, ()),
            aftermath=fields.optional("aftermath", read_line, ()),
            when=fields.optional("when", read_condition, ALWAYS),
        )
        for name, fields in every.items()
    }


def _each(desk: Desk, node: Node, key: str, noun: str, allowed: tuple[str, ...]) -> dict[str, Fields]:
    every = (
        (name.text, read_fields(desk, value, f"the {noun} {quoted(name.text)}", allowed, name))
        for name, value in read_entries(desk, node, key)
    )
    return {name: fields for name, fields in every if fields is not None}


def _report_if_empty(desk: Desk, node: Node, key: str) -> None:
    if isinstance(node, MappingNode) and not node.items:
        desk.report(shape.EMPTY_LIST, node, what=quoted(key))
