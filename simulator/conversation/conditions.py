"""Conditions, made ready to be asked of a state many times."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from scoring.principles import FEELINGS
from simulator.conversation.memory import Memory, lowest
from simulator.conversation.state import State
from simulator.scenario.model import Condition, FeelingIn, MoodIs, Not, Range, Remembers, Said, Test
from simulator.scenario.moods import MOODS

Holds: TypeAlias = Callable[[State], bool]

_PLACES = {feeling: State._fields.index(feeling) for feeling in FEELINGS}


def compiled(condition: Condition, memory: Memory) -> Holds | None:
    """A function that says whether the condition holds in a state, or None where it always does."""
    if condition.always:
        return None
    alternatives = [_all_of(tests, memory) for tests in condition.any_of]
    if len(alternatives) == 1:
        return alternatives[0]
    return lambda state: any(holds(state) for holds in alternatives)


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


def _all_of(tests: tuple[Test, ...], memory: Memory) -> Holds:
    needed = _bits((test for test in tests if not isinstance(test, Not)), memory)
    ranges = [(place, wanted.low, wanted.high) for place, wanted in _ranges(tests)]
    refused = [compiled(test.condition, memory) for test in tests if isinstance(test, Not)]
    if not refused and not needed and len(ranges) == 1:
        place, low, high = ranges[0]
        return lambda state: low <= state[place] <= high
    if not refused and not ranges:
        return lambda state: state.memory & needed == needed

    def holds(state: State) -> bool:
        return (
            state.memory & needed == needed
            and all(low <= state[place] <= high for place, low, high in ranges)
            and not any(refusal is None or refusal(state) for refusal in refused)
        )

    return holds


def _ranges(tests: Iterable[Test]) -> Iterable[tuple[int, Range]]:
    for test in tests:
        if isinstance(test, FeelingIn):
            yield _PLACES[test.feeling], test.range
        elif isinstance(test, MoodIs):
            for feeling, wanted in zip(FEELINGS, MOODS[test.mood], strict=True):
                if wanted != Range(0, 20):
                    yield _PLACES[feeling], wanted
