"""What YAML makes of a text that was not meant for it is a problem, and the hint shows the mended line."""

from __future__ import annotations

import pytest

from simulator.scenario.reading.forms import FORMS
from tests.scenario.scripts import REPLY, SOUND, reading_with

INDENT = "        "
SOUND_LINES = SOUND.split("\n")

ONE_LINE = {
    "a colon and a space": ("reply: Fine: go", "colon-in-text", 'reply: "Fine: go"'),
    "a colon at the end": ("reply: Fine:", "colon-in-text", 'reply: "Fine:"'),
    "a colon at the start of a list item": ("reply:\n          - Wait: what?", "colon-in-text", '- "Wait: what?"'),
    "a number sign": ("reply: Is it about #4711?", "comment-in-text", 'reply: "Is it about #4711?"'),
    "a brace at the start": ("reply: {customer}, please", "special-start", 'reply: "{customer}, please"'),
    "a brace and nothing else": ("reply: {customer}", "special-start", 'reply: "{customer}"'),
    "a bracket at the start": ("reply: [sighs] Well", "special-start", 'reply: "[sighs] Well"'),
    "a bracket and nothing else": ("reply: [sighs]", "special-start", 'reply: "[sighs]"'),
    "a star and words": ("reply: *sighs* Well", "special-start", 'reply: "*sighs* Well"'),
    "a star": ("reply: *sighs", "alias", 'reply: "*sighs"'),
    "an ampersand": ("reply: &co is here", "anchor", 'reply: "&co is here"'),
    "an ampersand and a space": ("reply: & co", "special-start", 'reply: "& co"'),
    "an exclamation mark": ("reply: !Stop it", "tag", 'reply: "!Stop it"'),
    "a per cent sign": ("reply: %x", "special-start", 'reply: "%x"'),
    "an at sign": ("reply: @noon: and on the dot", "special-start", 'reply: "@noon: and on the dot"'),
    "a backtick": ("reply: `x`", "special-start", 'reply: "`x`"'),
    "a dash": ("reply: - Well", "special-start", 'reply: "- Well"'),
    "a question mark and a space": ("reply: ? Well", "special-start", 'reply: "? Well"'),
    "a comma": ("reply: , Well", "special-start", 'reply: ", Well"'),
    "a bar and words": ("reply: |Yes no", "special-start", 'reply: "|Yes no"'),
    "a quote that isn't closed": ('reply: "Yes', "unclosed-quote", 'reply: "Yes"'),
    "a single quote that isn't closed": ("reply: 'Yes", "unclosed-quote", 'reply: "Yes"'),
    "an apostrophe at the start": ("reply: 'tis the season", "unclosed-quote", 'reply: "\'tis the season"'),
    "text after a quote": ('reply: "Yes" she said', "text-after-quote", "reply: '\"Yes\" she said'"),
    "an apostrophe between single quotes": ("reply: 'It's fine'", "text-after-quote", 'reply: "It\'s fine"'),
    "no space after the colon": ("reply:Fine", "no-space", "reply: Fine"),
    "a condition without braces": ("when: anger: 15+", "no-braces", "when: {anger: 15+}"),
    "strengths without braces": ("breaks: stay-kind: 1", "no-braces", "breaks: {stay-kind: 1}"),
    "names without brackets": (
        "learns: anniversary, two-mornings",
        "wrong-type",
        "learns: [anniversary, two-mornings]",
    ),
    "a misspelt key": ("repply: Fine", "unknown-key", "reply: Fine"),
}


@pytest.mark.parametrize(("faulty", "code", "mended"), ONE_LINE.values(), ids=ONE_LINE.keys())
def test_a_trap_in_a_text_is_the_only_problem_and_the_hint_shows_the_mended_line(
    faulty: str, code: str, mended: str
) -> None:
    reading = reading_with((REPLY, INDENT + faulty))
    assert [problem.code for problem in reading.problems] == [code]
    assert mended in reading.problems[0].hint


