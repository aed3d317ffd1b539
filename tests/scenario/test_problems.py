"""Every kind of problem is data with an example, and the example shows it."""

from __future__ import annotations

import pytest

from simulator.scenario.problems import Example, ProblemKind, Situation, files, meaning, names, shape, syntax
from simulator.scenario.problems.catalogue import KINDS
from simulator.scenario.reader import read_script
from tests.scenario.scripts import PRINCIPLES, SOUND

SHOWN_BY_TEXT = [kind for kind in KINDS.values() if isinstance(kind.example, Example)]


def build(example: Example) -> tuple[str, tuple[int, int]]:
    """The sound script with the fault in it, and the line and column of the fault's mark."""
    assert SOUND.count(example.mended) == 1, "the mended form stands in the sound script, once"
    marked = SOUND.replace(example.mended, example.fault())
    before = marked[: marked.index("▸")]
    return marked.replace("▸", ""), (before.count("\n") + 1, len(before) - before.rfind("\n"))


def test_the_sound_script_reads_without_a_problem() -> None:
    assert read_script(SOUND, PRINCIPLES).problems == ()


@pytest.mark.parametrize("kind", SHOWN_BY_TEXT, ids=lambda kind: kind.code)
def test_the_example_of_a_kind_shows_it_and_nothing_else(kind: ProblemKind) -> None:
    assert isinstance(kind.example, Example)
    faulty, place = build(kind.example)
    problems = read_script(faulty, PRINCIPLES).problems
    assert [(problem.line, problem.column) for problem in problems if problem.code == kind.code] == [place]
    assert {problem.code for problem in problems} - set(kind.example.along_with) == {kind.code}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_every_kind_has_an_example_a_message_and_a_hint(kind: ProblemKind) -> None:
    assert isinstance(kind.example, Example | Situation)
    assert kind.message.endswith((".", "{reason}.", "}."))
    assert kind.hint


def test_codes_are_lower_case_words_and_each_stands_once() -> None:
    every = [
        kind.code
        for module in (files, syntax, shape, names, meaning)
        for kind in vars(module).values()
        if isinstance(kind, ProblemKind)
    ]
    assert sorted(every) == sorted(KINDS)
    assert all(code == code.lower() and code.replace("-", "").isalnum() for code in every)
