"""Playing from the command line: what is kept, what is printed where, and how to go on."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from simulator.app.solving import Solving, SolvingFailed
from tests.cli.conftest import BEST, Coolhead, People, Play
from tests.small_scenarios import SHELF

REVIEW = {
    "attempt", "scenario", "digest", "seed", "outcome", "points", "par", "worst", "score", "responses", "principles",
}  # fmt: skip


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


def test_the_same_seed_plays_the_same_again(play: Play) -> None:
    first, again = (play("--as", name) for name in ("Ann", "Ben"))
    assert first["seed"] == again["seed"] == 1
    assert first["responses"] == again["responses"]


def test_who_plays_is_the_login_name_until_somebody_is_named(play: Play, people: People) -> None:
    assert play()["person"] == "till-1"
    assert play("--as", "Ann", "--team", "North")["team"] == "North"
    assert play()["person"] == "till-1"
    assert people() == [("till-1", ""), ("Ann", "North")]


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


def test_practice_that_was_not_ended_is_reviewed_as_far_as_it_went(play: Play) -> None:
    data = play(lines="1\n2\n")
    assert (data["ended"], data["score"], data["outcome"]) == (False, None, None)
    assert [answer["judgement"] for answer in data["responses"]] == ["best", "good"]


def test_an_attempt_for_the_record_that_was_not_ended_gives_nothing_away(coolhead: Coolhead, play: Play) -> None:
    data = play("--record", lines="1\n2\n")
    assert set(data) >= REVIEW
    assert (data["ended"], data["par"], data["worst"]) == (False, None, None)
    assert data["responses"] == [
        {"number": 1, "turn": "counter", "id": "hear"},
        {"number": 2, "turn": "brackets", "id": "plaster"},
    ]
    done = coolhead("review", str(data["attempt"]))
    assert (done.code, done.out) == (1, "")
    assert "has not ended" in done.err


def test_the_record_is_gone_on_with_and_then_is_closed(coolhead: Coolhead, play: Play) -> None:
    play("--record", lines="1\n")
    data = play("--record", lines="1\n1\n1\n")
    assert (data["attempt"], data["score"]) == (1, 100)
    done = coolhead("play", "wobbly-shelf", "--record", lines=BEST)
    assert (done.code, done.out) == (1, "")
    assert "coolhead review 1" in done.err


def test_practice_tells_that_one_waits_and_goes_on_only_when_asked(coolhead: Coolhead, play: Play) -> None:
    play(lines="1\n")
    done = coolhead("play", "wobbly-shelf", "--json", "--seed", "1", lines=BEST)
    assert done.data["attempt"] == 2
    assert "--resume" in done.err
    assert play("--resume", lines="1\n1\n1\n")["attempt"] == 1
    done = coolhead("play", "wobbly-shelf", "--json", "--resume", lines=BEST)
    assert done.data["attempt"] == 3
    assert "Nothing was interrupted" in done.err


def test_explained_practice_is_no_longer_first_sight(play: Play) -> None:
    play(lines="1\n")
    assert play("--record")["practised"]
    assert not play("--record", "--as", "Ann")["practised"]


@pytest.mark.parametrize(("fault", "code"), [(SolvingFailed("The solver gave up."), 1), (KeyboardInterrupt(), 130)])
def test_a_review_that_does_not_come_can_be_had_later(
    coolhead: Coolhead, monkeypatch: pytest.MonkeyPatch, fault: BaseException, code: int
) -> None:
    def stopped(*_: object) -> None:
        raise fault

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("simulator.app.plain.session.solution_of", stopped)
        done = coolhead("play", "wobbly-shelf", "--record", "--json", "--seed", "1", lines=BEST)
    assert (done.code, done.out) == (code, "")
    assert "It is kept as attempt 1. Its review: coolhead review 1\n" in done.err
    assert coolhead("review", "1", "--json").data["score"] == 100


def test_whoever_has_to_wait_for_the_solver_is_told(coolhead: Coolhead, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(solving: Solving, database: object) -> object:
        time.sleep(0.05)
        return solving.known

    monkeypatch.setattr("simulator.app.plain.waiting.A_MOMENT", 0.0)
    monkeypatch.setattr(Solving, "result", slow)
    assert "One moment: " in coolhead("play", "wobbly-shelf", "--plain", lines=BEST).err
