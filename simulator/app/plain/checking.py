"""Checking scenario files: every problem with its place, what is wrong, and how it would be right."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from simulator.app.text import harmless, one_line
from simulator.scenario.library import scripts_in
from simulator.scenario.problems import Problem
from simulator.scenario.reader import read_file


@dataclass(frozen=True, slots=True)
class Checked:
    """A file, and what is wrong with it."""

    path: Path
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether it can be played."""
        return not self.problems

    @property
    def lines(self) -> list[str]:
        """What a person reads of it."""
        if self.sound:
            return [f"{one_line(str(self.path))}: no problem found"]
        lines = []
        for problem in self.problems:
            lines.append(
                f"{one_line(str(self.path))}:{problem.line}:{problem.column}: "
                f"{one_line(problem.message)} [{problem.code}]"
            )
            lines += [f"    {line}" for line in harmless(problem.hint).splitlines()]
        return lines

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
        }


def check_paths(paths: Iterable[str | Path], principles: Collection[str]) -> list[Checked]:
    """Check files, and every scenario file below folders."""
    return [Checked(path, read_file(path, principles).problems) for path in _files(map(Path, paths))]


def print_checked(checked: Sequence[Checked], stream: TextIO) -> None:
    """What was found, file by file; of several files then how many are sound, as a message."""
    stream.writelines("".join(f"{line}\n" for line in each.lines) for each in checked)
    stream.flush()
    if len(checked) > 1:
        sound = sum(each.sound for each in checked)
        sys.stderr.write(f"{len(checked)} files, {sound} without a problem.\n")


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from scripts_in(path)
        else:
            yield path
