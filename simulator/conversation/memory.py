"""Memory: which bit of a state stands for what. Only what a script names or reads has a bit."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.scenario.model import Case, Condition, Evidence, Not, Remembers, Response, Said, Script, Then


class Memory:
    """The layout of a script's memory: for each name the bit, or bits, that remember it."""

    def __init__(self, script: Script, revisited: Iterable[str]) -> None:
        """Lay out the memory of a script. `revisited` names the turns that a conversation may come back to."""
        self._used = 0
        self.knows = {name: self._bit() for name in script.facts}
        self.promised = {name: self._bit() for name in script.promises}
        self.owed = {name: self._bit() for name in script.promises}
        self.kept = {name: self._bit() for name in script.promises}
        notes = (note for turn in script.turns.values() for answer in turn.responses.values() for note in answer.sets)
        self.noted = {name: self._bit() for name in dict.fromkeys(notes)}
        self.opened = {name: self._bit() for name in dict.fromkeys(promise.by for promise in script.promises.values())}
        remembered = set(revisited)
        read = {(test.turn, test.response) for test in _said(script)}
        self.given = {
            (turn_id, response_id): self._bits(response.again)
            for turn_id, turn in script.turns.items()
            for response_id, response in turn.responses.items()
            if turn_id in remembered or (turn_id, response_id) in read
        }
        """For each response a row of bits, of which the lowest n are set once it was given n times. A response that
        can't come up twice, and of which no condition asks, has none."""
        self.trusting = self._bit() if script.customer.defence.doubt else 0
        """Set once the doubt is lifted."""
        self.unmasked = self._bit() if script.customer.defence.mask else 0
        """Set once the mask is off."""

    def bit_of(self, test: Remembers) -> int:
        """The bit that a condition on something remembered reads."""
        layouts = {"knows": self.knows, "promised": self.promised, "kept": self.kept, "noted": self.noted}
        return layouts[test.what][test.name]

    def _bit(self) -> int:
        return self._bits(1)

    def _bits(self, count: int) -> int:
        bits = ((1 << count) - 1) << self._used
        self._used += count
        return bits


def lowest(bits: int) -> int:
    """The lowest bit of a row."""
    return bits & -bits


def _said(script: Script) -> Iterable[Said]:
    """Every condition of a script that asks what was said, wherever it stands."""
    conditions = [leave.when for leave in script.customer.leaves]
    if script.customer.defence.mask:
        conditions.append(script.customer.defence.mask.until)
    for turn in script.turns.values():
        conditions += _whens(turn.line) + _whens(turn.cue)
        for response in turn.responses.values():
            conditions += _response_conditions(response)
    for ending in script.endings.values():
        conditions += [ending.when, *_whens(ending.text), *_whens(ending.aftermath)]
    for condition in conditions:
        yield from _said_in(condition)


def _response_conditions(response: Response) -> list[Condition]:
    cases = (response.shows, response.breaks, response.then, response.reply)
    return [response.when, *(condition for part in cases for condition in _whens(part))]


def _whens(cases: tuple[Case[tuple[str, ...]], ...] | Evidence | Then) -> list[Condition]:
    return [case.when for case in cases]


def _said_in(condition: Condition) -> Iterable[Said]:
    for tests in condition.any_of:
        for test in tests:
            if isinstance(test, Said):
                yield test
            elif isinstance(test, Not):
                yield from _said_in(test.condition)
