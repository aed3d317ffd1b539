"""What there is to play, and what was played: rows for JSON, and tables of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from simulator.app.plain.results import attempt_data
from simulator.app.plain.tables import print_table
from simulator.records.attempts import AttemptKept
from simulator.records.history import Best
from simulator.scenario.library import Summary

NEVER_PLAYED = Best(practice=None, unaided=None, record=None, practices=0)


def scenario_rows(summaries: Iterable[Summary], best: Mapping[str, Best]) -> list[dict[str, Any]]:
    """What the library holds, with one person's best scores. What can't be played has its first problem instead."""
    rows = []
    for summary in summaries:
        headline, scores = summary.headline, best.get(summary.entry.id, NEVER_PLAYED)
        rows.append(
            {
                "id": summary.entry.id,
                "source": summary.entry.source,
                "path": str(summary.entry.path),
                "title": headline.title if headline else None,
                "kind": headline.kind if headline else None,
                "difficulty": headline.difficulty if headline else None,
                "trade": (headline.trade or None) if headline else None,
                "customer": headline.customer if headline else None,
                "teaches": list(headline.teaches) if headline else [],
                "practice": scores.practice,
                "record": scores.record,
                "problem": str(summary.problem) if summary.problem else None,
            }
        )
    return rows


def print_scenarios(rows: Iterable[Mapping[str, Any]]) -> None:
    """The scenarios that can be played, with the best score in practice and the one for the record.

    The title comes last, where a narrow terminal can do without its end: mostly the id says the same.
    """
    columns = ("id", "kind", "difficulty", "practice", "record", "title")
    playable = [[row[column] for column in columns] for row in rows if row["problem"] is None]
    print_table(columns, playable, "There are no scenarios.", cut_to_terminal=True)


def attempt_rows(attempts: Iterable[AttemptKept]) -> list[dict[str, Any]]:
    """Attempts, one a row."""
    return [attempt_data(kept) for kept in attempts]


def print_attempts(attempts: Iterable[AttemptKept], empty: str = "There are no attempts yet.") -> None:
    """Attempts, one a line, by local time; where there are none, the sentence `empty`."""
    columns = ("attempt", "person", "scenario", "mode", "begun", "outcome", "score")
    rows = [
        (
            kept.id,
            kept.person.name,
            kept.scenario,
            "record, practised" if kept.practised else kept.mode,
            f"{kept.started.astimezone():%Y-%m-%d %H:%M}",
            kept.result.outcome if kept.result else "not ended",
            kept.result.score if kept.result else None,
        )
        for kept in attempts
    ]
    print_table(columns, rows, empty)
