"""Waiting for the solver, and saying so where it takes longer than a moment."""

from __future__ import annotations

import sys
import threading

from simulator.analysis.review import Reviewer
from simulator.analysis.solution import Solution
from simulator.app.solving import Solving, solving
from simulator.records.database import Database
from simulator.records.open_attempt import OpenAttempt

A_MOMENT = 1.0
"""Seconds of silence that need no explanation."""

NOTICE = "One moment: every answer is being weighed against all that can still happen.\n"


def solution_of(beside: Solving, database: Database) -> Solution:
    """The solution, once it is found; if that takes a while, a message says so. Raises SolvingFailed."""
    notice = threading.Timer(A_MOMENT, sys.stderr.write, [NOTICE])
    notice.start()
    try:
        return beside.result(database)
    finally:
        notice.cancel()


def reviewer_of(database: Database, opened: OpenAttempt) -> Reviewer:
    """A reviewer of an attempt's conversation. Raises SolvingFailed."""
    start = opened.conversation.rewound(0)
    beside = solving(database, opened.scenario, start.feelings)
    try:
        return Reviewer(start, solution_of(beside, database))
    finally:
        beside.stop()
