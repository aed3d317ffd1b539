"""A small shop: three scenarios, and people who have played them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from scoring.principles import load_principles
from simulator.conversation.game import Game
from simulator.records import attempts
from simulator.records.attempts import AttemptKept, Result
from simulator.records.database import Database
from simulator.records.open_attempt import OpenAttempt, Scenario, start_attempt
from simulator.records.people import Person, enrol
from simulator.records.scripts import KeptScript, keep_script
from simulator.scenario.library import Library

SHOP = Path(__file__).with_name("scenarios")

NOW = datetime(2026, 5, 4, 15, 0, tzinfo=UTC)

SCENARIOS = ("leaking-tap", "quiet-table", "wrong-key")


class Shop:
    """Fills a database with what people did."""

    def __init__(self, database: Database, library: Library) -> None:
        self.database = database
        self.library = library

    def person(self, name: str = "Ana", team: str = "") -> Person:
        """Somebody who plays."""
        return enrol(self.database, name, team or None, at=NOW)

    def scenario(self, name: str = "wrong-key") -> Scenario:
        """A scenario of the shop, ready for play."""
        loaded = self.library.load(name)
        return Scenario(name, loaded.reading.text, Game(loaded.script, load_principles()))

    def open(self, person: Person, scenario: str = "wrong-key", mode: attempts.Mode = "practice") -> OpenAttempt:
        """An attempt that can be played on."""
        at = NOW - timedelta(minutes=10)
        return start_attempt(
            self.database, self.scenario(scenario), person=person.id, mode=mode, seed=7, clock=lambda: at
        )

    def played(
        self,
        person: Person,
        scenario: str = "wrong-key",
        score: int | None = 80,
        *,
        mode: attempts.Mode = "practice",
        outcome: str = "satisfied",
        days_ago: int = 1,
    ) -> AttemptKept:
        """A finished attempt with a score, as a row: no response was given in it, and nobody is to review it."""
        game = self.scenario(scenario).game
        return self.played_elsewhere(
            person,
            scenario,
            game.script.title,
            score,
            mode=mode,
            outcome=outcome,
            days_ago=days_ago,
            digest=game.digest,
        )

    def played_elsewhere(
        self,
        person: Person,
        scenario: str,
        title: str,
        score: int | None = 80,
        *,
        mode: attempts.Mode = "practice",
        outcome: str = "satisfied",
        days_ago: int = 1,
        digest: str = "",
        rules: str = "other rules",
    ) -> AttemptKept:
        """A finished attempt at a scenario that need not be in the library any more."""
        at = NOW - timedelta(days=days_ago)
        kept = KeptScript(digest or f"digest of {scenario}", title, "angry", 2, "gone")
        keep_script(self.database, kept, at=at)
        begun = attempts.begin(
            self.database,
            person=person.id,
            scenario=scenario,
            script=kept.digest,
            rules=rules,
            seed=7,
            mode=mode,
            at=at,
        )
        bounds = () if score is None else (100, 0, score)
        return attempts.finish(
            self.database, begun.id, after=0, result=Result("home", outcome, score or 0, *bounds), at=at
        )
