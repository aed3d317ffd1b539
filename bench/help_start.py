"""From the start of `coolhead --help` to its end, beside a Python that does nothing."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from measure import Figure, at_most, interleaved


def figures(rounds: int) -> Iterator[Figure]:
    """The ratio of the two."""
    coolhead = str(Path(sys.executable).with_name("coolhead"))
    ones, others = interleaved(
        lambda: seconds([coolhead, "--help"]), lambda: seconds([sys.executable, "-c", "pass"]), 3 * rounds
    )
    yield at_most("coolhead --help / python -c pass", ones, others, 6)


def seconds(command: list[str]) -> float:
    """How long a command takes that must succeed; spawned directly, for `subprocess` would add its own time to both."""
    nowhere = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    began = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=nowhere)
    _, status = os.waitpid(process, 0)
    took = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{' '.join(command)} failed")
    return took
