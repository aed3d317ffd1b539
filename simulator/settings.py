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

    theme: str = ""
    """`theme = "nord"`: the colours of the app; its own where nothing is said."""
    scenarios: tuple[Path, ...] = ()
    """`scenarios = ["~/our-scenarios"]`: folders that join the library, looked up from the file's own."""


class SettingsError(Exception):
    """The settings can't be read or kept; its text says where and what to mend."""

    def __init__(
        self, file: Path, what: str, *, advice: str = "Mend the file, or delete it to do without.", to: str = "used"
    ) -> None:
        self.file = file
        self.what = what
        super().__init__(f"The settings cannot be {to}: {what} ({file})\n{advice}")


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
    theme = said.get("theme", "")
    if not isinstance(theme, str):
        raise SettingsError(file, 'theme is a name, as in theme = "nord".')
    return Settings(theme=theme, scenarios=_folders(file, said.get("scenarios", [])))


def save_settings(settings: Settings, file: Path | None = None) -> None:
    """Keep the settings, by default in the user's file; should that fail, the old ones stay. Raises SettingsError.

    What a person wrote there as a comment is not kept.
    """
    file = file or settings_file()
    lines = [f"theme = {_quoted(settings.theme)}\n"] if settings.theme else []
    if settings.scenarios:
        lines.append(f"scenarios = [{', '.join(_quoted(str(folder)) for folder in settings.scenarios)}]\n")
    beside = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text("".join(lines), encoding="utf-8")
        os.replace(beside, file)
    except (OSError, UnicodeEncodeError) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        advice = "What you chose holds until you quit."
        raise SettingsError(file, f"{what}.", advice=advice, to="kept") from error


def chosen_folders(environment: Mapping[str, str] = os.environ, file: Path | None = None) -> tuple[Path, ...]:
    """The trainers' folders, each once: those of the variable, then those of the settings. Raises SettingsError."""
    return tuple(dict.fromkeys((*scenario_folders(environment), *read_settings(file).scenarios)))


def _folders(file: Path, said: Any) -> tuple[Path, ...]:
    if not isinstance(said, list) or not all(isinstance(folder, str) and folder.strip() for folder in said):
        raise SettingsError(file, 'scenarios is a list of folders, as in scenarios = ["~/our-scenarios"].')
    return tuple(file.parent / os.path.expanduser(folder) for folder in said)


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(f"\\u{ord(sign):04x}" if sign < " " or sign == "\x7f" else sign for sign in escaped) + '"'
