"""How numbers and times are worded on screens."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

HARDEST = 5

RAREST = 1e-9
"""Shares are known no more exactly than this allows to say."""
FUZZ = 1e-9
"""So little beneath a whole number it is that number: shares are sums of many fractions."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def count(number: int, one: str, many: str = "") -> str:
    """`1 answer`, `2 answers`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def beside_random_play(worse: float) -> str:
    """How a play compares with random play, of which this share has fewer points; never more than is so."""
    if worse <= 0:
        return "No random play does worse"
    if worse < 0.01:
        return "Better than less than 1 % of random play"
    if worse < 0.99:
        return f"Better than {_floored(worse, 100):.0f} % of random play"
    if worse < 0.999:
        return f"Better than {_floored(worse, 1000) / 10:.1f} % of random play"
    # The play itself is one of those at random, so that there is always some share left.
    one_of = min(1 / max(1 - worse, RAREST), 1 / RAREST)
    leading = 10 ** (math.floor(math.log10(one_of)) - 1)
    return f"Better than all but 1 in {int(one_of * (1 + FUZZ) // leading * leading):,} random plays"


def _floored(share: float, parts: int) -> int:
    return math.floor(share * parts + FUZZ)


def times(number: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def ago(at: datetime, now: datetime) -> str:
    """How long ago, as one would say it: exact times say less."""
    passed = max(now - at, timedelta())
    minutes = int(passed.total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{count(minutes, 'minute')} ago"
    days = (now.astimezone().date() - at.astimezone().date()).days
    if days < 1 or minutes < 6 * 60:
        return f"{count(minutes // 60, 'hour')} ago"
    if days == 1:
        return "yesterday"
    if days < 7:
        return f"{days} days ago"
    local = at.astimezone()
    return f"{local.day} {MONTHS[local.month - 1][:3]} {local.year}"


def difficulty(level: int) -> str:
    """A difficulty as five dots."""
    return "●" * level + "○" * (HARDEST - level)


def mode(mode: str, practised: bool = False) -> str:
    """How an attempt counts."""
    if mode == "practice":
        return "practice"
    return "for the record, practised" if practised else "for the record"


def score(value: int | None, *, missing: str = "–") -> str:
    """A score; one that is a pass has a tick."""
    from scoring.scorecard import PASS

    if value is None:
        return missing
    return f"{value} ✓" if value >= PASS else f"{value}  "