@pytest.mark.parametrize("mended", [mended for _, _, mended in ONE_LINE.values() if not mended.startswith("-")])
def test_every_mended_line_reads_without_a_problem(mended: str) -> None:
    assert reading_with((REPLY, INDENT + mended)).problems == ()


INSIDE_BRACKETS = {
    "a colon": ("reply: {text: Fine: go}", "bracket-text"),
    "a comma": ("reply: {text: Fine, go}", "unknown-key"),
    "the placeholder": ("reply: {text: Fine {customer} go}", "bracket-text"),
    "the placeholder after a comma": ("reply: {text: I see, {customer}}", "key-not-text"),
    "a colon in a list": ("reply: {any: [Wait: what, And then]}", "colon-in-text"),
    "no space after the colon": ("reply: {text:Fine}", "no-space"),
    "no closing brace": ("reply: {text: Fine", "unclosed-bracket"),
    "no closing quote": ('reply: {any: [Fine, "Go]}', "unclosed-quote"),
    "a comment": ("reply: {text: Fine #4}", "comment-in-text"),
}


@pytest.mark.parametrize(("faulty", "code"), INSIDE_BRACKETS.values(), ids=INSIDE_BRACKETS.keys())
def test_a_trap_inside_brackets_is_a_problem_on_its_line(faulty: str, code: str) -> None:
    line = next(number for number, line in enumerate(SOUND_LINES, start=1) if line == REPLY)
    problems = reading_with((REPLY, INDENT + faulty)).problems
    assert [(problem.code, problem.line) for problem in problems][:1] == [(code, line)]


def test_an_unclosed_quote_that_swallows_the_next_key_is_reported_where_it_opens() -> None:
    problems = reading_with((REPLY, f'{INDENT}reply: "Fine.\n{INDENT}why: "Because."')).problems
    assert [(problem.code, problem.line) for problem in problems] == [("unclosed-quote", SOUND_LINES.index(REPLY) + 1)]


def test_one_fault_of_syntax_does_not_hide_the_next() -> None:
    problems = reading_with(
        ("title: The third late sofa", "title: Late: for the third time"),
        ("kind: repeat-problem", "kind:repeat-problem"),
        ("    cue: She lays two", "    cue: @ten she lays two"),
        ("outcome: doubtful", "outcome: dubious"),
        ("says: Always? Then why do you sell for them?", 'says: "Always?" Then why do you sell for them?'),
    ).problems
    assert [problem.code for problem in problems] == [
        "colon-in-text",
        "no-space",
        "special-start",
        "text-after-quote",
        "unknown-choice",
    ]


def test_every_line_indented_with_a_tab_is_reported() -> None:
    problems = reading_with(
        ("    cue: She lays two", "\tcue: She lays two"), ("    detour: yes", "\tdetour: yes")
    ).problems
    assert [problem.code for problem in problems] == ["tab-indent", "tab-indent"]


def test_one_misspelt_key_is_one_problem_however_much_hangs_on_it() -> None:
    for right, wrong in (("contacts:\n", "contact:\n"), ("turns:\n", "truns:\n"), ("facts:\n", "fact:\n")):
        problems = reading_with((right, wrong)).problems
        assert [problem.code for problem in problems] == ["unknown-key"]


def test_a_part_that_can_not_be_read_does_not_make_every_name_of_it_unknown() -> None:
    problems = reading_with(("contacts:\n", "contacts: later\nsomething:\n")).problems
    assert [problem.code for problem in problems] == ["wrong-type", "unknown-key"]


def test_a_list_or_a_line_where_one_text_is_expected_is_said_to_be_one() -> None:
    say = "say: Is there a date you need it by?"
    for typed in ('["When?", "Which day?"]', '{text: "When?"}', '{any: ["When?", "Which day?"]}'):
        assert [problem.code for problem in reading_with((say, f"say: {typed}")).problems] == ["wrong-type"]


def test_the_forms_that_hints_show_are_of_the_keys_of_a_script() -> None:
    import yaml

    for key, form in FORMS.items():
        assert list(yaml.safe_load(form)) == [key]
