"""The turns of a script and their responses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simulator.scenario.model import ALWAYS, TURN_KINDS, Evidence, Response, Then, Turn, TurnKind
from simulator.scenario.problems import meaning, shape
from simulator.scenario.reading.cases import read_evidence, read_line, read_then
from simulator.scenario.reading.conditions import read_condition
from simulator.scenario.reading.desk import Desk
from simulator.scenario.reading.fields import Fields, read_entries, read_fields
from simulator.scenario.reading.nodes import MappingNode, Node, Scalar, SequenceNode
from simulator.scenario.reading.numbers import feelings, read_days, read_yes_or_no, whole
from simulator.scenario.reading.references import names_of, read_new_names
from simulator.scenario.reading.reports import quoted
from simulator.scenario.reading.texts import read_text

MOST_TURNS = 2_000
MOST_RESPONSES = 64

TURN_KEYS = ("says", "asks", "plans", "cue", "detour", "then", "responses")
WHAT_IT_DOES = ("shows", "breaks", "shift", "learns", "promises", "keeps", "sets", "touch")
RESPONSE_KEYS = ("say", "when", *WHAT_IT_DOES, "reply", "why", "again", "after", "then")


def read_turns(desk: Desk, node: Node, key: str) -> Mapping[str, Turn]:
    """The turns by name."""
    entries = read_entries(desk, node, key)
    if len(entries) > MOST_TURNS:
        desk.report(meaning.TOO_MANY_TURNS, node, found=len(entries), most=MOST_TURNS)
        return {}
    if isinstance(node, MappingNode) and not entries:
        desk.report(shape.EMPTY_LIST, node, what=quoted(key))
    turns = ((name.text, _read_turn(desk, name, body)) for name, body in entries)
    return {name: turn for name, turn in turns if turn is not None}


def _read_turn(desk: Desk, name: Scalar, node: Node) -> Turn | None:
    fields = read_fields(desk, node, f"the turn {quoted(name.text)}", TURN_KEYS, name)
    if fields is None:
        return None
    kind = _kind(fields, name)
    otherwise = fields.optional("then", read_then, None)
    return Turn(
        kind=kind,
        line=fields.optional(kind, read_line, ()),
        responses=_read_responses(fields, name, kind, otherwise),
        cue=fields.optional("cue", read_line, ()),
        detour=fields.optional("detour", read_yes_or_no, False),
    )


def _kind(fields: Fields, name: Scalar) -> TurnKind:
    kinds = [kind for kind in TURN_KINDS if kind in fields]
    if not kinds:
        fields.desk.report(meaning.TURN_KIND, name, name=quoted(name.text), found="none")
        return TURN_KINDS[0]
    if len(kinds) > 1:
        second = sorted((fields.key(kind).line, fields.key(kind).column, fields.key(kind)) for kind in kinds)[1][2]
        fields.desk.report(meaning.TURN_KIND, second, name=quoted(name.text), found=len(kinds))
    return kinds[0]


def _read_responses(fields: Fields, turn: Scalar, kind: TurnKind, otherwise: Then | None) -> Mapping[str, Response]:
    desk = fields.desk
    if "responses" not in fields:
        desk.report(meaning.NO_RESPONSES, turn, name=quoted(turn.text))
        return {}
    entries = fields.optional("responses", read_entries, ())
    key, node = fields.entries["responses"]
    if isinstance(node, MappingNode) and not entries:
        desk.report(meaning.NO_RESPONSES, key, name=quoted(turn.text))
    if len(entries) > MOST_RESPONSES:
        desk.report(meaning.TOO_MANY_RESPONSES, key, name=quoted(turn.text), found=len(entries), most=MOST_RESPONSES)
        return {}
    responses = ((name.text, _read_response(desk, name, body, kind, otherwise)) for name, body in entries)
    return {name: response for name, response in responses if response is not None}


def _read_response(desk: Desk, name: Scalar, node: Node, kind: TurnKind, otherwise: Then | None) -> Response | None:
    fields = read_fields(desk, node, f"the response {quoted(name.text)}", RESPONSE_KEYS, name)
    if fields is None:
        return None
    if otherwise is None and "then" not in fields:
        desk.report(meaning.NO_THEN, name, name=quoted(name.text))
    promises = names_of("promise", desk.names.known("promises"))
    response = Response(
        say=fields.needed("say", read_text, ""),
        then=fields.optional("then", read_then, otherwise or ()),
        when=fields.optional("when", read_condition, ALWAYS),
        shows=fields.optional("shows", read_evidence, ()),
        breaks=fields.optional("breaks", read_evidence, ()),
        shift=fields.optional("shift", feelings(-5, 5), {}),
        learns=fields.optional("learns", names_of("fact", desk.names.known("facts")), ()),
        promises=fields.optional("promises", promises, ()),
        keeps=fields.optional("keeps", promises, ()),
        sets=fields.optional("sets", read_new_names, ()),
        reply=fields.optional("reply", read_line, ()),
        why=fields.optional("why", read_text, ""),
        after=fields.optional("after", read_days, None),
        again=fields.optional("again", whole(2, 5), 1),
    )
    _report_contradiction(fields, response.shows, response.breaks)
    return replace(response, touch=False) if not _touches(fields, response, kind) else response


def _report_contradiction(fields: Fields, shown: Evidence, broken: Evidence) -> None:
    """Report each principle that is shown and broken whatever the state."""
    if not (len(shown) == len(broken) == 1 and shown[0].when == broken[0].when == ALWAYS):
        return
    both = dict(shown[0].value).keys() & dict(broken[0].value).keys()
    node = fields.entries["breaks"][1]
    for item in node.items if isinstance(node, SequenceNode) else (node,):
        for key, _ in item.items if isinstance(item, MappingNode) else ():
            if key.text in both:
                fields.desk.report(meaning.SHOWN_AND_BROKEN, key, name=quoted(key.text))


def _touches(fields: Fields, response: Response, kind: TurnKind) -> bool:
    """Whether a response reaches the customer: as its author says, else if there is anything in it that could."""
    if kind != "plans":
        if "touch" in fields:
            fields.desk.report(meaning.TOUCH_OUTSIDE_PLANS, fields.key("touch"))
        return True
    reaches = (response.shows, response.breaks, response.shift, response.promises, response.keeps, response.reply)
    return fields.optional("touch", read_yes_or_no, any(reaches))
