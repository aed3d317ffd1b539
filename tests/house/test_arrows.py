"""The order of the rooms: what stands lower never imports what stands higher."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.house.checkout import ROOT, text_of

ABOVE_ALL = {"__main__"}


def layers() -> list[str]:
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    return [name.strip() for contract in contracts for layer in contract.get("layers", []) for name in layer.split(":")]


def test_the_contract_holds() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_and_every_file_beside_the_rooms_has_its_place_in_the_contract() -> None:
    places = [
        path for path in (ROOT / "simulator").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    ]
    rooms = {f"simulator.{path.stem}" for path in places} - {"simulator.__init__"}
    assert rooms - set(layers()) == set()
