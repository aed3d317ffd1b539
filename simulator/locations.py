"""Where things lie: the database, the settings, the trainers' own scenarios. The only place that knows.

Folders of the user come from platformdirs, imported when first asked for.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

NAME = "coolhead"

DATABASE = "COOLHEAD_DATABASE"
"""The variable that names another database."""

SCENARIOS = "COOLHEAD_SCENARIOS"
"""The variable that names folders of scenarios, parted as in PATH."""


def database_file(option: str | os.PathLike[str] | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """The database: as the option says, else the variable, else `coolhead.db` in the user's data directory."""
    if option:
        return Path(os.path.expanduser(option))
    if named := environment.get(DATABASE):
        return Path(os.path.expanduser(named))
    return data_directory() / "coolhead.db"


def scenario_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """The folders that the variable names, in its order; empty parts are left out."""
    return tuple(
        Path(os.path.expanduser(part)) for part in environment.get(SCENARIOS, "").split(os.pathsep) if part.strip()
    )


def data_directory() -> Path:
    """Where the user's data belongs on this system."""
    import platformdirs

    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def settings_file() -> Path:
    """Where the user's settings belong on this system; the file need not exist."""
    import platformdirs

    return Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "settings.toml"
