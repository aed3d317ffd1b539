"""How numbers and times are worded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.app.wording import ago, count, difficulty, mode, score, times
from tests.app.shop import NOW


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=-30), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=2), "2 hours ago"),
        (timedelta(hours=20), "yesterday"),
        (timedelta(days=6), "6 days ago"),
        (timedelta(days=7), "27 Apr 2026"),
    ],
)
def test_the_further_back_the_less_exact(passed, said):
    assert ago(NOW - passed, NOW) == said


def test_numbers_agree_with_their_words():
    assert [count(number, "answer") for number in (0, 1, 2)] == ["0 answers", "1 answer", "2 answers"]
    assert count(2, "person", "people") == "2 people"
    assert [times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]


def test_a_pass_has_a_tick_and_not_only_a_colour():
    assert score(80) == "80 ✓"
    assert score(79).strip() == "79"
    assert score(None) == "–"


def test_difficulty_is_five_dots():
    assert difficulty(2) == "●●○○○"


def test_how_an_attempt_counts():
    assert [mode("practice"), mode("record"), mode("record", True)] == [
        "practice",
        "for the record",
        "for the record, practised",
    ]
