"""How each key of a script is written, for hints that show it."""

from __future__ import annotations

FORMS = {
    "title": "title: The third late sofa",
    "kind": "kind: angry",
    "difficulty": "difficulty: 3",
    "setting": "setting: A showroom on a Saturday morning.",
    "teaches": "teaches: [own-the-problem, listen-first]",
    "customer": "customer: {name: ..., about: ..., feels: ...}",
    "name": "name: Dana Whitfield",
    "about": "about: Has taken two mornings off work for nothing.",
    "feels": "feels: {anger: 12-14, trust: 5, openness: 8}",
    "cares": "cares: {own-the-problem: 2}",
    "defence": "defence: {deaf: 14}",
    "mask": "mask: {shows: {anger: 3, trust: 11, openness: 10}, until: {openness: 12+}}",
    "until": "until: {openness: 12+}",
    "leaves": "leaves: [{when: {anger: 19+}, ending: stormed-out}]",
    "facts": "facts: {anniversary: The sofa is for her parents.}",
    "promises": "promises: {call-friday: {text: Call her by noon., by: friday}}",
    "text": 'text: "What is said."',
    "by": "by: friday",
    "contacts": "contacts: {showroom: {channel: in person, opens: third-time}}",
    "channel": "channel: phone",
    "opens": "opens: third-time",
    "after": "after: 6 days",
    "turns": "turns: {third-time: {says: ..., responses: ...}}",
    "responses": "responses: {own-it: {say: ..., then: ...}}",
    "say": 'say: "What the trainee says."',
    "when": "when: {anger: 15+}",
    "not": "not: {anger: 15+}",
    "shows": "shows: {listen-first: 2}",
    "breaks": "breaks: {promise-honestly: 1}",
    "shift": "shift: {trust: 1}",
    "any": 'any: ["One way to say it.", "Another."]',
    "to": "to: third-time",
    "endings": "endings: {not-sure: {outcome: doubtful, text: ...}}",
    "outcome": "outcome: loyal",
    "ending": "ending: stormed-out",
    "anger": "anger: 12-14",
    "trust": "trust: 5",
    "openness": "openness: 8",
}
"""An example of each key, by the key."""


def form_of(key: str) -> str:
    """How a key is written, between backticks."""
    return f"`{FORMS.get(key, f'{key}: ...')}`"
