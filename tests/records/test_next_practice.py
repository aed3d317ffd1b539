"""What is suggested to be practised next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import pytest

from scoring.principles import load_principles
from scoring.scorecard import Mark
from simulator.records.history import Best
from simulator.records.next_practice import Suggestion, next_practice, why_drill
from simulator.scenario.library import BUNDLED, Entry, Headline, Library, Summary
from simulator.scenario.model import Kind

ALL = ("wrong-key", "quiet-table", "leaking-tap")


def summary(scenario: str, title: str, kind: Kind, difficulty: int, *teaches: str) -> Summary:
    headline = Headline(title, kind, difficulty, "A shop.", "Mrs Okoye", teaches)
    return Summary(Entry(scenario, Path(f"{scenario}.yaml"), BUNDLED), headline, None)


@pytest.fixture
def summaries() -> tuple[Summary, ...]:
    """One customer of each kind, the angry one the easiest."""
    return (
        summary("leaking-tap", "The leaking tap", "repeat-problem", 3, "fix-the-cause"),
        summary("quiet-table", "The quiet table", "silent", 2, "hear-the-silence"),
        summary("wrong-key", "The wrong key", "angry", 1, "own-the-problem", "stay-kind"),
    )


def best(practice: int | None = None, record: int | None = None) -> Best:
    return Best(practice, practice, record, 1 if practice is not None else 0)


def marks(**percents: tuple[int, int]) -> dict[str, Mark]:
    """A profile: for each principle its percentage and over how many moments."""
    return {
        name.replace("_", "-"): Mark(name.replace("_", "-"), percent * moments, 100 * moments, moments, 0)
        for name, (percent, moments) in percents.items()
    }


def suggested(
    summaries: Sequence[Summary],
    bests: Mapping[str, Best],
    interrupted: Collection[str] = (),
    profile: Mapping[str, Mark] | None = None,
) -> Suggestion:
    suggestion = next_practice(summaries, bests, interrupted, profile, load_principles())
    assert suggestion is not None
    assert suggestion.why.endswith(".")
    return suggestion


def test_a_beginner_begins_with_the_easiest(summaries: Sequence[Summary]) -> None:
    assert suggested(summaries, {}).scenario == "wrong-key"


def test_every_kind_is_to_be_met_once(summaries: Sequence[Summary]) -> None:
    suggestion = suggested(summaries, {"wrong-key": best(30)})
    assert suggestion.scenario == "quiet-table"
    assert "says that all is well" in suggestion.why


def test_then_what_is_not_passed_comes_back(summaries: Sequence[Summary]) -> None:
    bests = {"wrong-key": best(90), "quiet-table": best(61), "leaking-tap": best(40)}
    suggestion = suggested(summaries, bests)
    assert suggestion.scenario == "quiet-table"
    assert "61" in suggestion.why


def test_what_is_passed_in_practice_is_ready_for_the_record(summaries: Sequence[Summary]) -> None:
    bests = {"wrong-key": best(90, 70), "quiet-table": best(85), "leaking-tap": best(99)}
    suggestion = suggested(summaries, bests)
    assert suggestion.scenario == "quiet-table"
    assert suggestion.record


def test_a_record_counts_as_having_met(summaries: Sequence[Summary]) -> None:
    bests = {"wrong-key": best(None, 90), "quiet-table": best(None, 85), "leaking-tap": best(None, 81)}
    suggestion = suggested(summaries, bests)
    assert (suggestion.scenario, suggestion.record) == ("leaking-tap", False)


def test_whoever_has_played_all_to_par_still_gets_a_suggestion(summaries: Sequence[Summary]) -> None:
    everything = {name: best(100, 100) for name in ALL}
    assert "to par" in suggested(summaries, everything).why


def test_what_is_interrupted_is_not_suggested_beside(summaries: Sequence[Summary]) -> None:
    assert suggested(summaries, {}, {"wrong-key"}).scenario == "quiet-table"
    assert next_practice(summaries, {}, set(ALL)) is None


def test_an_empty_library_suggests_nothing() -> None:
    assert next_practice((), {}) is None


def test_what_cannot_be_read_is_never_suggested(tmp_path: Path) -> None:
    (tmp_path / "aaa.yaml").write_text("title: [")
    assert suggested(tuple(Library([tmp_path]).summaries()), {}).scenario != "aaa"


def test_among_what_is_not_passed_a_weakness_decides(summaries: Sequence[Summary]) -> None:
    bests = {"wrong-key": best(70), "quiet-table": best(61), "leaking-tap": best(40)}
    suggestion = suggested(summaries, bests, (), marks(stay_kind=(95, 9), fix_the_cause=(40, 8), know_them=(0, 9)))
    assert suggestion.scenario == "leaking-tap"
    assert suggestion.why == "You took 40 % of your chances to fix the cause, in 8 moments so far. Here it counts."


def test_few_chances_are_no_weakness(summaries: Sequence[Summary]) -> None:
    bests = {"wrong-key": best(70), "quiet-table": best(61), "leaking-tap": best(40)}
    assert suggested(summaries, bests, (), marks(fix_the_cause=(0, 1))).scenario == "wrong-key"


def test_a_weakness_may_lead_to_a_scenario_not_yet_met(summaries: Sequence[Summary]) -> None:
    more = [*summaries, summary("cold-tea", "The cold tea", "silent", 1, "know-them")]
    bests = {"wrong-key": best(90), "quiet-table": best(90), "leaking-tap": best(90)}
    assert suggested(more, bests, (), marks(know_them=(30, 6))).scenario == "cold-tea"


def test_a_weakness_keeps_nobody_from_the_record(summaries: Sequence[Summary]) -> None:
    bests = {"wrong-key": best(90), "quiet-table": best(90), "leaking-tap": best(90)}
    suggestion = suggested(summaries, bests, (), marks(fix_the_cause=(40, 8)))
    assert (suggestion.scenario, suggestion.record) == ("wrong-key", True)


def test_when_all_is_passed_and_recorded_a_weakness_decides_again(summaries: Sequence[Summary]) -> None:
    bests = {"wrong-key": best(90, 90), "quiet-table": best(85, 85), "leaking-tap": best(95, 95)}
    assert suggested(summaries, bests, (), marks(fix_the_cause=(40, 8))).scenario == "leaking-tap"
    assert suggested(summaries, bests, (), marks(fix_the_cause=(90, 8))).scenario == "quiet-table"


def test_a_weakness_that_nothing_teaches_decides_nothing(summaries: Sequence[Summary]) -> None:
    bests = {"wrong-key": best(70), "quiet-table": best(61), "leaking-tap": best(40)}
    profile = marks(give_first=(0, 20), no_longer_a_principle=(0, 20))
    assert suggested(summaries, bests, (), profile).scenario == "wrong-key"


def test_drills_that_are_due_say_how_many() -> None:
    assert why_drill(0) == ""
    assert why_drill(1) == "One moment that went wrong is due again: answer better this time."
    assert why_drill(3) == "3 moments that went wrong are due again: answer better this time."
