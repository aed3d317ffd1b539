"""What a finding is, and what a kind of finding is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from simulator.analysis.asking import Path
from simulator.analysis.ways import Way

if TYPE_CHECKING:
    from simulator.analysis.findings.known import Known

Severity: TypeAlias = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that all plays of a sound script show: its stable code, its place (counted from 1), how to mend it."""

    code: str
    severity: Severity
    line: int
    column: int
    message: str
    hint: str
    way: Way | None = None
    """The shortest play that shows it, where it concerns what can be played."""

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.severity}: {self.message} [{self.code}]"


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at a script has found: where in it, how to get there, and the words for the templates of its kind."""

    path: Path
    way: Way | None = None
    words: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """A part of a sound script, and what stands there instead; in `faulty` a ▸ stands where the finding is seen."""

    mended: str
    faulty: str


@dataclass(frozen=True, slots=True)
class Example:
    """What changes bring a finding into the sound script of docs/findings.md."""

    changes: tuple[Change, ...]
    along_with: tuple[str, ...] = ()
    """Codes of other kinds that this one can't be shown without."""


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A kind of finding as data; message and hint are templates of `str.format`."""

    code: str
    severity: Severity
    message: str
    hint: str
    why: str
    """What it means and why it matters, for the docs."""
    example: Example
    look: Callable[[Known], Iterator[Found]]
    """Looks for it. Raises TooManyStates if that takes all plays, and they are too many."""
    even_if_lost: bool = False
    """Whether it is looked for even where nothing keeps the customer, so that little of the script is ever reached."""
