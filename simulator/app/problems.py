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
    stops: bool
    """Whether nothing can be done before it is mended: then one may try again, but not go on."""


def is_problem(error: BaseException) -> bool:
    """Whether an error is one that a person can act on, rather than a fault of the program."""
    from simulator.conversation.errors import ConversationError
    from simulator.records.errors import RecordsError
    from simulator.scenario.errors import ScenarioError
    from simulator.settings import SettingsError

    return isinstance(error, ConversationError | RecordsError | ScenarioError | SettingsError)


def told(error: BaseException, *, stops: bool = False) -> Told:
    """An error in words."""
    from simulator.records.errors import DatabaseError

    if isinstance(error, DatabaseError):
        return Told("The records can't be used", f"{error.what}\n{error.path}", error.advice, stops=True)
    return Told("That did not work", str(error), "", stops)


def exit_code(error: BaseException) -> int:
    """What the shell is told when somebody gives up over this: 4 for the records, else 1."""
    from simulator.records.errors import DatabaseError

    return 4 if isinstance(error, DatabaseError) else 1
