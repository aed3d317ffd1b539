"""What the shell completes."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from simulator.app.plain.options import complete_scenario
from simulator.cli import SHELLS, coolhead
from tests.cli.conftest import Coolhead
from tests.cli.test_exit_codes import COMMAND
from tests.house.test_start_up import imported_by
from tests.small_scenarios import FOLDER


def completed(incomplete: str) -> list[tuple[str, str]]:
    scenario = coolhead.commands["play"].params[0]
    return [(item.value, item.type) for item in complete_scenario(None, scenario, incomplete)]  # type: ignore[arg-type]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell_is_printed(coolhead: Coolhead, shell: str) -> None:
    done = coolhead("completion", shell)
    assert done.code == 0
    assert f"_COOLHEAD_COMPLETE={shell}_complete" in done.out


def test_scenarios_are_completed_by_id_also_those_of_trainers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("COOLHEAD_SCENARIOS", str(FOLDER))
    assert completed("wob") == [("wobbly-shelf", "plain")]
    assert ("third-late-sofa", "plain") in completed("")


@pytest.mark.parametrize("begun", ["./wob", "/etc/", "~/sofa", "no-scenario-begins-like-this"])
def test_what_can_be_no_id_is_completed_as_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, begun: str) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert completed(begun) == [(begun, "file")]


def test_settings_that_cannot_be_read_are_no_trouble_while_typing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "coolhead").mkdir()
    (tmp_path / "coolhead" / "settings.toml").write_text("theme = ")
    assert completed("wob") == [("wob", "file")]


def test_completing_reads_no_scenario() -> None:
    asked = (
        "import os; os.environ.update(COMP_WORDS='coolhead play t', COMP_CWORD='2', _COOLHEAD_COMPLETE='bash_complete')"
    )
    assert not {"yaml", "sqlite3", "rich"} & imported_by(f"{asked}; from simulator.cli import main; main()")


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_completes_the_installed_command(surroundings: dict[str, str]) -> None:
    line = f"""
        PATH={Path(COMMAND).parent}:$PATH
        source <(coolhead completion bash)
        COMP_WORDS=(coolhead play wob) COMP_CWORD=2
        _coolhead_completion coolhead
        echo "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True, env={**os.environ, **surroundings}, timeout=60
    )
    assert done.stdout == "wobbly-shelf\n", done.stderr
