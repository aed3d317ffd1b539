"""From YAML to the model of a script, or to every problem that stands in the way. Never raises on any content."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from simulator.scenario.model import END, KINDS, Script
from simulator.scenario.problems import Problem, files, names
from simulator.scenario.reading.customers import read_customer
from simulator.scenario.reading.desk import Desk
from simulator.scenario.reading.fields import read_fields
from simulator.scenario.reading.names import Names, names_in
from simulator.scenario.reading.nodes import MappingNode, Node, Scalar, places_in
from simulator.scenario.reading.numbers import whole
from simulator.scenario.reading.plot import read_contacts, read_endings, read_facts, read_promises
from simulator.scenario.reading.references import choice, names_of
from simulator.scenario.reading.reports import Reports, TooManyProblems, quoted
from simulator.scenario.reading.source import MOST_BYTES, START, read_source
from simulator.scenario.reading.texts import read_text, read_title
from simulator.scenario.reading.tree import read_tree
from simulator.scenario.reading.turns import read_turns

PARTS = ("facts", "promises", "contacts", "turns", "endings")
KEYS = ("title", "kind", "difficulty", "trade", "setting", "teaches", "customer", *PARTS)


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of reading one script: a script without problems, or problems and no script."""

    script: Script | None
    problems: tuple[Problem, ...] = ()
    """In the order of their places."""
    places: Mapping[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)
    """Line and column, counted from 1, by the path of keys: ("turns", "third-time", "responses", "own-it")."""
    text: str = ""
    """What was read, as the author wrote it; empty if the file could not be read."""


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
                defined = names_in(root) if isinstance(root, MappingNode) else Names()
                script = _read_root(Desk(read, reports, defined, principles), root)
    except TooManyProblems:
        pass
    problems = reports.sorted()
    return Reading(None if problems else script, problems, places, text)


def read_file(path: Path, principles: Collection[str]) -> Reading:
    """Read a script from a file; that it can't be read is a problem like any other."""
    reports = Reports()
    try:
        if path.is_file():
            with path.open("rb") as file:
                return read_script(file.read(MOST_BYTES + 1), principles)
        reason = "it is a folder" if path.is_dir() else "there is no such file"
        if path.exists() and not path.is_dir():
            reason = "it is not a plain file"
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
    reports.report(files.CANNOT_READ, START, reason=reason)
    return Reading(None, reports.sorted())


def _read_root(desk: Desk, root: Node) -> Script | None:
    fields = read_fields(desk, root, "the script", KEYS, START)
    if fields is None:
        return None
    _report_clashes(desk)
    title = fields.needed("title", read_title, "")
    kind = fields.needed("kind", choice("a kind", KINDS), KINDS[0])
    difficulty = fields.needed("difficulty", whole(1, 5), 1)
    trade = fields.optional("trade", read_title, "")
    setting = fields.needed("setting", read_text, "")
    teaches = fields.needed("teaches", names_of("principle", desk.principles), ())
    customer = fields.needed("customer", read_customer, None)
    facts = fields.optional("facts", read_facts, {})
    promises = fields.optional("promises", read_promises, {})
    contacts = fields.needed("contacts", read_contacts, {})
    turns = fields.needed("turns", read_turns, {})
    endings = fields.needed("endings", read_endings, {})
    if customer is None:
        return None
    return Script(
        title=title,
        kind=kind,
        difficulty=difficulty,
        setting=setting,
        teaches=teaches,
        customer=customer,
        facts=facts,
        promises=promises,
        contacts=contacts,
        turns=turns,
        endings=endings,
        trade=trade,
    )


def _report_clashes(desk: Desk) -> None:
    """Report every name that two of turns, contacts and endings have, and any that is `end`."""
    sections = (("turn", "turns"), ("contact", "contacts"), ("ending", "endings"))
    keys = [(noun, key) for noun, section in sections for key in (desk.names.known(section) or {}).values()]
    taken: dict[str, tuple[str, Scalar]] = {}
    for noun, key in sorted(keys, key=lambda entry: (entry[1].line, entry[1].column)):
        if key.text == END:
            desk.report(names.END_TAKEN, key, what=noun)
        elif key.text in taken:
            other, first = taken[key.text]
            desk.report(names.NAME_TAKEN, key, name=quoted(key.text), what=other, line=first.line)
        else:
            taken[key.text] = (noun, key)
