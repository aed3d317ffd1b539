"""The boards: who stands where, as rows for JSON and as tables."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Any

from scoring.standing import (
    FEWEST_SCENARIOS,
    Standing,
    TeamStanding,
    improvements,
    signed,
    standings,
    team_standings,
)
from simulator.app.plain.tables import print_table
from simulator.records.boards import practice_results, recorded_results
from simulator.records.database import Database
from simulator.records.names import folded

HEADINGS = {
    "first_sight": "For the record, at first sight",
    "practised": "For the record, practised before",
    "teams": "Teams, at first sight",
    "improvement": "Improvement in practice",
}
"""The boards by name, with their headings."""

Boards = Mapping[str, list[dict[str, Any]]]


def boards(database: Database, team: str | None) -> Boards:
    """Every board by its name; a team narrows the boards of people to its members, with their ranks among all."""

    def of_team(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return rows if team is None else [row for row in rows if folded(row["team"]) == folded(" ".join(team.split()))]

    first_sight = standings(recorded_results(database, practised=False))
    return {
        "first_sight": of_team(_people(first_sight)),
        "practised": of_team(_people(standings(recorded_results(database, practised=True)))),
        "teams": _teams(team_standings(first_sight)),
        "improvement": of_team(_people(improvements(practice_results(database)))),
    }


def print_boards(boards: Boards) -> None:
    """Every board under its heading."""
    for board, heading in HEADINGS.items():
        rows = [row | {"standing": f"{row['standing']:+.1f}" if row["standing"] else "0.0"} for row in boards[board]]
        sys.stdout.write(f"{heading}\n")
        print_table(list(rows[0]) if rows else [], [list(row.values()) for row in rows], "Nobody yet.")
        sys.stdout.write("\n")
    sys.stdout.write(
        f"Nobody is ranked on fewer than {FEWEST_SCENARIOS} scenarios; “missing” says how many more it takes.\n"
    )


def _people(standings: Iterable[Standing]) -> list[dict[str, Any]]:
    return [
        {
            "rank": row.rank,
            "person": row.person,
            "team": row.team,
            "standing": float(signed(row.value)),
            "scenarios": row.scenarios,
            "missing": row.missing,
        }
        for row in standings
    ]


def _teams(standings: Iterable[TeamStanding]) -> list[dict[str, Any]]:
    return [
        {
            "rank": row.rank,
            "team": row.team,
            "standing": float(signed(row.value)),
            "members": row.members,
            "missing": row.missing,
        }
        for row in standings
    ]
