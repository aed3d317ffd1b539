"""Attempts: begun, appended to, rewound, finished, branched; once only for the record."""

from __future__ import annotations

from datetime import datetime

import pytest

from simulator.records.attempts import (
    ResponseKept,
    Result,
    RewindKept,
    append_response,
    append_rewind,
    branch,
    finish,
    for_the_record,
    keep_score,
    load_attempt,
    load_events,
    set_aside,
    standing_responses,
)
from simulator.records.database import open_database
from simulator.records.errors import (
    AlreadyForTheRecord,
    AttemptFinished,
    AttemptMovedOn,
    ConstraintBroken,
    NoSuchAttempt,
    NotForTheRecord,
)
from simulator.records.history import unfinished
from simulator.records.people import enrol
from simulator.records.reviews import has_seen_review, mark_review_seen
from simulator.records.scripts import KeptScript, keep_script, kept_script

LOYAL = Result("won-back", "loyal", points=41, par=44, worst=-30, score=96)


@pytest.fixture
def say(database, clock):
    """Append a response, knowing of that many events."""

    def said(attempt, after, response="own-it", turn="third-time"):
        return append_response(database, attempt.id, after=after, turn=turn, response=response, at=clock())

    return said


def test_what_was_begun_is_found_as_it_was_begun(database, play, ann):
    begun = play(seed=2**62)
    assert load_attempt(database, begun.id) == begun
    assert (begun.person, begun.scenario, begun.script, begun.rules) == (ann, "sofa", "digest", "rules")
    assert (begun.title, begun.kind, begun.difficulty) == ("The sofa", "angry", 3)
    assert (begun.seed, begun.mode, begun.practised, begun.finished, begun.result) == (
        2**62,
        "practice",
        False,
        None,
        None,
    )
    assert begun.started == begun.played


def test_events_come_back_in_order_with_their_times(database, play, say, clock):
    attempt = play()
    said = [say(attempt, 0, "own-it"), say(attempt, 1, "never-again", "what-happened")]
    back = append_rewind(database, attempt.id, after=2, to=1, at=clock())
    again = say(attempt, 3, "ask", "what-happened")
    assert load_events(database, attempt.id) == (*said, back, again)
    assert load_attempt(database, attempt.id).played == again.at


def test_the_responses_that_stand_are_those_no_rewind_took_back(clock):
    one, two, three = (ResponseKept("turn", name, clock()) for name in ("one", "two", "three"))
    assert standing_responses((one, two, RewindKept(1, clock()), three)) == (one, three)
    assert standing_responses((one, two, RewindKept(0, clock()), three)) == (three,)
    assert standing_responses(()) == ()


def test_a_response_is_there_for_another_program_at_once(path, play, say):
    attempt = play()
    said = say(attempt, 0)
    with open_database(path) as elsewhere:
        assert load_events(elsewhere, attempt.id) == (said,)


def test_playing_one_attempt_in_two_places_is_told_and_loses_nothing(path, database, play, say, clock):
    attempt = play()
    here = say(attempt, 0, "here")
    with open_database(path) as elsewhere:
        for act in (
            lambda: append_response(elsewhere, attempt.id, after=0, turn="t", response="there", at=clock()),
            lambda: append_rewind(elsewhere, attempt.id, after=0, to=0, at=clock()),
            lambda: finish(elsewhere, attempt.id, after=0, result=LOYAL, at=clock()),
        ):
            with pytest.raises(AttemptMovedOn) as moved_on:
                act()
            assert (moved_on.value.known, moved_on.value.kept) == (0, 1)
        there = append_response(elsewhere, attempt.id, after=1, turn="t", response="there", at=clock())
    assert load_events(database, attempt.id) == (here, there)


@pytest.mark.parametrize("number", [0, -1, 99, 2**63, -(2**80)])
def test_an_unknown_number_is_no_attempt(database, number):
    with pytest.raises(NoSuchAttempt, match=str(number)):
        load_attempt(database, number)


