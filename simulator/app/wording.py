"""How numbers and times are worded on screens."""

from __future__ import annotations

from datetime import datetime, timedelta

HARDEST = 5

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
