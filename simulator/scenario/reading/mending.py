"""How lines of YAML are mended: what to quote, where to put a space. For the lines that hints show."""

from __future__ import annotations

import re

QUOTE_IT = "Put the whole text in double quotes."

_KEYED = re.compile(r"(?P<lead>\s*(?:- +)*)(?P<key>[\w-]+|\"[^\"]*\"|'[^']*'):[ \t]+(?=\S)")
_ITEM = re.compile(r"(?P<lead>\s*)(?:- +)+(?=\S)")
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- +)*[\w-]+:(?=[^\s:])")
_DASH_WITHOUT_SPACE = re.compile(r"\s*-(?=[^\s-])")
_TAKE_MAPPINGS = ("when", "until", "not", "shows", "breaks", "shift", "feels", "cares", "mask", "defence")
_APOSTROPHE = re.compile(r"'(?:tis|twas|em|cause|cos|bout|til|n|round|course|fraid|ello)\b", re.IGNORECASE)


def quoted_text(text: str) -> str:
    """The text in the quotes that need the fewest changes to it; quotes around the whole of it are taken off first."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    elif len(text) > 1 and text[0] == text[-1] == "'":
        text = text[1:-1].replace("''", "'")
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def closed_quote(text: str) -> str:
    """A text whose opening quote has no closing one, quoted as a whole."""
    if _APOSTROPHE.match(text):
        return quoted_text(text)
    return quoted_text(text.strip()[1:])


def value_start(line: str) -> int | None:
    """Where the value of a line begins, counted from 0: after its dashes and its key; None if it has neither."""
    found = _KEYED.match(line) or _ITEM.match(line)
    return found.end() if found else None


def own_column(line: str) -> int:
    """Where the key of a line begins, or its dash where it has no key; what stands further in goes on with it."""
    if found := _KEYED.match(line):
        return found.start("key")
    return len(line) - len(line.lstrip(" "))


def with_value_quoted(line: str, start: int) -> str:
    """The line with what stands from there to its end in quotes."""
    return line[:start] + quoted_text(line[start:])


def with_braces(line: str, start: int) -> str | None:
    """The line with the keys and values that begin there in braces, or None where its key takes a text."""
    key = line[:start].rstrip().removesuffix(":").split(" ")[-1]
    return f"{line[:start]}{{{line[start:].strip()}}}" if key in _TAKE_MAPPINGS else None


def with_quote_closed(line: str, start: int) -> str:
    """The line with the quote that opens there closed at its end."""
    return line[:start] + closed_quote(line[start:])


def spaced(line: str) -> tuple[str, str] | None:
    """The line with the space put in that its colon or its dash lacks, and which it was; None if it lacks none."""
    for pattern, sign in ((_KEY_WITHOUT_SPACE, "colon"), (_DASH_WITHOUT_SPACE, "dash")):
        if found := pattern.match(line):
            return f"{line[: found.end()]} {line[found.end() :]}", sign
    return None


def closing_at(text: str) -> int | None:
    """Where the bracket that a text starts with is closed; None if it isn't. Quoted brackets don't count."""
    depth = 0
    quote = ""
    for place, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character == '"' or (character == "'" and not text[place - 1].isalnum()):
            quote = character
        elif character in "{[":
            depth += 1
        elif character in "}]":
            depth -= 1
            if depth == 0:
                return place
    return None
