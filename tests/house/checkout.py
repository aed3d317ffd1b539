"""The checkout under test, for tests of the house itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

MADE_BY_TOOLS = {"__pycache__", "build", "dist", "node_modules", "snapshot_report.html"}


def files() -> Iterator[Path]:
    """The files that belong to the project, without asking git: CI checks a copy that has no repository."""
    pending = [ROOT]
    while pending:
        for path in sorted(pending.pop().iterdir()):
            hidden = path.name.startswith(".") and path.name not in (".ci", ".gitignore")
            if hidden or path.name in MADE_BY_TOOLS or path.name.endswith(".egg-info"):
                continue
            if path.is_dir():
                pending.append(path)
            else:
                yield path


def text_of(name: str) -> str:
    """The text of a file, named from the top of the checkout."""
    return (ROOT / name).read_text(encoding="utf-8")
