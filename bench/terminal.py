"""A program on a terminal of its own, timed from outside by what it draws."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType

ALTERNATE_SCREEN = b"\x1b[?1049h"

ESCAPES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor, modes
    rb"|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)"  # strings: titles, queries, graphics
    rb"|\x1b[ -/]*[0-~]"  # the short ones
    rb"|[\x00-\x1f\x7f]"
)

PATIENCE = 30.0
"""Seconds after which something that was to be drawn counts as never drawn."""


def visible(output: bytes) -> str:
    """The text in what was sent to a terminal, without escape sequences and white space."""
    return "".join(ESCAPES.sub(b"", output).decode("utf-8", errors="ignore").split())


def has(text: str, expected: str) -> bool:
    """Whether a text holds what is expected of it, or anything at all if nothing particular is."""
    return expected in text if expected else bool(text)


class Terminal:
    """A running program whose standard streams are a terminal of `columns` by `rows`."""

    def __init__(
        self, command: Sequence[str], surroundings: Mapping[str, str], columns: int = 120, rows: int = 40
    ) -> None:
        self._started = time.perf_counter()
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(command[0], list(command), dict(surroundings))
        self.screen = b""
        """Everything sent since the program took the screen over."""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._terminal)

    def first_paint(self, expected: str = "") -> float:
        """Seconds from the start of the process until this text is on the screen, or any if none is expected."""
        output = b""
        while ALTERNATE_SCREEN not in output:
            output += self._read(PATIENCE)
        self.screen = output.split(ALTERNATE_SCREEN, 1)[1]
        while not has(visible(self.screen), expected):
            self.screen += self._read(PATIENCE)
        return time.perf_counter() - self._started

    def press(self, key: bytes, expected: str = "") -> tuple[float, float]:
        """Seconds from a key press to the first text drawn since, and to the text that is expected."""
        pressed = time.perf_counter()
        os.write(self._terminal, key)
        since, first = b"", 0.0
        while not first or expected not in visible(since):
            since += self._read(PATIENCE)
            if not first and visible(since):
                first = time.perf_counter() - pressed
        found = time.perf_counter() - pressed
        self.screen += since
        return first, found

    def rest(self, quiet: float = 0.25, longest: float = PATIENCE) -> str:
        """Wait until nothing has been drawn for `quiet` seconds; the text that was drawn meanwhile."""
        since = b""
        end = time.perf_counter() + longest
        while time.perf_counter() < end and (more := self._read(quiet, or_nothing=True)):
            since += more
        self.screen += since
        return visible(since)

    def _read(self, patience: float, *, or_nothing: bool = False) -> bytes:
        ready, _, _ = select.select([self._terminal], [], [], patience)
        if ready:
            try:
                return os.read(self._terminal, 1 << 16)
            except OSError as ended:
                raise RuntimeError(f"the program ended; its screen said: {visible(self.screen)[-500:]}") from ended
        if or_nothing:
            return b""
        raise RuntimeError(f"nothing more was drawn; the screen said: {visible(self.screen)[-500:]}")


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a timed program: a terminal with all colours and no animation, and what is given."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith(("COOLHEAD_", "NO_COLOR"))}
    return {**mine, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none", **more}
