"""Lines of text for people: wrapped, harmless to the terminal, on one stream."""

from __future__ import annotations

import shutil
import textwrap
from typing import TextIO

from simulator.app.text import harmless

WIDEST = 88


class Printer:
    """Writes paragraphs to a stream, no wider than is good to read."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._width = min(WIDEST, max(20, shutil.get_terminal_size((80, 24)).columns - 1))

    def say(self, text: str = "", first: str = "", rest: str | None = None) -> None:
        """Write text; `first` stands before its first line and `rest` before the others, by default as wide a gap."""
        gap = " " * len(first) if rest is None else rest
        lines = [
            line
            for paragraph in harmless(text).split("\n")
            for line in textwrap.wrap(paragraph, max(20, self._width - len(first)), break_on_hyphens=False) or [""]
        ]
        for number, line in enumerate(lines):
            self._stream.write(f"{gap if number else first}{line}".rstrip() + "\n")
        self._stream.flush()

    def ask(self, text: str) -> None:
        """Write a prompt, and stay on its line."""
        self._stream.write(harmless(text))
        self._stream.flush()
