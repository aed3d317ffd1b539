"""Staying: from which starts some play ends without the customer leaving or being lost."""

from __future__ import annotations

import numpy as np

from simulator.analysis.coverage import Coverage
from simulator.analysis.ways import Chosen, openings
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import GameEnding


def starts_without_staying(coverage: Coverage) -> tuple[Feelings, ...]:
    """The starts from which every play ends with the customer leaving or lost, in their order.

    A start at which nothing can be answered is none of them: nobody did anything there.
    """
    left = {id(spot.branch) for spot in coverage.leavings}
    endings = coverage.game.endings
    stays: dict[int, Chosen] = {}
    for situation in reversed(coverage.exploration.order):
        found = stays[situation.key] = np.zeros(len(situation.feelings), np.bool_)
        for branch in situation.branches:
            if branch.ahead is not None:
                found[branch.places] |= stays[branch.ahead.key][branch.arrivals]
            elif branch.ending is not None and id(branch) not in left and not is_lost(endings[branch.ending]):
                found[branch.places] = True
    return tuple(start for start, situation, place in openings(coverage.exploration) if not stays[situation.key][place])


def is_lost(ending: GameEnding) -> bool:
    """Whether the customer is lost by this ending."""
    return ending.script.outcome.startswith("lost")
