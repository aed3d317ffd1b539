"""The shape of the database: its numbered migrations and how they are applied."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

APPLICATION_ID = 0x436F6F6C
"""Marks a SQLite file as ours in its header: "Cool" in ASCII."""

LATEST = 2
"""The number of the newest migration, known without reading their folder."""


def version_of(connection: sqlite3.Connection) -> int:
    """The number of the last migration applied, 0 for an empty database."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, in the transaction that the caller has begun."""
    for number, sql in migrations():
        if number > version_of(connection):
            for statement in statements(sql):
                connection.execute(statement)
            # A pragma takes no parameters; both are numbers of ours.
            connection.execute(f"PRAGMA user_version = {number:d}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")


def migrations() -> list[tuple[int, str]]:
    """Number and SQL of every migration, in order."""
    import importlib.resources

    folder = importlib.resources.files("simulator.records").joinpath("migrations")
    files = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    return sorted((int(file.name.split("_")[0]), file.read_text(encoding="utf-8")) for file in files)


def statements(sql: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit the transaction around it."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        raise ValueError("a migration ends in the middle of a statement")
