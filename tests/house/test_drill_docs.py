"""What the docs say of drills and of what to practise next is what the program does."""

from __future__ import annotations

import re
from datetime import date

from scoring.scorecard import JUDGEMENTS, Judgement, Mark
from scoring.weakness import LEAST, SHRINKAGE, weakness
from simulator.records.spacing import LONGEST, RATINGS, due_day
from tests.house.checkout import text_of
from tests.house.test_docs import rows

DRILLS = text_of("docs/drills.md")

MEANING = {"good": "known", "hard": "known, with effort", "again": "not known"}


def days_between(judgement: Judgement, times: int) -> list[int]:
    """The days that pass when every answer is judged alike."""
    day, history, passed = date(2026, 3, 1), [], []
    for _ in range(times):
        history.append((day, judgement))
        following = due_day(date(2026, 3, 1), history)
        passed.append((following - day).days)
        day = following
    return passed


def in_words(days: int) -> str:
    return f"{days} day{'' if days == 1 else 's'}"


def test_the_days_of_the_table_are_the_programs() -> None:
    named = []
    for judgements, meaning, *days in rows(DRILLS, "When it comes back"):
        for judgement in JUDGEMENTS:
            if judgement in judgements.split(", "):
                named.append(judgement)
                assert meaning == MEANING[RATINGS[judgement]]
                assert days == [in_words(each) for each in days_between(judgement, len(days))]
    assert sorted(named) == sorted(JUDGEMENTS)


def test_the_longest_time_is_the_programs() -> None:
    assert LONGEST == 365
    assert "longer than a year" in DRILLS


def test_what_a_weakness_is_is_the_programs() -> None:
    assert f"`n / (n + {SHRINKAGE})`" in DRILLS
    assert f"From {LEAST} on" in DRILLS
    for moments, value in re.findall(r"at the (one|two) moments?.*?\((\d/\d)\)", " ".join(DRILLS.split())):
        count = {"one": 1, "two": 2}[moments]
        assert str(weakness(Mark("any", 0, count, count, 0))) == value
    assert weakness(Mark("any", 10, 15, 15, 0)) == LEAST
