"""The part of docs/findings.md that is written from the kinds of findings themselves.

`python -m tests.analysis.findings_page` writes it anew.
"""

from __future__ import annotations

import textwrap

from simulator.analysis.findings import Example, FindingKind
from simulator.analysis.findings.catalogue import SUBJECTS
from tests.house.checkout import ROOT

PAGE = ROOT / "docs" / "findings.md"

FIRST = f"## {next(iter(SUBJECTS))}\n"
"""Where the part begins."""


def sections() -> str:
    """Every kind under the heading of its subject."""
    return "\n".join(
        f"## {subject}\n\n" + "\n".join(section(kind) for kind in kinds) for subject, kinds in SUBJECTS.items()
    )


def section(kind: FindingKind) -> str:
    """What the page says of one kind."""
    faulty, mended = (block(kind.example, faulty=each) for each in (True, False))
    why = textwrap.fill(f"*{kind.severity.capitalize()}.* {kind.why}", 120, break_on_hyphens=False)
    return f"### {kind.code}\n\n{why}\n\n{faulty}\nMended:\n\n{mended}"


def block(example: Example, *, faulty: bool) -> str:
    """The changed parts of an example; those that are there only to carry the mark are left out."""
    parts = [
        each.faulty.replace("▸", "") if faulty else each.mended
        for each in example.changes
        if each.faulty.replace("▸", "") != each.mended
    ]
    return "```yaml\n" + "# ...\n".join(parts) + "```\n"


if __name__ == "__main__":
    head = PAGE.read_text(encoding="utf-8").split(FIRST)[0]
    PAGE.write_text(head + sections(), encoding="utf-8")
