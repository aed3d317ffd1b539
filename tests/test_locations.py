"""Where things lie."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from simulator.locations import data_directory, database_file, scenario_folders, settings_file


@pytest.fixture
def home(tmp_path, monkeypatch):
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path))
    return tmp_path


def test_the_option_comes_before_the_variable_and_the_variable_before_the_users_own():
    variable = {"COOLHEAD_DATABASE": "variable.db"}
    assert database_file("option.db", variable) == Path("option.db")
    assert database_file(None, variable) == Path("variable.db")
    assert database_file(None, {"COOLHEAD_DATABASE": ""}) == data_directory() / "coolhead.db"


def test_the_users_own_lie_where_the_system_wants_them():
    assert data_directory() == Path(platformdirs.user_data_dir("coolhead", appauthor=False))
    assert settings_file() == Path(platformdirs.user_config_dir("coolhead", appauthor=False)) / "settings.toml"


def test_a_tilde_is_the_home_directory(home):
    assert database_file("~/records.db", {}) == home / "records.db"
    assert database_file(None, {"COOLHEAD_DATABASE": "~/records.db"}) == home / "records.db"
    assert scenario_folders({"COOLHEAD_SCENARIOS": "~/ours"}) == (home / "ours",)


def test_a_tilde_of_nobody_is_left_as_it_is():
    assert database_file("~nobody-of-that-name/x.db", {}) == Path("~nobody-of-that-name/x.db")


def test_folders_of_scenarios_keep_their_order():
    assert scenario_folders({}) == ()
    assert scenario_folders({"COOLHEAD_SCENARIOS": os.pathsep.join(["b", "", " ", "a"])}) == (Path("b"), Path("a"))


def test_platformdirs_waits_until_it_is_asked():
    program = "import sys, simulator.locations; print('platformdirs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
