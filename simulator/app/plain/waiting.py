"""Waiting for the solver, and saying so where it takes longer than a moment."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from simulator.analysis.review import Reviewer
from simulator.analysis.solution import Solution
from simulator.app.solving import Solving, solving
from simulator.records.database import Database
from simulator.records.open_attempt import OpenAttempt

A_MOMENT = 1.0
"""Seconds of silence that need no explanation."""

NOTICE = "One moment: every answer is being weighed against all that can still happen.\n"


@contextmanager
def states_visited() -> Iterator[Callable[[int], None]]:
    """A count of states on standard error, with a bar, for what takes more than a moment; to be called with each count.

    Where standard error is no terminal nothing is shown.
    """
    if not sys.stderr.isatty():
        yield lambda states: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.completed:,.0f} states"), TimeElapsedColumn())
    began = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None, visible=False)

        def visited(states: int) -> None:
            progress.update(task, completed=states, visible=time.monotonic() - began > A_MOMENT)

        yield visited


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
