"""What can go wrong while the app runs that a person can act on: told on a screen, never as a traceback."""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """A problem as it is told."""

    title: str
    what: str
    """What happened, and where."""
    advice: str
    """What to do about it."""
    of_records: bool
    """Whether the database itself is the matter: then nothing can be kept until it is mended."""


def is_problem(error: BaseException) -> bool:
    """Whether an error is one that a person can act on, rather than a fault of the program."""
    from simulator.records.errors import RecordsError
    from simulator.scenario.errors import ScenarioError

    return isinstance(error, RecordsError | ScenarioError)


def told(error: BaseException) -> Told:
    """An error in words."""
    from simulator.records.errors import DatabaseError

    if isinstance(error, DatabaseError):
        return Told("The records can't be used", f"{error.what}\n{error.path}", error.advice, of_records=True)
    return Told("That did not work", str(error), "", of_records=False)
