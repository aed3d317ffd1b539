"""The guide to the scenarios says what the scenarios are."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from simulator.scenario.library import Library
from tests.house.checkout import ROOT, text_of

GUIDE = text_of("docs/scenarios.md")


def test_its_tables_are_what_the_scenarios_give() -> None:
    done = subprocess.run(
        [sys.executable, "docs/shelf.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("scenario", Library().entries)
def test_every_scenario_has_a_part_of_its_own(scenario: str) -> None:
    script = Library().load(scenario).script
    assert re.search(rf"^### {re.escape(script.title)}\n\n`{scenario}`", GUIDE, re.MULTILINE)
