"""The solver's cache: what it gives back, what it lets go, and that it never stops anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from simulator.records.database import open_database
from simulator.records.solutions import Key, fetch_solution, prune_solutions, size_of_solutions, store_solution

KEY = Key("script", "rules", "12 5 12")
DAY = datetime(2026, 3, 1, tzinfo=UTC)


def fetch(database, key=KEY, engine=1, day=0):
    return fetch_solution(database, key, engine=engine, at=DAY + timedelta(days=day))


def store(database, data, key=KEY, engine=1, day=0, **limit):
    return store_solution(database, key, engine=engine, data=data, at=DAY + timedelta(days=day), **limit)


def test_a_solution_comes_back_for_its_key_only(database):
    assert fetch(database) is None
    assert store(database, b"\0solved\xff")
    assert fetch(database) == b"\0solved\xff"
    for other in (replace(KEY, script="x"), replace(KEY, rules="x"), replace(KEY, start="x")):
        assert fetch(database, other) is None


def test_one_of_another_engine_is_solved_again_and_replaced(database):
    store(database, b"old")
    assert fetch(database, engine=2) is None
    store(database, b"new", engine=2)
    assert (fetch(database, engine=1), fetch(database, engine=2)) == (None, b"new")


def test_the_least_lately_used_go_first(database):
    keys = [replace(KEY, start=str(number)) for number in range(4)]
    for day, key in enumerate(keys):
        store(database, b"x" * 10, key, day=day)
    assert fetch(database, keys[0], day=9)
    assert store(database, b"x" * 10, KEY, day=10, most_bytes=30)
    assert [fetch(database, key, day=10) is not None for key in keys] == [True, False, False, True]
    assert size_of_solutions(database) == 30


def test_one_that_alone_would_fill_the_cache_is_not_kept(database):
    store(database, b"small")
    assert not store(database, b"x" * 31, replace(KEY, start="big"), most_bytes=30)
    assert fetch(database) == b"small"


def test_pruning_to_nothing_empties_it(database):
    store(database, b"solved")
    assert prune_solutions(database, most_bytes=0) == 1
    assert (size_of_solutions(database), prune_solutions(database)) == (0, 0)


def test_a_full_disk_costs_only_the_cache(database):
    (pages,) = database.row("PRAGMA page_count")
    database.row(f"PRAGMA max_page_count = {pages}")
    assert not store(database, b"x" * 1_000_000)
    assert fetch(database) is None


def test_reading_works_while_another_program_writes(path, database):
    store(database, b"solved")
    with open_database(path, patience=0.01) as elsewhere, database.transaction():
        assert fetch(elsewhere, day=1) == b"solved"
        assert not store(elsewhere, b"again", day=1)


def test_a_database_that_is_gone_costs_only_the_cache(database):
    database.close()
    assert fetch(database) is None
    assert not store(database, b"solved")
