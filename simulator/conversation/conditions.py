"""Conditions, made ready to be asked of a state many times."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from scoring.principles import FEELINGS
from simulator.conversation.feelings import HIGHEST
from simulator.conversation.memory import Memory, lowest
from simulator.conversation.state import State
from simulator.scenario.model import Condition, FeelingIn, MoodIs, Not, Range, Remembers, Said, Test
from simulator.scenario.moods import MOODS

Holds: TypeAlias = Callable[[State], bool]

_MEMORY = State._fields.index("memory")
_PLACES = {feeling: State._fields.index(feeling) for feeling in FEELINGS}


def compiled(condition: Condition, memory: Memory) -> Holds | None:
    """A function that says whether the condition holds in a state, or None where it always does.

    It is written as one expression of Python, for it is asked at every step of every play. Nothing of a script's own
    text goes into it, only the numbers of places, bits and ranges.
    """
    if condition.always:
        return None
    holds: Holds = eval(f"lambda state: {_written(condition, memory)}", {})
    return holds


def memory_read(condition: Condition, memory: Memory) -> int:
    """The bits of memory that the condition may read."""
    return _bits(_flat(condition), memory)


def _flat(condition: Condition) -> Iterable[Test]:
    for tests in condition.any_of:
        for test in tests:
            if isinstance(test, Not):
                yield from _flat(test.condition)
            else:
                yield test


def _bits(tests: Iterable[Test], memory: Memory) -> int:
    bits = 0
    for test in tests:
        if isinstance(test, Remembers):
            bits |= memory.bit_of(test)
        elif isinstance(test, Said):
            bits |= lowest(memory.given[test.turn, test.response])
    return bits


def _written(condition: Condition, memory: Memory) -> str:
    if condition.always:
        return "True"
    return " or ".join(f"({_all_written(tests, memory)})" for tests in condition.any_of) or "False"


def _all_written(tests: tuple[Test, ...], memory: Memory) -> str:
    needed = _bits((test for test in tests if not isinstance(test, Not)), memory)
    parts = [f"state[{_MEMORY}] & {needed:#x} == {needed:#x}"] if needed else []
    parts += [_range_written(place, wanted) for place, wanted in _ranges(tests)]
    parts += [f"not ({_written(test.condition, memory)})" for test in tests if isinstance(test, Not)]
    return " and ".join(parts) or "True"


def _range_written(place: int, wanted: Range) -> str:
    """A range of a feeling, without a bound that no feeling can cross."""
    if wanted.low <= 0:
        return f"state[{place}] <= {wanted.high}"
    if wanted.high >= HIGHEST:
        return f"state[{place}] >= {wanted.low}"
    return f"{wanted.low} <= state[{place}] <= {wanted.high}"


def _ranges(tests: Iterable[Test]) -> Iterable[tuple[int, Range]]:
    for test in tests:
        if isinstance(test, FeelingIn):
            yield _PLACES[test.feeling], test.range
        elif isinstance(test, MoodIs):
            for feeling, wanted in zip(FEELINGS, MOODS[test.mood], strict=True):
                if wanted != Range(0, HIGHEST):
                    yield _PLACES[feeling], wanted
