"""Drilling on the command line: missed moments put again, and what each answer would have cost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Coolhead, People, Play
from tests.small_scenarios import SHELF

MISSED = "2\n1\n1\n1\n"
"""The shelf with a mistake at its first turn, and best from there."""

PUT = """\
One moment that went wrong is due again.
Type the number of your answer, ? for help, q to stop. Every answer is kept at
once.

1 of 1. The wobbly shelf

A hardware shop, ten to six. Mr Amir Haddad is holding one end of a shelf.

Your customer is Mr Amir Haddad. Put it up twice. It came down on the cat, which
is fine.

In person.
Mr Amir Haddad: It fell off. Twice! What do you sell here, firewood?
He doesn't put it down.
Mr Amir Haddad is angry. Anger 13, trust 8, openness 10.

1. Twice. Is anybody hurt?
2. Did you follow the leaflet?
Answer, 1 to 2: """

AFTER_THE_BEST = """\
What each answer would have cost
1. Best, nothing, and your answer.
2. Mistake, 10 points. You have told him that it's his fault before you know
   whose it is.

When you missed it in attempt 1, you gave answer 2.
It comes back in 2 days, on {day}.

You answered 1: 1 best. Nothing more is due. The next comes in 2 days, on
{day}.
"""


def days_from_now(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()


@pytest.fixture
def as_if_due(surroundings: dict[str, str]) -> Callable[[], None]:
    """Let the days go by until every drill is due."""

    def go_by() -> None:
        with sqlite3.connect(surroundings["COOLHEAD_DATABASE"]) as connection:
            connection.execute("UPDATE drills SET due = '2000-01-01'")
        connection.close()

    return go_by


def test_without_a_mistake_there_is_nothing_to_drill(coolhead: Coolhead, play: Play) -> None:
    play()
    done = coolhead("drill")
    assert (done.code, done.out) == (0, "There is nothing to drill. Mistakes that you make when you play come here.\n")


def test_looking_for_drills_enrols_nobody(coolhead: Coolhead, people: People) -> None:
    assert coolhead("drill").code == 0
    assert coolhead("drill", "--json").data == {
        "person": None,
        "answered": [],
        "due": [],
        "later": 0,
        "next_day": None,
    }
    assert people() == []


def test_the_moment_is_put_as_it_was(coolhead: Coolhead, play: Play) -> None:
    play(lines=MISSED)
    assert coolhead("drill", "--plain").out.startswith(PUT)


def test_what_was_said_last_is_told_before_a_later_moment(coolhead: Coolhead, play: Play) -> None:
    play(lines="1\n2\n2\n1\n")
    said = coolhead("drill", "--plain").out
    assert "You: That it's plaster.\n\nMr Amir Haddad: So what happens now?" in said
    assert "A hardware shop" not in said


def test_the_answer_is_told_with_all_that_could_be_answered(coolhead: Coolhead, play: Play) -> None:
    play(lines=MISSED)
    said = coolhead("drill", "--plain", lines="1\n").out
    assert "You: Twice. Is anybody hurt?\nMr Amir Haddad: Only the cat. Bolt. He's fine.\n\nBest." in said
    assert said.endswith(AFTER_THE_BEST.format(day=days_from_now(2)))


def test_missed_again_it_comes_back_tomorrow(coolhead: Coolhead, play: Play) -> None:
    play(lines=MISSED)
    said = coolhead("drill", "--plain", lines="2\n").out
    assert "Mistake, at a cost of 10 points." in said
    assert "Better: “Twice. Is anybody hurt?”" in said
    assert f"It comes back tomorrow, on {days_from_now(1)}." in said


def test_once_answered_it_is_due_no_more_until_its_day(
    coolhead: Coolhead, play: Play, as_if_due: Callable[[], None]
) -> None:
    play(lines=MISSED)
    coolhead("drill", "--plain", lines="1\n")
    assert coolhead("drill").out == f"Nothing is due. The next comes in 2 days, on {days_from_now(2)}.\n"
    as_if_due()
    assert "1 of 1. The wobbly shelf" in coolhead("drill").out


def test_stopping_loses_nothing(coolhead: Coolhead, play: Play) -> None:
    play(lines="2\n2\n2\n2\n")
    due = len(coolhead("drill", "--json").data["due"])
    assert due > 1
    stopped = coolhead("drill", "--plain", lines="1\nq\n")
    assert stopped.code == 0
    assert "You answered 1: 1 best." in stopped.out
    assert "still due." in stopped.out
    assert "Next: coolhead drill\n" in stopped.err
    assert len(coolhead("drill", "--json").data["due"]) == due - 1


def test_what_can_be_typed_is_told_and_a_drill_can_be_skipped(coolhead: Coolhead, play: Play) -> None:
    play(lines="1\n2\n2\n1\n")
    said = coolhead("drill", "--plain", lines="?\nn\nt\na\n7\n\ns\n").out
    assert "a: all that was said before." in said
    assert "You know: The cat is called Bolt." in said
    assert "A hardware shop" in said
    assert "That is none of the answers." in said
    assert "One moment is still due." in said


def test_json_tells_what_was_answered_and_what_is_still_due(coolhead: Coolhead, play: Play) -> None:
    play(lines="2\n2\n2\n2\n")
    done = coolhead("drill", "--json", lines="1\n")
    (answered,) = done.data["answered"]
    assert (answered["scenario"], answered["turn"], answered["before"]) == ("wobbly-shelf", "counter", [])
    assert (answered["id"], answered["judgement"], answered["cost"], answered["rating"]) == ("hear", "best", 0, "good")
    assert [(each["id"], each["judgement"], each["cost"]) for each in answered["responses"]] == [
        ("hear", "best", 0),
        ("manual", "mistake", 10),
    ]
    assert answered["due"] == done.data["next_day"] == days_from_now(2)
    assert [each["turn"] for each in done.data["due"]] == ["offer"]
    assert done.data["due"][0]["missed"][0]["attempt"] == 1
    assert done.data["later"] == 1
    assert "What each answer would have cost" in done.err


def test_without_input_json_lists_what_is_due_and_tells_no_answer(coolhead: Coolhead, play: Play) -> None:
    play(lines=MISSED)
    data = coolhead("drill", "--json").data
    assert data["answered"] == []
    assert [each["turn"] for each in data["due"]] == ["counter"]
    assert "responses" not in data["due"][0]


def test_drills_are_a_persons_own(coolhead: Coolhead, play: Play) -> None:
    play("--as", "Ann", lines=MISSED)
    assert "nothing to drill" in coolhead("drill").out
    assert "1 of 1" in coolhead("drill", "--as", "Ann").out


def test_a_drill_stays_on_the_script_that_was_played(
    coolhead: Coolhead, play: Play, surroundings: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    play(lines=MISSED)
    folder = tmp_path / "own"
    folder.mkdir()
    text = SHELF.read_text(encoding="utf-8").replace("Did you follow the leaflet?", "Did you read it?")
    (folder / SHELF.name).write_text(text, encoding="utf-8")
    monkeypatch.setitem(surroundings, "COOLHEAD_SCENARIOS", str(folder))
    monkeypatch.setenv("COOLHEAD_SCENARIOS", str(folder))
    said = coolhead("drill", lines="1\n").out
    assert "The scenario has changed since. This is the script that you played." in said
    assert "Did you follow the leaflet?" in said


def test_under_a_mask_the_mask_shows_until_it_is_answered(coolhead: Coolhead) -> None:
    coolhead("play", "cold-soup", "--plain", "--seed", "1", lines="2\n2\n2\n2\n2\n")
    said = coolhead("drill", "--plain", lines="2\n").out
    before, after = said.rsplit("You: ", 1)
    assert " seems " in before
    assert "What showed: " in after


def test_the_list_says_what_to_practise_next_and_why(coolhead: Coolhead, play: Play) -> None:
    new = coolhead("list").err
    assert "Next: coolhead play " in new
    assert "A good first customer to meet" in new
    play(lines=MISSED)
    said = "Next: coolhead drill\nOne moment that went wrong is due again: answer better this time.\n"
    assert coolhead("list").err.endswith(said)
    assert coolhead("list", "--json").err == ""


def test_whoever_has_drilled_all_is_told_what_to_play(coolhead: Coolhead, play: Play) -> None:
    play("--as", "Ann", lines=MISSED)
    done = coolhead("drill", "--plain", "--as", "Ann", lines="1\n")
    assert "Next: coolhead play " in done.err
    assert " --as Ann" in done.err
