"""Fair order: the laws of the standings, and small boards worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.standing import (
    Practised,
    Recorded,
    Standing,
    improvements,
    means,
    signed,
    standings,
    team_standings,
)

PEOPLE = ("Ada", "Ben", "Cem", "Dua", "Eve")
SCENARIOS = ("sofa", "phone", "silence", "stucco", "boiler")
TEAM_OF = {"Ada": "North", "Ben": "North", "Cem": "South", "Dua": "South", "Eve": ""}

scores = st.integers(min_value=0, max_value=100)
played = st.dictionaries(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(SCENARIOS)), scores, max_size=25)


def recorded(scores: dict[tuple[str, str], int]) -> list[Recorded]:
    return [Recorded(person, TEAM_OF[person], scenario, score) for (person, scenario), score in scores.items()]


def of(board: tuple[Standing, ...], person: str) -> Standing:
    return next(row for row in board if row.person == person)


@given(played, st.randoms(use_true_random=False))
def test_the_order_of_the_results_does_not_matter(scores, random):
    results = recorded(scores)
    shuffled = list(results)
    random.shuffle(shuffled)
    assert standings(shuffled) == standings(results)
    assert team_standings(reversed(standings(shuffled))) == team_standings(standings(results))


@given(played.filter(bool), st.data())
def test_a_better_score_of_ones_own_never_lowers_standing_or_rank(scores, data):
    person, scenario = data.draw(st.sampled_from(sorted(scores)))
    better = {**scores, (person, scenario): data.draw(st.integers(scores[person, scenario], 100))}
    before, after = of(standings(recorded(scores)), person), of(standings(recorded(better)), person)
    assert after.value >= before.value
    assert after.rank is None if before.rank is None else after.rank <= before.rank


@given(played, st.sampled_from(SCENARIOS), st.integers(-50, 50))
def test_a_scenario_harder_for_all_changes_nothing(scores, scenario, shift):
    shifted = {key: score + shift if key[1] == scenario else score for key, score in scores.items()}
    assert standings(recorded(shifted)) == standings(recorded(scores))


@given(played)
def test_equals_share_a_rank_and_the_next_one_waits(scores):
    ranked = [row for row in standings(recorded(scores)) if row.rank is not None]
    for row in ranked:
        assert row.rank == 1 + sum(other.value > row.value for other in ranked)


@given(played)
def test_nobody_is_ranked_on_fewer_than_three_scenarios_and_they_come_last(scores):
    board = standings(recorded(scores))
    for row in board:
        assert row.scenarios == sum(person == row.person for person, _ in scores)
        assert (row.rank is None) == (row.scenarios < 3)
        assert row.missing == max(0, 3 - row.scenarios)
    assert [row.rank is None for row in board] == sorted(row.rank is None for row in board)
    assert {row.person for row in board} == {person for person, _ in scores}


@given(played)
def test_what_all_have_of_a_scenario_above_its_mean_is_nought(scores):
    board = standings(recorded(scores))
    assert sum(row.value * (row.scenarios + 5) for row in board) == 0


@given(played)
def test_shrinking_never_takes_a_standing_beyond_the_plain_mean_or_across_nought(scores):
    results = recorded(scores)
    of_scenario = means(results)
    for row in standings(results):
        leads = [result.score - of_scenario[result.scenario] for result in results if result.person == row.person]
        plain = sum(leads, Fraction()) / len(leads)
        assert row.value == plain * Fraction(row.scenarios, row.scenarios + 5)


@given(played)
def test_playing_by_another_name_in_another_place_is_the_same_play(scores):
    renamed = [replace(result, person=f"another {result.person}") for result in recorded(scores)]
    assert [(row.rank, row.value) for row in standings(renamed)] == [
        (row.rank, row.value) for row in standings(recorded(scores))
    ]


def test_a_board_worked_out_by_hand():
    scores = {(person, scenario): 60 for person in ("Ada", "Ben", "Cem") for scenario in ("sofa", "phone", "silence")}
    scores |= {("Ada", "sofa"): 90, ("Ben", "phone"): 90, ("Dua", "boiler"): 100}
    board = standings(recorded(scores))
    # Means: sofa 70, phone 70, silence 60, boiler 100. Ada: (20 - 10 + 0) / 8. Cem: -20 / 8.
    assert [(row.rank, row.person, row.value, row.missing) for row in board] == [
        (1, "Ada", Fraction(10, 8), 0),
        (1, "Ben", Fraction(10, 8), 0),
        (3, "Cem", Fraction(-20, 8), 0),
        (None, "Dua", Fraction(0), 2),
    ]


def test_ties_are_exact_where_floating_point_would_part_them():
    thirds = [Recorded(person, "", "sofa", score) for person, score in zip(PEOPLE, (0, 0, 1), strict=False)]
    others = [Recorded(person, "", scenario, 50) for person in PEOPLE[:3] for scenario in ("phone", "silence")]
    assert [row.rank for row in standings(thirds + others)] == [1, 2, 2]


def test_those_nearest_to_a_rank_lead_the_unranked():
    board = standings(recorded({("Ada", "sofa"): 90, ("Ben", "sofa"): 10, ("Ben", "phone"): 10}))
    assert [(row.person, row.missing) for row in board] == [("Ben", 1), ("Ada", 2)]


def test_one_scenario_twice_for_one_person_is_refused():
    with pytest.raises(ValueError, match="Ada has sofa twice"):
        standings([Recorded("Ada", "", "sofa", 10), Recorded("Ada", "", "sofa", 90)])


def test_a_person_of_two_teams_is_refused():
    with pytest.raises(ValueError, match="Ada is in two teams"):
        standings([Recorded("Ada", "North", "sofa", 10), Recorded("Ada", "South", "phone", 90)])


def test_an_empty_board_is_empty():
    assert standings([]) == ()
    assert improvements([]) == ()
    assert team_standings([]) == ()


def test_a_team_stands_where_the_mean_of_its_ranked_members_stands():
    board = [
        Standing(1, "Ada", "North", Fraction(4), 3, 0),
        Standing(2, "Cem", "South", Fraction(3), 3, 0),
        Standing(3, "Dua", "South", Fraction(3), 3, 0),
        Standing(4, "Ben", "North", Fraction(2), 3, 0),
        Standing(5, "Eve", "", Fraction(1), 3, 0),
        Standing(None, "Flo", "North", Fraction(-9), 2, 1),
        Standing(6, "Gus", "East", Fraction(0), 3, 0),
        Standing(None, "Hal", "West", Fraction(9), 1, 2),
    ]
    assert [(row.rank, row.team, row.value, row.members, row.missing) for row in team_standings(board)] == [
        (1, "North", Fraction(3), 2, 0),
        (1, "South", Fraction(3), 2, 0),
        (None, "East", Fraction(0), 1, 1),
        (None, "West", Fraction(0), 0, 2),
    ]


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(PEOPLE), st.sampled_from(SCENARIOS)), st.lists(scores, max_size=5).map(tuple)
    ),
    st.randoms(use_true_random=False),
)
def test_improvement_is_fair_in_the_same_way(scores, random):
    practices = [Practised(person, TEAM_OF[person], scenario, those) for (person, scenario), those in scores.items()]
    board = improvements(practices)
    random.shuffle(practices)
    assert improvements(practices) == board
    for row in board:
        repeated = {scenario for (person, scenario), those in scores.items() if person == row.person and len(those) > 1}
        assert row.scenarios == len(repeated) > 0
        assert (row.rank is None) == (row.scenarios < 3)


def test_improvement_is_how_far_later_attempts_stand_above_the_first():
    practices = [
        Practised("Ada", "", "sofa", (40, 60, 80)),
        Practised("Ada", "", "phone", (50, 50)),
        Practised("Ada", "", "silence", (50, 55)),
        Practised("Ada", "", "boiler", (10,)),
        Practised("Ben", "", "sofa", (100, 90)),
    ]
    ada, ben = improvements(practices)
    assert (ada.rank, ada.value, ada.scenarios, ada.missing) == (1, Fraction(30 + 0 + 5, 3 + 5), 3, 0)
    assert (ben.rank, ben.value, ben.scenarios, ben.missing) == (None, Fraction(-10, 6), 1, 2)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0.0"),
        (Fraction(1, 21), "0.0"),
        (Fraction(-1, 21), "0.0"),
        (Fraction(1, 20), "+0.1"),
        (Fraction(-1, 20), "-0.1"),
        (Fraction(35, 8), "+4.4"),
        (Fraction(-123), "-123.0"),
    ],
)
def test_a_standing_is_shown_with_its_sign_and_one_decimal(value, text):
    assert signed(value) == text
