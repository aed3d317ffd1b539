"""From YAML to the model of a script, or to every problem that stands in the way. Never raises on any content."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from simulator.scenario.cases import read_line
from simulator.scenario.conditions import read_condition
from simulator.scenario.customers import read_customer
from simulator.scenario.desk import Desk, Fields, read_entries, read_fields
from simulator.scenario.model import ALWAYS, END, KINDS, OUTCOMES, Contact, Ending, Promise, Script
from simulator.scenario.names import Names, names_in
from simulator.scenario.nodes import MappingNode, Node, Scalar, places_in
from simulator.scenario.problems import files, meaning, names, shape
from simulator.scenario.reading import Reading
from simulator.scenario.reports import Reports, TooManyProblems, quoted
from simulator.scenario.source import MOST_BYTES, START, Source, read_source
from simulator.scenario.tree import read_tree
from simulator.scenario.turns import read_turns
from simulator.scenario.values import (
    read_choice,
    read_days,
    read_name,
    read_names,
    read_text,
    read_title,
    read_whole,
)

KEYS = (
    "title",
    "kind",
    "difficulty",
    "setting",
    "teaches",
    "customer",
    "facts",
    "promises",
    "contacts",
    "turns",
    "endings",
)


def read_script(source: str | bytes, principles: Collection[str]) -> Reading:
    """Read a script from its text, or from the bytes of its file. `principles` are the ids that it may name."""
    reports = Reports()
    text = ""
    places: Mapping[tuple[str, ...], tuple[int, int]] = {}
    script = None
    try:
        read = read_source(source, reports)
        if read is not None:
            text = read.text
            root, read = read_tree(read, reports)
            if root is not None:
                places = places_in(root)
                script = _read_root(read, reports, root, principles)
    except TooManyProblems:
        pass
    problems = reports.sorted()
    return Reading(None if problems else script, problems, places, text)


def read_file(path: Path, principles: Collection[str]) -> Reading:
    """Read a script from a file; that it can't be read is a problem like any other."""
    reports = Reports()
    try:
        if not path.is_file():
            reason = (
                "it is a folder" if path.is_dir() else "it is not a file" if path.exists() else "there is no such file"
            )
            reports.report(files.CANNOT_READ, START, reason=reason)
            return Reading(None, reports.sorted())
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        reports.report(files.CANNOT_READ, START, reason=reason)
        return Reading(None, reports.sorted())
    return read_script(content, principles)


def _read_root(source: Source, reports: Reports, root: Node, principles: Collection[str]) -> Script | None:
    known = names_in(root) if isinstance(root, MappingNode) else Names()
    desk = Desk(source, reports, known, principles)
    fields = read_fields(desk, root, "a script", KEYS, START)
    if fields is None:
        return None
    _report_clashes(desk)
    needed = {key: fields.needed(key) for key in KEYS if key not in ("facts", "promises")}
    title, kind, difficulty, setting = (needed[key] for key in ("title", "kind", "difficulty", "setting"))
    teaches, customer, turns = (needed[key] for key in ("teaches", "customer", "turns"))
    contacts = _read_contacts(desk, needed["contacts"], fields)
    endings = _read_endings(desk, needed["endings"], fields)
    who = read_customer(desk, customer, fields.keys["customer"]) if customer is not None else None
    script_turns = read_turns(desk, turns, fields.keys["turns"]) if turns is not None else {}
    facts = _read_facts(desk, fields.get("facts"))
    promises = _read_promises(desk, fields.get("promises"))
    script_title = read_title(desk, title, "`title`") if title is not None else ""
    script_kind = read_choice(desk, kind, "a kind", KINDS) if kind is not None else KINDS[0]
    hardness = read_whole(desk, difficulty, "`difficulty`", "difficulty", 1, 5) if difficulty is not None else 1
    place = read_text(desk, setting, "`setting`") if setting is not None else ""
    taught = read_names(desk, teaches, "principle", principles) if teaches is not None else ()
    if who is None:
        return None
    return Script(
        title=script_title,
        kind=script_kind,
        difficulty=hardness,
        setting=place,
        teaches=taught,
        customer=who,
        facts=facts,
        promises=promises,
        contacts=contacts,
        turns=script_turns,
        endings=endings,
    )


