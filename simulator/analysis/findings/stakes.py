"""Findings about choices that decide nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from scoring.evidence import PROMISE_PRINCIPLE
from simulator.analysis.exploration import Situation
from simulator.analysis.findings.finding import Change, Example, FindingKind, Found
from simulator.analysis.findings.known import Known
from simulator.analysis.findings.unused import responses_of
from simulator.analysis.ways import Spot, Ways
from simulator.scenario.model import Response


def _words_alone(known: Known) -> Iterator[Found]:
    for turn_id, turn in known.script.turns.items():
        if turn.private:
            continue  # Wrong answers to a question may well be equally wrong.
        alike: list[tuple[str, Response]] = []
        for response_id, response in turn.responses.items():
            if known.is_remembered(turn_id, response_id):
                continue
            bare = replace(response, say="", reply=(), why="")
            twin = next((name for name, other in alike if other == bare), None)
            if twin is None:
                alike.append((response_id, bare))
            else:
                yield Found(("turns", turn_id, "responses", response_id), words={"name": response_id, "twin": twin})


WORDS_ALONE = FindingKind(
    "words-alone",
    "advice",
    "The response `{name}` differs from `{twin}` in its words alone.",
    "Let it show or break something else, lead elsewhere, or be remembered; or leave one of the two out.",
    "Two responses do exactly the same: what they show and break, where they lead, what they leave behind. Whoever "
    "weighs one against the other weighs nothing.",
    Example(
        (
            Change(
                "  whose-van:\n",
                "      ▸coupon: {say: Would a coupon help?, breaks: {listen-first: 1}}\n  whose-van:\n",
            ),
        ),
    ),
    _words_alone,
    even_if_lost=True,
)


def _nothing_at_stake(known: Known) -> Iterator[Found]:
    situations: dict[int, list[Situation]] = defaultdict(list)
    for situation in known.exploration.order:
        situations[situation.state.turn].append(situation)
    for turn in known.game.turns:
        here = situations[turn.place]
        if any(branch.choices > 1 for each in here for branch in each.branches) and not any(
            _differs(known, each) for each in here
        ):
            ways = Ways(known.exploration)
            spots = [Spot(each, branch.places[:]) for each in here for branch in each.branches if branch.choices > 1]
            yield Found(("turns", turn.id), ways.shortest(spots), {"name": turn.id})


def _differs(known: Known, situation: Situation) -> bool:
    """Whether somewhere in a situation one response costs more than another."""
    most = np.full(len(situation.feelings), np.iinfo(np.int32).min)
    least = np.full(len(situation.feelings), np.iinfo(np.int32).max)
    for branch in situation.branches:
        values = known.best.values(branch)
        most[branch.places] = np.maximum(most[branch.places], values)
        least[branch.places] = np.minimum(least[branch.places], values)
    return bool((most > least).any())


NOTHING_AT_STAKE = FindingKind(
    "nothing-at-stake",
    "warning",
    "At the turn `{name}` every response costs the same, whatever came before.",
    "Let the responses show or break different things, or let what they leave behind matter later.",
    "In no play does it matter what is answered here. A moment that only passes the time is better told by the lines "
    "around it.",
    Example(
        (
            Change(
                "    then: end\n",
                "    then: goodbye\n",
            ),
            Change(
                "endings:\n",
                "  ▸goodbye:\n"
                "    says: I have to go.\n"
                "    then: end\n"
                "    responses:\n"
                '      goodbye: {say: "Goodbye, Ada.", shift: {openness: 1}}\n'
                "      bye: {say: Bye now.}\n"
                "endings:\n",
            ),
        ),
    ),
    _nothing_at_stake,
)


def _untested_principles(known: Known) -> Iterator[Found]:
    tested = {
        principle
        for turn, response_id, response in responses_of(known.script)
        if (turn, response_id) in known.coverage.responses
        for case in (*response.shows, *response.breaks)
        for principle, _ in case.value
    }
    if known.coverage.broken:
        tested.add(PROMISE_PRINCIPLE)
    for place, principle in enumerate(known.script.teaches):
        if principle not in tested:
            yield Found(("teaches", str(place)), words={"name": principle})


UNTESTED_PRINCIPLE = FindingKind(
    "untested-principle",
    "warning",
    "The scenario says that it teaches `{name}`, and no response that can be given shows it or breaks it.",
    "Let a response show it and a tempting one break it, or take it out of `teaches`.",
    "What a scenario teaches has to come up in it: no play can show this principle, and none can break it.",
    Example(
        (
            Change(
                "teaches: [own-the-problem, keep-your-word]\n",
                "teaches: [own-the-problem, keep-your-word, ▸love-what-you-sell]\n",
            ),
        ),
    ),
    _untested_principles,
)

KINDS = (WORDS_ALONE, NOTHING_AT_STAKE, UNTESTED_PRINCIPLE)
