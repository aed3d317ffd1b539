"""The one place where SQLite's errors become ours."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from simulator.records.errors import (
    CannotOpen,
    ConstraintBroken,
    DatabaseBusy,
    DatabaseCorrupt,
    DatabaseError,
    DatabaseFull,
    DatabaseMoved,
    DatabaseReadOnly,
    DiskFailed,
    NetworkShare,
    NotOurs,
)

ELSEWHERE = "Choose another file with --database PATH or the variable COOLHEAD_DATABASE."


def database_error(error: sqlite3.Error, path: Path) -> DatabaseError:
    """What an error of SQLite at the database of that path means to the person who uses it."""
    code = getattr(error, "sqlite_errorcode", None)
    name = getattr(error, "sqlite_errorname", None) or type(error).__name__
    if code is None:
        return DatabaseError(path, f"The database could not be used: {error}.", "This is likely a fault in Coolhead.")
    if name == "SQLITE_READONLY_DBMOVED":
        return moved(path)
    if name.startswith("SQLITE_IOERR_SHM") or name in ("SQLITE_IOERR_LOCK", "SQLITE_PROTOCOL", "SQLITE_NOLFS"):
        return network_share(path, "")
    match code & 0xFF:
        case sqlite3.SQLITE_READONLY:
            return read_only(path)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            # The log and its index are made beside the file, so that a closed folder shows here.
            if path.exists() and not may_write(path.parent):
                return read_only(path)
            return CannotOpen(path, "The database cannot be opened.", f"May you read and write it? {ELSEWHERE}")
        case sqlite3.SQLITE_FULL:
            return DatabaseFull(
                path,
                "The disk is full: the last step was not kept.",
                "All before it is safe. Make room on the disk, then resume where you were.",
            )
        case sqlite3.SQLITE_CORRUPT:
            return DatabaseCorrupt(
                path,
                f"The database is damaged: {error}.",
                "Coolhead has not changed it. Keep a copy of the file and of those with -wal and -shm after the same "
                f"name, put back your last backup, or try SQLite's own `.recover`. {ELSEWHERE}",
            )
        case sqlite3.SQLITE_NOTADB:
            return not_ours(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseBusy(
                path,
                "Another program is using the database and has not let go of it.",
                "Close other windows of Coolhead, or a program that has the file open, and try again. "
                "All that was kept is safe.",
            )
        case sqlite3.SQLITE_IOERR:
            return DiskFailed(
                path,
                f"The disk failed while the database was used ({name}): the last step may not have been kept.",
                f"All before it is safe. See that the disk is there and has room. {ELSEWHERE}",
            )
        case sqlite3.SQLITE_CONSTRAINT:
            return ConstraintBroken(
                path, f"The database refused what was to be kept: {error}.", "Nothing was changed by it."
            )
    return DatabaseError(path, f"The database could not be used ({name}): {error}.", "All that was kept is safe.")


def read_only(path: Path) -> DatabaseReadOnly:
    """The error for a database that can be read but not written."""
    return DatabaseReadOnly(
        path,
        "The database can only be read, so that nothing could be kept.",
        f"Give yourself leave to write the file and its folder. {ELSEWHERE}",
    )


def not_ours(path: Path) -> NotOurs:
    """The error for a file that some other program has written."""
    return NotOurs(path, "That file is not a database of Coolhead, so it was left as it is.", ELSEWHERE)


def moved(path: Path) -> DatabaseMoved:
    """The error for a database whose file is no longer the one that was opened."""
    return DatabaseMoved(
        path,
        "The database was deleted, moved or replaced while it was open: the last step was not kept.",
        "Close all windows of Coolhead, put the file back, and start again.",
    )


def network_share(path: Path, filesystem: str) -> NetworkShare:
    """The error for a database on a disk where it could lose what was kept; `filesystem` may be unknown, empty."""
    kind = f" ({filesystem})" if filesystem else ""
    return NetworkShare(
        path,
        f"The database lies on a network share or a like disk{kind}, where a response could be lost.",
        "Keep it on a disk of this machine: --database PATH or the variable COOLHEAD_DATABASE.",
    )


def unkeepable(path: Path) -> ConstraintBroken:
    """The error for a number beyond 63 bits or a text that is not Unicode: SQLite has no place for them."""
    return ConstraintBroken(
        path,
        "A number is too large, or a text holds half a character, so that it cannot be kept.",
        "Nothing was changed by it. Use a smaller number, or another spelling.",
    )


def may_write(path: Path) -> bool:
    """Whether the file or folder may be written, as far as the system will say."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
