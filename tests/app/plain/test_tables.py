"""Tables of plain lines fit a terminal, and lose nothing anywhere else."""

from __future__ import annotations

import sys

import pytest

from simulator.app.plain.tables import cut_to_width, print_table

ROWS = [("wobbly-shelf", 64, "The shelf that would not stay up")]


@pytest.mark.parametrize(
    ("line", "most", "cut"),
    [
        ("twelve chars", 12, "twelve chars"),
        ("twelve chars", 9, "twelve c…"),
        ("one two", 5, "one…"),
        ("日本語", 5, "日本…"),
    ],
)
def test_a_line_is_cut_to_the_columns_that_there_are(line: str, most: int, cut: str) -> None:
    assert cut_to_width(line, most) == cut


@pytest.mark.parametrize("terminal", [True, False])
def test_only_on_a_terminal_is_anything_cut(
    terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    print_table(("id", "practice", "title"), ROWS, "", cut_to_terminal=True)
    row = capsys.readouterr().out.splitlines()[1]
    assert row.endswith("…") == terminal
    assert row.endswith("stay up") != terminal
