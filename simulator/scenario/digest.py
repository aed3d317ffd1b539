"""The digest of a script: of what it means, so that white space, comments and quotes don't change it.

The encoding leaves out what is at its default, so that additions to the format keep the digests of older scripts. It
is made of the field names of the model and the tags below: renaming either changes every digest.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from simulator.scenario.model import Condition, FeelingIn, MoodIs, Not, Range, Remembers, Said, Script

_ORDERED = {"responses", "endings"}
"""Mappings whose order is part of the meaning; a script's contacts are another matter, since only the first counts."""

_UNORDERED = {"teaches", "learns", "promises", "keeps", "sets"}
"""Lists whose order is not part of the meaning."""


def digest(script: Script) -> str:
    """The SHA-256 of a script's meaning, as 64 hexadecimal digits."""
    encoded = _encoded(script)
    encoded["first-contact"] = next(iter(script.contacts), "")
    return hashlib.sha256(_text(encoded).encode()).hexdigest()


def _text(encoded: Any) -> str:
    return json.dumps(encoded, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def _encoded(value: Any) -> Any:
    if isinstance(value, str | int):
        return value
    match value:
        case Condition():
            return sorted((sorted((_test(test) for test in tests), key=_text) for tests in value.any_of), key=_text)
        case Range():
            return [value.low, value.high]
        case Mapping():
            return {key: _encoded(part) for key, part in value.items()}
        case tuple():
            return [_encoded(part) for part in value]
    if not is_dataclass(value):
        raise TypeError(f"not a part of a script: {value!r}")
    kind: Any = type(value)
    parts = ((name, getattr(value, name), default) for name, default in _fields(kind))
    return {name: _field(name, part) for name, part, default in parts if part != default}


@functools.cache
def _fields(of: type[Any]) -> tuple[tuple[str, Any], ...]:
    """The names of a model class's fields, each with its default, or MISSING where it has none."""
    return tuple(
        (field.name, field.default if field.default_factory is MISSING else field.default_factory())
        for field in fields(of)
    )


def _field(name: str, value: Any) -> Any:
    if isinstance(value, Mapping) and name in _ORDERED:
        return [[key, _encoded(part)] for key, part in value.items()]
    if isinstance(value, tuple) and name in _UNORDERED:
        return sorted(value)
    return _encoded(value)


def _test(test: Any) -> list[Any]:
    match test:
        case FeelingIn(feeling, within):
            return ["feeling", feeling, within.low, within.high]
        case MoodIs(mood):
            return ["mood", mood]
        case Remembers(what, name):
            return [what, name]
        case Said(turn, response):
            return ["said", turn, response]
        case Not(condition):
            return ["not", _encoded(condition)]
    raise TypeError(f"not a test of a condition: {test!r}")
