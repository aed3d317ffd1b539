"""The program on a terminal of its own, as a person has it: keys go in, and what is drawn comes out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

from tests.app.shop import SHOP

ROOT = Path(__file__).resolve().parents[2]

ESCAPES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor, modes
    rb"|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)"  # strings: titles, queries
    rb"|\x1b[ -/]*[0-~]"
    rb"|[\x00-\x1f\x7f]"
)

PATIENCE = 60.0
"""Seconds after which something counts as never drawn; the machine may be busy."""


class Terminal:
    """A running program whose standard streams are a terminal."""

    def __init__(self, *arguments: str, database: Path, columns: int = 80, rows: int = 24) -> None:
        settings = database.parent
        around: Mapping[str, str] = {
            **{name: value for name, value in os.environ.items() if not name.startswith("COOLHEAD_")},
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TEXTUAL_ANIMATIONS": "none",
            "COOLHEAD_DATABASE": str(database),
            "COOLHEAD_SCENARIOS": str(SHOP),
            "HOME": str(settings),
            "XDG_CONFIG_HOME": str(settings),
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, "-c", "from simulator.cli import main; main()", *arguments]
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execve(command[0], command, dict(around))
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(self.terminal)
        self.output = b""
        self._told = 0

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            self.wait()
        if self.terminal >= 0:
            os.close(self.terminal)

    def until(self, wanted: str) -> None:
        """Wait until this has been drawn since the last time that something was waited for."""
        deadline = time.monotonic() + PATIENCE
        squeezed = "".join(wanted.split())
        while squeezed not in self._visible():
            if not self._read(1.0) and time.monotonic() > deadline:
                raise AssertionError(f"{wanted!r} was never drawn, but: {self._visible()[-2000:]}")
        self._told = len(self.output)

    def press(self, keys: str) -> None:
        """Type these keys."""
        os.write(self.terminal, keys.encode())

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.process, number)

    def hang_up(self) -> None:
        """Take the terminal away, as closing its window does."""
        os.close(self.terminal)
        self.terminal = -1

    def wait(self) -> int:
        """Wait for the end and give the exit code, negative for a signal that killed it."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self._read(0.05)
            ended, status = os.waitpid(self.process, os.WNOHANG)
            if ended:
                while self._read(0.2):
                    pass
                self.process = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"it never ended, and drew: {self._visible()[-2000:]}")

    @property
    def as_before(self) -> bool:
        """Whether the terminal's own modes are as the program found them."""
        return termios.tcgetattr(self.terminal) == self.before

    def _visible(self) -> str:
        return "".join(ESCAPES.sub(b"", self.output[self._told :]).decode(errors="ignore").split())

    def _read(self, patience: float) -> bool:
        """Take in what has been drawn; false if there was nothing."""
        if self.terminal < 0:
            time.sleep(patience)
            return False
        ready, _, _ = select.select([self.terminal], [], [], patience)
        if not ready:
            return False
        try:
            drawn = os.read(self.terminal, 1 << 16)
        except OSError:
            return False
        self.output += drawn
        return bool(drawn)
