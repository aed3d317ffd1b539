"""Fair order: who stands where by what they played for the record, and who improves most in practice.

A standing is the mean, over different scenarios, of how far a person's score lies above that scenario's mean, shrunk
towards zero by n / (n + 5): one lucky hour counts little, and nobody gains by choosing the easy ones. When and how fast
anybody played is not looked at. Everything is a fraction, so that equals are equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

SHRINKAGE = 5
"""Scenarios' worth of doubt: with as many played, half of a lead counts."""

FEWEST_SCENARIOS = 3
"""Different scenarios that a person is ranked from."""

FEWEST_MEMBERS = 2
"""Ranked members that a team is ranked from: one alone is a person, not a team."""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a person scored at a scenario for the record, of which there is one at most."""

    person: str
    team: str
    scenario: str
    score: int


@dataclass(frozen=True, slots=True)
class Practised:
    """What a person scored at a scenario in practice, the earliest first."""

    person: str
    team: str
    scenario: str
    scores: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """One row of a leaderboard. The rank is None while something is missing for it."""

    rank: int | None
    person: str
    team: str
    value: Fraction
    scenarios: int
    """Different scenarios that counted."""
    missing: int
    """Scenarios still to play before there is a rank."""


@dataclass(frozen=True, slots=True)
class TeamStanding:
    """One row of the teams' board. The rank is None while members are missing for it."""

    rank: int | None
    team: str
    value: Fraction
    """The mean of its ranked members' standings, 0 where there are none."""
    members: int
    """Members who are ranked."""
    missing: int
    """Ranked members still needed before there is a rank."""


def standings(results: Iterable[Recorded]) -> tuple[Standing, ...]:
    """The people by their standing, those without a rank last. ValueError if a person has one scenario twice.

    Hand over one board's results, first-sight or practised: the means are those of what is handed over.
    """
    results = list(results)
    of_scenario = means(results)
    leads = (
        (result.person, result.team, result.scenario, result.score - of_scenario[result.scenario]) for result in results
    )
    return _board(leads)


def improvements(practices: Iterable[Practised]) -> tuple[Standing, ...]:
    """The people by how far the mean of their later attempts at a scenario stands above their first there.

    Shrunk and ranked as standings are; a scenario counts from its second attempt on.
    """
    leads = (
        (practice.person, practice.team, practice.scenario, mean(practice.scores[1:]) - practice.scores[0])
        for practice in practices
        if len(practice.scores) > 1
    )
    return _board(leads)


def team_standings(board: Iterable[Standing]) -> tuple[TeamStanding, ...]:
    """The teams of a board by the mean of their ranked members' standings, those without a rank last."""
    values: dict[str, list[Fraction]] = defaultdict(list)
    for standing in board:
        if standing.team:
            values[standing.team].extend([standing.value] if standing.rank is not None else [])
    ranks = _ranks({team: mean(those) for team, those in values.items() if len(those) >= FEWEST_MEMBERS})
    rows = (
        TeamStanding(
            rank=ranks.get(team),
            team=team,
            value=mean(those),
            members=len(those),
            missing=max(0, FEWEST_MEMBERS - len(those)),
        )
        for team, those in values.items()
    )
    return tuple(sorted(rows, key=lambda row: _place(row.rank, row.missing, row.team)))


def means(results: Iterable[Recorded]) -> Mapping[str, Fraction]:
    """The mean score by scenario."""
    scores: dict[str, list[int]] = defaultdict(list)
    for result in results:
        scores[result.scenario].append(result.score)
    return {scenario: mean(those) for scenario, those in scores.items()}


def mean(values: Sequence[int | Fraction]) -> Fraction:
    """The exact mean, 0 of nothing."""
    return sum(map(Fraction, values), Fraction()) / len(values) if values else Fraction()


def signed(value: Fraction) -> str:
    """A standing as it is shown: its sign and one decimal, halves away from zero; nought has no sign."""
    tenths = (abs(value) * 20 + 1) // 2
    sign = "" if not tenths else "+" if value > 0 else "-"
    return f"{sign}{tenths // 10}.{tenths % 10}"


def _board(leads: Iterable[tuple[str, str, str, Fraction]]) -> tuple[Standing, ...]:
    """The board of people from their leads: person, team, scenario, and how far ahead there."""
    by_person: dict[str, dict[str, Fraction]] = defaultdict(dict)
    teams: dict[str, str] = {}
    for person, team, scenario, lead in leads:
        if scenario in by_person[person]:
            raise ValueError(f"{person} has {scenario} twice on one board")
        if teams.setdefault(person, team) != team:
            raise ValueError(f"{person} is in two teams")
        by_person[person][scenario] = lead
    # The mean shrunk by n / (n + 5) is the sum over n + 5.
    values = {person: sum(own.values(), Fraction()) / (len(own) + SHRINKAGE) for person, own in by_person.items()}
    ranks = _ranks({person: values[person] for person, own in by_person.items() if len(own) >= FEWEST_SCENARIOS})
    rows = (
        Standing(
            rank=ranks.get(person),
            person=person,
            team=teams[person],
            value=values[person],
            scenarios=len(own),
            missing=max(0, FEWEST_SCENARIOS - len(own)),
        )
        for person, own in by_person.items()
    )
    return tuple(sorted(rows, key=lambda row: _place(row.rank, row.missing, row.person)))


def _ranks(values: Mapping[K, Fraction]) -> Mapping[K, int]:
    """Each one's rank: one more than there are better, so that equals share it and the next ones wait."""
    ordered = sorted(values.values(), reverse=True)
    first: dict[Fraction, int] = {}
    for place, value in enumerate(ordered, start=1):
        first.setdefault(value, place)
    return {key: first[value] for key, value in values.items()}


def _place(rank: int | None, missing: int, name: str) -> tuple[bool, int, int, str, str]:
    """Where a row belongs: the ranked by rank, then those nearest to a rank; equals by name."""
    return rank is None, rank or 0, missing, name.casefold(), name
