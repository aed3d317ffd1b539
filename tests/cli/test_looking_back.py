"""Looking at what there is and what was played: lists, reviews, boards."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import BEST, Coolhead, People, Play
from tests.small_scenarios import INVALID, SHELF


def row_of(rows: list[dict[str, Any]], scenario: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == scenario)


def test_the_list_has_the_bundled_scenarios_and_the_trainers_own(coolhead: Coolhead) -> None:
    rows = coolhead("list", "--json").data
    assert {"wobbly-shelf", "cold-soup", "third-late-sofa"} <= {row["id"] for row in rows}
    assert len({tuple(row) for row in rows}) == 1, "every row has the same keys"


def test_the_list_shows_your_own_best_scores(coolhead: Coolhead, play: Play) -> None:
    play("--as", "Ann")
    play("--as", "Ann", "--record", lines="1\n2\n1\n1\n")
    row = row_of(coolhead("list", "--as", "Ann", "--json").data, "wobbly-shelf")
    assert (row["practice"], row["record"]) == (100, 99)
    assert row_of(coolhead("list", "--json").data, "wobbly-shelf")["practice"] is None
    assert "100      99" in coolhead("list", "--as", "Ann").out


def test_a_scenario_with_problems_is_told_beside_the_list(coolhead: Coolhead) -> None:
    listed = coolhead("list")
    assert listed.code == 0
    assert "broken" not in listed.out
    assert f"{INVALID}:1:1: " in listed.err


@pytest.mark.parametrize("command", ["list", "attempts", "leaderboard"])
def test_looking_adds_nobody(coolhead: Coolhead, people: People, command: str) -> None:
    assert coolhead(command).code == 0
    assert coolhead(command, "--as", "Nobody", "--team", "None").code == 0
    assert people() == []


def test_attempts_are_your_own_unless_others_are_asked_for(coolhead: Coolhead, play: Play) -> None:
    play("--as", "Ann", "--team", "North")
    play("--as", "Ben", "--team", "South")
    play()

    def names(*options: str) -> list[str]:
        return [row["person"] for row in coolhead("attempts", "--json", *options).data]

    assert names() == ["till-1"]
    assert names("--as", "ann") == ["Ann"]
    assert names("--all") == ["till-1", "Ben", "Ann"]
    assert names("--team", "north") == ["Ann"]
    assert names("--as", "Ben", "--team", "North") == []
    assert names("--all", "--scenario", "cold-soup") == []
    assert names("--all", "--limit", "2") == ["till-1", "Ben"]
    table = coolhead("attempts", "--all").out.splitlines()
    assert table[0].split() == ["attempt", "person", "scenario", "mode", "begun", "outcome", "score"]
    assert table[1].split()[-1] == "100"


def test_a_review_is_the_same_each_time_and_names_the_attempt(coolhead: Coolhead, play: Play) -> None:
    played = play("--as", "Ann", lines="1\n2\n2\n1\n1\n")
    assert coolhead("review", "1", "--json").data == played
    assert coolhead("review", "1").out.startswith("The wobbly shelf, attempt 1\nAnn, ")


def test_whoever_reviews_is_no_longer_at_first_sight_and_nobody_else(coolhead: Coolhead, play: Play) -> None:
    attempt = str(play("--as", "Ann", "--record")["attempt"])
    play("--as", "Ben", lines="")
    assert coolhead("review", attempt, "--as", "Ben").code == 0
    assert play("--as", "Ben", "--record")["practised"]
    assert not play("--as", "Cem", "--record")["practised"]


def test_an_edited_scenario_leaves_old_attempts_as_they_were(coolhead: Coolhead, tmp_path: Path) -> None:
    file = tmp_path / "shelf-of-mine.yaml"
    file.write_text(SHELF.read_text())
    first = coolhead("play", str(file), "--json", "--seed", "1", lines=BEST).data
    file.write_text(SHELF.read_text().replace("hear:", "listen:"))
    assert coolhead("review", "1", "--json").data == first
    again = coolhead("play", str(file), "--json", "--seed", "1", lines=BEST).data
    assert again["digest"] != first["digest"]
    assert again["responses"][0]["id"] == "listen"


def test_the_leaderboard_has_every_board_and_narrows_to_a_team(coolhead: Coolhead, play: Play) -> None:
    play("--as", "Ann", "--team", "North", "--record")
    play("--as", "Ben", "--team", "South", "--record", lines="2\n2\n2\n1\n")
    boards = coolhead("leaderboard", "--json").data
    assert set(boards) == {"first_sight", "practised", "teams", "improvement"}
    first = boards["first_sight"]
    assert [(row["person"], row["rank"], row["missing"]) for row in first] == [("Ann", None, 2), ("Ben", None, 2)]
    assert first[0]["standing"] == -first[1]["standing"] > 0
    only = coolhead("leaderboard", "--team", " north", "--json").data
    assert [row["person"] for row in only["first_sight"]] == ["Ann"]
    assert "Nobody is ranked on fewer than 3 scenarios" in coolhead("leaderboard").out


def test_an_attempt_killed_before_its_score_was_known_is_scored_when_somebody_looks(
    coolhead: Coolhead, play: Play, surroundings: dict[str, str]
) -> None:
    play("--record")
    connection = sqlite3.connect(surroundings["COOLHEAD_DATABASE"])
    connection.execute("UPDATE attempts SET par = NULL, worst = NULL, score = NULL, learned = NULL")
    connection.commit()
    connection.close()
    assert [row["person"] for row in coolhead("leaderboard", "--json").data["first_sight"]] == ["till-1"]
    assert coolhead("attempts", "--json").data[0]["score"] == 100


def test_a_replay_under_other_rules_shows_both_scores_and_keeps_the_first(
    coolhead: Coolhead, play: Play, surroundings: dict[str, str]
) -> None:
    play("--record")
    connection = sqlite3.connect(surroundings["COOLHEAD_DATABASE"])
    connection.execute("UPDATE attempts SET rules = 'other', score = 42")
    connection.commit()
    connection.close()
    data = coolhead("review", "1", "--json").data
    assert (data["score"], data["score_by_other_rules"]) == (100, 42)
    assert "under other rules, by which it scored 42" in coolhead("review", "1").out
    assert coolhead("attempts", "--json").data[0]["score"] == 42


def test_an_attempt_that_todays_rules_take_elsewhere_keeps_its_score(
    coolhead: Coolhead, play: Play, surroundings: dict[str, str]
) -> None:
    play("--record")
    connection = sqlite3.connect(surroundings["COOLHEAD_DATABASE"])
    connection.execute("DROP TRIGGER events_are_never_changed")
    connection.execute("UPDATE attempts SET rules = 'other'")
    connection.execute("UPDATE events SET response = 'voucher' WHERE ordinal = 3")
    connection.commit()
    connection.close()
    done = coolhead("review", "1")
    assert (done.code, done.out) == (1, "")
    assert "It scored 100 then, and that stays." in done.err
