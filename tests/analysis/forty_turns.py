"""A scenario of forty turns, written by a program, in which nothing is found.

The customer is won slowly: few answers move trust, and it drifts back between the contacts. Which response is the best,
how long it is and how it sounds is drawn, so that no habit finds it.
"""

from __future__ import annotations

from random import Random

TURNS = 40
A_CONTACT = 10
"""How many turns each contact has."""

PLAN, LEARNS, ASKS, PROMISES, GRUMBLES, DETOUR, LOCK = 21, 5, 34, 14, 25, 28, 37
"""The turns at which something special happens, counted from 1."""

PHRASES = (
    "Right.",
    "I see what you mean.",
    "Let me look at that.",
    "That's how it stands today.",
    "Sorry about the wait.",
    "Here's what I know and what I don't.",
    "Wonderful, thank you.",
    "There's a form for it.",
    "I'd rather not say.",
    "Leave it with us, it'll be lovely.",
    "It was the other branch.",
    "I've written it down.",
    "Honestly, it's no trouble at all, I'm happy to.",
    "I'm sorry.",
)


def forty_turns(*changes: tuple[str, str]) -> str:
    """The scenario, with parts of it replaced, each of which stands in it once."""
    text = _head() + "".join(_turn(number) for number in range(1, TURNS + 1)) + _ENDINGS
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def _head() -> str:
    contacts = "".join(
        f"  meeting-{number}: {{channel: phone, after: 1 week, opens: moment-{A_CONTACT * number + 1}}}\n"
        for number in range(1, TURNS // A_CONTACT)
    )
    return f"""\
title: Forty moments
kind: repeat-problem
difficulty: 4
setting: A shop that Ruth has come back to for the fourth time.
teaches: [keep-integrity, leave-baggage]
customer:
  name: Ruth Kern
  about: Wants it to hold this time.
  feels: {{anger: 12-13, trust: 4, openness: 10}}
  leaves:
    - {{when: {{anger: 20}}, ending: stormed-out}}
facts:
  boat: She lives on a boat from May.
promises:
  send-part: {{text: Send Ruth the part., by: meeting-2}}
contacts:
  meeting-0: {{channel: in person, opens: moment-1}}
{contacts}turns:
"""


def _turn(number: int) -> str:
    chance = Random(number)
    says = {place: " ".join(chance.sample(PHRASES, chance.randint(1, 3))) for place in range(4)}
    shown = "keep-integrity: 1" if number % 3 == 0 else "leave-baggage: 2"
    evidence = [
        ("good", f"shows: {{{shown}}}"),
        ("middling", "shift: {openness: 1}"),
        ("curt", "breaks: {leave-baggage: 1}"),
        ("false", "breaks: {promise-honestly: 1}"),
    ]
    chance.shuffle(evidence)
    kind = "plans" if number == PLAN else "says"
    responses = "".join(
        f'      {name}-{number}: {{say: "{says[place]}", {what}{_more(number, name)}}}\n'
        for place, (name, what) in enumerate(evidence)
    )
    detour = "    detour: yes\n" if number == DETOUR else ""
    return f"  moment-{number}:\n{detour}    {kind}: What now?\n    then: {_next(number)}\n    responses:\n{responses}"


def _more(number: int, name: str) -> str:
    special = {
        (LEARNS, "good"): ", learns: boat",
        (ASKS, "good"): ", when: {knows: boat}",
        (PROMISES, "middling"): ", promises: send-part",
        (PLAN, "good"): ", keeps: send-part",
        (GRUMBLES, "curt"): ", sets: grumbled",
    }
    return special.get((number, name), "")


def _next(number: int) -> str:
    if number == TURNS:
        return "end"
    if number == DETOUR - 1:
        return f"[{{when: {{noted: grumbled}}, to: moment-{DETOUR}}}, moment-{DETOUR + 1}]"
    if number % A_CONTACT == 0:
        return f"meeting-{number // A_CONTACT}"
    return f"moment-{number + 1}"


_ENDINGS = """\
endings:
  stays: {when: {trust: 12+, anger: 0-6}, outcome: loyal, text: See you in May.}
  content: {when: {trust: 7+}, outcome: satisfied, text: All right.}
  unsure: {when: {trust: 2+}, outcome: doubtful, text: We'll see.}
  gone: {outcome: lost quietly, text: Goodbye.}
  stormed-out: {outcome: lost loudly, text: That's enough.}
"""
