"""Random play: what somebody gets who answers anything, all that can be answered being equally likely."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from scoring.scorecard import score


@dataclass(frozen=True, slots=True)
class RandomPlay:
    """What random play comes to from one start."""

    mean: float
    """Of the points."""
    spread: float
    """Their standard deviation."""
    endings: tuple[float, ...]
    """The share of each ending, by its place in the script."""
    shares: Mapping[int, float] | None
    """The share of each number of points, rising; None where it did not fit into memory."""

    def scores(self, par: int, worst: int) -> Mapping[int, float] | None:
        """The share of each score between these bounds, rising; None where the distribution did not fit."""
        if self.shares is None:
            return None
        shares: dict[int, float] = {}
        for points, share in self.shares.items():
            reached = score(points, par, worst)
            shares[reached] = shares.get(reached, 0.0) + share
        return shares

    def below(self, points: int) -> float | None:
        """The share of random play that has fewer points."""
        return None if self.shares is None else math.fsum(share for each, share in self.shares.items() if each < points)
