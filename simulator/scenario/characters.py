"""The characters that no text of this program may hold: those a terminal obeys instead of showing."""

from __future__ import annotations

import re
import unicodedata

DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"

REFUSED = re.compile(f"[{CONTROL}{DIRECTION}]")
"""Control characters but newline and tab, DEL, C1, line and paragraph separators, byte order marks inside a text, lone
surrogates, and the invisible characters that turn the direction of a text."""

_TURNS_DIRECTION = re.compile(f"[{DIRECTION}]")

REPLACEMENT = "\ufffd"


def without_refused(text: str) -> str:
    """The text with every refused character replaced, one for one."""
    return REFUSED.sub(REPLACEMENT, text)


def turns_direction(character: str) -> bool:
    """Whether a refused character is one of those that turn the direction of a text."""
    return _TURNS_DIRECTION.match(character) is not None


def name_of(character: str) -> str:
    """How to call a character that can't be shown: "U+001B", with its Unicode name where it has one."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name.lower()}".strip()


def shown(text: str, most: int = 60) -> str:
    """The text for use inside a message: on one line, cut to `most` characters, with nothing refused in it."""
    line = without_refused(" ".join(text[: 8 * most].split()))
    return line if len(line) <= most else line[: most - 1] + "…"
