"""Checking scenario files: every problem with its place and how it would be right, and if there is none, every finding.

A file with problems can't be played, so nothing is found in it but those.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from scoring.principles import Principles
from simulator.app.text import harmless, one_line
from simulator.scenario.library import scripts_in
from simulator.scenario.problems import Problem
from simulator.scenario.reader import read_file

if TYPE_CHECKING:
    from simulator.analysis.findings import Examination, Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """A file, and what is to be said of it."""

    path: Path
    problems: tuple[Problem, ...]
    examination: Examination | None
    """What all its plays show; None where it can't be played."""

    @property
    def sound(self) -> bool:
        """Whether nothing has to be mended: no problem, and no finding but advice."""
        return not self.problems and all(each.severity == "advice" for each in self.findings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in it; nothing where it can't be played."""
        return () if self.examination is None else self.examination.findings

    @property
    def lines(self) -> list[str]:
        """What a person reads of it."""
        path = one_line(str(self.path))
        lines = []
        for problem in self.problems:
            lines.append(f"{path}:{problem.line}:{problem.column}: {one_line(problem.message)} [{problem.code}]")
            lines += _indented(problem.hint)
        for finding in self.findings:
            lines.append(
                f"{path}:{finding.line}:{finding.column}: {finding.severity}: {one_line(finding.message)} "
                f"[{finding.code}]"
            )
            lines += _indented(finding.hint)
            if finding.way is not None:
                lines.append(f"    {one_line(finding.way.command(str(self.path)))}")
        if self.examination is not None and self.examination.unproven:
            lines.append(
                f"{path}: there are more than {self.examination.most_states:,} states, too many to look through. "
                f"Whether there is any of these is not known: {', '.join(self.examination.unproven)}"
            )
        return lines or [f"{path}: no problem found"]

    @property
    def data(self) -> dict[str, Any]:
        """What a program reads of it."""
        return {
            "path": str(self.path),
            "sound": self.sound,
            "problems": [
                {
                    "code": problem.code,
                    "line": problem.line,
                    "column": problem.column,
                    "message": problem.message,
                    "hint": problem.hint,
                }
                for problem in self.problems
            ],
            "findings": [_finding_data(finding) for finding in self.findings],
            "unproven": [] if self.examination is None else list(self.examination.unproven),
        }


def check_paths(paths: Iterable[str | Path], principles: Principles, most_states: int | None = None) -> list[Checked]:
    """Check files, and every scenario file below folders.

    Of a scenario with more than `most_states` states only what takes no play is found.
    """
    return [_checked(path, principles, most_states) for path in _files(map(Path, paths))]


def print_checked(checked: Sequence[Checked], stream: TextIO) -> None:
    """What was found, file by file; of several files then how many are sound, as a message."""
    stream.writelines("".join(f"{line}\n" for line in each.lines) for each in checked)
    stream.flush()
    if len(checked) > 1:
        sound = sum(each.sound for each in checked)
        sys.stderr.write(f"{len(checked)} files, {sound} with nothing to mend.\n")


def _checked(path: Path, principles: Principles, most_states: int | None) -> Checked:
    reading = read_file(path, principles)
    if reading.script is None:
        return Checked(path, reading.problems, None)
    # NumPy is needed only where there is something to play.
    from simulator.analysis.findings import examine
    from simulator.analysis.proof import MOST_STATES
    from simulator.app.plain.waiting import states_visited
    from simulator.conversation.game import Game

    with states_visited() as visited:
        limit = MOST_STATES if most_states is None else most_states
        found = examine(Game(reading.script, principles), reading.places, most_states=limit, progress=visited)
    return Checked(path, reading.problems, found)


def _finding_data(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "hint": finding.hint,
        "play": None if finding.way is None else {"seed": finding.way.seed, "answers": list(finding.way.answers)},
    }


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in harmless(text).splitlines()]


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from scripts_in(path)
        else:
            yield path
