"""What is suggested to be practised next."""

from __future__ import annotations

import pytest

from simulator.app.next_practice import next_practice
from simulator.records.history import Best
from simulator.scenario.library import Library


@pytest.fixture
def summaries():
    return tuple(Library().summaries())


def best(practice: int | None = None, record: int | None = None) -> Best:
    return Best(practice, practice, record, 1 if practice is not None else 0)


def suggested(summaries, bests, interrupted=()):
    suggestion = next_practice(summaries, bests, interrupted)
    assert suggestion is not None
    assert suggestion.why.endswith(".")
    return suggestion


def test_a_beginner_begins_with_the_easiest(summaries):
    assert suggested(summaries, {}).scenario == "wrong-key"


def test_every_kind_is_to_be_met_once(summaries):
    suggestion = suggested(summaries, {"wrong-key": best(30)})
    assert suggestion.scenario == "quiet-table"
    assert "says that all is well" in suggestion.why


def test_then_what_is_not_passed_comes_back(summaries):
    bests = {"wrong-key": best(90), "quiet-table": best(61), "leaking-tap": best(40)}
    suggestion = suggested(summaries, bests)
    assert suggestion.scenario == "quiet-table"
    assert "61" in suggestion.why


def test_what_is_passed_in_practice_is_ready_for_the_record(summaries):
    bests = {"wrong-key": best(90, 70), "quiet-table": best(85), "leaking-tap": best(99)}
    suggestion = suggested(summaries, bests)
    assert suggestion.scenario == "quiet-table"
    assert suggestion.record


def test_a_record_counts_as_having_met(summaries):
    bests = {"wrong-key": best(None, 90), "quiet-table": best(None, 85), "leaking-tap": best(None, 81)}
    suggestion = suggested(summaries, bests)
    assert (suggestion.scenario, suggestion.record) == ("leaking-tap", False)


def test_whoever_has_played_all_to_par_still_gets_a_suggestion(summaries):
    everything = {name: best(100, 100) for name in ("wrong-key", "quiet-table", "leaking-tap")}
    assert "to par" in suggested(summaries, everything).why


def test_what_is_interrupted_is_not_suggested_beside(summaries):
    assert suggested(summaries, {}, {"wrong-key"}).scenario == "quiet-table"
    assert next_practice(summaries, {}, {"wrong-key", "quiet-table", "leaking-tap"}) is None


def test_an_empty_library_suggests_nothing():
    assert next_practice((), {}) is None


def test_what_cannot_be_read_is_never_suggested(tmp_path):
    (tmp_path / "aaa.yaml").write_text("title: [")
    assert suggested(tuple(Library([tmp_path]).summaries()), {}).scenario == "wrong-key"
