"""The wheel holds everything that the program reads."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.checkout import ROOT, files

PACKAGES = ("scenarios", "scoring", "simulator")


@pytest.fixture(scope="module")
def in_the_wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of all files of a wheel built from the checkout."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(place)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = place.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def in_the_packages() -> set[str]:
    """The names of all files of the packages in the checkout."""
    names = {path.relative_to(ROOT) for path in files()}
    return {name.as_posix() for name in names if name.parts[0] in PACKAGES}


@pytest.mark.parametrize("suffix", [".py", ".yaml", ".sql", ".tcss", ".typed"])
def test_every_file_of_a_kind_that_the_packages_have_is_in_the_wheel(in_the_wheel: set[str], suffix: str) -> None:
    wanted = {name for name in in_the_packages() if name.endswith(suffix)}
    assert wanted
    assert wanted - in_the_wheel == set()


def test_nothing_but_the_packages_and_their_description_is_in_the_wheel(in_the_wheel: set[str]) -> None:
    strangers = {name for name in in_the_wheel - in_the_packages() if ".dist-info/" not in name}
    assert strangers == set()


def test_the_packages_hold_no_file_of_an_unexpected_kind() -> None:
    kinds = {Path(name).suffix for name in in_the_packages()}
    assert kinds <= {".py", ".yaml", ".sql", ".tcss", ".typed"}
