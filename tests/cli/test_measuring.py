"""Measuring scenarios from the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Coolhead
from tests.small_scenarios import FOLDER, SHELF


def test_a_scenario_is_measured_in_a_row(coolhead: Coolhead) -> None:
    printed = coolhead("measure", "wobbly-shelf")
    assert printed.code == 0
    header, row = printed.out.splitlines()[:2]
    assert header.split()[:4] == ["scenario", "difficulty", "answers", "minutes"]
    assert row.startswith("wobbly-shelf")
    assert "What habits score on average" in printed.out


def test_without_a_name_all_of_the_library_is_measured(coolhead: Coolhead) -> None:
    playable = {row["id"] for row in coolhead("list", "--json").data if row["problem"] is None}
    assert {row["scenario"] for row in coolhead("measure", "--json").data} == playable


def test_two_files_of_one_name_are_both_measured(coolhead: Coolhead, tmp_path: Path) -> None:
    other = tmp_path / SHELF.name
    other.write_text(SHELF.read_text(encoding="utf-8").replace("difficulty: 1", "difficulty: 2"), encoding="utf-8")
    told = coolhead("measure", str(SHELF), str(other), "--json")
    assert told.code == 0
    assert [row["difficulty"] for row in told.data] == [1, 2]


def test_what_is_too_large_is_left_out_and_said(coolhead: Coolhead) -> None:
    told = coolhead("measure", "wobbly-shelf", "--max-states", "2", "--json")
    assert told.code == 1
    assert told.data == []
    assert "wobbly-shelf is left out: there are more than 2 states." in told.err


def test_without_textstat_the_rest_is_measured_and_it_says_how_to_have_it(
    coolhead: Coolhead, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    printed = coolhead("measure", "wobbly-shelf")
    assert printed.code == 0
    assert "SMOG stays empty without the textstat library" in " ".join(printed.out.split())


def test_one_that_can_not_be_read_is_told_as_check_tells_it_and_keeps_no_other_from_being_measured(
    coolhead: Coolhead,
) -> None:
    broken = str(FOLDER / "invalid" / "broken.yaml")
    told = coolhead("measure", broken, "wobbly-shelf", "--json")
    assert told.code == 3
    assert [row["scenario"] for row in told.data] == ["wobbly-shelf"]
    assert told.err == coolhead("check", broken).out
