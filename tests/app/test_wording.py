"""How numbers and times are worded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.app.wording import ago, beside_random_play, count, difficulty, mode, score, times
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


@pytest.mark.parametrize(
    ("worse", "words"),
    [
        (0, "No random play does worse"),
        (0.0004, "Better than less than 1 % of random play"),
        (0.29, "Better than 29 % of random play"),
        (0.7399, "Better than 73 % of random play"),
        (0.9899, "Better than 98 % of random play"),
        (0.9979, "Better than 99.7 % of random play"),
        (1 - 1 / 1_000, "Better than all but 1 in 1,000 random plays"),
        (1 - 1 / 61_499, "Better than all but 1 in 61,000 random plays"),
        (1.0, "Better than all but 1 in 1,000,000,000 random plays"),
    ],
)
def test_a_play_is_never_said_to_be_better_than_all_random_play(worse, words):
    assert beside_random_play(worse) == words


@given(st.floats(0, 1))
def test_what_is_said_of_random_play_is_never_more_than_is_so(worse):
    words = beside_random_play(worse)
    assert "100" not in words.split(" %")[0] or "1 in" in words
    if "all but" in words:
        assert 1 - worse <= 1.000001 / int(words.split()[6].replace(",", ""))
    elif "less than" not in words and worse:
        assert float(words.split()[2]) <= 100 * worse + 0.000001