@pytest.mark.parametrize("to", [-1, 2, 3])
def test_a_rewind_to_what_was_never_said_is_a_mistake_of_the_caller(database, play, say, clock, to):
    attempt = play()
    say(attempt, 0)
    say(attempt, 1)
    with pytest.raises(ValueError, match="of 2 responses"):
        append_rewind(database, attempt.id, after=2, to=to, at=clock())
    assert len(load_events(database, attempt.id)) == 2


def test_a_finished_attempt_stays_as_it_is(database, play, say, clock):
    attempt = play()
    say(attempt, 0)
    finished = finish(database, attempt.id, after=1, result=LOYAL, at=clock())
    assert finished.result == LOYAL
    assert finished.finished is not None
    for act in (
        lambda: say(attempt, 1),
        lambda: append_rewind(database, attempt.id, after=1, to=0, at=clock()),
        lambda: finish(database, attempt.id, after=1, result=LOYAL, at=clock()),
    ):
        with pytest.raises(AttemptFinished):
            act()
    assert load_attempt(database, attempt.id) == finished


def test_the_score_may_come_after_the_end(database, play, clock):
    attempt = play()
    keep_score(database, attempt.id, par=44, worst=-30, score=96)
    assert load_attempt(database, attempt.id).result is None
    finish(database, attempt.id, after=0, result=Result("won-back", "loyal", 41), at=clock())
    assert load_attempt(database, attempt.id).result == Result("won-back", "loyal", 41)
    keep_score(database, attempt.id, par=44, worst=-30, score=96)
    assert load_attempt(database, attempt.id).result == LOYAL


def test_a_score_without_par_and_worst_is_refused(database, play, clock):
    attempt = play()
    with pytest.raises(ConstraintBroken):
        finish(database, attempt.id, after=0, result=Result("e", "loyal", 41, score=96), at=clock())
    assert load_attempt(database, attempt.id).finished is None


class TestForTheRecord:
    """One for each person and scenario, straight through."""

    def test_there_is_one_whatever_the_script(self, database, play, ann, clock):
        keep_script(database, KeptScript("edited", "The sofa", "angry", 3, "title: The sofa, edited\n"), at=clock())
        only = play(mode="record")
        assert for_the_record(database, ann.id, "sofa") == only
        with pytest.raises(AlreadyForTheRecord, match="Resume") as already:
            play(mode="record", script="edited", rules="others", seed=8)
        assert (already.value.attempt, already.value.finished) == (only.id, False)
        finish(database, only.id, after=0, result=LOYAL, at=clock())
        with pytest.raises(AlreadyForTheRecord, match="practice stays open") as already:
            play(mode="record")
        assert already.value.finished

    def test_others_and_other_scenarios_have_their_own(self, database, play, ann, clock):
        ben = enrol(database, "Ben", at=clock())
        numbers = {
            play(mode="record").id,
            play(mode="record", person=ben.id).id,
            play(mode="record", scenario="phone").id,
        }
        assert len(numbers) == 3
        assert for_the_record(database, ben.id, "phone") is None

    def test_practice_goes_on_beside_it(self, play):
        play(mode="record")
        assert play().id != play().id

    def test_interrupted_it_is_resumed_where_it_was(self, path, database, play, say, ann):
        only = play(mode="record")
        said = say(only, 0)
        database.close()
        with open_database(path) as reopened:
            resumed = for_the_record(reopened, ann.id, "sofa")
            assert resumed.id == only.id
            assert load_events(reopened, resumed.id) == (said,)

    def test_it_is_never_rewound_branched_or_set_aside(self, database, play, say, clock):
        only = play(mode="record")
        said = say(only, 0)
        for act in (
            lambda: append_rewind(database, only.id, after=1, to=0, at=clock()),
            lambda: branch(database, only.id, to=0, at=clock()),
            lambda: set_aside(database, only.id, at=clock()),
        ):
            with pytest.raises(NotForTheRecord):
                act()
        assert load_events(database, only.id) == (said,)

    def test_the_database_itself_refuses_a_rewind(self, database, play, say):
        only = play(mode="record")
        say(only, 0)
        with pytest.raises(ConstraintBroken, match="never rewound"):
            database.insert(
                "INSERT INTO events (attempt, ordinal, kind, back_to, at) VALUES (?, 2, 'rewind', 0, '')", only.id
            )

    def test_the_database_itself_refuses_a_second_one(self, database, play):
        only = play(mode="record")
        with pytest.raises(ConstraintBroken):
            database.insert(
                "INSERT INTO attempts (person, scenario, script, rules, seed, mode, started, played) "
                "SELECT person, scenario, script, rules, seed, mode, started, played FROM attempts WHERE id = ?",
                only.id,
            )

    def test_opened_after_a_review_was_seen_it_is_practised(self, database, play, ann, clock):
        ben = enrol(database, "Ben", at=clock())
        assert not has_seen_review(database, ann.id, "sofa")
        mark_review_seen(database, ann.id, "sofa", at=clock())
        mark_review_seen(database, ann.id, "sofa", at=clock())
        assert has_seen_review(database, ann.id, "sofa")
        assert play(mode="record").practised
        assert not play(mode="record", scenario="phone").practised
        assert not play(mode="record", person=ben.id).practised
        assert not play().practised

    def test_a_review_seen_later_does_not_change_it(self, database, play, ann, clock):
        only = play(mode="record")
        mark_review_seen(database, ann.id, "sofa", at=clock())
        assert not load_attempt(database, only.id).practised


