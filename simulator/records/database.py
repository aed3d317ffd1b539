"""The database: one SQLite file, opened so that what was committed stays, and its transactions.

Made for a few programs on one machine at once. Statements take parameters; no text is ever put into SQL. Every error
of SQLite becomes one of `simulator.records.errors`.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from simulator.records import schema
from simulator.records.errors import CannotOpen, DatabaseBusy, DatabaseError, DatabaseTooNew
from simulator.records.network import network_filesystem
from simulator.records.translation import (
    ELSEWHERE,
    database_error,
    may_write,
    moved,
    network_share,
    not_ours,
    read_only,
    unkeepable,
)

Value: TypeAlias = str | int | bytes | None

PATIENCE = 5.0
"""Seconds to wait for another program before the database counts as busy."""

OLDEST_SQLITE = (3, 37, 0)
"""The first with STRICT tables."""

_MAGIC = b"SQLite format 3\0"


class Database:
    """An open database. May be shared by threads: each statement and each transaction has it to itself."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.RLock()
        self._file = _file_of(path)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, durably, when it ends; nothing of it when it is left by an error.

        One inside another becomes part of it.
        """
        with self._lock:
            with self._translated():
                within = self._connection.in_transaction
            if within:
                yield
                return
            if self._file != _file_of(self.path):
                raise moved(self.path)
            with self._translated():
                self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                with self._translated():
                    self._connection.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself.
                with contextlib.suppress(sqlite3.Error):
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                raise

    def rows(self, sql: str, *values: Value) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._lock, self._translated():
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Value) -> tuple[Any, ...] | None:
        """The first row of a query, None where there is none."""
        with self._lock, self._translated():
            found: tuple[Any, ...] | None = self._connection.execute(sql, values).fetchone()
            return found

    def insert(self, sql: str, *values: Value) -> int:
        """Insert one row in a transaction and give its number."""
        with self.transaction(), self._translated():
            return self._connection.execute(sql, values).lastrowid or 0

    def change(self, sql: str, *values: Value) -> int:
        """Change rows in a transaction and give how many were changed."""
        with self.transaction(), self._translated():
            return self._connection.execute(sql, values).rowcount

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        with self._lock, self._translated():
            self._connection.close()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise database_error(error, self.path) from error
        except (OverflowError, UnicodeEncodeError) as error:
            raise unkeepable(self.path) from error


def open_database(path: str | os.PathLike[str], *, patience: float = PATIENCE) -> Database:
    """Open the database at that path, made or brought up to date where needed. Raises DatabaseError."""
    path = Path(os.path.abspath(path))
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise CannotOpen(
            path,
            f"This Python carries SQLite {sqlite3.sqlite_version}, which is too old to keep records.",
            f"Use a Python with SQLite {'.'.join(map(str, OLDEST_SQLITE[:2]))} or newer; 3.11 from python.org has it.",
        )
    _make_folder(path)
    if kind := network_filesystem(path.parent):
        raise network_share(path, kind)
    _refuse_foreign(path)
    try:
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise database_error(error, path) from error
    try:
        _prepare(path, connection, patience)
        return Database(path, connection)
    except sqlite3.Error as error:
        connection.close()
        raise database_error(error, path) from error
    except BaseException:
        connection.close()
        raise


def _make_folder(path: Path) -> None:
    try:
        # What people say in practice is nobody else's to read.
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotOpen(path, f"The folder of the database cannot be made: {error.strerror}.", ELSEWHERE) from error


def _refuse_foreign(path: Path) -> None:
    """Refuse what is not ours by its first bytes, before SQLite touches it or makes files beside it."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            what = "is a folder" if stat.S_ISDIR(found.st_mode) else "is not a plain file"
            raise CannotOpen(path, f"The path of the database {what}.", ELSEWHERE)
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotOpen(path, f"The database cannot be read: {error.strerror}.", ELSEWHERE) from error
    # Zeros are what a crash can leave of a database just being made; SQLite mends that from its journal.
    if not header.strip(b"\0"):
        return
    if not header.startswith(_MAGIC) or int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise not_ours(path)
    _refuse_newer(path, int.from_bytes(header[60:64], "big"))


def _refuse_newer(path: Path, version: int) -> None:
    if version > schema.LATEST:
        raise DatabaseTooNew(
            path,
            f"The database was written by a later Coolhead (its version is {version}, this one reads {schema.LATEST}).",
            f"It was left as it is. Install the later Coolhead. {ELSEWHERE}",
        )


def _prepare(path: Path, connection: sqlite3.Connection, patience: float) -> None:
    """Make or mend the schema, then switch on what keeps a committed response through a crash."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    version = schema.version_of(connection)
    _refuse_newer(path, version)
    if version < schema.LATEST:
        # The first transaction comes before the log, so that the file's own header says at once whose it is.
        _migrate(path, connection)
    else:
        _refuse_read_only(path, connection, patience)
    _switch_on_log(path, connection, patience)
    connection.execute("PRAGMA foreign_keys = ON")


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have done it while this one waited.
        _refuse_newer(path, schema.version_of(connection))
        if schema.version_of(connection) == 0 and connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
            raise not_ours(path)
        schema.migrate(connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise DatabaseError(
                path, "The database could not be brought up to date: its rows contradict each other.", ELSEWHERE
            )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _refuse_read_only(path: Path, connection: sqlite3.Connection, patience: float) -> None:
    """Say now, rather than after the first response, that nothing can be kept."""
    if not may_write(path):
        raise read_only(path)
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # On a read-only file SQLite begins all the same; only a write tells. This one says what is already so.
            connection.execute(f"PRAGMA user_version = {schema.LATEST:d}")
        finally:
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        # Whoever is writing now shows that it can be written.
        if not isinstance(translated := database_error(error, path), DatabaseBusy):
            raise translated from error
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(patience * 1000):d}")


def _switch_on_log(path: Path, connection: sqlite3.Connection, patience: float) -> None:
    """Switch on the write-ahead log; two programs that do so at once make SQLite give up without waiting."""
    deadline = time.monotonic() + patience
    while True:
        try:
            answer = str(connection.execute("PRAGMA journal_mode = WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            translated = database_error(error, path)
            if not isinstance(translated, DatabaseBusy) or time.monotonic() > deadline:
                raise translated from error
            time.sleep(0.02)
            continue
        if answer.lower() != "wal":
            raise read_only(path) if not may_write(path.parent) else network_share(path, "")
        return


def _file_of(path: Path) -> tuple[int, int] | None:
    """Which file lies at the path now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
