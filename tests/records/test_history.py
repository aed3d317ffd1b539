"""Looking back: lists with filters and pages, bests, what the boards are made from."""

from __future__ import annotations

import pytest

from scoring.standing import Practised, Recorded, standings
from simulator.records.attempts import Result, append_response, append_rewind, finish
from simulator.records.boards import mean_scores, practice_results, recorded_results
from simulator.records.history import Best, Filter, attempts, best_scores, count_attempts, unscored
from simulator.records.people import enrol
from simulator.records.reviews import mark_review_seen
from simulator.records.scripts import KeptScript, keep_script


@pytest.fixture
def scored(database, play, clock):
    """An attempt finished with that score, None for one that awaits the solver, after a step back where told."""

    def done(score: int | None, *, rewound: bool = False, **changed: object):
        attempt = play(**changed)
        after = 0
        if rewound:
            append_response(database, attempt.id, after=0, turn="t", response="r", at=clock())
            append_rewind(database, attempt.id, after=1, to=0, at=clock())
            after = 2
        solved = {} if score is None else {"par": 100, "worst": 0, "score": score}
        return finish(
            database, attempt.id, after=after, result=Result("end", "doubtful", score or 0, **solved), at=clock()
        )

    return done


@pytest.fixture
def ben(database, clock):
    return enrol(database, "Ben", "South", at=clock())


def test_attempts_are_listed_latest_first_and_in_pages(database, play):
    numbers = [play().id for _ in range(7)]
    listed = [[row.id for row in attempts(database, limit=3, offset=offset)] for offset in (0, 3, 6, 9)]
    assert listed == [numbers[:-4:-1], numbers[3:0:-1], numbers[:1], []]
    assert count_attempts(database) == 7


def test_attempts_are_chosen_by_each_filter_and_by_all_together(database, play, scored, ann, ben, clock):
    keep_script(database, KeptScript("hush", "Hush", "silent", 2, ""), at=clock())
    first = play()
    second = scored(50)
    third = play(mode="record")
    fourth = scored(70, person=ben.id, scenario="hush", script="hush", mode="record")
    for chosen, numbers in (
        (Filter(), [4, 3, 2, 1]),
        (Filter(person=ann.id), [3, 2, 1]),
        (Filter(team=" SOUTH"), [4]),
        (Filter(team="nowhere"), []),
        (Filter(scenario="sofa"), [3, 2, 1]),
        (Filter(kind="silent"), [4]),
        (Filter(mode="record"), [4, 3]),
        (Filter(finished=True), [4, 2]),
        (Filter(finished=False), [3, 1]),
        (Filter(person=ann.id, mode="practice", finished=True), [2]),
        (Filter(scenario="' OR 1=1 --"), []),
    ):
        assert [row.id for row in attempts(database, chosen)] == numbers
        assert count_attempts(database, chosen) == len(numbers)
    assert [first.id, second.id, third.id, fourth.id] == [1, 2, 3, 4]


def test_the_best_is_told_by_scenario_and_apart_for_the_record(database, scored, play, ann, ben):
    scored(40)
    scored(60)
    scored(95, rewound=True)
    scored(55, mode="record")
    scored(30, scenario="phone", rewound=True)
    scored(None, scenario="hush")
    scored(100, person=ben.id)
    play(scenario="boiler")
    assert best_scores(database, ann.id) == {
        "hush": Best(None, None, None, 1),
        "phone": Best(30, None, None, 1),
        "sofa": Best(95, 60, 55, 3),
    }


def test_finished_attempts_that_await_the_solver_are_found(database, scored, play):
    waiting = scored(None)
    scored(40)
    play()
    assert unscored(database) == [waiting]


def test_the_board_tells_first_sight_from_practised(database, scored, ann, ben, clock):
    mark_review_seen(database, ann.id, "sofa", at=clock())
    scored(90, mode="record")
    scored(80, mode="record", scenario="phone")
    scored(60, mode="record", person=ben.id)
    scored(None, mode="record", person=ben.id, scenario="phone")
    scored(10)
    practised = Recorded("Ann", "North", "sofa", 90)
    at_first_sight = [Recorded("Ann", "North", "phone", 80), Recorded("Ben", "South", "sofa", 60)]
    assert recorded_results(database) == [practised, *at_first_sight]
    assert recorded_results(database, practised=True) == [practised]
    assert recorded_results(database, practised=False) == at_first_sight
    assert mean_scores(database) == {"sofa": 75, "phone": 80}
    assert mean_scores(database, practised=False) == {"sofa": 60, "phone": 80}
    assert [row.missing for row in standings(recorded_results(database))] == [1, 2]


def test_practice_counts_in_the_order_begun_without_what_was_stepped_back(database, scored, play, ben):
    scored(40)
    scored(70, person=ben.id)
    scored(99, rewound=True)
    scored(60)
    scored(None)
    scored(20, mode="record")
    play()
    assert practice_results(database) == [
        Practised("Ann", "North", "sofa", (40, 60)),
        Practised("Ben", "South", "sofa", (70,)),
    ]
