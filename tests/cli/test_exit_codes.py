"""What the shell is told, by the command as it is installed: its exit code, and what stands on which stream."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_scenarios import INVALID, SHELF

COMMAND = str(Path(sys.executable).with_name("coolhead"))

Installed = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def installed(surroundings: dict[str, str], tmp_path: Path) -> Installed:
    """Run the installed command in an empty folder, with lines on its standard input."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()

    def run(*arguments: str, lines: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [COMMAND, *arguments],
            input=lines,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=folder,
            env={**os.environ, **surroundings, **variables},
            timeout=60,
        )

    return run


def test_0_when_all_went_well(installed: Installed) -> None:
    done = installed("play", "wobbly-shelf", "--json", "--seed", "1", lines="1\n1\n1\n1\n")
    assert (done.returncode, json.loads(done.stdout)["score"]) == (0, 100)


def test_0_when_the_input_ends_early(installed: Installed) -> None:
    done = installed("play", "wobbly-shelf", "--plain", lines="1\n")
    assert done.returncode == 0
    assert "--resume" in done.stderr


def test_1_when_something_else_failed(installed: Installed) -> None:
    done = installed("review", "77")
    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no attempt 77" in done.stderr


def test_1_when_the_settings_cannot_be_read(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "coolhead").mkdir()
    (tmp_path / "coolhead" / "settings.toml").write_text("theme = ")
    done = installed("list")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Mend the file" in done.stderr


def test_2_when_the_command_is_not_understood(installed: Installed) -> None:
    done = installed("plya", "cold-soup")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean 'play'?" in done.stderr


def test_2_when_there_is_no_such_scenario(installed: Installed) -> None:
    done = installed("play", "cold-soap")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean cold-soup?" in done.stderr


def test_2_when_there_is_nothing_to_check(installed: Installed, tmp_path: Path) -> None:
    done = installed("check", str(tmp_path / "elsewhere"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "There is no scenario file there.\n"


@pytest.mark.parametrize("command", ["check", "play"])
def test_3_when_a_scenario_has_problems_each_of_which_is_told(installed: Installed, command: str) -> None:
    done = installed(command, str(INVALID))
    assert done.returncode == 3
    assert "[missing-key]" in (done.stdout if command == "check" else done.stderr)
    assert command == "check" or done.stdout == ""


def test_3_comes_before_any_record_is_made(installed: Installed, tmp_path: Path) -> None:
    other = tmp_path / "new.db"
    assert installed("play", str(INVALID), "--database", str(other)).returncode == 3
    assert not other.exists()


def test_4_when_the_records_cannot_be_used(installed: Installed) -> None:
    place = "/proc/coolhead.db"
    done = installed("--database", place, "play", "cold-soup", "--plain", lines="1\n")
    assert (done.returncode, done.stdout) == (4, "")
    assert place in done.stderr


def test_whoever_reads_only_the_beginning_is_no_failure(installed: Installed, surroundings: dict[str, str]) -> None:
    environment = {**os.environ, **surroundings}
    for command in ("list", "play cold-soup --plain"):
        line = f"yes 1 | {COMMAND} {command} | head -n 1; echo ${{PIPESTATUS[1]}}"
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=environment, timeout=60)
        assert done.stdout.splitlines()[-1] == "0"
        assert "Traceback" not in done.stderr
        assert "Exception" not in done.stderr


def test_an_attempt_whose_reader_left_says_where_it_is_kept(installed: Installed, surroundings: dict[str, str]) -> None:
    line = f"yes '' | {COMMAND} play cold-soup --plain | head -n 1"
    environment = {**os.environ, **surroundings}
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=environment, timeout=60)
    assert "coolhead play cold-soup --plain --resume" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_1_when_the_output_cannot_be_written(surroundings: dict[str, str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [COMMAND, "list"], stdout=full, stderr=subprocess.PIPE, text=True, env={**os.environ, **surroundings}
        )
    assert done.returncode == 1
    assert "No space left on device." in done.stderr
    assert "Traceback" not in done.stderr


def test_another_alphabet_than_unicode_is_written_as_well_as_it_can(installed: Installed) -> None:
    done = installed("play", "cold-soup", "--plain", lines="1\n", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert 'Better: "You\'ve stopped. Is it cold?"' in done.stdout


def test_bytes_that_are_no_text_are_an_answer_that_does_not_exist(surroundings: dict[str, str]) -> None:
    done = subprocess.run(
        [COMMAND, "play", "cold-soup", "--plain"],
        input=b"\xff\xfe\x001\n1\n",
        capture_output=True,
        env={**os.environ, **surroundings},
    )
    assert done.returncode == 0
    assert b"That is none of the answers." in done.stdout


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_an_empty_one(surroundings: dict[str, str], closed: str) -> None:
    line = f"{COMMAND} play cold-soup --plain {closed}"
    environment = {**os.environ, **surroundings}
    done = subprocess.run(["bash", "-c", line], input="1\n", capture_output=True, text=True, env=environment)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_nothing_of_the_folder_one_is_in_is_run(installed: Installed, tmp_path: Path) -> None:
    for name in ("yaml", "json", "simulator"):
        (tmp_path / "elsewhere" / f"{name}.py").write_text("raise SystemExit('run by accident')")
    played = tmp_path / "elsewhere" / "other.yaml"
    played.write_text(SHELF.read_text().replace("trust: 8", "trust: 7"))
    done = installed("play", str(played), "--json", lines="1\n1\n1\n1\n")
    assert done.returncode == 0, done.stderr
