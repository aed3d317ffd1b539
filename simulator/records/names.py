"""Names that people give themselves and their teams: what is taken, and when two are the same."""

from __future__ import annotations

import unicodedata

from simulator.records.errors import NameRefused

LONGEST = 60
"""Characters in a name."""

_JOINERS = "\u200c\u200d"
"""Invisible, but without them some scripts are spelt wrong."""


def clean_name(text: str, what: str = "name") -> str:
    """The name as it will be kept: trimmed, its spaces single, composed. Raises NameRefused, which says why.

    Control characters, bidi controls, lone surrogates and other invisible ones are refused, not dropped.
    """
    trimmed = unicodedata.normalize("NFC", text.strip(" \t\r\n"))
    for character in trimmed:
        # Spaces of every width are Zs; line and paragraph separators are not.
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") and character not in _JOINERS:
            raise NameRefused(
                f"That {what} holds a character that cannot be shown (U+{ord(character):04X}). "
                "Use letters, digits, spaces and signs."
            )
    name = " ".join(trimmed.split())
    if not any(character.isalnum() for character in name):
        raise NameRefused(f"A {what} needs at least one letter or digit.")
    if len(name) > LONGEST:
        raise NameRefused(f"That {what} has {len(name)} characters; {LONGEST} is the most.")
    return name


def folded(name: str) -> str:
    """What two spellings of one name have in common: case, width and joiners are left out."""
    plain = "".join(character for character in name if character not in _JOINERS)
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).casefold())
