"""Findings about the best lines: what a trainee would learn from those who answer best."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.evidence import Term
from simulator.analysis.findings.finding import Change, Example, FindingKind, Found
from simulator.analysis.findings.known import Known
from simulator.analysis.ways import Spot
from simulator.conversation.conversation import Conversation

CALM = 0
TRUSTING = 18
"""Anger and trust with which there is nothing left to win."""


def _best_breaks(known: Known) -> Iterator[Found]:
    found: dict[tuple[str, str], tuple[list[Spot], dict[str, None]]] = {}
    for spot in known.best.spots:
        assert spot.branch is not None
        given = known.best.answer(spot)
        terms: list[Term] = list(given.effect.terms)
        for charge in given.charges:
            terms += charge.terms
        broken = [term.principle.id for term in terms if not term.shown]
        if broken:
            key = (known.game.turns[spot.situation.state.turn].id, spot.branch.response.id)
            spots, names = found.setdefault(key, ([], {}))
            spots.append(spot)
            names.update(dict.fromkeys(broken))
    for (turn, response), (spots, names) in found.items():
        words = {"name": response, "turn": turn, "broken": ", ".join(f"`{name}`" for name in names)}
        yield Found(("turns", turn, "responses", response), known.best.ways.shortest(spots), words)


BEST_BREAKS = FindingKind(
    "best-breaks",
    "warning",
    "On a best line `{name}` is given at `{turn}`, and it breaks {broken}.",
    "Add a response that breaks nothing and is worth as much, or see why this one pays.",
    "Whoever answers as well as can be breaks a principle here, or a promise, and gives nothing away by it. A score of "
    "100 should not be had like that.",
    Example(
        (
            Change(
                "      that-was-us:\n",
                "      ▸that-was-us:\n",
            ),
            Change(
                "        shows: {own-the-problem: 2, feel-with-them: 1}\n",
                "        shows: {own-the-problem: 2, feel-with-them: 1}\n        breaks: {promise-honestly: 1}\n",
            ),
        ),
    ),
    _best_breaks,
)


def _won_too_early(known: Known) -> Iterator[Found]:
    for start in known.game.starts():
        line = known.best_line(start)
        for moment in line[:-1]:
            anger, trust, _ = moment.feelings
            if 3 * moment.number < 2 * (len(line) - 1) and anger == CALM and trust >= TRUSTING:
                words = {"number": moment.number, "all": len(line) - 1}
                yield Found(("turns", _turn(moment)), known.way_of(moment), words)
                return


def _turn(moment: Conversation) -> str:
    assert moment.turn is not None
    return moment.turn.id


WON_TOO_EARLY = FindingKind(
    "won-too-early",
    "warning",
    "On a best line there is nothing left to win here, after {number} of {all} answers: anger 0, trust 18 or more.",
    "Let the customer be harder to win (`volatility`, lower strengths, something that goes wrong), or end sooner.",
    "Somebody who answers well has the customer's whole trust before the last third begins, and waits for the end.",
    Example(
        (
            Change(
                "        shows: {own-the-problem: 2, feel-with-them: 1}\n",
                "        shows: {own-the-problem: 2, feel-with-them: 1}\n        shift: {anger: -5, trust: 5}\n",
            ),
            Change(
                "        shows: {fix-the-cause: 2}\n",
                "        shows: {fix-the-cause: 2}\n        shift: {anger: -5, trust: 5}\n",
            ),
            Change(
                "        learns: birthday\n",
                "        learns: birthday\n        shift: {anger: -5, trust: 5}\n",
            ),
            Change(
                "  before-tuesday:\n",
                "  ▸before-tuesday:\n",
            ),
        ),
    ),
    _won_too_early,
)

KINDS = (BEST_BREAKS, WON_TOO_EARLY)
