"""The examination of a script: every kind of finding looked for, and what could not be looked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulator.analysis.asking import Path
from simulator.analysis.exploration import TooManyStates
from simulator.analysis.findings.catalogue import KINDS
from simulator.analysis.findings.finding import Finding, FindingKind, Found
from simulator.analysis.findings.known import Known, Place
from simulator.analysis.proof import MOST_STATES
from simulator.conversation.game import Game


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in a script, and of which kinds nothing can be said."""

    findings: tuple[Finding, ...]
    """In the order of their places."""
    unproven: tuple[str, ...]
    """The codes that were not looked for, because the script has more states than the limit."""
    most_states: int | None
    """The limit."""

    @property
    def complete(self) -> bool:
        """Whether a kind of which there is no finding is proven to be absent."""
        return not self.unproven


def examine(
    game: Game,
    places: Mapping[Path, Place],
    *,
    most_states: int | None = MOST_STATES,
    progress: Callable[[int], object] | None = None,
) -> Examination:
    """Look a sound script through for every kind of finding, over all its plays.

    `places` are those of its reading. `progress` is called now and then with how many states have been visited.
    """
    known = Known(game, places, most_states, progress)
    found: list[Finding] = []
    unproven: list[str] = []
    for kind in KINDS.values():
        try:
            if kind.even_if_lost or not known.all_lost:
                found += [_finding(known, kind, each) for each in kind.look(known)]
        except TooManyStates:
            unproven.append(kind.code)
    order = list(KINDS)
    found.sort(key=lambda each: (each.line, each.column, order.index(each.code)))
    return Examination(tuple(found), tuple(unproven), most_states)


def findings(game: Game, places: Mapping[Path, Place], *, most_states: int | None = MOST_STATES) -> tuple[Finding, ...]:
    """Every finding of a sound script, in the order of their places. Raises TooManyStates where they can't be told."""
    examination = examine(game, places, most_states=most_states)
    if not examination.complete:
        raise TooManyStates(most_states or 0)
    return examination.findings


def _finding(known: Known, kind: FindingKind, found: Found) -> Finding:
    line, column = known.place(found.path)
    return Finding(
        code=kind.code,
        severity=kind.severity,
        line=line,
        column=column,
        message=kind.message.format(**found.words),
        hint=kind.hint.format(**found.words),
        way=found.way,
    )
