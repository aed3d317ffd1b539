"""What can go wrong with records, each with what happened, where, and what to do about it.

RecordsError
├── NameRefused              a name of a person or team that can't be taken
├── NoSuchAttempt            no attempt has that number
├── AttemptMovedOn           somebody else played on in the same attempt
├── AttemptFinished          nothing can be added to a finished attempt
├── AlreadyForTheRecord      the person's only attempt for the record at that scenario exists
├── NotForTheRecord          a practice's liberty, asked of an attempt for the record
├── ScriptNotKept            the script of an attempt is gone, or this version can't read it
├── NoSuchDrill              no drill has that number
├── DrillLost                the moment of a drill can't be come to any more
└── DatabaseError            the file itself: exit code 4
    ├── CannotOpen           no such folder, no permission, not a plain file
    ├── NotOurs              a file, but not a database of Coolhead
    ├── DatabaseTooNew       written by a later Coolhead
    ├── DatabaseReadOnly
    ├── DatabaseFull         the disk, or a quota on it
    ├── DatabaseCorrupt
    ├── DatabaseBusy         another program holds it
    ├── DatabaseMoved        deleted, moved or replaced while it was open
    ├── NetworkShare         a disk on which SQLite cannot keep a response durable
    ├── DiskFailed           reading or writing failed
    └── ConstraintBroken     what was to be written contradicts the database's own rules
"""

from __future__ import annotations

from pathlib import Path


class RecordsError(Exception):
    """Something about the records that a person can act on; its text says how."""


class NameRefused(RecordsError):
    """A name that can't be taken as it is."""


class NoSuchAttempt(RecordsError):
    """No attempt has the number asked for."""

    def __init__(self, attempt: int) -> None:
        self.attempt = attempt
        super().__init__(f"There is no attempt {attempt}. `coolhead attempts` lists those there are.")


class AttemptMovedOn(RecordsError):
    """The attempt has other events than the caller knew of: it is being played in two places."""

    def __init__(self, attempt: int, known: int, kept: int) -> None:
        self.attempt = attempt
        self.known = known
        self.kept = kept
        super().__init__(
            f"Attempt {attempt} has moved on: it was also played somewhere else. "
            "Everything said there is kept. Resume it to go on from there."
        )


class AttemptFinished(RecordsError):
    """The attempt is finished, and a finished attempt stays as it is."""

    def __init__(self, attempt: int) -> None:
        self.attempt = attempt
        super().__init__(f"Attempt {attempt} is finished. `coolhead review {attempt}` shows it.")


class AlreadyForTheRecord(RecordsError):
    """The person has played that scenario for the record, or is still at it."""

    def __init__(self, attempt: int, finished: bool) -> None:
        self.attempt = attempt
        self.finished = finished
        super().__init__(
            f"This scenario was already played for the record, in attempt {attempt}, and that counts once. "
            + (f"`coolhead review {attempt}` shows it; practice stays open." if finished else "Resume it to finish it.")
        )


class NotForTheRecord(RecordsError):
    """Practice may be rewound, set aside and branched; what is for the record may not."""

    def __init__(self, attempt: int) -> None:
        self.attempt = attempt
        super().__init__(f"Attempt {attempt} is for the record: it is played once, straight through.")


class ScriptNotKept(RecordsError):
    """The script that an attempt was played on is gone, or was written for another version."""

    def __init__(self, attempt: int, title: str) -> None:
        self.attempt = attempt
        super().__init__(
            f"The script of attempt {attempt} (“{title}”) can't be read by this version of Coolhead. "
            "The attempt itself is kept; a version as new as the one it was played with will show it."
        )


class NoSuchDrill(RecordsError):
    """No drill has the number asked for."""

    def __init__(self, drill: int) -> None:
        self.drill = drill
        super().__init__(f"There is no drill {drill}. `coolhead drill` puts those that are due.")


class DrillLost(RecordsError):
    """The script of a drill is gone, or today's rules no longer lead to its moment."""

    def __init__(self, drill: int, title: str) -> None:
        self.drill = drill
        super().__init__(
            f"A drill of “{title}” is put no more: with this version of Coolhead nobody comes to that moment."
        )


class DatabaseError(RecordsError):
    """The database at `path` can't be used, or couldn't do what was asked. Nothing kept before is lost."""

    def __init__(self, path: Path, what: str, advice: str) -> None:
        self.path = path
        self.what = what
        self.advice = advice
        super().__init__(f"{what} ({path})\n{advice}")


class CannotOpen(DatabaseError):
    """The file can't be opened or created."""


class NotOurs(DatabaseError):
    """The file is not a database of Coolhead; it was left as it is."""


class DatabaseTooNew(DatabaseError):
    """A later Coolhead has written the database; it was left as it is."""


class DatabaseReadOnly(DatabaseError):
    """The file or its folder can't be written to."""


class DatabaseFull(DatabaseError):
    """There is no room left on the disk."""


class DatabaseCorrupt(DatabaseError):
    """The file has been damaged."""


class DatabaseBusy(DatabaseError):
    """Another program has held the database for too long."""


class DatabaseMoved(DatabaseError):
    """The file was deleted, moved or replaced while it was open."""


class NetworkShare(DatabaseError):
    """The file lies where SQLite's write-ahead log doesn't work."""


class DiskFailed(DatabaseError):
    """The disk or the file system answered with an error."""


class ConstraintBroken(DatabaseError):
    """What was to be written contradicts the database's own rules."""
