"""The boards: how people and teams stand, as rows to show."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from scoring.standing import (
    FEWEST_MEMBERS,
    FEWEST_SCENARIOS,
    Standing,
    TeamStanding,
    improvements,
    signed,
    standings,
    team_standings,
)
from simulator.app.wording import count
from simulator.records.boards import practice_results, recorded_results
from simulator.records.database import Database

BOARDS = ("First sight", "Practised", "Improvement", "Teams")

PRACTISED_BOARD, IMPROVEMENT_BOARD, TEAMS_BOARD = 1, 2, 3


class Place(NamedTuple):
    """One row of a board."""

    rank: str
    name: str
    team: str
    value: str
    basis: str
    """What it rests on: scenarios, or members."""
    own: bool
    """Whether it is the reader's own row, or their team's."""


EXPLAINED = (
    f"Points above everybody's average at scenarios played for the record before any practice or review of them. "
    f"The more scenarios, the more it counts. A rank takes {FEWEST_SCENARIOS}.",
    "Points above everybody's average at scenarios played for the record after practice or a review of them. "
    f"A rank takes {FEWEST_SCENARIOS}.",
    f"How far the later practices of a scenario lie above the first one there, those with steps back left out. "
    f"A rank takes {FEWEST_SCENARIOS} scenarios practised twice.",
    f"The average of a team's ranked people on the board of first sight. A rank takes {FEWEST_MEMBERS} ranked people.",
)
"""What each board measures."""

NOBODY = (
    "Nobody has played for the record at first sight yet.",
    "Nobody has played for the record after practising yet.",
    "Nobody has practised a scenario twice yet.",
    "No team has anybody on the board of first sight yet.",
)
"""What each board says while it is empty."""


def board(database: Database, which: int, name: str, team: str) -> list[Place]:
    """The rows of one of BOARDS, that of the reader's own name and team marked. Blocks; raises RecordsError."""
    if which == TEAMS_BOARD:
        rows = team_standings(standings(recorded_results(database, practised=False)))
        return [_team_place(row, row.team == team) for row in rows]
    if which == IMPROVEMENT_BOARD:
        people: Sequence[Standing] = improvements(practice_results(database))
    else:
        people = standings(recorded_results(database, practised=which == PRACTISED_BOARD))
    return [_place(row, row.person == name) for row in people]


def _place(row: Standing, own: bool) -> Place:
    basis = count(row.scenarios, "scenario")
    if row.missing:
        basis += f", {row.missing} to go"
    return Place(_rank(row.rank), row.person, row.team, _value(row.rank, row.value), basis, own)


def _team_place(row: TeamStanding, own: bool) -> Place:
    basis = count(row.members, "ranked person", "ranked people")
    if row.missing:
        basis += f", {row.missing} to go"
    return Place(_rank(row.rank), row.team, "", _value(row.rank, row.value), basis, own)


def _rank(rank: int | None) -> str:
    return "–" if rank is None else str(rank)


def _value(rank: int | None, value: Fraction) -> str:
    """A standing, in brackets while there is no rank to it."""
    return signed(value) if rank is not None else f"({signed(value)})"
