"""Scripts whose every text is hostile, though the reader would refuse the worst of it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

HOSTILE = (
    "[/ [@click=app.quit]out[/] [b]$accent \\[ \x1b[2J\x1b]0;owned\x07\x9b31m\x00\x08 \u202edlrow\u2066\u200f\u2028 "
)
"""Markup that crashes or acts, sequences that a terminal obeys, and signs that turn the direction of writing."""

LOOK = "[/ [@click=app.quit]"
"""How it looks where it is shown as it should be: as text."""

TEXTS = {"title", "setting", "about", "say", "why", "channel"}
"""The fields that are texts wherever they stand."""

LINES = {"line", "cue", "reply", "text", "aftermath"}
"""The fields that are lines, where they aren't texts."""


def poisoned(value: Any, *, name: str = "") -> Any:
    """The same script with hostile texts; its names stay."""
    if is_dataclass(value) and not isinstance(value, type):
        kind = type(value).__name__
        changed = {}
        for field in fields(value):
            inner = getattr(value, field.name)
            text = field.name in TEXTS or (kind, field.name) in (("Promise", "text"), ("Customer", "name"))
            if isinstance(inner, str) and text and inner:
                changed[field.name] = HOSTILE + inner
            elif field.name in LINES and isinstance(inner, tuple):
                changed[field.name] = tuple(
                    replace(case, value=tuple(HOSTILE + said for said in case.value)) for case in inner
                )
            elif field.name == "facts":
                changed[field.name] = {key: HOSTILE + fact for key, fact in inner.items()}
            elif hasattr(inner, "items"):
                changed[field.name] = {key: poisoned(each) for key, each in inner.items()}
            elif is_dataclass(inner):
                changed[field.name] = poisoned(inner)
        return replace(value, **changed)
    return value
