"""Spacing: on which day a missed moment is put again, by the FSRS algorithm of the `fsrs` library.

All is counted in whole days of UTC, nothing is drawn by chance and the clock is never asked, so that the same history
gives the same days on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Literal, TypeAlias

from scoring.scorecard import Judgement

Rating: TypeAlias = Literal["again", "hard", "good"]

RATINGS: Mapping[Judgement, Rating] = MappingProxyType(
    {"best": "good", "good": "good", "inaccuracy": "hard", "mistake": "again", "blunder": "again"}
)
"""How an answer is rated. Nothing is rated easy: with a handful of answers to choose from, and no clock that runs,
nothing tells what was easy."""

LONGEST = 365
"""Days after which a moment is put again at the latest."""


def due_day(missed: date, answers: Iterable[tuple[date, Judgement]]) -> date:
    """The day on which a moment missed on that day is due, after these answers to it in the order of their days.

    Before its first answer it is due at once, and after an answer not before the next day.
    """
    from fsrs import Card, Rating, Scheduler

    ratings = {"again": Rating.Again, "hard": Rating.Hard, "good": Rating.Good}
    # Without steps of minutes a moment comes back on another day, also one that was missed again.
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)
    card = Card(card_id=1, due=_midnight(missed))
    for day, judgement in answers:
        card, _ = scheduler.review_card(card, ratings[RATINGS[judgement]], _midnight(day))
    return card.due.date()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
