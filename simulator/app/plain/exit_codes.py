"""What the shell is told when a command is over."""

from __future__ import annotations

import enum


class ExitCode(enum.IntEnum):
    """Stable: scripts rely on them."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    INVALID_SCENARIO = 3
    DATABASE = 4
    INTERRUPTED = 130


def exit_code_of(error: Exception) -> ExitCode | None:
    """The exit code of an error that a person can act on; None for a fault of the program."""
    from simulator.app.solving import SolvingFailed
    from simulator.conversation.errors import ConversationError
    from simulator.records.errors import DatabaseError, NameRefused, RecordsError
    from simulator.scenario.errors import ScenarioInvalid, ScenarioNotFound
    from simulator.settings import SettingsError

    if isinstance(error, ScenarioInvalid):
        return ExitCode.INVALID_SCENARIO
    if isinstance(error, ScenarioNotFound | NameRefused):
        return ExitCode.USAGE
    if isinstance(error, DatabaseError):
        return ExitCode.DATABASE
    if isinstance(error, RecordsError | ConversationError | SettingsError | SolvingFailed | OSError):
        return ExitCode.FAILURE
    return None