def test_what_was_said_cannot_be_altered(database, play, say):
    attempt = play()
    said = say(attempt, 0)
    with pytest.raises(ConstraintBroken, match="stays said"):
        database.change("UPDATE events SET response = 'never-again'")
    assert load_events(database, attempt.id) == (said,)


def test_a_branch_is_a_new_practice_from_a_moment_of_an_old_one(database, play, say, clock):
    attempt = play()
    said = [say(attempt, 0, "one"), say(attempt, 1, "two")]
    finished = finish(database, attempt.id, after=2, result=LOYAL, at=clock())
    branched = branch(database, attempt.id, to=1, at=clock())
    assert load_attempt(database, attempt.id) == finished
    assert (branched.seed, branched.script, branched.mode, branched.finished) == (7, "digest", "practice", None)
    events = load_events(database, branched.id)
    assert events[:2] == tuple(said)
    assert standing_responses(events) == (said[0],)
    say(branched, 3, "three")


def test_a_branch_from_nowhere_leaves_nothing_behind(database, play, say, clock):
    attempt = play()
    say(attempt, 0)
    with pytest.raises(ValueError, match="of 1 responses"):
        branch(database, attempt.id, to=1, at=clock())
    assert database.row("SELECT count(*) FROM attempts") == (1,)


def test_what_can_be_resumed_comes_last_played_first(database, play, say, ann, clock):
    ben = enrol(database, "Ben", at=clock())
    first, second, third, done, dropped = play(), play(), play(mode="record"), play(), play()
    play(person=ben.id)
    say(first, 0)
    finish(database, done.id, after=0, result=LOYAL, at=clock())
    set_aside(database, dropped.id, at=clock())
    assert [attempt.id for attempt in unfinished(database, ann.id)] == [first.id, third.id, second.id]
    say(dropped, 0)
    assert unfinished(database, ann.id)[0].id == dropped.id


def test_an_attempt_needs_a_person_and_a_kept_script(play):
    with pytest.raises(ConstraintBroken):
        play(person=99)
    with pytest.raises(ConstraintBroken):
        play(script="unheard-of")


def test_a_time_without_a_zone_is_a_mistake_of_the_caller(play):
    with pytest.raises(ValueError, match="zone"):
        play(at=datetime(2026, 3, 1))


def test_a_script_stays_as_it_was_first_kept(database, clock):
    script = KeptScript("digest", "The sofa", "silent", 2, "title: The sofa  # {'\u2019\n")
    keep_script(database, script, at=clock())
    keep_script(database, KeptScript("digest", "Another", "angry", 1, ""), at=clock())
    assert kept_script(database, "digest") == script
    assert kept_script(database, "unheard-of") is None
