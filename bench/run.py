"""Measure what Coolhead promises of its pace, and print a table.

    .venv/bin/python bench/run.py                   everything but ink
    .venv/bin/python bench/run.py solve play        some of it
    .venv/bin/python bench/run.py ink               beside inkjs; needs node, and npm fetches it
    .venv/bin/python bench/run.py --rounds 21       medians of more

Ratios are of medians, measured in turns. It judges nothing: its status is 0 whatever it finds. Run it on a machine at
rest, after `python3 run.py test` has set `.venv` up.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys

from measure import FEWEST, Figure

PARTS = {
    "paint": ("first_paint",),
    "help": ("help_start",),
    "key": ("key_press",),
    "play": ("play_speed",),
    "solve": ("solve_time", "story_time", "review_time"),
    "ink": ("beside_ink",),
}

ONLY_ASKED = {"ink"}
"""What is measured only when it is named."""


def main() -> None:
    """Measure the parts that were asked for, printing each figure when it is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one or more of: {', '.join(PARTS)} (all but ink)")
    parser.add_argument("--rounds", type=int, default=11, help=f"measurements a median, at least {FEWEST} (11)")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    print(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores\n")
    show("figure", "measured", "wanted", "")
    for part in options.parts or [part for part in PARTS if part not in ONLY_ASKED]:
        for module in PARTS[part]:
            for figure in importlib.import_module(module).figures(options.rounds):
                show_figure(figure)


def show_figure(figure: Figure) -> None:
    """Print one line of the table."""
    verdict = {True: "holds", False: "falls short", None: ""}[figure.holds]
    show(figure.name, figure.measured, figure.wanted, verdict)


def show(name: str, measured: str, wanted: str, verdict: str) -> None:
    """Print one line in columns."""
    print(f"{name:<50} {measured:<72} {wanted:<18} {verdict}".rstrip())
    sys.stdout.flush()


if __name__ == "__main__":
    main()
