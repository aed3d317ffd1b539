"""Findings about conditions that make no difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from simulator.analysis.asking import ENDINGS, UNTIL, Asked, Path
from simulator.analysis.findings.finding import Change, Example, FindingKind, Found
from simulator.analysis.findings.known import Known

LINES = ("says", "asks", "plans", "cue", "reply", "text", "aftermath")
"""The keys of what is said or shown."""


def case_path(known: Known, path: Path, place: int) -> Path:
    """Where in a script one of a list of conditions stands."""
    if path == ENDINGS:
        return (*path, list(known.script.endings)[place], "when")
    if path[-1] == "when" or path == UNTIL:
        return path
    if _stands_on_the_turn(known, path):
        path = _of_turn(path)
    candidates = ((*path, str(place), "when"), (*path, str(place)), (*path, "when"))
    return next((each for each in candidates if each in known.places), path)


def lines_that_depend(known: Known) -> Iterator[Asked]:
    """What is said on conditions, where it is said at all."""
    return (asked for path, asked in known.coverage.asked.items() if path[-1] in LINES)


def _others(known: Known) -> Iterator[Asked]:
    """Every other list of conditions; those that several responses share, by a `then` of their turn, as one."""
    shared: dict[Path, list[Asked]] = defaultdict(list)
    for path, asked in known.coverage.asked.items():
        if path[-1] in LINES:
            continue
        if _stands_on_the_turn(known, path):
            shared[_of_turn(path)].append(asked)
        else:
            yield asked
    for every in shared.values():
        yield Asked(
            next((asked.path for asked in every if asked.held), every[0].path),
            every[0].choices,
            {each for asked in every for each in asked.held},
            {each for asked in every for each in asked.held_anywhere},
        )


def _stands_on_the_turn(known: Known, path: Path) -> bool:
    """Whether where a response leads is said by its turn, for several responses at once."""
    return path[-1] == "then" and path not in known.places and _of_turn(path) in known.places


def _of_turn(path: Path) -> Path:
    return (*path[:2], "then")


def _never_true(known: Known) -> Iterator[Found]:
    for asked in _others(known):
        if asked.path[-1] == "when" and asked.path[1] not in known.coverage.turns:
            continue  # Nothing at all can be answered there, which is a finding of its own.
        if asked.path == ENDINGS:
            continue  # One that is reached by name keeps `end` away by such a condition; others are findings already.
        for place in range(len(asked.choices.cases)):
            if asked.never(place):
                yield Found(case_path(known, asked.path, place), known.shortest_asked(asked, place))


NEVER_TRUE = FindingKind(
    "never-true",
    "warning",
    "This condition never holds: no play satisfies it where it is asked.",
    "Ask for less, or make it possible: see which of its parts the plays that come here can't have.",
    "Every play that comes here was tried, and the condition held in none. The play shown is the shortest to where it "
    "is asked.",
    Example(
        (
            Change(
                "        when: {knows: birthday}\n",
                "        ▸when: {knows: birthday, anger: 16+}\n",
            ),
        ),
    ),
    _never_true,
)


def _always_true(known: Known) -> Iterator[Found]:
    for asked in (*_others(known), *lines_that_depend(known)):
        for place in range(len(asked.choices.cases)):
            if asked.always(place):
                below = len(asked.choices.cases) > place + 1
                words = {"then": "; nothing that stands below it is ever taken" if below else ""}
                yield Found(case_path(known, asked.path, place), known.shortest_asked(asked, place), words)


ALWAYS_TRUE = FindingKind(
    "always-true",
    "advice",
    "This condition holds in every play that asks it{then}.",
    "Take it out, or ask for more.",
    "A condition that always holds decides nothing. Often a number was meant to be higher or lower, or what stands "
    "below was meant to be reached.",
    Example(
        (
            Change(
                "        when: {openness: 8+}\n",
                "        ▸when: {openness: 2+}\n",
            ),
        ),
    ),
    _always_true,
)

KINDS = (NEVER_TRUE, ALWAYS_TRUE)
