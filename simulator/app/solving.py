"""Solving beside the app, in a process of its own, so that it never holds up a key press and can be stopped.

The parent asks with `SolvingProcess`; the child is this module run by itself: it reads the request from standard input
and writes the packed solution to standard output.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field

from scoring.principles import load_principles
from simulator.analysis.packing import packed, unpacked
from simulator.analysis.solution import Solution
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.records.database import Database
from simulator.records.known_solutions import keep_solution, known_solution
from simulator.records.open_attempt import Scenario, utc_now
from simulator.scenario.reader import read_script


class SolvingFailed(Exception):
    """The solving process ended without a solution."""


class SolvingStopped(SolvingFailed):
    """The solution is no longer wanted."""


@dataclass
class Solving:
    """A solution of one start of a scenario: known from before, or being found by a process of its own."""

    scenario: Scenario
    start: Feelings
    known: Solution | None = None
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _stopped: bool = False

    def begin(self) -> None:
        """Set the process going; what is known needs none."""
        if self.known is None and self._process is None:
            request = json.dumps({"source": self.scenario.source, "start": list(self.start)}).encode()
            self._process = subprocess.Popen(
                # -P: nothing of the folder that somebody happens to be in is imported.
                [sys.executable, "-P", "-m", __spec__.name],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            assert self._process.stdin is not None
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.write(request)
                self._process.stdin.close()
            self._process.stdin = None

    def result(self, database: Database) -> Solution:
        """Wait for the solution, and keep it for the next time. Raises SolvingFailed. May be called from a thread."""
        if self.known is None:
            self.begin()
            assert self._process is not None
            data, errors = self._process.communicate()
            if self._stopped:
                raise SolvingStopped("The solver was stopped.")
            if self._process.returncode != 0:
                last = errors.decode(errors="replace").strip().splitlines()[-1:]
                raise SolvingFailed(f"The solver gave up: {' '.join(last) or 'it was ended from outside'}.")
            self.known = unpacked(self.scenario.game, data)
            keep_solution(database, self.scenario.game, self.start, data, at=utc_now())
        return self.known

    def stop(self) -> None:
        """End the process, if there is one."""
        self._stopped = True
        if self._process is not None and self._process.poll() is None:
            self._process.kill()


def solving(database: Database, scenario: Scenario, start: Feelings) -> Solving:
    """The solution of one start of a scenario, begun at once where it is not known from before."""
    found = Solving(scenario, start, known_solution(database, scenario.game, start, at=utc_now()))
    found.begin()
    return found


def main() -> None:
    """Solve what standard input asks for, at low priority, and write the packed solution to standard output."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)
    from simulator.analysis.chances import solve_with_chances

    request = json.load(sys.stdin.buffer)
    principles = load_principles()
    script = read_script(request["source"], principles).script
    if script is None:
        raise SystemExit("The scenario can't be read.")
    solution = solve_with_chances(Game(script, principles), [Feelings(*request["start"])])
    sys.stdout.buffer.write(packed(solution))


if __name__ == "__main__":
    main()
