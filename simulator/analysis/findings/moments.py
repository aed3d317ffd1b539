"""Findings about moments that leave nobody anything to say, and customers whom nothing keeps."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.principles import FEELINGS
from simulator.analysis.findings.finding import Change, Example, FindingKind, Found
from simulator.analysis.findings.known import Known
from simulator.analysis.ways import Spot, Way, Ways, seed_of
from simulator.conversation.feelings import Feelings
from simulator.conversation.rules import begin


def _closed_moments(known: Known) -> Iterator[Found]:
    coverage = known.coverage
    for turn in known.script.turns:
        way = None
        if turn in coverage.closed_at_start:
            start = next(start for start in known.game.starts() if begin(known.game, start)[1] is not None)
            way = Way(start, seed_of(known.game, start), ())
        elif turn in coverage.closed:
            way = known.ways.shortest(coverage.closed[turn])
        if way is not None:
            yield Found(("turns", turn), way, {"name": turn})


NO_RESPONSE_LEFT = FindingKind(
    "no-response-left",
    "error",
    "A play can come to the turn `{name}` and find nothing to answer, and so it ends there.",
    "Give one response of the turn no condition, or one that covers this case.",
    "Where every response is hidden by its condition or used up, the first ending that holds is reached, out of the "
    "blue. It may take a rare way; the play shown is the shortest.",
    Example(
        (
            Change(
                "  whose-van:\n",
                "  ▸whose-van:\n",
            ),
            Change(
                '      strictly: {say: "Strictly, they\'re another firm.", breaks: {own-the-problem: 1}}\n'
                '      ours: {say: "Ours. It\'s on us.", shows: {own-the-problem: 1}}\n'
                "      look-ahead: {say: \"Let's look ahead, shall we? It'll be wonderful in the end.\"}\n",
                "      strictly: {when: {anger: 0-14}, say: Strictly not ours., breaks: {own-the-problem: 1}}\n"
                "      ours: {when: {anger: 0-14}, say: Ours. And it's on us., shows: {own-the-problem: 1}}\n",
            ),
        ),
    ),
    _closed_moments,
    even_if_lost=True,
)


def _only_leaves(known: Known) -> Iterator[Found]:
    lost = known.lost_starts
    if not lost:
        return
    coverage = known.coverage
    every = sum(1 for _ in known.game.starts())
    where = "" if len(lost) == every else f" when it begins with {_listed(lost[0])}"
    spots = [
        Spot(situation, branch.places, branch)
        for situation in coverage.exploration.order
        for branch in situation.branches
        if branch.ending is not None
    ]
    path = ("customer", "leaves") if known.script.customer.leaves else ("customer",)
    yield Found(path, Ways(coverage.exploration, starts=lost).shortest(spots), {"where": where})


def _listed(start: Feelings) -> str:
    return ", ".join(f"{feeling} {value}" for feeling, value in zip(FEELINGS, start, strict=True))


ONLY_LEAVES = FindingKind(
    "only-leaves",
    "error",
    "Whatever anybody answers, the customer leaves or is lost{where}.",
    "Let `leaves` ask for more, or let some answer lead somewhere else before it holds.",
    "Every play ends with the customer walking away or lost, so that nothing can be learned by answering well. What "
    "can't be reached for that reason is not listed as well.",
    Example(
        (
            Change(
                "  leaves:\n    - {when: {anger: 18+}, ending: walked-out}\n",
                "  ▸leaves:\n    - {when: {anger: 1+}, ending: walked-out}\n",
            ),
        ),
    ),
    _only_leaves,
    even_if_lost=True,
)

KINDS = (NO_RESPONSE_LEFT, ONLY_LEAVES)
