"""The people who play, their teams, and whom a login name plays as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simulator.records.database import Database
from simulator.records.errors import NameRefused
from simulator.records.names import clean_name, folded
from simulator.records.times import kept_time


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who plays. The team is empty for those who have none."""

    id: int
    name: str
    team: str


def enrol(database: Database, name: str, team: str | None = None, *, at: datetime) -> Person:
    """The person of that name, added if there is none; with a team given, moved there. Raises NameRefused."""
    name = clean_name(name)
    with database.transaction():
        if (person := find_person(database, name)) is None:
            database.insert(
                "INSERT INTO people (name, key, created) VALUES (?, ?, ?)", name, folded(name), kept_time(at)
            )
        if team is not None:
            team = team_spelling(database, team, besides=name)
            database.change("UPDATE people SET team = ? WHERE key = ? AND team <> ?", team, folded(name), team)
        person = find_person(database, name)
        assert person is not None
        return person


def acting(database: Database, *, name: str | None, team: str | None, login: str, at: datetime) -> Person:
    """Who plays: whoever is named, else the profile saved for this login name, else the login name itself.

    With a team given, they are moved there. Raises NameRefused.
    """
    saved = profile(database, login) if name is None else None
    return enrol(database, name if name is not None else saved.name if saved else login, team, at=at)


def looking(database: Database, *, name: str | None, login: str) -> Person | None:
    """Who looks, as `acting` has it, but only looked up: looking adds nobody."""
    if name is not None:
        return find_person(database, name)
    return profile(database, login) or find_person(database, login)


def find_person(database: Database, name: str) -> Person | None:
    """The person of that name, however it is cased and spaced."""
    row = database.row("SELECT id, name, team FROM people WHERE key = ?", folded(" ".join(name.split())))
    return Person(*row) if row else None


def everybody(database: Database) -> list[Person]:
    """All people, by name."""
    return [Person(*row) for row in database.rows("SELECT id, name, team FROM people ORDER BY key")]


def rename(database: Database, person: int, name: str) -> Person:
    """Give a person another name. Raises NameRefused where somebody else has it."""
    name = clean_name(name)
    with database.transaction():
        if (other := find_person(database, name)) is not None and other.id != person:
            raise NameRefused(f"Somebody else is called {other.name}.")
        database.change("UPDATE people SET name = ?, key = ? WHERE id = ?", name, folded(name), person)
        renamed = find_person(database, name)
        assert renamed is not None
        return renamed


def teams(database: Database) -> list[str]:
    """The teams that somebody is in, by name."""
    found = database.rows("SELECT DISTINCT team FROM people WHERE team <> ''")
    return sorted((str(row[0]) for row in found), key=folded)


def team_spelling(database: Database, team: str, *, besides: str = "") -> str:
    """The team as others already spell it, so that `north` and `North` are one. Empty for none."""
    if not team.strip():
        return ""
    team = clean_name(team, "team")
    members = database.rows("SELECT team FROM people WHERE team <> '' AND key <> ? ORDER BY id", folded(besides))
    return next((spelling for (spelling,) in members if folded(spelling) == folded(team)), team)


def profile(database: Database, login: str) -> Person | None:
    """Whom that login name plays as, if it has been saved."""
    row = database.row(
        "SELECT people.id, people.name, people.team FROM profiles JOIN people ON people.id = profiles.person "
        "WHERE profiles.login = ?",
        login,
    )
    return Person(*row) if row else None


def save_profile(database: Database, login: str, person: int) -> None:
    """Let that login name play as this person from now on."""
    database.change(
        "INSERT INTO profiles (login, person) VALUES (?, ?) ON CONFLICT (login) DO UPDATE SET person = excluded.person",
        login,
        person,
    )