def _report_clashes(desk: Desk) -> None:
    taken: dict[str, tuple[str, Scalar]] = {}
    kinds = (("a turn", "turns"), ("a contact", "contacts"), ("an ending", "endings"))
    keys = [(what, key) for what, section in kinds for key in (desk.names.known(section) or {}).values()]
    for what, key in sorted(keys, key=lambda entry: (entry[1].line, entry[1].column)):
        if key.text == END:
            desk.report(names.END_TAKEN, key, what=what.split()[1])
        elif key.text in taken:
            other, first = taken[key.text]
            desk.report(names.NAME_TAKEN, key, name=quoted(key.text), what=other, line=first.line)
        else:
            taken[key.text] = (what, key)


def _read_facts(desk: Desk, node: Node | None) -> Mapping[str, str]:
    return {key.text: read_text(desk, value, "A fact") for key, value in read_entries(desk, node, "`facts`")}


def _read_promises(desk: Desk, node: Node | None) -> Mapping[str, Promise]:
    promises = {}
    for key, value in read_entries(desk, node, "`promises`"):
        fields = read_fields(desk, value, f"the promise {quoted(key.text)}", ("text", "by"), key)
        if fields is None:
            continue
        text, by = fields.needed("text"), fields.needed("by")
        promises[key.text] = Promise(
            read_text(desk, text, "The text of a promise") if text is not None else "",
            read_name(desk, by, "contact", desk.names.known("contacts")) if by is not None else "",
        )
    return promises


def _read_contacts(desk: Desk, node: Node | None, script: Fields) -> Mapping[str, Contact]:
    entries = read_entries(desk, node, "`contacts`")
    if isinstance(node, MappingNode) and not entries:
        desk.report(shape.EMPTY_LIST, script.keys["contacts"], what="`contacts`")
    contacts = {}
    for number, (key, value) in enumerate(entries):
        fields = read_fields(desk, value, f"the contact {quoted(key.text)}", ("channel", "opens", "after"), key)
        if fields is None:
            continue
        channel, opens = fields.needed("channel"), fields.needed("opens")
        after = fields.needed("after") if number else fields.get("after")
        if number == 0 and after is not None:
            desk.report(meaning.FIRST_CONTACT_WAITS, fields.keys["after"])
            after = None
        contacts[key.text] = Contact(
            channel=read_title(desk, channel, "`channel`") if channel is not None else "",
            opens=read_name(desk, opens, "turn", desk.names.known("turns")) if opens is not None else "",
            after=read_days(desk, after, "`after`") if after is not None else 0,
        )
    return contacts


def _read_endings(desk: Desk, node: Node | None, script: Fields) -> Mapping[str, Ending]:
    entries = read_entries(desk, node, "`endings`")
    if isinstance(node, MappingNode) and not entries:
        desk.report(shape.EMPTY_LIST, script.keys["endings"], what="`endings`")
    endings = {}
    conditional: list[Scalar] = []
    for key, value in entries:
        fields = read_fields(
            desk, value, f"the ending {quoted(key.text)}", ("when", "outcome", "text", "aftermath"), key
        )
        if fields is None:
            continue
        outcome, text = fields.needed("outcome"), fields.needed("text")
        when, aftermath = fields.get("when"), fields.get("aftermath")
        if when is not None:
            conditional.append(key)
        endings[key.text] = Ending(
            outcome=read_choice(desk, outcome, "an outcome", OUTCOMES) if outcome is not None else OUTCOMES[0],
            text=read_line(desk, text, "The text of an ending") if text is not None else (),
            aftermath=read_line(desk, aftermath, "`aftermath`") if aftermath is not None else (),
            when=read_condition(desk, when) if when is not None else ALWAYS,
        )
    if entries and len(conditional) == len(entries):
        desk.report(meaning.NO_LAST_ENDING, conditional[-1])
    return endings
