"""What to practise next, as a command to type and the reason for it."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from scoring.principles import load_principles
from simulator.records.database import Database
from simulator.records.drills import waiting
from simulator.records.next_practice import next_practice_of, why_drill
from simulator.records.open_attempt import utc_now
from simulator.records.people import Person
from simulator.scenario.library import Summary


def next_in_words(
    database: Database, person: Person | None, summaries: Sequence[Summary], options: Sequence[str]
) -> str:
    """What to do next, drills before scenarios; empty where there is nothing. `options` say who, for the command."""
    if person is not None and (due := waiting(database, person.id, at=utc_now()).due):
        return f"Next: {shlex.join(['coolhead', 'drill', *options])}\n{why_drill(due)}"
    suggestion = next_practice_of(database, person.id if person else None, summaries, load_principles())
    if suggestion is None:
        return ""
    record = ["--record"] if suggestion.record else []
    return f"Next: {shlex.join(['coolhead', 'play', suggestion.scenario, *record, *options])}\n{suggestion.why}"
