"""Values are what the author typed; numbers, ranges, days and yes or no are read only where one is expected."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.model import ALWAYS, Case, Range
from simulator.scenario.reading.mending import quoted_text
from simulator.scenario.reading.texts import collapsed
from tests.scenario.scripts import REPLY, codes_with, reading_with, response_of, script_with


@pytest.mark.parametrize(
    "typed", ["no", "on", "off", "yes", "true", "~", "null", "12:30", "010", "0x1F", "1e3", "3.10"]
)
def test_a_text_stays_what_the_author_typed(typed: str) -> None:
    script = script_with((REPLY, f"        reply: {typed}"), ("channel: in person", f"channel: {typed}"))
    assert response_of(script, "third-time", "own-it").reply == (Case(ALWAYS, (typed,)),)
    assert script.contacts["showroom"].channel == typed


def test_a_name_stays_what_the_author_typed() -> None:
    script = script_with(("        sets: took-it-on", "        sets: no"), ("noted: took-it-on", "noted: no"))
    assert response_of(script, "third-time", "own-it").sets == ("no",)


@pytest.mark.parametrize(("typed", "days"), [("6", 6), ("6 days", 6), ("1 day", 1), ("2 weeks", 14), ("'0'", 0)])
def test_days_are_days_or_weeks(typed: str, days: int) -> None:
    assert script_with(("after: 6 days", f"after: {typed}")).contacts["friday"].after == days


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("6 d", "not-days", "`after: 6 days`"),
        ("2weeks", "not-days", "`after: 2 weeks`"),
        ("soon", "not-days", "6 days"),
        ("-3", "not-days", "6 days"),
        ("99999", "out-of-range", "3650"),
        ("{days: 3}", "not-days", "6 days"),
    ],
)
def test_what_is_no_number_of_days_is_a_problem(typed: str, code: str, hint: str) -> None:
    problem = reading_with(("after: 6 days", f"after: {typed}")).problems[0]
    assert problem.code == code
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("typed", "expected"), [("16+", Range(16, 20)), ("0-4", Range(0, 4)), ("7", Range(7, 7)), ("20", Range(20, 20))]
)
def test_a_range_in_a_condition(typed: str, expected: Range) -> None:
    script = script_with(("{when: {anger: 16+}, text", f"{{when: {{anger: {typed}}}, text"))
    test = script.turns["third-time"].line[0].when.any_of[0][0]
    assert test.range == expected  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("21+", "out-of-range"),
        ("0-21", "out-of-range"),
        ("9-3", "reversed-range"),
        ("high", "not-a-range"),
        ("-3", "not-a-range"),
        ("1 - 3", "not-a-range"),
        ("[1, 3]", "not-a-range"),
        ("", "not-a-range"),
    ],
)
def test_what_is_no_range_is_a_problem(typed: str, code: str) -> None:
    assert codes_with(("{when: {anger: 16+}, text", f"{{when: {{anger: {typed}}}, text")) == [code]


def test_feelings_do_not_begin_at_an_open_range() -> None:
    assert codes_with(("feels: {anger: 12-14,", "feels: {anger: 12+,")) == ["not-a-range"]
    assert codes_with(("feels: {anger: 12-14,", "feels: {anger: '12',")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("difficulty: 3", "difficulty: 0"),
        ("volatility: 120", "volatility: 24"),
        ("volatility: 120", "volatility: 301"),
        ("forgiving: 20", "forgiving: 101"),
        ("deaf: 17", "deaf: 0"),
        ("again: 2", "again: 1"),
        ("again: 2", "again: 6"),
        ("anger: -1}", "anger: -6}"),
        ("shows: {listen-first: 2}", "shows: {listen-first: 4}"),
        ("shows: {listen-first: 2}", "shows: {listen-first: 0}"),
        ("promise-honestly: 2}\n  volatility", "promise-honestly: 1}\n  volatility"),
    ],
)
def test_a_number_beyond_its_bounds_is_a_problem(old: str, new: str) -> None:
    assert codes_with((old, new)) == ["out-of-range"]


@pytest.mark.parametrize("typed", ["high", "1.5", "1_000", "٣", "", "[3]", "99999999999999999999"])
def test_what_is_no_whole_number_is_a_problem(typed: str) -> None:
    assert codes_with(("difficulty: 3", f"difficulty: {typed}")) == ["not-a-number"]


@pytest.mark.parametrize(("typed", "expected"), [("yes", True), ("no", False), ("true", True), ("False", False)])
def test_yes_and_no(typed: str, expected: bool) -> None:
    assert script_with(("detour: yes", f"detour: {typed}")).turns["calm-down"].detour is expected


def test_white_space_is_collapsed_and_a_blank_line_kept() -> None:
    text = "One   two\n    three.\n\n\n\n    Four\n    five."
    script = script_with(
        ("The sofa stands where it should.\n      Dana sends a photograph.", text.replace("\n    ", "\n      "))
    )
    assert script.endings["won-back"].text[0].value == ("One two three.\n\nFour five.",)


@pytest.mark.parametrize(
    "typed",
    [
        "One two\n          three.\n\n          Four five.",
        '"One two\n          three.\n\n          Four five."',
        "'One  two three.\n\n\n          Four five.'",
        "|\n          One two\n          three.\n\n          Four five.",
        "|-\n          One two three.\n          \n          Four\n          five.\n",
        ">\n          One two\n          three.\n\n          Four five.",
        ">+\n          One two\n            three.\n\n          Four five.\n\n",
        '"One two three.\\n\\nFour five."',
    ],
)
def test_one_text_is_the_same_however_it_is_written(typed: str) -> None:
    script = script_with((REPLY, f"        reply: {typed}"))
    assert response_of(script, "third-time", "own-it").reply == (Case(ALWAYS, ("One two three.\n\nFour five.",)),)


def test_a_title_is_one_line() -> None:
    assert (
        script_with(("title: The third late sofa", "title: |\n  The third\n\n  late sofa")).title
        == "The third late sofa"
    )


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))).map(lambda text: text.strip()))
def test_a_quoted_text_is_read_as_what_was_quoted(text: str) -> None:
    import yaml

    wrapped = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    if not wrapped:
        read = yaml.safe_load(quoted_text(text).replace("\x85", "").replace("\u2028", "").replace("\u2029", ""))
        assert read == text.replace("\x85", "").replace("\u2028", "").replace("\u2029", "")


@settings(deadline=None)
@given(st.text("ab \t\n", max_size=40), st.sampled_from(["", '"', "|", ">"]))
def test_collapsing_twice_is_collapsing_once(text: str, style: str) -> None:
    once = collapsed(text, style)
    assert collapsed(once, "|") == once


@pytest.mark.parametrize("placeholder", ["{name}", "{ customer }", "{Customer}", "{}", "{customer's}"])
def test_customer_is_the_only_placeholder(placeholder: str) -> None:
    assert codes_with((REPLY, f'        reply: "Well, {placeholder}."')) == ["unknown-placeholder"]
    assert codes_with(("title: The third", f"title: The {placeholder} third")) == ["unknown-placeholder"]


def test_a_title_takes_no_placeholder() -> None:
    assert codes_with(("name: Dana Whitfield", "name: Dana {customer}")) == ["unknown-placeholder"]
