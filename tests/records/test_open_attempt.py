"""Attempts being played: kept first, moved on only then, and what practice gives away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scoring.principles import load_principles
from simulator.analysis.solution import Worth
from simulator.conversation.errors import NotAvailable, ReplayError
from simulator.records import open_attempt
from simulator.records.attempts import Mode, load_attempt, load_events
from simulator.records.database import Database
from simulator.records.errors import AlreadyForTheRecord, AttemptMovedOn, NotForTheRecord
from simulator.records.open_attempt import OpenAttempt, resume_attempt, start_attempt
from simulator.records.people import Person
from simulator.records.reviews import has_seen_review
from tests.records.conftest import Clock
from tests.small_scenarios import SHELF, playable

BEST = ("hear", "nothing", "find-out", "ring")

Begin = Callable[..., OpenAttempt]


@pytest.fixture
def begun(database: Database, ann: Person, clock: Clock) -> Begin:
    def begin(mode: Mode = "practice", *responses: str) -> OpenAttempt:
        opened = start_attempt(database, playable(SHELF), person=ann.id, mode=mode, seed=1, clock=clock)
        for response in responses:
            opened.respond(response)
        return opened

    return begin


def resumed(database: Database, attempt: int, clock: Clock) -> OpenAttempt:
    return resume_attempt(database, attempt, load_principles(), clock=clock)


def test_what_was_played_is_there_again_when_it_is_resumed(database: Database, begun: Begin, clock: Clock) -> None:
    opened = begun("record", *BEST[:2])
    again = resumed(database, opened.id, clock)
    assert again.conversation.response_ids == BEST[:2]
    assert again.conversation.state == opened.conversation.state


def test_an_answer_that_cannot_be_given_leaves_everything_as_it_was(database: Database, begun: Begin) -> None:
    opened = begun("practice", "hear")
    before = opened.conversation
    with pytest.raises(NotAvailable):
        opened.respond("voucher")
    assert opened.conversation is before
    assert len(load_events(database, opened.id)) == 1


def test_an_answer_that_cannot_be_kept_does_not_count(database: Database, begun: Begin, clock: Clock) -> None:
    opened = begun("practice", "hear")
    resumed(database, opened.id, clock).respond("nothing")
    before = opened.conversation
    with pytest.raises(AttemptMovedOn):
        opened.respond("plaster")
    assert opened.conversation is before


def test_the_end_of_the_conversation_finishes_the_attempt(database: Database, begun: Begin) -> None:
    result = load_attempt(database, begun("record", *BEST).id).result
    assert result is not None
    assert (result.ending, result.outcome, result.score) == ("stays", "loyal", None)


def test_an_attempt_killed_before_it_was_finished_is_finished_when_it_is_taken_up(
    database: Database, begun: Begin, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(OpenAttempt, "close_if_ended", lambda opened: None)
        opened = begun("record", *BEST)
    assert load_attempt(database, opened.id).finished is None
    resumed(database, opened.id, clock)
    assert load_attempt(database, opened.id).finished is not None


def test_practice_gives_away_what_answers_are_worth_with_its_first_explanation(
    database: Database, ann: Person, begun: Begin
) -> None:
    opened = begun("practice")
    assert not has_seen_review(database, ann.id, "wobbly-shelf")
    opened.respond("hear")
    assert has_seen_review(database, ann.id, "wobbly-shelf")
    assert begun("record").kept.practised


def test_an_attempt_for_the_record_gives_nothing_away(database: Database, ann: Person, begun: Begin) -> None:
    opened = begun("record", *BEST)
    assert not opened.kept.practised
    assert not has_seen_review(database, ann.id, "wobbly-shelf")


def test_practice_is_taken_back_and_what_is_for_the_record_is_not(
    database: Database, begun: Begin, clock: Clock
) -> None:
    opened = begun("practice", "hear", "plaster")
    opened.rewind(1)
    opened.respond("nothing")
    assert resumed(database, opened.id, clock).conversation.response_ids == ("hear", "nothing")
    recorded = begun("record", "hear")
    with pytest.raises(NotForTheRecord):
        recorded.rewind(0)
    assert recorded.conversation.response_ids == ("hear",)


def test_taking_back_nothing_writes_nothing(database: Database, begun: Begin) -> None:
    opened = begun("practice", "hear")
    opened.rewind(1)
    assert len(load_events(database, opened.id)) == 1


def test_a_finished_practice_is_taken_back_as_a_new_one(database: Database, begun: Begin) -> None:
    opened = begun("practice", *BEST)
    first = opened.id
    opened.rewind(3)
    assert opened.id != first
    opened.respond("wait")
    kept = [load_attempt(database, attempt).result for attempt in (first, opened.id)]
    assert [result.outcome for result in kept if result] == ["loyal", "lost loudly"]


def test_what_was_for_the_record_is_taken_back_as_a_practice_once_it_is_over(database: Database, begun: Begin) -> None:
    opened = begun("record", *BEST)
    first = load_attempt(database, opened.id)
    opened.rewind(3)
    assert not opened.for_the_record
    assert opened.conversation.response_ids == BEST[:3]
    assert load_attempt(database, first.id) == first
    assert len(load_events(database, first.id)) == len(BEST)


def test_the_record_is_begun_once(begun: Begin) -> None:
    begun("record")
    with pytest.raises(AlreadyForTheRecord):
        begun("record")


def test_a_score_is_kept_once_the_attempt_has_ended(database: Database, begun: Begin) -> None:
    opened = begun("practice", *BEST[:3])
    opened.keep_score(Worth(50, -50))
    assert load_attempt(database, opened.id).result is None
    opened.respond("ring")
    opened.keep_score(Worth(opened.conversation.points, -50))
    result = load_attempt(database, opened.id).result
    assert result is not None
    assert result.score == 100


def test_a_score_by_other_rules_is_left_as_it_was(
    database: Database, begun: Begin, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = begun("record", *BEST)
    opened.keep_score(Worth(60, -50))
    kept = load_attempt(database, opened.id).result
    monkeypatch.setattr(open_attempt, "rules_digest", lambda principles: "other rules")
    again = resumed(database, opened.id, clock)
    assert not again.under_present_rules
    again.keep_score(Worth(90, -90))
    assert load_attempt(database, opened.id).result == kept


def test_an_attempt_interrupted_under_other_rules_counts_by_those_under_which_it_ends(
    database: Database, begun: Begin, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = begun("record", *BEST[:3])
    monkeypatch.setattr(open_attempt, "rules_digest", lambda principles: "new rules")
    resumed(database, opened.id, clock).respond("ring")
    assert load_attempt(database, opened.id).rules == "new rules"


def test_events_that_the_script_does_not_allow_are_told(database: Database, begun: Begin, clock: Clock) -> None:
    opened = begun("practice", "hear")
    database.change(
        "INSERT INTO events VALUES (?, 2, 'response', 'offer', 'voucher', NULL, ?)", opened.id, "2026-01-01"
    )
    with pytest.raises(ReplayError, match="Event 2"):
        resumed(database, opened.id, clock)
