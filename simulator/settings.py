"""The user's settings: a small TOML file, every key of which is described in Settings. There need not be one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from simulator.locations import scenario_folders, settings_file


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file may say."""

    scenarios: tuple[Path, ...] = ()
    """`scenarios = ["~/our-scenarios"]`: folders that join the library, looked up from the file's own."""


class SettingsError(Exception):
    """The settings can't be read; its text says where and what to mend."""

    def __init__(self, file: Path, what: str) -> None:
        self.file = file
        self.what = what
        super().__init__(f"The settings cannot be used: {what} ({file})\nMend the file, or delete it to do without.")


def read_settings(file: Path | None = None) -> Settings:
    """The settings of that file, by default the user's; without a file nothing is set. Raises SettingsError."""
    file = file or settings_file()
    try:
        content = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise SettingsError(file, f"{error.strerror}.") from error
    import tomllib

    try:
        # Windows' editors put a mark before the first character.
        said = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(file, f"{error}.") from error
    known = {field.name for field in fields(Settings)}
    if unknown := sorted(set(said) - known):
        raise SettingsError(file, f"there is no setting {unknown[0]!r}; there is {', '.join(sorted(known))}.")
    return Settings(scenarios=_folders(file, said.get("scenarios", [])))


def chosen_folders(environment: Mapping[str, str] = os.environ, file: Path | None = None) -> tuple[Path, ...]:
    """The trainers' folders, each once: those of the variable, then those of the settings. Raises SettingsError."""
    return tuple(dict.fromkeys((*scenario_folders(environment), *read_settings(file).scenarios)))


def _folders(file: Path, said: Any) -> tuple[Path, ...]:
    if not isinstance(said, list) or not all(isinstance(folder, str) and folder.strip() for folder in said):
        raise SettingsError(file, 'scenarios is a list of folders, as in scenarios = ["~/our-scenarios"].')
    return tuple(file.parent / os.path.expanduser(folder) for folder in said)
