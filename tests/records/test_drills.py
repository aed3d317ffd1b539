"""Drills: missed moments, kept to be put again; and what else a reviewed attempt teaches."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from scoring.principles import load_principles
from simulator.analysis.review import Move, Reviewer
from simulator.analysis.solver import solve
from simulator.records import schema
from simulator.records.attempts import Mode, load_attempt
from simulator.records.database import Database, open_database
from simulator.records.drills import (
    Drill,
    DrillsWaiting,
    answer_drill,
    due_drills,
    load_drill,
    set_drill_aside,
    waiting,
)
from simulator.records.errors import ConstraintBroken, DrillLost, NoSuchDrill
from simulator.records.lessons import keep_review, profile_over_all, unlearned
from simulator.records.open_attempt import OpenAttempt, start_attempt
from simulator.records.open_drill import OpenDrill, open_drill
from simulator.records.people import Person, enrol
from tests.small_scenarios import SHELF, playable

BEST = ("hear", "nothing", "find-out", "ring")

NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)
"""When everything here is played, unless it is some days later."""

Play = Callable[..., OpenAttempt]


def reviewer(opened: OpenAttempt | OpenDrill) -> Reviewer:
    start = opened.conversation.rewound(0)
    return Reviewer(start, solve(opened.scenario.game, [start.feelings]))


@pytest.fixture
def play(database: Database, ann: Person) -> Play:
    """Play the shelf and review it; an entry that is a number goes back to so many answers."""

    def played(
        *entries: str | int, days: int = 0, person: Person = ann, seed: int = 1, mode: Mode = "practice"
    ) -> OpenAttempt:
        at = NINE + timedelta(days=days)
        opened = start_attempt(database, playable(SHELF), person=person.id, mode=mode, seed=seed, clock=lambda: at)
        for entry in entries:
            opened.rewind(entry) if isinstance(entry, int) else opened.respond(entry)
        keep_review(database, opened, reviewer(opened), at=at)
        return opened

    return played


def due(database: Database, person: Person, days: int = 0) -> list[Drill]:
    return due_drills(database, person.id, at=NINE + timedelta(days=days))


def opened(database: Database, drill: Drill, days: int = 0) -> OpenDrill:
    return open_drill(database, drill, load_principles(), clock=lambda: NINE + timedelta(days=days))


def answered(database: Database, drill: Drill, response: str, days: int = 0) -> tuple[Move, Drill]:
    asked = opened(database, drill, days)
    move = reviewer(asked).move(asked.respond(response))
    return move, asked.keep(move)


def test_every_mistake_becomes_a_drill_and_nothing_else_does(database: Database, ann: Person, play: Play) -> None:
    play("manual", "nothing", "voucher")
    found = due(database, ann)
    assert [(drill.turn, drill.before) for drill in found] == [
        ("counter", ()),
        ("offer", ("manual", "nothing")),
    ]
    assert {miss.judgement for drill in found for miss in drill.misses} <= {"mistake", "blunder"}
    assert [drill.misses[0].response for drill in found] == ["manual", "voucher"]


def test_the_best_line_leaves_nothing_to_drill(database: Database, ann: Person, play: Play) -> None:
    play(*BEST)
    assert due(database, ann) == []
    assert waiting(database, ann.id, at=NINE) == DrillsWaiting(0, 0, None)


def test_what_was_not_played_to_its_end_gives_no_drill(database: Database, ann: Person, play: Play) -> None:
    play("manual", "nothing")
    assert due(database, ann) == []


def test_what_is_for_the_record_gives_drills_too(database: Database, ann: Person, play: Play) -> None:
    play("manual", *BEST[1:], mode="record")
    assert [drill.turn for drill in due(database, ann)] == ["counter"]


def test_a_mistake_that_was_taken_back_was_made_all_the_same(database: Database, ann: Person, play: Play) -> None:
    play("manual", 0, *BEST)
    assert [drill.turn for drill in due(database, ann)] == ["counter"]


def test_the_same_moment_is_one_drill_however_often_it_was_missed(database: Database, ann: Person, play: Play) -> None:
    first = play("manual", 0, "manual", *BEST[1:])
    second = play("manual", *BEST[1:])
    (drill,) = due(database, ann)
    assert [miss.attempt for miss in drill.misses] == [first.id, second.id]


def test_another_seed_is_another_moment(database: Database, ann: Person, play: Play) -> None:
    play("manual", *BEST[1:])
    play("manual", *BEST[1:], seed=2)
    assert len(due(database, ann)) == 2


def test_what_a_practice_took_over_from_another_is_not_counted_twice(
    database: Database, ann: Person, play: Play
) -> None:
    ended = play("manual", *BEST[1:])
    before = profile_over_all(database, ann.id)
    on = NINE + timedelta(days=1)
    ended._clock = lambda: on
    ended.rewind(3)
    ended.respond("ring")
    keep_review(database, ended, reviewer(ended), at=on)
    after = profile_over_all(database, ann.id)
    assert [len(drill.misses) for drill in due(database, ann)] == [1]
    assert after["own-the-problem"] == before["own-the-problem"]
    assert after["keep-your-word"].moments == before["keep-your-word"].moments + 1


def test_drills_are_a_persons_own(database: Database, ann: Person, play: Play) -> None:
    ben = enrol(database, "Ben", at=NINE)
    play("manual", *BEST[1:])
    assert due(database, ben) == []


def test_keeping_a_review_again_changes_nothing(database: Database, ann: Person, play: Play) -> None:
    played = play("manual", *BEST[1:])
    drills, profile = due(database, ann), profile_over_all(database, ann.id)
    answered(database, drills[0], "hear")
    keep_review(database, played, reviewer(played), at=NINE + timedelta(days=9))
    assert due(database, ann) == []
    assert profile_over_all(database, ann.id) == profile
    assert len(load_drill(database, drills[0].id).misses) == 1


def test_the_conversation_stands_exactly_where_it_stood(database: Database, ann: Person, play: Play) -> None:
    played = play("manual", "nothing", "voucher")
    drill = due(database, ann)[1]
    asked = opened(database, drill).conversation
    then = played.conversation.rewound(2)
    assert (asked.state, asked.line, asked.day, asked.reply) == (then.state, then.line, then.day, then.reply)


def test_an_answer_is_judged_kept_and_gives_the_next_day(database: Database, ann: Person, play: Play) -> None:
    play("manual", *BEST[1:])
    move, kept = answered(database, due(database, ann)[0], "hear")
    assert (move.judgement, move.cost) == ("best", 0)
    assert kept.due == date(2026, 3, 3)
    assert [(answer.response, answer.judgement) for answer in kept.answers] == [("hear", "best")]
    assert due(database, ann, days=1) == []
    assert waiting(database, ann.id, at=NINE) == DrillsWaiting(0, 1, date(2026, 3, 3))
    assert [drill.id for drill in due(database, ann, days=2)] == [kept.id]


def test_missed_again_it_is_due_on_the_next_day_at_whatever_hour(database: Database, ann: Person, play: Play) -> None:
    play("manual", *BEST[1:])
    answered(database, due(database, ann)[0], "manual")
    midnight = datetime(2026, 3, 2, tzinfo=UTC)
    assert due_drills(database, ann.id, at=midnight - timedelta(seconds=1)) == []
    assert len(due_drills(database, ann.id, at=midnight)) == 1


def test_the_day_is_that_of_utc_wherever_somebody_is(database: Database, ann: Person, play: Play) -> None:
    play("manual", *BEST[1:])
    answered(database, due(database, ann)[0], "manual")
    auckland = timezone(timedelta(hours=13))
    assert due_drills(database, ann.id, at=datetime(2026, 3, 2, 9, tzinfo=auckland)) == []


def test_missed_in_play_after_it_was_answered_it_comes_back_sooner(database: Database, ann: Person, play: Play) -> None:
    play("manual", *BEST[1:])
    drill = due(database, ann)[0]
    answered(database, drill, "hear")
    _, kept = answered(database, drill, "hear", days=2)
    assert kept.due == date(2026, 3, 14)
    play("manual", *BEST[1:], days=3)
    assert load_drill(database, drill.id).due == date(2026, 3, 5)


def test_the_day_does_not_depend_on_what_was_reviewed_first(database: Database, play: Play) -> None:
    days = []
    for name, order in (("Cem", (0, 5)), ("Dot", (5, 0))):
        person = enrol(database, name, at=NINE)
        for day in order:
            play("manual", *BEST[1:], days=day, person=person)
        (drill,) = due(database, person, days=9)
        days.append((drill.due, [miss.at for miss in drill.misses]))
    assert days[0] == days[1]


def test_a_drill_is_kept_on_the_script_that_was_played(database: Database, ann: Person, play: Play) -> None:
    played = play("manual", *BEST[1:])
    (drill,) = due(database, ann)
    assert drill.script == played.scenario.game.digest
    assert opened(database, drill).scenario.source == played.scenario.source


@pytest.mark.parametrize("loss", ["UPDATE scripts SET source = 'gone'", "UPDATE drills SET before = 'plaster'"])
def test_a_moment_that_nobody_comes_to_any_more_is_put_no_more(
    database: Database, ann: Person, play: Play, loss: str
) -> None:
    play("hear", "nothing", "voucher", "wait")
    (drill,) = due(database, ann)
    database.change(loss)
    (drill,) = due(database, ann)
    with pytest.raises(DrillLost, match="The wobbly shelf"):
        opened(database, drill)
    assert due(database, ann) == []
    assert waiting(database, ann.id, at=NINE).due == 0


def test_those_that_have_waited_longest_come_first(database: Database, ann: Person, play: Play) -> None:
    play("manual", *BEST[1:], days=3)
    play("manual", *BEST[1:], days=1, seed=2)
    assert [drill.seed for drill in due(database, ann, days=3)] == [2, 1]


def test_what_was_answered_stays_answered(database: Database, ann: Person, play: Play) -> None:
    play("manual", *BEST[1:])
    answered(database, due(database, ann)[0], "manual")
    with pytest.raises(ConstraintBroken):
        database.change("UPDATE drill_answers SET judgement = 'best'")


def test_a_drill_that_is_not_there_is_told(database: Database) -> None:
    with pytest.raises(NoSuchDrill):
        load_drill(database, 7)
    with pytest.raises(NoSuchDrill):
        answer_drill(database, 7, response="hear", judgement="best", cost=0, at=NINE)


def test_a_drill_set_aside_is_put_no_more(database: Database, ann: Person, play: Play) -> None:
    play("manual", *BEST[1:])
    set_drill_aside(database, due(database, ann)[0].id, at=NINE)
    assert due(database, ann) == []


def test_the_profile_is_over_all_attempts(database: Database, ann: Person, play: Play) -> None:
    play(*BEST)
    best = profile_over_all(database, ann.id)
    assert all(mark.taken == mark.chances for mark in best.values())
    play("manual", *BEST[1:])
    both = profile_over_all(database, ann.id)
    assert both["listen-first"].moments == 2 * best["listen-first"].moments
    assert both["listen-first"].broken == 1
    assert both["listen-first"].percent < 100


def test_an_answer_that_was_taken_back_counts_in_the_profile(database: Database, ann: Person, play: Play) -> None:
    play("manual", 0, *BEST)
    assert profile_over_all(database, ann.id)["listen-first"].percent < 100


def test_attempts_still_to_be_learned_from_are_known(database: Database, ann: Person, play: Play) -> None:
    played = play(*BEST)
    assert unlearned(database) == []
    database.change("UPDATE attempts SET learned = NULL")
    assert [kept.id for kept in unlearned(database, ann.id)] == [played.id]
    assert unlearned(database, ann.id + 1) == []


def test_an_attempt_under_other_rules_teaches_nothing(database: Database, ann: Person, play: Play) -> None:
    played = play("manual", *BEST[1:])
    database.change("DELETE FROM drills")
    database.change("UPDATE attempts SET learned = NULL, rules = 'other'")
    played.kept = load_attempt(database, played.id)
    keep_review(database, played, reviewer(played), at=NINE)
    assert due(database, ann) == []


def test_what_was_played_before_there_were_drills_is_still_to_be_learned_from(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = schema.migrations()[:1]
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "migrations", lambda: first)
        earlier.setattr(schema, "LATEST", 1)
        with open_database(path) as old:
            ann = enrol(old, "Ann", at=NINE)
            opened = start_attempt(old, playable(SHELF), person=ann.id, mode="practice", seed=1, clock=lambda: NINE)
            for response in ("manual", *BEST[1:]):
                opened.respond(response)
    with open_database(path) as database:
        assert [kept.id for kept in unlearned(database)] == [opened.id]
