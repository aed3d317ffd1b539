"""What a problem is, and what a kind of problem is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a script: its stable code, its place (both counted from 1), what is wrong, how to mend it."""

    code: str
    line: int
    column: int
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.message} [{self.code}]"


@dataclass(frozen=True, slots=True)
class Example:
    """A fault and its mending: `mended` stands in a sound script, `faulty` put in its place brings the problem.

    In `faulty` a ▸ stands before the character where the problem is seen. `repeated` is added to it `times` over, with
    № replaced by a running number, for faults that are a matter of size.
    """

    mended: str
    faulty: str
    repeated: str = ""
    times: int = 0
    along_with: tuple[str, ...] = ()
    """Codes of other kinds that this fault can't be shown without."""

    def fault(self) -> str:
        """The faulty text in full, its ▸ left in."""
        return self.faulty + "".join(self.repeated.replace("№", str(number)) for number in range(self.times))


@dataclass(frozen=True, slots=True)
class Situation:
    """A fault that no text can show, in words: it lies in the file or its folder."""

    description: str


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem as data: message and hint are templates of `str.format`."""

    code: str
    message: str
    hint: str
    example: Example | Situation
    severity: Severity = "error"
