"""Who runs a command, on which records."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from simulator.records.database import Database
    from simulator.records.people import Person


class Who(NamedTuple):
    """What the options say of it; None where they say nothing."""

    name: str | None = None
    team: str | None = None
    database: str | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The options that say who, and which records, once more."""
        said = (("--as", self.name), ("--database", self.database))
        return tuple(part for option, value in said if value is not None for part in (option, value))

    def records(self) -> Database:
        """The records, opened. Raises DatabaseError."""
        from simulator.locations import database_file
        from simulator.records.database import open_database

        return open_database(database_file(self.database))

    def player(self, records: Database) -> Person:
        """Who plays: the one named, else the saved profile, else the login name; added if new. Raises NameRefused."""
        from simulator.records.open_attempt import utc_now
        from simulator.records.people import acting

        return acting(records, name=self.name, team=self.team, login=login(), at=utc_now())

    def looker(self, records: Database) -> Person | None:
        """Who looks: the same, but None if new. Nobody is added for looking."""
        from simulator.records.people import looking

        return looking(records, name=self.name, login=login())


def login() -> str:
    """The name by which this machine knows whoever runs it."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
