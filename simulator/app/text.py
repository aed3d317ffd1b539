"""The one place where text from scripts and people becomes something a screen shows.

Such text is never markup, and never reaches the terminal with a character that the terminal obeys rather than prints.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text
    from textual.content import Content

REPLACEMENT = "\ufffd"
"""Shown where a character was that must not be."""

_OBEYED = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but tab and newline
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction
    "\u2028\u2029"  # line and paragraph separators
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # byte order mark, annotations, tags
    "\ud800-\udfff"  # lone surrogates, which can't even be encoded
    "]"
)

_VARIATION = re.compile("[\ufe00-\ufe0f]")
"""Variation selectors: terminals differ on how wide they make the sign before them."""


def harmless(text: str) -> str:
    """The text as a terminal may have it: newlines and what prints; tabs are spaces."""
    text = text.replace("\r\n", "\n").replace("\t", "    ")
    return _VARIATION.sub("", _OBEYED.sub(REPLACEMENT, text))


def one_line(text: str) -> str:
    """The text as a terminal may have it, on one line."""
    return harmless(text).replace("\n", " ")


def content(text: str, style: str = "") -> Content:
    """The text for Static, Label, Button, Option, Select, Tab, titles, tooltips and notifications."""
    from textual.content import Content

    return Content.styled(harmless(text), style) if style else Content(harmless(text))


def rich_text(text: str, style: str = "") -> Text:
    """The text for DataTable, Tree and Rich's own tables, on one line."""
    from rich.text import Text

    return Text(one_line(text), style=style, no_wrap=True, overflow="ellipsis", end="")
