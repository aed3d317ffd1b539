"""Tables in plain lines."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence

from simulator.app.plain.printer import width_of
from simulator.app.text import one_line

GAP = "  "


def print_table(
    header: Sequence[str], rows: Iterable[Sequence[object]], empty: str, *, cut_to_terminal: bool = False
) -> None:
    """Rows under a header, in columns as wide as they need, numbers to the right; without rows the sentence `empty`.

    With `cut_to_terminal` what doesn't fit on a line of a terminal is left out; into a file or a pipe all is written.
    """
    cells = [[one_line("" if cell is None else str(cell)) for cell in row] for row in rows]
    if not cells:
        sys.stdout.write(f"{empty}\n")
        return
    columns = list(zip(header, *cells, strict=True))
    numeric = [all(_is_number(cell) for cell in column[1:]) for column in columns]
    widths = [max(map(width_of, column)) for column in columns]
    most = shutil.get_terminal_size().columns if cut_to_terminal and sys.stdout.isatty() else None
    for row in (header, *cells):
        padded = [_padded(*place) for place in zip(row, widths, numeric, strict=True)]
        line = GAP.join(padded).rstrip()
        sys.stdout.write(f"{cut_to_width(line, most) if most else line}\n")


def cut_to_width(line: str, most: int) -> str:
    """A line that is no wider than that, an ellipsis at the end of what was cut."""
    if width_of(line) <= most:
        return line
    while line and width_of(line) > most - 1:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _padded(cell: str, width: int, to_the_right: bool) -> str:
    gap = " " * (width - width_of(cell))
    return gap + cell if to_the_right else cell + gap


def _is_number(cell: str) -> bool:
    return not cell or cell.lstrip("+-").replace(".", "", 1).isdecimal()
