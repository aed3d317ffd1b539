"""What home says of a person."""

from __future__ import annotations

from simulator.app.overview import overview
from simulator.records.reviews import mark_review_seen
from tests.app.shop import NOW, SCENARIOS


def test_of_somebody_new_there_is_only_a_suggestion(shop):
    ana = shop.person()
    seen = overview(shop.database, ana, tuple(shop.library.summaries()), at=NOW)
    assert (seen.interrupted, seen.standing, seen.recent) == ((), None, ())
    assert (seen.passed, seen.recorded, seen.scenarios) == (0, 0, 3)
    assert seen.suggestion is not None


def test_before_the_library_is_read_nothing_is_suggested(shop):
    seen = overview(shop.database, shop.person(), None, at=NOW)
    assert (seen.suggestion, seen.scenarios) == (None, None)


def test_interrupted_attempts_count_the_answers_that_stand(shop):
    ana = shop.person()
    attempt = shop.open(ana)
    attempt.respond("own-it")
    attempt.respond("cut-again")
    attempt.rewind(1)
    [interrupted] = overview(shop.database, ana, None, at=NOW).interrupted
    assert (interrupted.attempt.id, interrupted.answers) == (attempt.id, 1)


def test_passing_counts_scenarios_of_the_library_in_either_way(shop):
    ana = shop.person()
    shop.played(ana, "wrong-key", 80)
    shop.played(ana, "quiet-table", 79)
    shop.played(ana, "leaking-tap", 95, mode="record")
    shop.played_elsewhere(ana, "gone", "Gone", 100)
    seen = overview(shop.database, ana, tuple(shop.library.summaries()), at=NOW)
    assert (seen.passed, seen.recorded) == (2, 1)
    assert len(seen.recent) == 4


def test_one_stands_on_the_board_where_one_is_nearer_to_a_rank(shop):
    ana = shop.person()
    shop.played(ana, "wrong-key", 80, mode="record")
    first_sight = overview(shop.database, ana, None, at=NOW)
    assert first_sight.standing is not None
    assert (first_sight.practised, first_sight.standing.missing) == (False, 2)
    ben = shop.person("Ben")
    for scenario in SCENARIOS:
        mark_review_seen(shop.database, ben.id, scenario, at=NOW)
        shop.played(ben, scenario, 80, mode="record")
    practised = overview(shop.database, ben, None, at=NOW)
    assert practised.standing is not None
    assert (practised.practised, practised.standing.rank, practised.ranked) == (True, 1, 1)
