"""Findings about what a script names and then never needs. They take no play."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.findings.finding import Change, Example, FindingKind, Found
from simulator.analysis.findings.known import Known
from simulator.scenario.model import Response, Script


def responses_of(script: Script) -> Iterator[tuple[str, str, Response]]:
    """Every response of a script, with the names of its turn and of itself."""
    for turn_id, turn in script.turns.items():
        for response_id, response in turn.responses.items():
            yield turn_id, response_id, response


def named_by_then(script: Script) -> set[str]:
    """Every turn, contact and ending that some response may lead to."""
    return {case.value for _, _, response in responses_of(script) for case in response.then}


def _unused_notes(known: Known) -> Iterator[Found]:
    seen: set[str] = set()
    for turn, response_id, response in responses_of(known.script):
        for note in response.sets:
            if note not in seen and not known.reads.ever & known.game.memory.noted[note]:
                yield Found(("turns", turn, "responses", response_id, "sets"), words={"name": note})
            seen.add(note)


UNUSED_NOTE = FindingKind(
    "unused-note",
    "warning",
    "The note `{name}` is set, and no condition ever asks for it.",
    "Ask for it (`noted: {name}`) where it should make a difference, or take it out.",
    "A note does nothing by itself. One that no condition asks for changes nothing in any play.",
    Example(
        (
            Change(
                "        sets: blamed-fitters\n",
                "        ▸sets: [blamed-fitters, looked-away]\n",
            ),
        ),
    ),
    _unused_notes,
    even_if_lost=True,
)


def _unused_facts(known: Known) -> Iterator[Found]:
    learned = {fact for _, _, response in responses_of(known.script) for fact in response.learns}
    for fact in known.script.facts:
        if fact not in learned:
            yield Found(("facts", fact), words={"name": fact})


UNUSED_FACT = FindingKind(
    "unused-fact",
    "warning",
    "No response brings out the fact `{name}`.",
    "Let the response that draws it out say `learns: {name}`, or take the fact out.",
    "A fact is learned only by a response that `learns` it. Without one, it never comes to the trainee's card.",
    Example(
        (
            Change(
                "facts:\n",
                "facts:\n  ▸dog: The dog is called Biscuit.\n",
            ),
        ),
    ),
    _unused_facts,
    even_if_lost=True,
)


def _unasked_facts(known: Known) -> Iterator[Found]:
    learned = {fact for _, _, response in responses_of(known.script) for fact in response.learns}
    for fact in known.script.facts:
        if fact in learned and not known.reads.ever & known.game.memory.knows[fact]:
            yield Found(("facts", fact), words={"name": fact})


UNASKED_FACT = FindingKind(
    "unasked-fact",
    "advice",
    "The fact `{name}` can be learned, and nothing ever asks for it.",
    "Let it open a better answer later (`when: {{knows: {name}}}`), or change what somebody says.",
    "What the customer lets slip is worth remembering if it comes in useful. A fact that no condition asks for goes on "
    "the trainee's card and stays there.",
    Example(
        (
            Change(
                "facts:\n",
                "facts:\n  ▸dog: The dog is called Biscuit.\n",
            ),
            Change(
                "        learns: birthday\n",
                "        learns: [birthday, dog]\n",
            ),
        ),
    ),
    _unasked_facts,
    even_if_lost=True,
)


def _unused_promises(known: Known) -> Iterator[Found]:
    made = {promise for _, _, response in responses_of(known.script) for promise in response.promises}
    for promise in known.script.promises:
        if promise not in made:
            yield Found(("promises", promise), words={"name": promise})


UNUSED_PROMISE = FindingKind(
    "unused-promise",
    "warning",
    "No response makes the promise `{name}`.",
    "Let the response that gives the trainee's word say `promises: {name}`, or take the promise out.",
    "A promise is made only by a response that `promises` it; nobody owes this one.",
    Example(
        (
            Change(
                "promises:\n",
                "promises:\n  ▸send-photos: {text: Send Ada photographs of the new hinge., by: call}\n",
            ),
        ),
    ),
    _unused_promises,
    even_if_lost=True,
)


def _unused_contacts(known: Known) -> Iterator[Found]:
    named = named_by_then(known.script)
    for contact in list(known.script.contacts)[1:]:
        if contact not in named:
            yield Found(("contacts", contact), words={"name": contact})


UNUSED_CONTACT = FindingKind(
    "unused-contact",
    "warning",
    "Nothing leads to the contact `{name}`.",
    "Name it in the `then` of a response, or take it out.",
    "Contacts do not come by themselves as the days pass: a `then` names the one that is next.",
    Example(
        (
            Change(
                "  call: {channel: phone, after: 5 days, opens: the-call}\n",
                "  call: {channel: phone, after: 5 days, opens: the-call}\n"
                "  ▸visit: {channel: at her house, after: 9 days, opens: the-call}\n",
            ),
        ),
    ),
    _unused_contacts,
    even_if_lost=True,
)


def _orphan_turns(known: Known) -> Iterator[Found]:
    named = named_by_then(known.script) | {contact.opens for contact in known.script.contacts.values()}
    for turn in known.script.turns:
        if turn not in named:
            yield Found(("turns", turn), words={"name": turn})


ORPHAN_TURN = FindingKind(
    "orphan-turn",
    "warning",
    "Nothing leads to the turn `{name}`.",
    "Name it in the `then` of a response, or in what a contact `opens`, or take it out.",
    "No response and no contact names this turn, so that nobody ever comes to it.",
    Example(
        (
            Change(
                "endings:\n",
                "  ▸the-weather:\n"
                "    says: Turned out nice again.\n"
                "    then: end\n"
                "    responses:\n"
                "      agree: {say: It has., shows: {stay-kind: 1}}\n"
                "      correct-her: {say: They say rain.}\n"
                "endings:\n",
            ),
        ),
    ),
    _orphan_turns,
    even_if_lost=True,
)

KINDS = (UNUSED_NOTE, UNUSED_FACT, UNASKED_FACT, UNUSED_PROMISE, UNUSED_CONTACT, ORPHAN_TURN)
