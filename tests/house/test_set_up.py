"""The script that sets everything up: what it takes for ready, what it mends, what it says when it can't."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.checkout import ROOT, text_of


@pytest.fixture
def script() -> ModuleType:
    """A fresh `run.py` as a module, so that a test may change what it looks at."""
    spec = importlib.util.spec_from_file_location("coolhead_run", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path, script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a `.venv` whose packages are folders, and a pip that installs by doing nothing."""
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    venv = tmp_path / ".venv"
    for folder in ("bin", "lib/textual", "lib/click"):
        (venv / folder).mkdir(parents=True)
    for file in ("bin/python", "bin/coolhead", "pyvenv.cfg"):
        (venv / file).touch()
    monkeypatch.setattr(script, "ROOT", str(tmp_path))
    monkeypatch.setattr(script, "VENV", str(venv))
    monkeypatch.setattr(script, "NOTE", str(venv / "note.txt"))
    monkeypatch.setattr(script, "PYTHON", str(venv / "bin/python"))
    monkeypatch.setattr(script, "COOLHEAD", str(venv / "bin/coolhead"))
    monkeypatch.setattr(script, "answer_of", lambda python, program: str(venv / "lib"))
    return tmp_path


def test_the_script_is_read_by_pythons_too_old_to_run_it() -> None:
    ast.parse(text_of("run.py"), feature_version=(3, 7))


def test_an_old_python_is_told_what_is_needed(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and this is Python 3\.8"):
        script.start_with_a_newer_python()


def test_an_environment_is_ready_once_a_set_up_has_ended(script: ModuleType, checkout: Path) -> None:
    assert not script.is_ready(testing=False)
    script.write_note(testing=False)
    assert script.is_ready(testing=False)


def test_tests_need_more_than_playing_does(script: ModuleType, checkout: Path) -> None:
    script.write_note(testing=False)
    assert not script.is_ready(testing=True)
    script.write_note(testing=True)
    assert script.is_ready(testing=True)
    assert script.is_ready(testing=False)


@pytest.mark.parametrize("paper", ["pyproject.toml", "constraints.txt"])
def test_another_recipe_asks_for_another_set_up(script: ModuleType, checkout: Path, paper: str) -> None:
    script.write_note(testing=False)
    with open(checkout / paper, "a") as file:
        file.write("# changed\n")
    assert not script.is_ready(testing=False)


def test_another_python_asks_for_another_environment(
    script: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script.write_note(testing=False)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert not script.is_ready(testing=False)
    assert not script.is_sound()


@pytest.mark.parametrize("lost", ["lib/textual", "bin/python", "bin/coolhead", "pyvenv.cfg"])
def test_an_environment_that_lost_something_is_made_anew(script: ModuleType, checkout: Path, lost: str) -> None:
    script.write_note(testing=False)
    path = checkout / ".venv" / lost
    if path.is_dir():
        path.rmdir()
    else:
        path.unlink()
    assert not script.is_ready(testing=False)
    assert not script.is_sound()


def test_an_interrupted_set_up_is_made_anew(
    script: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(testing: bool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(script, "make_venv", lambda: None)
    monkeypatch.setattr(script, "install", interrupted)
    assert script.main([]) == 130
    assert not script.is_ready(testing=False)
    assert not script.is_sound()


def test_a_failed_installation_says_what_pip_said_and_what_to_do(
    script: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "is_sound", lambda: True)
    monkeypatch.setattr(script, "output_of", lambda command: (1, "ERROR: No matching distribution found for textual"))
    assert script.main(["list"]) == 1
    said = capsys.readouterr()
    assert "No matching distribution" in said.err
    assert "network" in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["test"], ["-m", "pytest", "-n", "auto"]),
        (["test", "-k", "mask"], ["-m", "pytest", "-n", "auto", "-k", "mask"]),
        (["test", "-n0", "--pdb"], ["-m", "pytest", "-n0", "--pdb"]),
    ],
)
def test_what_follows_test_goes_to_pytest(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str], command: list[str]
) -> None:
    assert started_by(script, monkeypatch, arguments)[1:] == command


@pytest.mark.skipif(os.name == "nt", reason="the command has another form there")
@pytest.mark.parametrize("arguments", [[], ["list", "--json"], ["play", "third-late-sofa", "--plain"]])
def test_everything_else_goes_to_coolhead(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    assert started_by(script, monkeypatch, arguments)[1:] == [script.COOLHEAD, *arguments]


def started_by(script: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> list[str]:
    """The command that the script becomes for these arguments."""
    started: list[str] = []

    def note(command: list[str]) -> int:
        started.extend(command)
        return 0

    monkeypatch.setattr(script, "is_ready", lambda testing: True)
    monkeypatch.setattr(script, "run", note)
    monkeypatch.chdir(os.getcwd())
    assert script.main(arguments) == 0
    return started
