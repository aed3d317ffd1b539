"""Single values of a script: texts, numbers, ranges, days, yes and no, names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import TypeVar

from scoring.principles import FEELINGS
from simulator.scenario.desk import A_LIST, A_MAPPING, A_NAME, A_TEXT, Desk, quoting, suggestion_for
from simulator.scenario.model import Range
from simulator.scenario.nodes import Damaged, MappingNode, Node, Scalar, SequenceNode, described
from simulator.scenario.problems import names, shape, syntax
from simulator.scenario.reports import quoted
from simulator.scenario.source import Place
from simulator.scenario.yaml_errors import comment_after

MOST_TEXT = 2_000
"""Characters of a text."""
MOST_TITLE = 100
"""Characters of a title, a customer's name or a channel."""
MOST_FEELING = 20
MOST_DAYS = 3_650
MOST_PLACEHOLDERS = 10
"""How many unknown placeholders of one text are reported."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_RANGE = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4})|(\+))?")
_LOOSE_RANGE = re.compile(r"([0-9]{1,4})\s*(?:-|–|—|to|\.\.+)\s*([0-9]{1,4})")
_DAYS = re.compile(r"([0-9]{1,5})(?:\s+(day|days|week|weeks))?")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_MORE_INDENTED = re.compile(r"\n[ \t]+([^\n]*)(?:\n(?!\n))?")
_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}

C = TypeVar("C", bound=str)


def read_text(desk: Desk, node: Node, what: str, most: int = MOST_TEXT, placeholder: bool = True) -> str:
    """A text that a person reads, white space collapsed, paragraphs parted by one blank line."""
    if not isinstance(node, Scalar):
        desk.unexpected(node, what, A_TEXT)
        return ""
    if not node.style and comment_after(desk.source, node):
        at = Place(node.end_line, node.end_column)
        mended = quoting(desk.source, node)
        desk.report(syntax.COMMENT_IN_TEXT, at, mended=mended)
    text = collapsed(node.text, node.style)
    if not text:
        desk.report(shape.EMPTY_TEXT, node, what=what)
    elif len(text) > most:
        desk.report(shape.LONG_TEXT, node, what=what, length=len(text), most=most)
    _check_placeholders(desk, node, placeholder)
    return text


def read_title(desk: Desk, node: Node, what: str) -> str:
    """A short text on one line, without a placeholder."""
    return " ".join(read_text(desk, node, what, MOST_TITLE, placeholder=False).split())


def collapsed(text: str, style: str) -> str:
    """A scalar's text with white space runs made one space, and paragraphs parted by exactly one blank line.

    YAML folds line ends except in a text after `|`, so there alone a line end is not yet a blank line.
    """
    if style == ">":
        text = _MORE_INDENTED.sub(r" \1 ", text)
    paragraphs = _BLANK_LINE.split(text) if style == "|" else text.split("\n")
    clean = (" ".join(paragraph.split()) for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in clean if paragraph)


def _check_placeholders(desk: Desk, node: Scalar, allowed: bool) -> None:
    if "{" not in node.text:
        return
    every = dict.fromkeys(_PLACEHOLDER.findall(node.text))
    for found in list(every)[:MOST_PLACEHOLDERS]:
        if found == "{customer}" and allowed:
            continue
        where = "" if allowed else " here"
        suggestion = "Only {customer} is one; it becomes the customer's name." if allowed else "Write the words out."
        at = _place_in(desk, node, found)
        desk.report(shape.UNKNOWN_PLACEHOLDER, at, placeholder=quoted(found), where=where, suggestion=suggestion)


def _place_in(desk: Desk, node: Scalar, part: str) -> Place:
    """Where a part of a text stands in the file, or where the text does if escapes or line ends hide it."""
    for number in range(node.line, node.end_line + 1):
        start = node.column - 1 if number == node.line else 0
        if (column := desk.source.line(number).find(part, start)) >= 0:
            return Place(number, column + 1)
    return Place(node.line, node.column)


def read_whole(desk: Desk, node: Node, what: str, key: str, low: int, high: int) -> int:
    """A whole number from `low` to `high`."""
    text = _plain(node)
    if text is None or not _WHOLE.fullmatch(text):
        if not isinstance(node, Damaged):
            mended = max(low, min(high, _first_number(text or "", low)))
            desk.report(
                shape.NOT_A_NUMBER, node, what=what, key=key, low=low, high=high, found=described(node), mended=mended
            )
        return low
    number = int(text)
    if not low <= number <= high:
        desk.report(shape.OUT_OF_RANGE, node, what=what, low=low, high=high, found=number)
        return low
    return number


def _first_number(text: str, otherwise: int) -> int:
    found = re.search(r"[0-9]{1,9}", text)
    return int(found[0]) if found else otherwise


def _plain(node: Node) -> str | None:
    return node.text.strip() if isinstance(node, Scalar) else None


def read_range(desk: Desk, node: Node, what: str, open_above: bool) -> Range:
    """A range of a feeling: `7`, `0-4` and, where it may be open above, `15+`."""
    text = _plain(node)
    found = _RANGE.fullmatch(text) if text is not None else None
    if isinstance(node, Damaged):
        return Range(0, 0)
    if found is None or (found[3] and not open_above):
        _not_a_range(desk, node, what, open_above)
        return Range(0, 0)
    low = int(found[1])
    high = MOST_FEELING if found[3] else int(found[2] or low)
    for number in (low, high):
        if number > MOST_FEELING:
            desk.report(shape.OUT_OF_RANGE, node, what=what, low=0, high=MOST_FEELING, found=number)
            return Range(0, 0)
    if low > high:
        desk.report(shape.REVERSED_RANGE, node, found=quoted(text or ""), mended=f"{high}-{low}")
        return Range(0, 0)
    return Range(low, high)


def _not_a_range(desk: Desk, node: Node, what: str, open_above: bool) -> None:
    forms = "a number such as 7, a range such as 0-4" + (", or 15+ for 15 and above" if open_above else "")
    mended = ""
    if isinstance(node, Scalar) and (loose := _LOOSE_RANGE.search(node.text)):
        mended = f": {loose[1]}-{loose[2]}"
    desk.report(shape.NOT_A_RANGE, node, what=what, found=described(node), forms=forms, mended=mended)


def read_days(desk: Desk, node: Node, what: str) -> int:
    """A number of days: `6`, `6 days`, `1 day` or `2 weeks`."""
    text = _plain(node)
    if text is None or (found := _DAYS.fullmatch(text)) is None:
        if not isinstance(node, Damaged):
            desk.report(shape.NOT_DAYS, node, what=what, found=described(node), mended="")
        return 0
    days = int(found[1]) * (7 if (found[2] or "").startswith("week") else 1)
    if days > MOST_DAYS:
        desk.report(shape.OUT_OF_RANGE, node, what=what, low=0, high=MOST_DAYS, found=days)
        return 0
    return days


def read_yes_or_no(desk: Desk, node: Node, what: str, key: str) -> bool:
    """`yes` or `no`, also written `true` or `false`."""
    text = (_plain(node) or "").lower()
    if text not in _YES_OR_NO and not isinstance(node, Damaged):
        desk.report(shape.NOT_YES_OR_NO, node, what=what, key=key, found=described(node))
    return _YES_OR_NO.get(text, False)


def read_choice(desk: Desk, node: Node, what: str, choices: Collection[C]) -> C:
    """One of a few words that the format knows."""
    text = _plain(node)
    for choice in choices:
        if choice == text:
            return choice
    if text is None:
        desk.unexpected(node, f"This ({what})", A_NAME)
    else:
        suggestion = quoting, suggestion_for(text, choices, desk.reports)
        desk.report(shape.UNKNOWN_CHOICE, node, found=quoted(text), what=what, suggestion=suggestion)
    return next(iter(choices))


def read_name(desk: Desk, node: Node, what: str, known: Collection[str] | None) -> str:
    """The name of something that the script or the principles define."""
    if not isinstance(node, Scalar):
        desk.unexpected(node, f"The name of a {what}", A_NAME)
        return ""
    return node.text if desk.known_name(node, what, known) else ""


def name_nodes(desk: Desk, node: Node, what: str) -> list[Scalar]:
    """The names of a list of names, or of a single one; each only once."""
    if isinstance(node, Scalar):
        nodes: tuple[Node, ...] = (node,)
    elif isinstance(node, SequenceNode):
        nodes = node.items
        if not nodes:
            desk.report(shape.EMPTY_LIST, node, what=f"This list of {what}s")
    else:
        desk.unexpected(node, f"This ({what}s)", A_LIST)
        return []
    seen: dict[str, Scalar] = {}
    for item in nodes:
        if not isinstance(item, Scalar):
            desk.unexpected(item, f"The name of a {what}", A_NAME)
        elif item.text in seen:
            desk.report(names.REPEATED_NAME, item, name=quoted(item.text))
        else:
            seen[item.text] = item
    return list(seen.values())


def read_names(desk: Desk, node: Node, what: str, known: Collection[str] | None) -> tuple[str, ...]:
    """Names of things that are defined: one, or a list."""
    return tuple(item.text for item in name_nodes(desk, node, what) if desk.known_name(item, what, known))


def read_new_names(desk: Desk, node: Node, what: str) -> tuple[str, ...]:
    """Names that are defined by being used: one, or a list."""
    return tuple(item.text for item in name_nodes(desk, node, what) if desk.name_is_good(item))


def read_numbers(
    desk: Desk, node: Node, what: str, each: str, known: Collection[str] | None, low: int, high: int
) -> Mapping[str, int]:
    """A mapping from known names (principles, feelings) to whole numbers."""
    if not isinstance(node, MappingNode):
        desk.unexpected(node, what, A_MAPPING)
        return {}
    numbers: dict[str, int] = {}
    for key, value in node.items:
        if desk.known_name(key, each, known):
            numbers[key.text] = read_whole(desk, value, f"{what} of {key.text}", key.text, low, high)
    return numbers


def read_feelings(desk: Desk, node: Node, what: str, low: int, high: int, every: bool) -> Mapping[str, int]:
    """Whole numbers by feeling, `every` one of them or some."""
    numbers = read_numbers(desk, node, what, "feeling", FEELINGS, low, high)
    if every and isinstance(node, MappingNode):
        report_missing_feelings(desk, node, what)
    return numbers


def report_missing_feelings(desk: Desk, node: MappingNode, what: str) -> None:
    """Report each feeling that a mapping of all three lacks."""
    there = {key.text for key, _ in node.items}
    for feeling in FEELINGS:
        if feeling not in there:
            desk.report(shape.MISSING_KEY, node, owner=what, key=quoted(feeling))
