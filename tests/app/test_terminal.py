"""On a real terminal: nothing is lost by a killed program, and a told one leaves the terminal clean."""

from __future__ import annotations

import re
import signal
import sys

import pytest

from simulator.records.attempts import load_attempt, load_events
from simulator.records.database import open_database

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from tests.app.terminal import Terminal

ENTER = "\r"

COLOURS = re.compile(rb"[34]8;2;(\d+);(\d+);(\d+)")

LEFT_CLEAN = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l")
"""Back from the alternate screen, the cursor shown, mouse and bracketed paste off."""


def test_killed_at_any_moment_it_goes_on_at_the_same_turn(database_path):
    with Terminal("play", "wrong-key", "--as", "Ana", database=database_path) as terminal:
        terminal.until("The wrong key")
        terminal.press("1")
        terminal.until("Your key doesn't turn")
        terminal.press("1")
        terminal.until("Good.")
        terminal.signal(signal.SIGKILL)
        assert terminal.wait() == -signal.SIGKILL
    with open_database(database_path) as database:
        [kept] = load_events(database, 1)
        assert (kept.turn, kept.response) == ("the-key", "own-it")
    with Terminal("--as", "Ana", database=database_path) as terminal:
        terminal.until("practice · 1 answer")
        terminal.press("r")
        terminal.until("And now?")
        terminal.press("2")
        terminal.until("Go on")
        terminal.press(ENTER)
        terminal.until("She is in.")
        terminal.press("q")
        assert terminal.wait() == 0
    with open_database(database_path) as database:
        assert load_attempt(database, 1).result is not None


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_to_end_leaves_the_terminal_clean(database_path, name):
    number = getattr(signal, name)
    with Terminal("--as", "Ana", database=database_path) as terminal:
        terminal.until("A good first customer")
        assert not terminal.as_before
        terminal.signal(number)
        assert terminal.wait() == 128 + number
        assert terminal.as_before
        for sequence in LEFT_CLEAN:
            assert sequence in terminal.output
        assert b"Traceback" not in terminal.output


def test_a_signal_in_the_first_moment_does_too(database_path):
    with Terminal("--as", "Ana", database=database_path) as terminal:
        terminal.until("Coolhead")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert terminal.as_before
        assert b"Traceback" not in terminal.output


def test_a_terminal_that_goes_away_ends_the_program(database_path):
    with Terminal("--as", "Ana", database=database_path) as terminal:
        terminal.until("A good first customer")
        terminal.hang_up()
        assert terminal.wait() != 0


def test_records_that_cannot_be_used_are_told_and_become_the_exit_code(database_path):
    database_path.write_text("A shopping list, and no database. " * 9)
    with Terminal("--as", "Ana", database=database_path) as terminal:
        terminal.until("The records can't be used")
        terminal.press("q")
        assert terminal.wait() == 4
        assert b"Traceback" not in terminal.output


def test_without_colour_no_colour_is_sent_and_quitting_leaves_the_terminal_clean(database_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    with Terminal("--as", "Ana", database=database_path) as terminal:
        terminal.until("A good first customer")
        terminal.press("q")
        assert terminal.wait() == 0
        assert terminal.as_before
        sent = {tuple(map(int, triple)) for triple in COLOURS.findall(terminal.output)}
        assert all(red == green == blue for red, green, blue in sent)
