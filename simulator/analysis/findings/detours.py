"""The finding about detours that pay: a misstep on a best line, for the sake of making it good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from simulator.analysis.exploration import Branch
from simulator.analysis.findings.finding import Change, Example, FindingKind, Found
from simulator.analysis.findings.known import Known
from simulator.analysis.ways import Spot


def _unmarked_detours(known: Known) -> Iterator[Found]:
    turns = known.game.turns
    marked = _union(1 << turn.place for turn in turns if turn.script.detour)
    reached, paying = _turns_reached(known), _turns_paying(known)
    found: dict[tuple[int, int, str], tuple[list[Spot], str]] = {}
    for spot in known.best.spots:
        branch, here = spot.branch, spot.situation.state.turn
        if branch is None or branch.ahead is None:
            continue
        only_from_here = paying.get(branch.ahead.key, 0) & ~marked & ~(1 << here)
        if not only_from_here:
            continue
        for stronger, from_stronger, places in _stronger(known, spot, reached):
            detours = only_from_here & ~from_stronger
            if detours:
                detour = (detours & -detours).bit_length() - 1
                spots, _ = found.setdefault((detour, here, branch.response.id), ([], stronger))
                spots.append(Spot(spot.situation, places, branch))
    for (detour, here, response), (spots, stronger) in found.items():
        words = {"name": turns[detour].id, "response": response, "turn": turns[here].id, "stronger": stronger}
        yield Found(("turns", turns[detour].id), known.best.ways.shortest(spots), words)


def _turns_reached(known: Known) -> dict[int, int]:
    """For each situation the turns that can be come to from it, its own among them, as bits by their places."""
    found: dict[int, int] = {}
    for situation in reversed(known.exploration.order):
        ahead = (found[branch.ahead.key] for branch in situation.branches if branch.ahead is not None)
        found[situation.key] = _union(ahead) | 1 << situation.state.turn
    return found


def _turns_paying(known: Known) -> dict[int, int]:
    """For each situation the turns, from it on, at which best lines earn points, as bits by their places."""
    found: dict[int, int] = {}
    for spot in reversed(known.best.spots):
        assert spot.branch is not None
        pays = known.best.answer(spot).effect.points > 0
        ahead = 0 if spot.branch.ahead is None else found.get(spot.branch.ahead.key, 0)
        key = spot.situation.key
        found[key] = found.get(key, 0) | ahead | (1 << spot.situation.state.turn if pays else 0)
    return found


def _stronger(known: Known, spot: Spot, reached: dict[int, int]) -> Iterator[tuple[str, int, npt.NDArray[np.intp]]]:
    """The states of a spot in which stronger responses can be given: the first of these, where they lead, which states.

    Where they lead is told for all of them together, as bits of turns.
    """
    given = known.best.answer(spot).effect.worth
    names: dict[int, str] = {}
    leads: dict[int, int] = {}
    for other in spot.situation.branches:
        assert spot.branch is not None
        if other.response is spot.branch.response:
            continue
        places = other.places[np.isin(other.places, spot.places)]
        if len(places) and known.best.answer(Spot(spot.situation, places, other)).effect.worth > given:
            for place in map(int, places):
                names.setdefault(place, other.response.id)
                leads[place] = leads.get(place, 0) | _ahead(other, reached)
    groups: dict[tuple[str, int], list[int]] = {}
    for place, name in names.items():
        groups.setdefault((name, leads[place]), []).append(place)
    for (name, turns), members in groups.items():
        yield name, turns, np.array(sorted(members), np.intp)


def _ahead(branch: Branch, reached: dict[int, int]) -> int:
    return 0 if branch.ahead is None else reached[branch.ahead.key]


def _union(bits: Iterable[int]) -> int:
    union = 0
    for each in bits:
        union |= each
    return union


UNMARKED_DETOUR = FindingKind(
    "unmarked-detour",
    "warning",
    "A best line goes by the turn `{name}`: `{response}` is given at `{turn}` though `{stronger}` is stronger, because "
    "only weaker answers lead there and making good pays.",
    "Mark the turn `detour: yes`, so that making good earns nothing back.",
    "A turn to which only a misstep leads gives one more chance to earn points, so that the misstep pays. `detour: "
    "yes` takes that away: the best answer there earns nothing back.",
    Example(
        (
            Change(
                "        breaks: {own-the-problem: 2}\n        reply: They had your name on the van.\n",
                "        reply: They had your name on the van.\n",
            ),
            Change(
                "  whose-van:\n    detour: yes\n",
                "  ▸whose-van:\n",
            ),
            Change(
                '      ours: {say: "Ours. It\'s on us.", shows: {own-the-problem: 1}}\n',
                '      ours: {say: "Ours. It\'s on us.", shows: {own-the-problem: 3}}\n',
            ),
        ),
    ),
    _unmarked_detours,
)

KINDS = (UNMARKED_DETOUR,)
