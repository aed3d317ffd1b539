"""Checking scenarios from the command line."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.analysis.test_findings import CLEAN
from tests.cli.conftest import Coolhead
from tests.small_scenarios import FOLDER, INVALID

TAKES_IT = ("        learns: birthday\n", "        learns: [birthday, dog]\n")
DOG = ("facts:\n", "facts:\n  dog: The dog is called Biscuit.\n")
LOCKED = (
    "      look-ahead: {say: \"Let's look ahead, shall we? It'll be wonderful in the end.\"}\n",
    "",
)
RARELY = tuple(
    (f"      {name}: {{say:", f"      {name}: {{when: {{anger: 0-14}}, say:") for name in ("strictly", "ours")
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A scenario in which nothing is found."""
    path = tmp_path / "the-door.yaml"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def change(draft: Path, *changes: tuple[str, str]) -> None:
    text = draft.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    draft.write_text(text, encoding="utf-8")


def test_check_tells_every_problem_with_its_place_and_its_mending(coolhead: Coolhead) -> None:
    done = coolhead("check", str(FOLDER))
    assert done.code == 3
    assert f"{INVALID}:1:1: " in done.out
    assert done.err == "3 files, 0 with nothing to mend.\n"
    data = coolhead("check", str(FOLDER), "--json").data
    assert [bool(each["problems"]) for each in data] == [False, False, True]
    assert set(data[2]["problems"][0]) == {"code", "line", "column", "message", "hint"}
    assert data[2]["findings"] == []


def test_a_scenario_in_which_nothing_is_found_is_said_to_be_fine(coolhead: Coolhead, draft: Path) -> None:
    done = coolhead("check", str(draft))
    assert (done.code, done.out) == (0, f"{draft}: no problem found\n")
    (data,) = coolhead("check", str(draft), "--json").data
    assert data == {"path": str(draft), "sound": True, "problems": [], "findings": [], "unproven": []}


def test_advice_is_told_and_leaves_the_scenario_sound(coolhead: Coolhead, draft: Path) -> None:
    change(draft, DOG, TAKES_IT)
    done = coolhead("check", str(draft))
    assert done.code == 0
    assert (
        f"{draft}:14:3: advice: The fact `dog` can be learned, and nothing ever asks for it. [unasked-fact]" in done.out
    )
    (data,) = coolhead("check", str(draft), "--json").data
    assert data["sound"]
    assert set(data["findings"][0]) == {"code", "severity", "line", "column", "message", "hint", "play"}
    assert data["findings"][0]["play"] is None


def test_an_error_comes_with_a_command_that_plays_it(coolhead: Coolhead, draft: Path) -> None:
    change(draft, LOCKED, *RARELY)
    done = coolhead("check", str(draft))
    assert done.code == 3
    assert "error: A play can come to the turn `whose-van` and find nothing to answer" in done.out
    (command,) = (line.strip() for line in done.out.splitlines() if line.startswith("    coolhead play "))
    played = coolhead(*shlex.split(command)[1:], "--json")
    assert played.data["ended"]
    assert [each["turn"] for each in played.data["responses"]][-1] == "what-then"
    (data,) = coolhead("check", str(draft), "--json").data
    assert not data["sound"]
    assert data["findings"][0]["play"]["answers"] == [each["id"] for each in played.data["responses"]]


def test_a_file_with_problems_has_no_findings(coolhead: Coolhead, draft: Path) -> None:
    change(draft, LOCKED, *RARELY, ("title: ", "titel: "))
    done = coolhead("check", str(draft))
    assert done.code == 3
    assert "[no-response-left]" not in done.out
