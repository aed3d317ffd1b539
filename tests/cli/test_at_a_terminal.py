"""The plain mode at a real terminal: typed at, interrupted, killed, and gone on with."""

from __future__ import annotations

import os
import pty
import select
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from tests.cli.test_exit_codes import COMMAND

PATIENCE = 30.0
"""Seconds to wait for what must come."""

WHEREVER = b"Answer, 1 to 2: "


class Terminal:
    """A command on a terminal of its own."""

    def __init__(self, arguments: tuple[str, ...], environment: dict[str, str]) -> None:
        self.said = b""
        self._read = 0
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            os.execve(COMMAND, [COMMAND, *arguments], environment)

    def wait_for(self, text: bytes) -> None:
        """Wait until it says something that it hasn't said before."""
        end = time.monotonic() + PATIENCE
        while text not in self.said[self._read :]:
            assert time.monotonic() < end, self.said.decode(errors="replace")
            assert self._more(), self.said.decode(errors="replace")
        self._read = self.said.index(text, self._read) + len(text)

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._terminal, keys)

    def answer(self, keys: bytes) -> None:
        """Answer when it asks."""
        self.wait_for(WHEREVER)
        self.type(keys + b"\n")

    def end(self) -> int:
        """Wait for its end; its exit code, or less than 0 for the signal that ended it."""
        while self._more():
            pass
        os.close(self._terminal)
        _, status = os.waitpid(self.process, 0)
        self.process = 0
        return os.waitstatus_to_exitcode(status)

    def _more(self) -> bool:
        if not select.select([self._terminal], [], [], PATIENCE)[0]:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            # So Linux says that nobody writes any more.
            return False
        self.said += data
        return bool(data)


Open = Callable[..., Terminal]


@pytest.fixture
def terminal(surroundings: dict[str, str]) -> Iterator[Open]:
    """Open a command on a terminal; one that is still running after the test is killed."""
    opened: list[Terminal] = []

    def open_it(*arguments: str, **variables: str) -> Terminal:
        environment = {**os.environ, "TERM": "xterm", **surroundings, **variables}
        opened.append(Terminal(arguments, environment))
        return opened[-1]

    yield open_it
    for each in opened:
        if each.process:
            os.kill(each.process, signal.SIGKILL)
            os.waitpid(each.process, 0)


def test_what_is_typed_shows_once(terminal: Open) -> None:
    shelf = terminal("play", "wobbly-shelf", "--plain", "--seed", "1")
    for _ in range(4):
        shelf.answer(b"1")
    assert shelf.end() == 0
    assert shelf.said.count(b"Answer, 1 to 2: 1\r\n\r\nYou: ") == 4
    assert b"Score: 100 of 100" in shelf.said


def test_an_interrupt_ends_with_130_and_says_how_to_go_on(terminal: Open) -> None:
    shelf = terminal("play", "wobbly-shelf", "--plain", "--as", "Pat")
    shelf.answer(b"1")
    shelf.wait_for(WHEREVER)
    shelf.type(b"\x03")
    assert shelf.end() == 130
    assert shelf.said.endswith(b"coolhead play wobbly-shelf --plain --resume --as Pat\r\n")
    assert b"Traceback" not in shelf.said


def test_the_end_of_input_saves(terminal: Open) -> None:
    shelf = terminal("play", "wobbly-shelf", "--plain")
    shelf.wait_for(WHEREVER)
    shelf.type(b"\x04")
    assert shelf.end() == 0
    assert b"To go on with it: " in shelf.said


def test_what_was_answered_before_a_kill_is_there_afterwards(terminal: Open) -> None:
    shelf = terminal("play", "wobbly-shelf", "--record", "--plain")
    shelf.answer(b"1")
    shelf.wait_for(b"He's fine.")
    os.kill(shelf.process, signal.SIGKILL)
    assert shelf.end() == -signal.SIGKILL
    shelf = terminal("play", "wobbly-shelf", "--record", "--plain")
    shelf.wait_for(b"You go on after 1 answer")
    for _ in range(3):
        shelf.answer(b"1")
    assert shelf.end() == 0
    assert b"Score: 100 of 100" in shelf.said


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"COLUMNS": "20"}])
def test_nothing_but_plain_text_is_written(terminal: Open, variables: dict[str, str]) -> None:
    soup = terminal("play", "cold-soup", "--plain", **variables)
    soup.answer(b"1")
    assert soup.end() == 0
    assert b"\x1b" not in soup.said
    if "COLUMNS" in variables:
        lines = soup.said.replace(b"\r", b"").decode().splitlines()
        assert max(len(line) for line in lines if " " in line.strip() and "coolhead" not in line) <= 20


def test_on_a_dumb_terminal_a_play_is_in_plain_lines(terminal: Open) -> None:
    soup = terminal("play", "cold-soup", TERM="dumb")
    soup.answer(b"1")
    assert soup.end() == 0
