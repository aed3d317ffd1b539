"""The settings file."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.settings import Settings, SettingsError, chosen_folders, read_settings, save_settings


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.toml"


def test_without_a_file_nothing_is_set(file, tmp_path):
    assert read_settings(file) == Settings()
    (tmp_path / "file").touch()
    assert read_settings(tmp_path / "file" / "settings.toml") == Settings()


def test_folders_start_at_home_at_the_root_or_beside_the_file(file, tmp_path, monkeypatch):
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    absolute = tmp_path / "elsewhere"
    file.write_text(f"# ours\nscenarios = ['~/ours', 'beside', '{absolute}']\n", encoding="utf-8-sig")
    assert read_settings(file).scenarios == (tmp_path / "home" / "ours", tmp_path / "beside", absolute)


def test_folders_of_the_variable_come_first_and_each_comes_once(file, tmp_path):
    file.write_text("scenarios = ['a', 'b']")
    chosen = chosen_folders({"COOLHEAD_SCENARIOS": f"{tmp_path / 'b'}"}, file)
    assert chosen == (tmp_path / "b", tmp_path / "a")
    assert chosen_folders({"COOLHEAD_SCENARIOS": "x"}, file.with_name("none")) == (Path("x"),)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"scenarios = ours", "line 1"),
        (b"scenarios = 'one'", "list of folders"),
        (b"scenarios = [1]", "list of folders"),
        (b"scenarios = ['']", "list of folders"),
        (b"scenario = ['one']", "no setting 'scenario'"),
        (b"theme = 3", "theme is a name"),
        (b"\xff\xfe", "utf-8"),
    ],
)
def test_a_broken_file_is_told_with_what_to_mend(file, content, said):
    file.write_bytes(content)
    with pytest.raises(SettingsError, match="Mend the file") as broken:
        read_settings(file)
    assert said in str(broken.value)
    assert str(file) in str(broken.value)


def test_a_folder_in_its_place_is_told(tmp_path):
    with pytest.raises(SettingsError):
        read_settings(tmp_path)


@pytest.mark.parametrize("folder", ["plain", 'with "quotes" and \\', "a\ttab and a \x7f", "Übung · 練習"])
def test_what_is_kept_is_read_again(file, folder):
    settings = Settings(theme="nord", scenarios=(file.parent / folder,))
    save_settings(settings, file)
    assert read_settings(file) == settings
    assert list(file.parent.iterdir()) == [file]


def test_keeping_nothing_reads_as_nothing(file):
    save_settings(Settings(), file.parent / "new" / "settings.toml")
    assert read_settings(file.parent / "new" / "settings.toml") == Settings()


def test_settings_that_cannot_be_kept_say_so_and_leave_the_old_ones(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(SettingsError, match="cannot be kept"):
        save_settings(Settings(theme="nord"), blocked / "settings.toml")
    undecodable = Settings(scenarios=(tmp_path / "\udc80",))
    file = tmp_path / "settings.toml"
    save_settings(Settings(theme="nord"), file)
    with pytest.raises(SettingsError, match="cannot be kept"):
        save_settings(undecodable, file)
    assert read_settings(file).theme == "nord"
