"""What each command says and does."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Coolhead, Done
from tests.small_scenarios import FOLDER, INVALID, SHELF

BEST = "1\n1\n1\n1\n"
"""Every best answer of the shelf."""

REVIEW = {
    "attempt", "scenario", "digest", "seed", "outcome", "points", "par", "worst", "score", "responses", "principles",
}  # fmt: skip


def people(coolhead: Coolhead, surroundings: dict[str, str]) -> list[tuple[str, str]]:
    connection = sqlite3.connect(surroundings["COOLHEAD_DATABASE"])
    try:
        return list(connection.execute("SELECT name, team FROM people ORDER BY id"))
    finally:
        connection.close()


def row_of(rows: list[dict[str, Any]], scenario: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == scenario)


def play(coolhead: Coolhead, *options: str, lines: str = BEST) -> Any:
    return coolhead("play", "wobbly-shelf", "--json", "--seed", "1", *options, lines=lines).data


def test_the_list_has_the_bundled_scenarios_and_the_trainers_own(coolhead: Coolhead) -> None:
    rows = coolhead("list", "--json").data
    assert {"wobbly-shelf", "cold-soup", "third-late-sofa"} <= {row["id"] for row in rows}
    assert len({tuple(row) for row in rows}) == 1, "every row has the same keys"


def test_the_list_shows_your_own_best_scores(coolhead: Coolhead) -> None:
    play(coolhead, "--as", "Ann")
    play(coolhead, "--as", "Ann", "--record", lines="1\n2\n1\n1\n")
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
def test_looking_adds_nobody(coolhead: Coolhead, surroundings: dict[str, str], command: str) -> None:
    assert coolhead(command).code == 0
    assert coolhead(command, "--as", "Nobody", "--team", "None").code == 0
    assert people(coolhead, surroundings) == []


def test_the_review_is_one_json_object_with_the_conversation_elsewhere(coolhead: Coolhead) -> None:
    done = coolhead("play", "wobbly-shelf", "--plain", "--json", lines=BEST)
    assert set(done.data) >= REVIEW
    assert done.data["score"] == 100
    assert [answer["id"] for answer in done.data["responses"]] == ["hear", "nothing", "find-out", "ring"]
    first = done.data["responses"][0]
    assert {"points", "cost", "judgement", "feelings", "principles"} <= set(first)
    assert set(first["feelings"]) == {"before", "after"}
    assert "Only the cat." in done.err


def test_without_a_terminal_a_play_is_in_plain_lines(coolhead: Coolhead) -> None:
    done = coolhead("play", "wobbly-shelf", lines=BEST)
    assert done.code == 0
    assert "Outcome: loyal. Score: 100 of 100, a pass." in done.out


def test_without_a_terminal_the_app_says_what_to_do_instead(coolhead: Coolhead) -> None:
    done = coolhead()
    assert (done.code, done.out) == (2, "")
    assert "--plain" in done.err


def test_a_scenario_can_be_played_from_its_file(coolhead: Coolhead) -> None:
    assert coolhead("play", str(SHELF), "--json", lines=BEST).data["scenario"] == "wobbly-shelf"


def test_the_same_seed_plays_the_same_again(coolhead: Coolhead) -> None:
    first, again = (play(coolhead, "--as", name) for name in ("Ann", "Ben"))
    assert first["seed"] == again["seed"] == 1
    assert first["responses"] == again["responses"]


def test_who_plays_is_the_login_name_until_somebody_is_named(coolhead: Coolhead, surroundings: dict[str, str]) -> None:
    assert play(coolhead)["person"] == "till-1"
    assert play(coolhead, "--as", "Ann", "--team", "North")["team"] == "North"
    assert play(coolhead)["person"] == "till-1"
    assert people(coolhead, surroundings) == [("till-1", ""), ("Ann", "North")]


def test_options_of_who_may_stand_before_the_command(coolhead: Coolhead, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    done = coolhead("--as", "Ann", "--database", str(other), "play", "cold-soup", "--json", lines="1\n")
    assert done.data["person"] == "Ann"
    assert other.exists()


def test_the_end_of_input_saves_and_says_how_to_go_on(coolhead: Coolhead) -> None:
    done = coolhead("play", "wobbly-shelf", "--plain", "--as", "Ann Lee", lines="1\n")
    assert done.code == 0
    assert done.err.splitlines()[-1].endswith("coolhead play wobbly-shelf --plain --resume --as 'Ann Lee'")
    done = coolhead("play", "wobbly-shelf", "--plain", "--resume", "--as", "Ann Lee", lines="1\n1\n1\n")
    assert "You go on after 1 answer" in done.out
    assert "Score: 100 of 100" in done.out


def test_practice_that_was_not_ended_is_reviewed_as_far_as_it_went(coolhead: Coolhead) -> None:
    data = play(coolhead, lines="1\n2\n")
    assert (data["ended"], data["score"], data["outcome"]) == (False, None, None)
    assert [answer["judgement"] for answer in data["responses"]] == ["best", "good"]


def test_an_attempt_for_the_record_that_was_not_ended_gives_nothing_away(coolhead: Coolhead) -> None:
    data = play(coolhead, "--record", lines="1\n2\n")
    assert set(data) >= REVIEW
    assert (data["ended"], data["par"], data["worst"]) == (False, None, None)
    assert data["responses"] == [
        {"number": 1, "turn": "counter", "id": "hear"},
        {"number": 2, "turn": "brackets", "id": "plaster"},
    ]
    done = coolhead("review", str(data["attempt"]))
    assert (done.code, done.out) == (1, "")
    assert "has not ended" in done.err


def test_the_record_is_gone_on_with_and_then_is_closed(coolhead: Coolhead) -> None:
    play(coolhead, "--record", lines="1\n")
    data = play(coolhead, "--record", lines="1\n1\n1\n")
    assert (data["attempt"], data["score"]) == (1, 100)
    done = coolhead("play", "wobbly-shelf", "--record", lines=BEST)
    assert (done.code, done.out) == (1, "")
    assert "coolhead review 1" in done.err


def test_practice_tells_that_one_waits_and_goes_on_only_when_asked(coolhead: Coolhead) -> None:
    play(coolhead, lines="1\n")
    done = coolhead("play", "wobbly-shelf", "--json", "--seed", "1", lines=BEST)
    assert done.data["attempt"] == 2
    assert "--resume" in done.err
    assert play(coolhead, "--resume", lines="1\n1\n1\n")["attempt"] == 1
    done = coolhead("play", "wobbly-shelf", "--json", "--resume", lines=BEST)
    assert done.data["attempt"] == 3
    assert "Nothing was interrupted" in done.err


def test_explained_practice_is_no_longer_first_sight(coolhead: Coolhead) -> None:
    play(coolhead, lines="1\n")
    assert play(coolhead, "--record")["practised"]
    assert not play(coolhead, "--record", "--as", "Ann")["practised"]


def test_whoever_reviews_is_no_longer_at_first_sight_and_nobody_else(coolhead: Coolhead) -> None:
    attempt = str(play(coolhead, "--as", "Ann", "--record")["attempt"])
    play(coolhead, "--as", "Ben", lines="")
    assert coolhead("review", attempt, "--as", "Ben").code == 0
    assert play(coolhead, "--as", "Ben", "--record")["practised"]
    assert not play(coolhead, "--as", "Cem", "--record")["practised"]


def test_attempts_are_your_own_unless_others_are_asked_for(coolhead: Coolhead) -> None:
    play(coolhead, "--as", "Ann", "--team", "North")
    play(coolhead, "--as", "Ben", "--team", "South")
    play(coolhead)

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


def test_a_review_is_the_same_each_time_and_names_the_attempt(coolhead: Coolhead) -> None:
    played = play(coolhead, "--as", "Ann", lines="1\n2\n2\n1\n1\n")
    assert coolhead("review", "1", "--json").data == played
    assert coolhead("review", "1").out.startswith("The wobbly shelf, attempt 1\nAnn, ")


def test_the_leaderboard_has_every_board_and_narrows_to_a_team(coolhead: Coolhead) -> None:
    play(coolhead, "--as", "Ann", "--team", "North", "--record")
    play(coolhead, "--as", "Ben", "--team", "South", "--record", lines="2\n2\n2\n1\n")
    boards = coolhead("leaderboard", "--json").data
    assert set(boards) == {"first_sight", "practised", "teams", "improvement"}
    first = boards["first_sight"]
    assert [(row["person"], row["rank"], row["missing"]) for row in first] == [("Ann", None, 2), ("Ben", None, 2)]
    assert first[0]["standing"] == -first[1]["standing"] > 0
    only = coolhead("leaderboard", "--team", " north", "--json").data
    assert [row["person"] for row in only["first_sight"]] == ["Ann"]
    assert "Nobody is ranked on fewer than 3 scenarios" in coolhead("leaderboard").out


def test_an_attempt_killed_before_its_score_was_known_is_scored_when_somebody_looks(
    coolhead: Coolhead, surroundings: dict[str, str]
) -> None:
    play(coolhead, "--record")
    connection = sqlite3.connect(surroundings["COOLHEAD_DATABASE"])
    connection.execute("UPDATE attempts SET par = NULL, worst = NULL, score = NULL")
    connection.commit()
    connection.close()
    assert [row["person"] for row in coolhead("leaderboard", "--json").data["first_sight"]] == ["till-1"]
    assert coolhead("attempts", "--json").data[0]["score"] == 100


def test_a_replay_under_other_rules_shows_both_scores_and_keeps_the_first(
    coolhead: Coolhead, surroundings: dict[str, str]
) -> None:
    play(coolhead, "--record")
    connection = sqlite3.connect(surroundings["COOLHEAD_DATABASE"])
    connection.execute("UPDATE attempts SET rules = 'other', score = 42")
    connection.commit()
    connection.close()
    data = coolhead("review", "1", "--json").data
    assert (data["score"], data["score_by_other_rules"]) == (100, 42)
    assert "under other rules, by which it scored 42" in coolhead("review", "1").out
    assert coolhead("attempts", "--json").data[0]["score"] == 42


def test_an_attempt_that_todays_rules_take_elsewhere_keeps_its_score(
    coolhead: Coolhead, surroundings: dict[str, str]
) -> None:
    play(coolhead, "--record")
    connection = sqlite3.connect(surroundings["COOLHEAD_DATABASE"])
    connection.execute("DROP TRIGGER events_are_never_changed")
    connection.execute("UPDATE attempts SET rules = 'other'")
    connection.execute("UPDATE events SET response = 'voucher' WHERE ordinal = 3")
    connection.commit()
    connection.close()
    done = coolhead("review", "1")
    assert (done.code, done.out) == (1, "")
    assert "It scored 100 then, and that stays." in done.err


def test_check_tells_every_problem_with_its_place_and_its_mending(coolhead: Coolhead) -> None:
    done = coolhead("check", str(FOLDER))
    assert done.code == 3
    assert f"{SHELF}: no problem found" in done.out
    assert f"{INVALID}:1:1: " in done.out
    assert done.err == "3 files, 2 without a problem.\n"
    data = coolhead("check", str(FOLDER), "--json").data
    assert [each["sound"] for each in data] == [True, True, False]
    assert set(data[2]["problems"][0]) == {"code", "line", "column", "message", "hint"}


def test_an_edited_scenario_leaves_old_attempts_as_they_were(coolhead: Coolhead, tmp_path: Path) -> None:
    file = tmp_path / "shelf-of-mine.yaml"
    file.write_text(SHELF.read_text())
    first = coolhead("play", str(file), "--json", "--seed", "1", lines=BEST).data
    file.write_text(SHELF.read_text().replace("hear:", "listen:"))
    assert coolhead("review", "1", "--json").data == first
    again = coolhead("play", str(file), "--json", "--seed", "1", lines=BEST).data
    assert again["digest"] != first["digest"]
    assert again["responses"][0]["id"] == "listen"


HOSTILE = ("\x1b[2J", "[/", "[@click=app.quit]", "\u202eevil", "a\nb", "'; DROP TABLE people; --")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_is_typed_reaches_the_terminal_as_more_than_text(coolhead: Coolhead, text: str) -> None:
    done: list[Done] = [
        coolhead("play", text),
        coolhead("play", "cold-soup", "--as", text, lines=f"{text}\n1\n"),
        coolhead("play", "cold-soup", "--team", text, lines="1\n"),
        coolhead("attempts", "--as", text, "--team", text, "--scenario", text),
        coolhead("leaderboard", "--team", text),
        coolhead("--database", f"/nowhere/{text}/x.db", "list"),
        coolhead("check", text),
        coolhead(f"--{text}"),
        coolhead(text),
        coolhead("attempts", "--all"),
    ]
    for each in done:
        written = each.out + each.err
        assert not set(written) & {"\x1b", "\u202e"}
        assert each.code in (0, 2, 3, 4)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("play",), "Missing argument 'SCENARIO'"),
        (("play", "cold-soup", "--seed", "x"), "--seed"),
        (("play", "cold-soup", "--seed", "-1"), "--seed"),
        (("play", "cold-soup", "--seed", str(1 << 63)), "--seed"),
        (("play", "nowhere/at-all.yaml"), "nowhere/at-all.yaml"),
        (("play", "cold-soup", "--as", "   "), "at least one letter"),
        (("play", "cold-soup", "--team", "\x1b[2J"), "U+001B"),
        (("review", "first"), "first"),
        (("review", "0"), "0"),
        (("check",), "PATH"),
        (("completion", "cmd"), "bash"),
    ],
)
def test_what_is_not_understood_is_told_and_is_2(coolhead: Coolhead, arguments: tuple[str, ...], said: str) -> None:
    done = coolhead(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize("arguments", [("review", str(1 << 70)), ("attempts", "--all", "--limit", str(1 << 70))])
def test_odd_numbers_are_no_fault(coolhead: Coolhead, arguments: tuple[str, ...]) -> None:
    assert coolhead(*arguments).code in (0, 1)


def test_a_file_that_is_no_database_is_left_alone_and_is_4(coolhead: Coolhead) -> None:
    before = SHELF.read_bytes()
    done = coolhead("attempts", "--database", str(SHELF))
    assert (done.code, done.out) == (4, "")
    assert SHELF.read_bytes() == before
