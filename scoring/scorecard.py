"""The scorecard: from points to a score, a cost, a judgement, and a profile by principle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

PASS = 80
"""The lowest score that is a pass."""

ENDING_POINTS: Mapping[str, int] = MappingProxyType(
    {"loyal": 30, "satisfied": 18, "doubtful": 0, "lost quietly": -18, "lost loudly": -30}
)
"""What each outcome is worth."""

Judgement: TypeAlias = Literal["best", "good", "inaccuracy", "mistake", "blunder"]

JUDGEMENTS: tuple[Judgement, ...] = ("best", "good", "inaccuracy", "mistake", "blunder")

LIMITS: tuple[tuple[int, Judgement], ...] = ((15, "good"), (45, "inaccuracy"), (100, "mistake"))
"""Up to which percentage of a fair move a cost above 0 has which name; beyond the last it is a blunder."""


def score(points: int, par: int, worst: int) -> int:
    """`100 * (points - worst) / (par - worst)`, rounded half up; 100 only at par, and 100 where par is worst."""
    if points == par:
        return 100
    spread = par - worst
    return min(99, (200 * (points - worst) + spread) // (2 * spread))


def judge(cost: int, par: int, worst: int, best_length: int) -> Judgement:
    """The name of a cost, as a share of a fair move: `(par - worst)` over the responses on the best line."""
    if cost == 0:
        return "best"
    for percent, judgement in LIMITS:
        if 100 * cost * best_length <= percent * (par - worst):
            return judgement
    return "blunder"


@dataclass(frozen=True, slots=True)
class Moment:
    """What one moment says about the principles: what a best response there shows, and what was done."""

    best: Mapping[str, int]
    """Per principle the greatest strength at which some best response shows it."""
    shown: Mapping[str, int]
    """What the response given showed, per principle its strength."""
    broken: Mapping[str, int]
    """What the response given broke, per principle its strength."""
    is_best: bool
    """Whether the response given cost nothing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How one principle fared over all the moments that count for it."""

    principle: str
    taken: int
    """Strength that was shown, of the strength there was a chance to show."""
    chances: int
    moments: int
    broken: int
    """In how many of the moments it was broken."""

    @property
    def percent(self) -> int:
        """Strength shown as a percentage of the chances, rounded half up, 0 to 100."""
        return (200 * self.taken + self.chances) // (2 * self.chances)


def profile(moments: Iterable[Moment]) -> tuple[Mark, ...]:
    """How each principle fared, in order of its first moment.

    A moment counts for a principle only if some best response there shows it, or the one given showed or broke it. A
    best response is measured against itself, so the best line is full in every principle it meets.
    """
    marks: dict[str, Mark] = {}
    for moment in moments:
        meets = (
            dict.fromkeys(moment.shown)
            if moment.is_best
            else dict.fromkeys((*moment.best, *moment.shown, *moment.broken))
        )
        for principle in meets:
            shown, broken = moment.shown.get(principle, 0), moment.broken.get(principle, 0)
            chance = shown if moment.is_best else max(moment.best.get(principle, 0), shown, broken)
            mark = marks.get(principle, Mark(principle, 0, 0, 0, 0))
            marks[principle] = Mark(
                principle,
                taken=mark.taken + shown,
                chances=mark.chances + chance,
                moments=mark.moments + 1,
                broken=mark.broken + (broken > 0),
            )
    return tuple(marks.values())
