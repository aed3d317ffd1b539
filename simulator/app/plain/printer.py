"""Lines of text for people: wrapped, harmless to the terminal, on one stream."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from typing import TextIO

from simulator.app.text import harmless, one_line

WIDEST = 80
NARROWEST = 20


class Printer:
    """Writes paragraphs to a stream, no wider than is good to read."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._width = min(WIDEST, max(NARROWEST, shutil.get_terminal_size((WIDEST, 24)).columns))

    def say(self, text: str = "", first: str = "") -> None:
        """Write text, its paragraphs parted as they are; `first` stands before it, and the rest is indented as far."""
        gap = " " * min(width_of(first), NARROWEST // 2)
        lines: list[str] = []
        for paragraph in harmless(text).split("\n"):
            wrapped = textwrap.wrap(
                paragraph,
                self._width,
                initial_indent=gap if lines else harmless(first),
                subsequent_indent=gap,
                break_on_hyphens=False,
            )
            lines += wrapped or [""]
        self._stream.write("".join(f"{line.rstrip()}\n" for line in lines))
        self._stream.flush()

    def copyable(self, text: str) -> None:
        """Write text on one line of its own, however long, so that it can be copied."""
        self._stream.write(f"    {one_line(text)}\n")
        self._stream.flush()

    def ask(self, text: str) -> None:
        """Write a prompt, and stay on its line."""
        self._stream.write(harmless(text))
        self._stream.flush()


def width_of(text: str) -> int:
    """The columns that a text of one line takes on a terminal."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
