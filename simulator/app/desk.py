"""The desk: what all screens work with. The records, who plays, the library, the clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from simulator.records.database import Database
    from simulator.records.people import Person
    from simulator.scenario.library import Library, Summary

P = ParamSpec("P")
T = TypeVar("T")


def now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)


class Desk:
    """What all screens work with. Opened once the first screen is painted."""

    def __init__(
        self,
        database_path: Path,
        library: Callable[[], Library],
        *,
        name: str | None = None,
        team: str | None = None,
        login: str = "",
        clock: Callable[[], datetime] = now,
    ) -> None:
        """`library` is called when the desk is opened, since reading folders is not for before the first paint.

        `name` and `team` override the saved profile of this `login` without changing it.
        """
        self.database_path = database_path
        self._make_library = library
        self.login = login
        self.clock = clock
        self._name = name
        self._team = team
        self._database: Database | None = None
        self._person: Person | None = None
        self._library: Library | None = None
        self._summaries: tuple[Summary, ...] | None = None
        self._found: list[Summary] = []
        self._reading: asyncio.Task[tuple[Summary, ...]] | None = None

    @property
    def database(self) -> Database:
        """The open database. Its small queries are quick, but go through `ask` all the same: it may be busy."""
        assert self._database is not None, "the desk is opened before any screen asks"
        return self._database

    @property
    def library(self) -> Library:
        """The scenarios there are."""
        assert self._library is not None, "the desk is opened before any screen asks"
        return self._library

    @property
    def person(self) -> Person:
        """Who plays."""
        assert self._person is not None, "whoever plays is known before any screen asks"
        return self._person

    @property
    def known(self) -> bool:
        """Whether it is known who plays."""
        return self._person is not None

    @property
    def known_summaries(self) -> tuple[Summary, ...] | None:
        """What the library held when it was last read; None before that."""
        return self._summaries

    @property
    def read_so_far(self) -> tuple[Summary, ...]:
        """What the library is known to hold while it is being read for the first time."""
        return tuple(self._found) if self._summaries is None else self._summaries

    async def summaries(self) -> tuple[Summary, ...]:
        """What the library holds now, in the order of ids, the broken too. Only what has changed is read again.

        Whoever asks while it is being read waits for that same reading.
        """
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._read())
            # Whoever asked may have left before it fails.
            self._reading.add_done_callback(lambda reading: reading.cancelled() or reading.exception())
        return await asyncio.shield(self._reading)

    async def _read(self) -> tuple[Summary, ...]:
        await self.ask(self._look_around)
        self._found = []
        waiting = self.library.summaries()
        # One file at a time, so that a key press never waits for more than one.
        while (summary := await self.ask(next, waiting, None)) is not None:
            self._found.append(summary)
        self._summaries = tuple(self._found)
        return self._summaries

    def _look_around(self) -> None:
        """See whether scenarios have come or gone; what has been read of the others is known as long as none has."""
        library = self._make_library()
        if (
            self._library is None
            or library.entries != self._library.entries
            or library.left_out != self.library.left_out
        ):
            self._library = library

    async def ask(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do blocking work beside the screen: a query, a file."""
        return await asyncio.to_thread(work, *args, **kwargs)

    def open(self) -> None:
        """Open the library and the records and find out who plays. Blocks; raises RecordsError, SettingsError."""
        from simulator.records.database import open_database
        from simulator.records.people import enrol, profile

        self._look_around()
        self._database = open_database(self.database_path)
        if self._name is not None:
            self._person = enrol(self._database, self._name, self._team, at=self.clock())
            return
        self._person = profile(self._database, self.login)
        if self._person is not None and self._team is not None:
            self._person = enrol(self._database, self._person.name, self._team, at=self.clock())

    def use_library(self, library: Callable[[], Library]) -> None:
        """Use another library from now on. Blocks."""
        self._make_library = library
        self._look_around()

    def introduce(self, name: str, team: str) -> None:
        """Remember who plays, now and for this login name from now on. Blocks; raises RecordsError."""
        from simulator.records.people import enrol, save_profile

        with self.database.transaction():
            person = enrol(self.database, name, team, at=self.clock())
            save_profile(self.database, self.login, person.id)
        self._person = person

    def rename(self, name: str, team: str) -> None:
        """Give whoever plays another name or team. Blocks; raises RecordsError."""
        from simulator.records.people import enrol, rename

        with self.database.transaction():
            person = rename(self.database, self.person.id, name)
            person = enrol(self.database, person.name, team, at=self.clock())
        self._person = person

    def close(self) -> None:
        """Close the records; nothing that was kept depends on it."""
        if self._database is not None:
            self._database.close()
            self._database = None
