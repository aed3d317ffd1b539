"""Drills as plain data, for JSON: the keys are stable, new ones may come."""

from __future__ import annotations

from typing import Any

from simulator.analysis.review import Move
from simulator.records.drills import Drill, DrillsWaiting
from simulator.records.people import Person
from simulator.records.spacing import RATINGS


def sitting_data(
    person: Person | None, answered: list[tuple[Drill, Move]], due: list[Drill], left: DrillsWaiting
) -> dict[str, Any]:
    """One sitting: what was answered in it, what is still due, and when the next comes. Days are those of UTC."""
    return {
        "person": person.name if person else None,
        "answered": [drill_data(drill) | _answer_data(move) for drill, move in answered],
        "due": [drill_data(drill) for drill in due],
        "later": left.later,
        "next_day": left.next_day.isoformat() if left.next_day else None,
    }


def drill_data(drill: Drill) -> dict[str, Any]:
    """A drill: its moment, when it was missed, and when it is due. What its answers are worth is not told."""
    return {
        "drill": drill.id,
        "scenario": drill.scenario,
        "title": drill.title,
        "digest": drill.script,
        "seed": drill.seed,
        "before": list(drill.before),
        "turn": drill.turn,
        "due": drill.due.isoformat(),
        "times_answered": len(drill.answers),
        "missed": [
            {
                "attempt": miss.attempt,
                "id": miss.response,
                "judgement": miss.judgement,
                "cost": miss.cost,
                "at": miss.at.isoformat(timespec="seconds"),
            }
            for miss in drill.misses
        ],
    }


def _answer_data(move: Move) -> dict[str, Any]:
    whys = {response.id: response.script.why for response in move.before.responses}
    return {
        "id": move.given.response.id,
        "say": move.given.response.script.say,
        "judgement": move.judgement,
        "cost": move.cost,
        "rating": RATINGS[move.judgement],
        "arithmetic": list(move.arithmetic),
        "events": list(move.events),
        "responses": [
            {
                "id": each.response,
                "say": each.say,
                "judgement": each.judgement,
                "cost": each.cost,
                "why": whys[each.response],
            }
            for each in move.alternatives
        ],
    }
