"""The version stands in one place."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib

from tests.house.checkout import files, text_of


def version() -> str:
    return str(tomllib.loads(text_of("pyproject.toml"))["project"]["version"])


def test_the_installed_distribution_has_the_version_of_the_checkout() -> None:
    assert importlib.metadata.version("coolhead") == version()


def test_no_module_repeats_the_version() -> None:
    stated = re.compile(r"""^_*version_*\s*=\s*["']\d""", re.IGNORECASE | re.MULTILINE)
    assert [path.name for path in files() if path.suffix == ".py" and stated.search(path.read_text("utf-8"))] == []


def test_the_changelog_tells_of_this_version_or_of_what_is_not_released_yet() -> None:
    newest = re.findall(r"^## \[(.+?)\]", text_of("CHANGELOG.md"), re.MULTILINE)[0]
    assert newest in ("Unreleased", version())
