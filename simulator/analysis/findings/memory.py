"""Findings about promises and facts that come to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.findings.finding import Change, Example, FindingKind, Found
from simulator.analysis.findings.known import Known
from simulator.analysis.findings.unused import responses_of
from simulator.scenario.model import Response


def _unkeepable_promises(known: Known) -> Iterator[Found]:
    coverage = known.coverage
    for promise in known.script.promises:
        makers = [
            (turn, response_id, response)
            for turn, response_id, response in responses_of(known.script)
            if promise in response.promises and (turn, response_id) in coverage.responses
        ]
        if promise in coverage.kept or all(_is_a_trap(response) for _, _, response in makers):
            continue
        spots = coverage.broken.get(promise) or [
            spot for turn, response_id, _ in makers for spot in coverage.responses[turn, response_id]
        ]
        yield Found(("promises", promise), known.ways.shortest(spots), {"name": promise})


def _is_a_trap(response: Response) -> bool:
    """Whether a response that promises is marked as promising what nobody can hold to."""
    return any(principle == "promise-honestly" for case in response.breaks for principle, _ in case.value)


UNKEEPABLE_PROMISE = FindingKind(
    "unkeepable-promise",
    "error",
    "The promise `{name}` can be made, and no play can keep it.",
    "Let a response before it falls due say `keeps: {name}`, and see that it can be given; "
    "or mark the promise as a trap: `breaks: {{promise-honestly: 2}}`.",
    "Whoever gives this word breaks it, whatever they do. If that is the lesson, the response that promises should "
    "break `promise-honestly`, and this is no finding.",
    Example(
        (
            Change(
                "  ring-tuesday: {text: Ring Ada on Tuesday to hear whether the hinge holds., by: call}\n",
                "  ▸ring-tuesday: {text: Ring Ada on Tuesday to hear whether the hinge holds., by: call}\n",
            ),
            Change(
                "      ring-her: {say: Ring Ada from the back room., shows: {follow-up: 2}, keeps: ring-tuesday}\n",
                "      ring-her: {say: Ring Ada from the back room., shows: {follow-up: 2}}\n",
            ),
        ),
        ("unreachable-line",),
    ),
    _unkeepable_promises,
)


def _unusable_facts(known: Known) -> Iterator[Found]:
    coverage, knows = known.coverage, known.game.memory.knows
    for fact in known.script.facts:
        asked = known.reads.ever & knows[fact]
        if fact in coverage.facts and asked and not coverage.recalled & knows[fact]:
            spots = [
                spot
                for turn, response_id, response in responses_of(known.script)
                if fact in response.learns
                for spot in coverage.responses.get((turn, response_id), ())
            ]
            yield Found(("facts", fact), known.ways.shortest(spots), {"name": fact})


UNUSABLE_FACT = FindingKind(
    "unusable-fact",
    "warning",
    "The fact `{name}` is asked for only where nobody can know it.",
    "Ask for it after it can be learned, or let it be learned earlier.",
    "Conditions ask for this fact, and some response brings it out; but in no play does the one come after the other.",
    Example(
        (
            Change(
                "  birthday: Her mother turns eighty on Saturday, and the whole family eats in that kitchen.\n",
                "  ▸birthday: Her mother turns eighty on Saturday, and the whole family eats in that kitchen.\n",
            ),
            Change(
                "        when: {knows: birthday}\n        shows: {know-them: 2}\n",
                "        shows: {know-them: 2}\n",
            ),
            Change(
                "      voucher:\n",
                "      voucher:\n        when: {knows: birthday}\n",
            ),
        ),
        ("never-true",),
    ),
    _unusable_facts,
)

KINDS = (UNKEEPABLE_PROMISE, UNUSABLE_FACT)
