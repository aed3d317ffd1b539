"""The library: every scenario there is, the bundled ones and those in trainers' own folders.

A scenario's id is the stem of its file's name. Listing reads no file; a summary or a script reads one.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.scenario.characters import REFUSED, shown
from simulator.scenario.errors import ScenarioInvalid, ScenarioNotFound
from simulator.scenario.model import Kind, Script
from simulator.scenario.problems import Problem, ProblemKind, files

if TYPE_CHECKING:
    from simulator.scenario.reader import Reading

BUNDLED = "bundled"
"""The source of an entry that came with the program; that of any other is its folder."""

SUFFIXES = (".yaml", ".yml")

MOST_DEEP = 4
"""How many folders below a folder of the library its scenarios may lie."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One scenario of the library: its id, its file, and `BUNDLED` or the folder it was found in."""

    id: str
    path: Path
    source: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """An entry with what reading its file gave."""

    entry: Entry
    reading: Reading

    @property
    def script(self) -> Script:
        """The script. Raises ScenarioInvalid if it has problems."""
        if self.reading.script is None:
            raise ScenarioInvalid(self.entry.id, self.reading)
        return self.reading.script


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list says of a scenario that can be played."""

    title: str
    kind: Kind
    difficulty: int
    setting: str
    customer: str
    teaches: tuple[str, ...]
    trade: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """A scenario in a list: its headline, or else the first problem that keeps it from being played."""

    entry: Entry
    headline: Headline | None
    problem: Problem | None

    @property
    def broken(self) -> bool:
        """Whether the scenario can't be played."""
        return self.headline is None


class Library:
    """The scenarios of the program and of trainers' folders. Of two with the same id the first found is kept.

    `left_out` lists the files and folders that are not in the library, each with the problem that keeps it out.
    """

    def __init__(self, folders: Iterable[Path] = (), principles: Collection[str] | None = None) -> None:
        self._principles = principles
        self._read: dict[Path, tuple[tuple[int, int], Reading]] = {}
        self._entries: dict[str, Entry] = {}
        left_out: list[tuple[Entry, Problem]] = []
        for source, folder in ((BUNDLED, bundled_folder()), *((str(folder), folder) for folder in folders)):
            if not folder.is_dir():
                if source != BUNDLED:
                    entry = Entry(shown(folder.name), folder, source)
                    left_out.append((entry, _problem(files.NO_FOLDER, name=shown(str(folder), 200))))
                continue
            for path in scripts_in(folder):
                self._take(Entry(path.stem, path, source), left_out)
        self.left_out = tuple(left_out)

    def _take(self, entry: Entry, left_out: list[tuple[Entry, Problem]]) -> None:
        if REFUSED.search(str(entry.path)):
            name = shown(entry.path.name)
            mended = "-".join(REFUSED.sub(" ", entry.id).split()) + entry.path.suffix
            visible = Entry(shown(entry.id), entry.path, entry.source)
            left_out.append((visible, _problem(files.BAD_FILE_NAME, name=name, mended=mended)))
        elif (first := self._entries.get(entry.id)) is None:
            self._entries[entry.id] = entry
        elif not _same_file(first.path, entry.path):
            words = {"id": entry.id, "path": shown(str(first.path), 200)}
            left_out.append((entry, _problem(files.ID_TAKEN, **words)))

    @property
    def entries(self) -> Mapping[str, Entry]:
        """The scenarios by id, sorted; none has been read for this."""
        return dict(sorted(self._entries.items()))

    def find(self, scenario: str) -> Entry:
        """The entry of an id, or of a path to any file. Raises ScenarioNotFound."""
        if (entry := self._entries.get(scenario)) is not None:
            return entry
        path = Path(scenario)
        if _exists(path) if _is_path(scenario) else _is_file(path):
            return Entry(path.stem, path, str(path.parent))
        # Only here, since a library is opened at every start and nothing but a wrong id needs it.
        import difflib

        near = () if _is_path(scenario) else tuple(difflib.get_close_matches(scenario.lower(), self._entries, n=3))
        raise ScenarioNotFound(scenario, near)

    def load(self, scenario: str | Entry) -> Loaded:
        """Read a scenario by id, path or entry. Raises ScenarioNotFound; problems are in the reading."""
        entry = scenario if isinstance(scenario, Entry) else self.find(scenario)
        return Loaded(entry, self._reading(entry.path))

    def summary(self, entry: Entry) -> Summary:
        """The summary of one entry, which reads its file unless that has been done and it is unchanged."""
        reading = self._reading(entry.path)
        if reading.script is None:
            return Summary(entry, None, reading.problems[0])
        return Summary(entry, _headline(reading.script), None)

    def summaries(self) -> Iterator[Summary]:
        """Every scenario's summary in the order of ids, one at a time, then what is left out."""
        for entry in self.entries.values():
            yield self.summary(entry)
        for entry, problem in self.left_out:
            yield Summary(entry, None, problem)

    def _reading(self, path: Path) -> Reading:
        from simulator.scenario.reader import read_file

        stamp = _stamp(path)
        if stamp is not None and path in self._read and self._read[path][0] == stamp:
            return self._read[path][1]
        reading = read_file(path, self._known_principles())
        if stamp is not None:
            self._read[path] = (stamp, reading)
        return reading

    def _known_principles(self) -> Collection[str]:
        if self._principles is None:
            from scoring.principles import load_principles

            self._principles = load_principles()
        return self._principles


def bundled_folder() -> Path:
    """The folder of the scenarios that came with the program: it lies beside the package, installed or not."""
    return Path(__file__).resolve().parents[2] / "scenarios"


def scripts_in(folder: Path) -> Iterator[Path]:
    """The scenario files below a folder, in the order of their names; what is hidden is left out."""
    for where, folders, names in os.walk(folder):
        deep = len(Path(where).relative_to(folder).parts)
        folders[:] = sorted(name for name in folders if not name.startswith(".")) if deep < MOST_DEEP else []
        for name in sorted(names):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield Path(where, name)


def _headline(script: Script) -> Headline:
    return Headline(
        title=script.title,
        kind=script.kind,
        difficulty=script.difficulty,
        setting=script.setting.replace("{customer}", script.customer.called),
        customer=script.customer.name,
        teaches=script.teaches,
        trade=script.trade,
    )


def _problem(kind: ProblemKind, **words: str) -> Problem:
    return Problem(kind.code, 1, 1, kind.message.format(**words), kind.hint.format(**words))


def _is_path(scenario: str) -> bool:
    return os.sep in scenario or "/" in scenario or scenario.endswith(SUFFIXES)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
