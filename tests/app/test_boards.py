"""The boards as they are shown."""

from __future__ import annotations

from simulator.app.boards import BOARDS, EXPLAINED, NOBODY, board
from simulator.records.reviews import mark_review_seen
from tests.app.shop import NOW, SCENARIOS


def recorded(shop, name, scores, team=""):
    person = shop.person(name, team)
    for scenario, score in zip(SCENARIOS, scores, strict=False):
        shop.played(person, scenario, score, mode="record")


def test_people_at_first_sight_by_rank_the_readers_own_row_marked(shop):
    recorded(shop, "Ana", (90, 80, 70), "North")
    recorded(shop, "Ben", (50, 60, 70), "North")
    recorded(shop, "Cem", (99,))
    places = board(shop.database, 0, "Ana", "North")
    assert [(place.rank, place.name, place.own) for place in places] == [
        ("1", "Ana", True),
        ("2", "Ben", False),
        ("–", "Cem", False),
    ]
    assert places[2].basis == "1 scenario, 2 to go"
    assert places[2].value.startswith("(")


def test_what_was_practised_before_is_on_a_board_of_its_own(shop):
    ana = shop.person("Ana")
    mark_review_seen(shop.database, ana.id, "wrong-key", at=NOW)
    shop.played(ana, "wrong-key", 80, mode="record")
    assert board(shop.database, 0, "Ana", "") == []
    assert [place.name for place in board(shop.database, 1, "Ana", "")] == ["Ana"]


def test_improvement_compares_later_practices_with_the_first(shop):
    ana = shop.person("Ana")
    for scenario in SCENARIOS:
        shop.played(ana, scenario, 40, days_ago=3)
        shop.played(ana, scenario, 70, days_ago=2)
    [place] = board(shop.database, 2, "Ana", "")
    assert place.rank == "1"
    assert place.value.startswith("+")


def test_a_team_needs_two_ranked_people(shop):
    recorded(shop, "Ana", (90, 80, 70), "North")
    recorded(shop, "Ben", (50, 60, 70), "North")
    recorded(shop, "Cem", (50, 60, 70), "South")
    north, south = board(shop.database, 3, "Ana", "North")
    assert (north.rank, north.name, north.basis, north.own) == ("1", "North", "2 ranked people", True)
    assert (south.rank, south.basis, south.own) == ("–", "1 ranked person, 1 to go", False)


def test_every_board_is_explained_and_has_words_for_being_empty():
    assert len(BOARDS) == len(EXPLAINED) == len(NOBODY)
