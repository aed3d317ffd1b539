"""The problems found so far while one script is read."""

from __future__ import annotations

from typing import Protocol

from simulator.scenario.characters import shown, without_refused
from simulator.scenario.problems import Problem, ProblemKind
from simulator.scenario.problems import files as kinds

MOST_PROBLEMS = 200
"""How many problems of one script are listed."""


class Placed(Protocol):
    """Anything with a place in the script, line and column counted from 1."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class TooManyProblems(Exception):
    """Ends the reading of a script in which nearly nothing is right; never leaves the reader."""


class Reports:
    """Collects problems, each kind at most once at a place."""

    def __init__(self) -> None:
        self._problems: dict[tuple[int, int, str], Problem] = {}

    def __len__(self) -> int:
        return len(self._problems)

    def report(self, kind: ProblemKind, at: Placed, **words: object) -> None:
        """Add a problem; the words fill the templates of its kind. Raises TooManyProblems past the most."""
        key = (at.line, at.column, kind.code)
        if key in self._problems:
            return
        if len(self._problems) >= MOST_PROBLEMS:
            self._add(kinds.TOO_MANY_PROBLEMS, 1, 1, {"most": MOST_PROBLEMS})
            raise TooManyProblems
        self._add(kind, at.line, at.column, words)

    def _add(self, kind: ProblemKind, line: int, column: int, words: dict[str, object]) -> None:
        shown_words = {name: without_refused(str(word)) for name, word in words.items()}
        problem = Problem(kind.code, line, column, kind.message.format(**shown_words), kind.hint.format(**shown_words))
        self._problems[(line, column, kind.code)] = problem

    def sorted(self) -> tuple[Problem, ...]:
        """The problems in the order of their places."""
        return tuple(sorted(self._problems.values(), key=lambda problem: (problem.line, problem.column, problem.code)))


def quoted(text: str) -> str:
    """A piece of the author's text for use in a message."""
    return f"`{shown(text)}`"
