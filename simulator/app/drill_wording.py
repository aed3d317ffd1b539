"""What is said of a sitting of drills and of when they come back, on screens and in plain lines alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date

from scoring.scorecard import JUDGEMENTS, Judgement
from simulator.records.drills import Drill, DrillsWaiting

NOTHING = "There is nothing to drill. Mistakes that you make when you play come here."

CHANGED = "The scenario has changed since. This is the script that you played."


def on_day(day: date, today: date) -> str:
    """When a day is, seen from another: `tomorrow, on 2026-03-02`."""
    days = (day - today).days
    if days <= 0:
        return "today"
    return f"{'tomorrow' if days == 1 else f'in {days} days'}, on {day.isoformat()}"


def moments(count: int) -> str:
    """So many drills, at the beginning of a sentence."""
    return "One moment" if count == 1 else f"{count} moments"


def closing(judgements: Collection[Judgement], left: DrillsWaiting, today: date) -> str:
    """What came of a sitting, and when there is more."""
    said = []
    if judgements:
        counts = Counter(judgements)
        how = ", ".join(f"{counts[judgement]} {judgement}" for judgement in JUDGEMENTS if counts[judgement])
        said.append(f"You answered {len(judgements)}: {how}.")
    if left.due:
        said.append(f"{moments(left.due)} {'is' if left.due == 1 else 'are'} still due.")
    elif left.next_day:
        said.append(f"Nothing{' more' if judgements else ''} is due. The next comes {on_day(left.next_day, today)}.")
    else:
        said.append(NOTHING)
    return " ".join(said)


def when_missed(drill: Drill, available: Collection[str]) -> str:
    """What was answered when the moment was missed last, by its number among what is available."""
    miss = drill.misses[-1]
    places = {response: number for number, response in enumerate(available, start=1)}
    times = f", the last of {len(drill.misses)} times" if len(drill.misses) > 1 else ""
    return f"When you missed it in attempt {miss.attempt}{times}, you gave answer {places.get(miss.response, '?')}."
