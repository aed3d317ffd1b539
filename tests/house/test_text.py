"""What must not stand in any file of the project."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from tests.house.checkout import ROOT, files

PICTURES = {".png", ".ico"}

# Put together here, so that this file does not itself hold what it looks for.
MACHINE_PATH = re.compile("/" + r"(?:root|home/\w+|Users/\w+|work)/" + "|" + r"[A-Za-z]:" + r"\\Users\\", re.ASCII)
REGISTRY_HOST = re.compile(r"\b(?:pypi|pythonhosted|npmjs|debian|crates|rubygems)" + r"\.(?:org|io|com|net)\b")

JOINERS = ("\u200c", "\u200d")
"""Unseen, but part of how some languages are written."""

DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc", "manager"}


def found(search: Callable[[str], Iterable[str]]) -> dict[str, set[str]]:
    """What a search finds in each text file, for those where it finds anything."""
    texts = {path: path.read_bytes().decode("utf-8", errors="replace") for path in files()}
    hits = {path: set(search(text)) for path, text in texts.items() if path.suffix not in PICTURES}
    return {path.relative_to(ROOT).as_posix(): hit for path, hit in hits.items() if hit}


def test_no_file_names_a_path_of_someones_machine() -> None:
    assert found(MACHINE_PATH.findall) == {}


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert found(REGISTRY_HOST.findall) == {}


def test_no_file_hides_control_or_direction_characters() -> None:
    def hidden(text: str) -> set[str]:
        unseen = {character for character in set(text) if unicodedata.category(character) in ("Cc", "Cf")}
        return {ascii(character) for character in unseen - {"\n", "\t", *JOINERS}}

    assert found(hidden) == {}


def test_no_file_is_a_drawer_by_its_name() -> None:
    assert [path.name for path in files() if path.stem in DRAWERS] == []
