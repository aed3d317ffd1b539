"""Lists in plain lines: the library, attempts, boards. Each is a table for people, or rows for JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
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
from simulator.app.text import one_line
from simulator.records.attempts import AttemptKept
from simulator.records.boards import practice_results, recorded_results
from simulator.records.database import Database
from simulator.records.history import Best
from simulator.records.names import folded
from simulator.scenario.library import Summary

GAP = "  "

BOARDS = {
    "first_sight": "For the record, at first sight",
    "practised": "For the record, practised before",
    "teams": "Teams, at first sight",
    "improvement": "Improvement in practice",
}
"""The boards by name, with their headings."""


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]], empty: str) -> None:
    """Rows under a header, in columns as wide as they need; numbers to the right."""
    cells = [[one_line("" if cell is None else str(cell)) for cell in row] for row in rows]
    if not cells:
        sys.stdout.write(empty + "\n")
        return
    numeric = [all(not row[place] or _is_number(row[place]) for row in cells) for place in range(len(header))]
    widths = [max(len(row[place]) for row in [list(header), *cells]) for place in range(len(header))]
    for row in [list(header), *cells]:
        padded = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ]
        sys.stdout.write(GAP.join(padded).rstrip() + "\n")


def scenario_rows(summaries: Iterable[Summary], best: dict[str, Best]) -> list[dict[str, Any]]:
    """What the library holds, with one person's best scores."""
    rows = []
    for summary in summaries:
        scores = best.get(summary.entry.id)
        row: dict[str, Any] = {"id": summary.entry.id, "source": summary.entry.source, "path": str(summary.entry.path)}
        if summary.headline is not None:
            row |= {
                "title": summary.headline.title,
                "kind": summary.headline.kind,
                "difficulty": summary.headline.difficulty,
                "customer": summary.headline.customer,
                "teaches": list(summary.headline.teaches),
                "practice": scores.practice if scores else None,
                "record": scores.record if scores else None,
            }
        row["problem"] = str(summary.problem) if summary.problem else None
        rows.append(row)
    return rows


def attempt_rows(attempts: Iterable[AttemptKept]) -> list[dict[str, Any]]:
    """Attempts, one a row."""
    return [
        {
            "attempt": kept.id,
            "person": kept.person.name,
            "team": kept.person.team,
            "scenario": kept.scenario,
            "title": kept.title,
            "mode": kept.mode,
            "practised": kept.practised,
            "started": kept.started.isoformat(timespec="seconds"),
            "finished": kept.finished.isoformat(timespec="seconds") if kept.finished else None,
            "outcome": kept.result.outcome if kept.result else None,
            "points": kept.result.points if kept.result else None,
            "score": kept.result.score if kept.result else None,
        }
        for kept in attempts
    ]


def standing_rows(standings: Iterable[Standing]) -> list[dict[str, Any]]:
    """A board of people, one a row."""
    return [
        {
            "rank": row.rank,
            "person": row.person,
            "team": row.team,
            "standing": signed(row.value),
            "scenarios": row.scenarios,
            "missing": row.missing,
        }
        for row in standings
    ]


def team_rows(standings: Iterable[TeamStanding]) -> list[dict[str, Any]]:
    """The teams' board, one a row."""
    return [
        {
            "rank": row.rank,
            "team": row.team,
            "standing": signed(row.value),
            "members": row.members,
            "missing": row.missing,
        }
        for row in standings
    ]


def boards(database: Database, team: str | None) -> dict[str, list[dict[str, Any]]]:
    """Every board, by name; a team narrows the boards of people to its members."""

    def own(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return rows if team is None else [row for row in rows if folded(row["team"]) == folded(team)]

    first_sight = standings(recorded_results(database, practised=False))
    return {
        "first_sight": own(standing_rows(first_sight)),
        "practised": own(standing_rows(standings(recorded_results(database, practised=True)))),
        "teams": team_rows(team_standings(first_sight)),
        "improvement": own(standing_rows(improvements(practice_results(database)))),
    }


def print_boards(boards: dict[str, list[dict[str, Any]]]) -> None:
    """Every board under its heading."""
    for board, heading in BOARDS.items():
        sys.stdout.write(heading + "\n")
        rows = boards[board]
        print_table(list(rows[0]) if rows else [], [list(row.values()) for row in rows], "Nobody yet.")
        sys.stdout.write("\n")
    sys.stdout.write(f"Nobody is ranked on fewer than {FEWEST_SCENARIOS} scenarios for the record.\n")


def _is_number(cell: str) -> bool:
    return cell.lstrip("+-").replace(".", "", 1).isdecimal()
