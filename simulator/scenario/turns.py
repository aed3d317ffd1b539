"""The turns of a script and their responses."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scenario.cases import read_evidence, read_line, read_then
from simulator.scenario.conditions import read_condition
from simulator.scenario.desk import Desk, Fields, read_entries, read_fields
from simulator.scenario.model import ALWAYS, TURN_KINDS, Evidence, Response, Then, Turn, TurnKind
from simulator.scenario.nodes import MappingNode, Node, Scalar, SequenceNode
from simulator.scenario.problems import meaning, shape
from simulator.scenario.reports import quoted
from simulator.scenario.values import (
    read_days,
    read_feelings,
    read_names,
    read_new_names,
    read_text,
    read_whole,
    read_yes_or_no,
)

TURN_KEYS = ("says", "asks", "plans", "cue", "detour", "responses", "then")
RESPONSE_KEYS = (
    "say",
    "when",
    "shows",
    "breaks",
    "shift",
    "learns",
    "promises",
    "keeps",
    "sets",
    "reply",
    "why",
    "after",
    "again",
    "then",
    "touch",
)
MOST_TURNS = 2_000
MOST_RESPONSES = 64


def read_turns(desk: Desk, node: Node, key: Scalar) -> Mapping[str, Turn]:
    """The turns by name."""
    entries = read_entries(desk, node, "`turns`")
    if len(entries) > MOST_TURNS:
        desk.report(meaning.TOO_MANY_TURNS, key, found=len(entries), most=MOST_TURNS)
        return {}
    if isinstance(node, MappingNode) and not entries:
        desk.report(shape.EMPTY_LIST, key, what="`turns`")
    turns = ((name.text, _read_turn(desk, name, body)) for name, body in entries)
    return {name: turn for name, turn in turns if turn is not None}


def _read_turn(desk: Desk, name: Scalar, node: Node) -> Turn | None:
    fields = read_fields(desk, node, f"the turn {quoted(name.text)}", TURN_KEYS, name)
    if fields is None:
        return None
    kind = _kind(desk, fields, name)
    spoken, cue, detour, then = fields.get(kind), fields.get("cue"), fields.get("detour"), fields.get("then")
    otherwise = read_then(desk, then) if then is not None else ()
    return Turn(
        kind=kind,
        line=read_line(desk, spoken, f"`{kind}`") if spoken is not None else (),
        responses=_read_responses(desk, fields, name, kind, otherwise),
        cue=read_line(desk, cue, "`cue`") if cue is not None else (),
        detour=read_yes_or_no(desk, detour, "`detour`", "detour") if detour is not None else False,
    )


def _kind(desk: Desk, fields: Fields, name: Scalar) -> TurnKind:
    kinds = [kind for kind in TURN_KINDS if kind in fields.keys]
    if not kinds:
        desk.report(meaning.TURN_KIND, name, name=quoted(name.text), found="none")
        return "says"
    if len(kinds) > 1:
        later = sorted((fields.keys[kind] for kind in kinds), key=lambda key: (key.line, key.column))[1]
        desk.report(meaning.TURN_KIND, later, name=quoted(name.text), found=len(kinds))
    return kinds[0]


def _read_responses(
    desk: Desk, fields: Fields, turn: Scalar, kind: TurnKind, otherwise: Then
) -> Mapping[str, Response]:
    node = fields.get("responses")
    if node is None:
        desk.report(meaning.NO_RESPONSES, turn, name=quoted(turn.text))
        return {}
    entries = read_entries(desk, node, f"`responses` of {quoted(turn.text)}")
    key = fields.keys["responses"]
    if isinstance(node, MappingNode) and not entries:
        desk.report(meaning.NO_RESPONSES, key, name=quoted(turn.text))
    if len(entries) > MOST_RESPONSES:
        desk.report(meaning.TOO_MANY_RESPONSES, key, name=quoted(turn.text), found=len(entries), most=MOST_RESPONSES)
        return {}
    responses = ((name.text, _read_response(desk, name, body, kind, otherwise)) for name, body in entries)
    return {name: response for name, response in responses if response is not None}


def _read_response(desk: Desk, name: Scalar, node: Node, kind: TurnKind, otherwise: Then) -> Response | None:
    fields = read_fields(desk, node, f"the response {quoted(name.text)}", RESPONSE_KEYS, name)
    if fields is None:
        return None
    known = desk.names
    say, then = fields.needed("say"), fields.get("then")
    if then is None and not otherwise and "then" not in fields.keys:
        desk.report(meaning.NO_THEN, name, name=quoted(name.text))
    when, shows, breaks, shift = (fields.get(key) for key in ("when", "shows", "breaks", "shift"))
    learns, promises, keeps, sets = (fields.get(key) for key in ("learns", "promises", "keeps", "sets"))
    reply, why, after, again = (fields.get(key) for key in ("reply", "why", "after", "again"))
    shown = read_evidence(desk, shows, "`shows`") if shows is not None else ()
    broken = read_evidence(desk, breaks, "`breaks`") if breaks is not None else ()
    _report_contradiction(desk, breaks, shown, broken)
    response = Response(
        say=read_text(desk, say, "`say`") if say is not None else "",
        then=read_then(desk, then) if then is not None else otherwise,
        when=read_condition(desk, when) if when is not None else ALWAYS,
        shows=shown,
        breaks=broken,
        shift=read_feelings(desk, shift, "`shift`", -5, 5, every=False) if shift is not None else {},
        learns=read_names(desk, learns, "fact", known.known("facts")) if learns is not None else (),
        promises=read_names(desk, promises, "promise", known.known("promises")) if promises is not None else (),
        keeps=read_names(desk, keeps, "promise", known.known("promises")) if keeps is not None else (),
        sets=read_new_names(desk, sets, "note") if sets is not None else (),
        reply=read_line(desk, reply, "`reply`") if reply is not None else (),
        why=read_text(desk, why, "`why`") if why is not None else "",
        after=read_days(desk, after, "`after`") if after is not None else None,
        again=read_whole(desk, again, "`again`", "again", 2, 5) if again is not None else 1,
        touch=True,
    )
    return _with_touch(desk, response, fields, kind)


def _report_contradiction(desk: Desk, node: Node | None, shown: Evidence, broken: Evidence) -> None:
    if not (len(shown) == len(broken) == 1 and shown[0].when == broken[0].when == ALWAYS):
        return
    shows = dict(shown[0].value)
    for item in node.items if isinstance(node, SequenceNode) else (node,):
        for key, _ in item.items if isinstance(item, MappingNode) else ():
            if key.text in shows:
                desk.report(meaning.SHOWN_AND_BROKEN, key, name=quoted(key.text))


def _with_touch(desk: Desk, response: Response, fields: Fields, kind: TurnKind) -> Response:
    """The response with its touch: said by the author, else whether anything in it reaches the customer."""
    from dataclasses import replace

    touch = fields.get("touch")
    if kind != "plans":
        if touch is not None:
            desk.report(meaning.TOUCH_OUTSIDE_PLANS, fields.keys["touch"])
        return response
    if touch is not None:
        return replace(response, touch=read_yes_or_no(desk, touch, "`touch`", "touch"))
    reaches = (response.shows, response.breaks, response.shift, response.promises, response.keeps, response.reply)
    return replace(response, touch=any(reaches))
