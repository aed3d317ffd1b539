"""Numbers of a script, read only where one is expected: whole ones, ranges, days, and yes or no."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from scoring.principles import FEELINGS
from simulator.scenario.model import Range
from simulator.scenario.problems import shape
from simulator.scenario.reading.desk import A_MAPPING, Desk
from simulator.scenario.reading.fields import ReadValue
from simulator.scenario.reading.forms import form_of
from simulator.scenario.reading.nodes import Damaged, MappingNode, Node, Scalar, described
from simulator.scenario.reading.reports import quoted

MOST_FEELING = 20
MOST_DAYS = 3_650

_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_RANGE = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4})|(\+))?")
_LOOSE_RANGE = re.compile(r"([0-9]{1,4})\s*(?:-|–|—|to|\.\.+)\s*([0-9]{1,4})")
_DAYS = re.compile(r"([0-9]{1,5})(?:\s+(day|days|week|weeks))?")
_LOOSE_DAYS = re.compile(r"([0-9]{1,5})\s*(d|w)", re.IGNORECASE)
_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
_NONE = Range(0, 0)


def whole(low: int, high: int) -> ReadValue[int]:
    """Reads a whole number from `low` to `high`."""

    def read(desk: Desk, node: Node, key: str) -> int:
        text = _typed(node)
        if text is None or not _WHOLE.fullmatch(text):
            if not isinstance(node, Damaged):
                found = re.search(r"[0-9]{1,9}", text or "")
                words = {"low": low, "high": high, "key": key, "found": described(node)}
                mended = max(low, min(high, int(found[0]) if found else low))
                desk.report(shape.NOT_A_NUMBER, node, what=quoted(key), mended=mended, **words)
            return low
        return _within(desk, node, key, int(text), low, high)

    return read


def _typed(node: Node) -> str | None:
    return node.text.strip() if isinstance(node, Scalar) else None


def _within(desk: Desk, node: Node, key: str, number: int, low: int, high: int) -> int:
    if low <= number <= high:
        return number
    desk.report(shape.OUT_OF_RANGE, node, what=quoted(key), low=low, high=high, found=number)
    return low


def numbers(each: str, known: Collection[str], low: int, high: int) -> ReadValue[Mapping[str, int]]:
    """Reads a mapping from known names to whole numbers from `low` to `high`; `each` says what the names are."""
    read_number = whole(low, high)

    def read(desk: Desk, node: Node, key: str) -> Mapping[str, int]:
        if not isinstance(node, MappingNode):
            desk.unexpected(node, quoted(key), A_MAPPING)
            return {}
        named = [(name, value) for name, value in node.items if desk.is_known(name, each, known)]
        return {name.text: read_number(desk, value, name.text) for name, value in named}

    return read


def feelings(low: int, high: int) -> ReadValue[Mapping[str, int]]:
    """Reads whole numbers by feeling, not all of which need be there."""
    return numbers("feeling", FEELINGS, low, high)


def report_missing_feelings(desk: Desk, node: Node, key: str) -> None:
    """Report each feeling that a mapping which needs all three lacks."""
    if not isinstance(node, MappingNode):
        return
    there = {name.text for name, _ in node.items}
    for feeling in FEELINGS:
        if feeling not in there:
            desk.report(shape.MISSING_KEY, node, owner=quoted(key), key=quoted(feeling), form=form_of(feeling))


def read_range(desk: Desk, node: Node, key: str) -> Range:
    """A range of a feeling in a condition: `7`, `0-4` or `15+`."""
    return _range(desk, node, key, open_above=True)


def read_start(desk: Desk, node: Node, key: str) -> Range:
    """Where a feeling begins: `7` or `12-14`."""
    return _range(desk, node, key, open_above=False)


def _range(desk: Desk, node: Node, key: str, open_above: bool) -> Range:
    found = _RANGE.fullmatch(_typed(node) or "")
    if found is None or (found[3] and not open_above):
        if not isinstance(node, Damaged):
            _report_no_range(desk, node, key, open_above)
        return _NONE
    low = int(found[1])
    high = MOST_FEELING if found[3] else int(found[2] or low)
    if max(low, high) > MOST_FEELING:
        _within(desk, node, key, max(low, high), 0, MOST_FEELING)
        return _NONE
    if low > high:
        desk.report(shape.REVERSED_RANGE, node, found=quoted(found[0]), mended=f"`{key}: {high}-{low}`")
        return _NONE
    return Range(low, high)


def _report_no_range(desk: Desk, node: Node, key: str, open_above: bool) -> None:
    loose = _LOOSE_RANGE.search(node.text) if isinstance(node, Scalar) else None
    mended = f"`{key}: {loose[1]}-{loose[2]}`" if loose else f"for example `{key}: 7` or `{key}: 0-4`"
    if open_above and not loose:
        mended += f", or `{key}: 15+` for 15 and above"
    desk.report(shape.NOT_A_RANGE, node, what=quoted(key), found=described(node), mended=mended)


def read_days(desk: Desk, node: Node, key: str) -> int:
    """A number of days: `6`, `6 days`, `1 day` or `2 weeks`."""
    text = _typed(node)
    if text is None or (found := _DAYS.fullmatch(text)) is None:
        if not isinstance(node, Damaged):
            mended = f"for example `{key}: 6 days` or `{key}: 2 weeks`"
            if text and (loose := _LOOSE_DAYS.match(text)):
                mended = f"`{key}: {loose[1]} {'days' if loose[2].lower() == 'd' else 'weeks'}`"
            desk.report(shape.NOT_DAYS, node, what=quoted(key), found=described(node), mended=mended)
        return 0
    days = int(found[1]) * (7 if (found[2] or "").startswith("week") else 1)
    return _within(desk, node, key, days, 0, MOST_DAYS)


def read_yes_or_no(desk: Desk, node: Node, key: str) -> bool:
    """`yes` or `no`, also written `true` or `false`."""
    text = (_typed(node) or "").lower()
    if text not in _YES_OR_NO and not isinstance(node, Damaged):
        desk.report(shape.NOT_YES_OR_NO, node, what=quoted(key), key=key, found=described(node))
    return _YES_OR_NO.get(text, False)
