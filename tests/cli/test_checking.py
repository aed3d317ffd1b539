"""Checking scenarios from the command line."""

from __future__ import annotations

from tests.cli.conftest import Coolhead
from tests.small_scenarios import FOLDER, INVALID, SHELF


def test_check_tells_every_problem_with_its_place_and_its_mending(coolhead: Coolhead) -> None:
    done = coolhead("check", str(FOLDER))
    assert done.code == 3
    assert f"{SHELF}: no problem found" in done.out
    assert f"{INVALID}:1:1: " in done.out
    assert done.err == "3 files, 2 without a problem.\n"
    data = coolhead("check", str(FOLDER), "--json").data
    assert [each["sound"] for each in data] == [True, True, False]
    assert set(data[2]["problems"][0]) == {"code", "line", "column", "message", "hint"}
