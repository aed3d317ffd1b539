"""Tables in plain lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from simulator.app.plain.printer import width_of
from simulator.app.text import one_line

GAP = "  "


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]], empty: str) -> None:
    """Rows under a header, in columns as wide as they need, numbers to the right; without rows the sentence `empty`."""
    cells = [[one_line("" if cell is None else str(cell)) for cell in row] for row in rows]
    if not cells:
        sys.stdout.write(f"{empty}\n")
        return
    columns = list(zip(header, *cells, strict=True))
    numeric = [all(_is_number(cell) for cell in column[1:]) for column in columns]
    widths = [max(map(width_of, column)) for column in columns]
    for row in (header, *cells):
        padded = [_padded(*place) for place in zip(row, widths, numeric, strict=True)]
        sys.stdout.write(f"{GAP.join(padded).rstrip()}\n")


def _padded(cell: str, width: int, to_the_right: bool) -> str:
    gap = " " * (width - width_of(cell))
    return gap + cell if to_the_right else cell + gap


def _is_number(cell: str) -> bool:
    return not cell or cell.lstrip("+-").replace(".", "", 1).isdecimal()
