"""Spacing: when a missed moment is put again."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.scorecard import JUDGEMENTS, Judgement
from simulator.records.spacing import LONGEST, RATINGS, due_day

MISSED = date(2026, 3, 1)

HISTORIES = st.lists(st.tuples(st.integers(0, 60), st.sampled_from(JUDGEMENTS)), min_size=1, max_size=8)


def after(*answers: tuple[int, Judgement]) -> int:
    """Days from the last answer to the next time; an answer is how many days after the one before, and a judgement."""
    day = MISSED
    history = []
    for days, judgement in answers:
        day += timedelta(days=days)
        history.append((day, judgement))
    return (due_day(MISSED, history) - day).days


def test_a_moment_that_was_missed_is_due_at_once() -> None:
    assert due_day(MISSED, []) == MISSED


def test_well_answered_again_and_again_it_comes_back_ever_later() -> None:
    assert (after((0, "best")), after((0, "best"), (2, "best")), after((0, "best"), (2, "best"), (11, "best"))) == (
        2,
        11,
        46,
    )


@pytest.mark.parametrize("judgement", ["mistake", "blunder"])
def test_missed_again_it_comes_back_tomorrow(judgement: Judgement) -> None:
    assert after((0, judgement)) == 1
    assert after((0, "best"), (2, "best"), (11, judgement)) < after((0, "best"), (2, "best"), (11, "inaccuracy"))


def test_an_inaccuracy_comes_back_sooner_than_a_good_answer() -> None:
    assert after((0, "inaccuracy")) == 1
    assert after((0, "best"), (2, "inaccuracy")) < after((0, "best"), (2, "good"))


def test_every_judgement_has_a_rating() -> None:
    assert set(RATINGS) == set(JUDGEMENTS)


@given(HISTORIES)
def test_it_comes_back_between_the_next_day_and_a_year_later(history: list[tuple[int, Judgement]]) -> None:
    assert 1 <= after(*history) <= LONGEST


@given(HISTORIES)
def test_the_same_history_gives_the_same_day(history: list[tuple[int, Judgement]]) -> None:
    assert after(*history) == after(*history)


def test_a_clock_that_was_put_back_does_no_harm() -> None:
    assert due_day(MISSED, [(MISSED, "best"), (MISSED - timedelta(days=3), "best")]) >= MISSED - timedelta(days=2)


def test_the_library_is_imported_only_when_a_day_is_asked_for() -> None:
    program = "import sys; import simulator.records.drills; assert 'fsrs' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
