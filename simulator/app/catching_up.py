"""Catching up: attempts that ended while nobody waited for the solver still get their score."""

from __future__ import annotations

import contextlib
import threading

from scoring.principles import load_principles
from simulator.app.solving import Solving, SolvingFailed, solving
from simulator.conversation.errors import ConversationError
from simulator.conversation.game import rules_digest
from simulator.records.attempts import AttemptKept
from simulator.records.database import Database
from simulator.records.errors import NoSuchAttempt, ScriptNotKept
from simulator.records.history import unscored
from simulator.records.open_attempt import resume_attempt


class CatchingUp:
    """Scores what has none, one attempt after the other, until it is stopped."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stopped = threading.Event()
        self._beside: Solving | None = None

    def run(self) -> int:
        """Score everything that can be scored, and give how much that was. Blocks; raises DatabaseError."""
        return sum(self._score(kept) for kept in unscored(self._database) if not self._stopped.is_set())

    def stop(self) -> None:
        """Leave the rest for the next time."""
        self._stopped.set()
        if self._beside is not None:
            self._beside.stop()

    def _score(self, kept: AttemptKept) -> bool:
        """Score one; what was played under other rules, or can't be replayed any more, stays without."""
        principles = load_principles()
        if kept.rules != rules_digest(principles):
            return False
        with contextlib.suppress(ConversationError, NoSuchAttempt, ScriptNotKept, SolvingFailed):
            opened = resume_attempt(self._database, kept.id, principles)
            start = opened.conversation.rewound(0)
            self._beside = solving(self._database, opened.scenario, start.feelings)
            if self._stopped.is_set():
                self._beside.stop()
            opened.keep_score(self._beside.result(self._database).worth(start))
            return True
        return False
