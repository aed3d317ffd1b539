"""Small scripts for tests of the rules: written as an author writes them, with all that doesn't matter left out.

Their principles are made up, so that a sum can be seen at a glance: each but the last moves one feeling.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from scoring.principles import principles_from
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.conversation.rules import Answer
from simulator.scenario.model import Script
from simulator.scenario.reader import read_script

Part = Mapping[str, object]
"""A part of a script, as it stands in YAML."""

MOVES = {
    "soothe": {"anger": -1},
    "assure": {"trust": 1},
    "welcome": {"openness": 1},
    "remedy": {"trust": 2},
    "keep-your-word": {"anger": -1, "trust": 2, "openness": 1},
}

PRINCIPLES = principles_from(
    {
        "documents": {},
        "principles": {
            name: {
                **dict.fromkeys(("name", "statement", "why", "shown", "broken", "showing", "breaking"), name),
                "group": "ownership",
                "moves": moves,
                "heard-when-angry": name != "remedy",
                "sources": {},
            }
            for name, moves in MOVES.items()
        },
    }
)
"""Of these an angry customer can't hear `remedy`."""


def response(**keys: object) -> Part:
    """A response; what it says does not matter."""
    return {"say": "Words.", **keys}


NOTHING = response()
"""A response that shows and breaks nothing."""


def says(responses: Mapping[str, Part], **keys: object) -> Part:
    """A turn spoken by the customer."""
    return {"says": "Well?", "responses": responses, **keys}


def asks(responses: Mapping[str, Part], **keys: object) -> Part:
    """A turn that the narrator asks in private."""
    return {"asks": "What does it mean?", "responses": responses, **keys}


def plans(responses: Mapping[str, Part], **keys: object) -> Part:
    """A step of the follow-up."""
    return {"plans": "What now?", "responses": responses, **keys}


def contact(opens: str, after: object) -> Part:
    """A contact that is not the first."""
    return {"channel": "phone", "opens": opens, "after": after}


def ending(outcome: str = "doubtful", **keys: object) -> Part:
    """An ending; what it says does not matter."""
    return {"outcome": outcome, "text": "The end.", **keys}


OVER = says({"end": response(then="end")})
"""A turn at which nothing but the end is left."""


def script(
    turns: Mapping[str, Part],
    *,
    feels: tuple[object, object, object] = (10, 10, 10),
    contacts: Mapping[str, Part] | None = None,
    promises: Mapping[str, str] | None = None,
    facts: tuple[str, ...] = (),
    endings: Mapping[str, Part] | None = None,
    **customer: Any,
) -> Script:
    """A script that begins at the first of its turns.

    `feels` are anger, trust and openness, each a number or a range; `contacts` are those after the first; `promises`
    say by which contact each is due; the rest is of the customer.
    """
    written: dict[str, object] = {
        "title": "A script",
        "kind": "angry",
        "difficulty": 1,
        "setting": "Here.",
        "teaches": ["soothe"],
        "customer": {
            "name": "Dana Whitfield",
            "about": "Somebody.",
            "feels": dict(zip(("anger", "trust", "openness"), feels, strict=True)),
            **customer,
        },
        "contacts": {"here": {"channel": "in person", "opens": next(iter(turns))}, **(contacts or {})},
        "turns": turns,
        "endings": endings or {"the-end": ending()},
    }
    if facts:
        written["facts"] = {name: f"The fact {name}." for name in facts}
    if promises:
        written["promises"] = {name: {"text": f"The promise {name}.", "by": by} for name, by in promises.items()}
    reading = read_script(json.dumps(written, ensure_ascii=False), PRINCIPLES)
    assert reading.script is not None, [f"{problem.message} {problem.hint}" for problem in reading.problems]
    return reading.script


def begun(turns: Mapping[str, Part], *, seed: int = 0, **keys: Any) -> Conversation:
    """The beginning of a conversation; `keys` as for `script`."""
    return Conversation.begin(Game(script(turns, **keys), PRINCIPLES), seed)


def played(conversation: Conversation, *responses: str) -> Conversation:
    """The conversation after these responses."""
    for each in responses:
        conversation = conversation.respond(each)
    return conversation


def answered(given: Part, *others: Part, **keys: Any) -> Conversation:
    """The conversation after a response at its first turn, where others could have been given too."""
    written = {"given": given, **{f"other-{number}": other for number, other in enumerate(others)}}
    return begun({"first": says(written, then="next"), "next": OVER}, **keys).respond("given")


def ids(conversation: Conversation) -> list[str]:
    """The responses that can be given."""
    return [each.id for each in conversation.responses]


def turn_id(conversation: Conversation) -> str | None:
    """The turn that waits for a response."""
    return None if conversation.turn is None else conversation.turn.id


def ending_id(conversation: Conversation) -> str | None:
    """The ending that is reached."""
    return None if conversation.ending is None else conversation.ending.id


def moved(conversation: Conversation) -> tuple[int, ...]:
    """What anger, trust and openness moved by since before the last response."""
    assert conversation.previous is not None
    return tuple(now - then for then, now in zip(conversation.previous.feelings, conversation.feelings, strict=True))


def last_answer(conversation: Conversation) -> Answer:
    """What the last response did."""
    assert conversation.given is not None
    return conversation.given.answer


def last_points(conversation: Conversation) -> int:
    """The points of the last response, without those of an ending."""
    return last_answer(conversation).points
