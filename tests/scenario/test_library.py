"""The library finds every scenario by id or path, and what is broken in it never breaks its list."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest

from simulator.scenario.errors import ScenarioError, ScenarioInvalid, ScenarioNotFound
from simulator.scenario.library import BUNDLED, Library, bundled_folder
from simulator.scenario.problems import Situation
from simulator.scenario.problems.catalogue import KINDS
from simulator.scenario.reader import read_file
from tests.scenario.scripts import PRINCIPLES, SOUND

BROKEN = SOUND.replace("difficulty: 3", "difficulty: hard")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A trainer's own folder with a sound scenario, and a broken one in a folder of its own."""
    folder = tmp_path / "mine"
    (folder / "angry").mkdir(parents=True)
    (folder / "late-sofa.yaml").write_text(SOUND, encoding="utf-8")
    (folder / "angry" / "broken-one.yml").write_text(BROKEN, encoding="utf-8")
    (folder / "notes.txt").write_text("not a scenario", encoding="utf-8")
    (folder / ".hidden.yaml").write_text("not a scenario", encoding="utf-8")
    return folder


def test_the_bundled_scenarios_are_there_without_a_folder() -> None:
    entries = Library().entries
    assert {entry.path.suffix for entry in entries.values()} == {".yaml"}
    assert {entry.source for entry in entries.values()} == {BUNDLED}
    assert sorted(entries) == sorted(path.stem for path in bundled_folder().rglob("*.yaml"))


def test_a_folder_joins_the_library(folder: Path) -> None:
    library = Library([folder])
    assert library.entries["late-sofa"].source == str(folder)
    assert library.entries["broken-one"].path == folder / "angry" / "broken-one.yml"
    assert "notes" not in library.entries
    assert library.left_out == ()


def test_a_scenario_is_found_by_id_and_by_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library([folder])
    assert library.load("late-sofa").script.title == "The third late sofa"
    by_path = library.load(str(folder / "late-sofa.yaml"))
    assert by_path.script == library.load("late-sofa").script
    monkeypatch.chdir(folder)
    assert Library().load("late-sofa.yaml").entry.id == "late-sofa"
    assert Library().load("./late-sofa.yaml").entry.id == "late-sofa"


def test_an_unknown_id_names_those_that_are_near(folder: Path) -> None:
    with pytest.raises(ScenarioNotFound, match="Did you mean late-sofa") as raised:
        Library([folder]).load("late-soffa")
    assert raised.value.near[0] == "late-sofa"
    for asked in ("zzz", "no/such/file.yaml", "nothing.yml", "", "a\0b", "angry", "x" * 5_000):
        with pytest.raises(ScenarioError):
            Library([folder]).find(asked)


def test_a_folder_of_the_working_directory_is_no_scenario(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(ScenarioNotFound):
        Library().find("angry")


def test_a_broken_scenario_is_loaded_with_its_problems_and_has_no_script(folder: Path) -> None:
    loaded = Library([folder]).load("broken-one")
    assert [problem.code for problem in loaded.reading.problems] == ["not-a-number"]
    with pytest.raises(ScenarioInvalid, match="1 problem") as raised:
        _ = loaded.script
    assert raised.value.reading is loaded.reading


def test_a_list_shows_headlines_and_what_is_broken(folder: Path) -> None:
    summaries = {summary.entry.id: summary for summary in Library([folder]).summaries()}
    headline = summaries["late-sofa"].headline
    assert headline is not None
    assert (headline.title, headline.kind, headline.difficulty) == ("The third late sofa", "repeat-problem", 3)
    assert headline.customer == "Dana Whitfield"
    assert headline.setting.endswith("Dana is already at the counter.")
    assert headline.teaches == ("own-the-problem", "promise-honestly")
    assert not summaries["late-sofa"].broken
    problem = summaries["broken-one"].problem
    assert problem is not None
    assert problem.code == "not-a-number"
    assert summaries["broken-one"].broken


def test_a_file_is_read_again_only_when_it_has_changed(folder: Path) -> None:
    library = Library([folder])
    first = library.load("late-sofa").reading
    assert library.load("late-sofa").reading is first
    (folder / "late-sofa.yaml").write_text(BROKEN, encoding="utf-8")
    assert library.load("late-sofa").reading.script is None


def test_of_two_files_with_one_id_the_first_is_kept_and_the_other_listed_as_left_out(
    folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "late-sofa.yaml").write_text(BROKEN, encoding="utf-8")
    library = Library([folder, other])
    assert library.entries["late-sofa"].path.parent == folder
    ((entry, problem),) = library.left_out
    assert (entry.path.parent, problem.code) == (other, "id-taken")
    assert "rename" in problem.hint
    assert [summary.broken for summary in library.summaries() if summary.entry.id == "late-sofa"] == [False, True]


def test_a_folder_given_twice_holds_no_id_twice(folder: Path) -> None:
    assert Library([folder, folder, bundled_folder()]).left_out == ()


def test_what_can_not_be_read_is_broken_in_the_list(folder: Path, tmp_path: Path) -> None:
    (folder / "dangling.yaml").symlink_to(tmp_path / "nowhere")
    (folder / "folder.yaml").mkdir()
    library = Library([folder, tmp_path / "no-such-folder"])
    codes = {summary.entry.id: summary.problem.code for summary in library.summaries() if summary.problem is not None}
    assert codes["dangling"] == "cannot-read"
    assert codes["no-such-folder"] == "no-folder"
    assert "folder" not in codes


def test_folders_are_searched_only_so_deep_and_never_round_in_circles(folder: Path) -> None:
    (folder / "angry" / "again").symlink_to(folder)
    deep = folder.joinpath(*"abcdefg")
    deep.mkdir(parents=True)
    (deep / "too-deep.yaml").write_text(SOUND, encoding="utf-8")
    assert "too-deep" not in Library([folder]).entries


def test_a_file_name_that_a_terminal_would_obey_is_left_out(folder: Path) -> None:
    made = 0
    for name in (b"red\x1b[31m.yaml", "turned\u202e.yaml".encode(), b"bytes\xff.yaml"):
        # Not every file system takes every one of these names.
        with contextlib.suppress(OSError), open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(SOUND.encode())
            made += 1
    library = Library([folder])
    assert [problem.code for _, problem in library.left_out] == ["bad-file-name"] * made
    for entry, problem in library.left_out:
        assert (entry.id + problem.message + problem.hint).isprintable()


def show_situation(code: str, folder: Path) -> list[str]:
    """The codes that come of the situation of a kind that no text can show."""
    path = folder / "script.yaml"
    match code:
        case "cannot-read":
            return [problem.code for problem in read_file(folder, PRINCIPLES).problems]
        case "not-utf8":
            path.write_bytes(SOUND.encode("latin-1", "replace") + b"\xe9")
        case "empty-file":
            path.write_text("# nothing but a comment\n", encoding="utf-8")
        case "no-folder":
            return [problem.code for _, problem in Library([folder / "none"]).left_out]
        case "bad-file-name":
            (folder / "a\x07.yaml").write_text(SOUND, encoding="utf-8")
            return [problem.code for _, problem in Library([folder]).left_out]
        case "id-taken":
            (folder / "twin").mkdir()
            (folder / "twin" / "script.yaml").write_text(SOUND, encoding="utf-8")
            path.write_text(SOUND, encoding="utf-8")
            return [problem.code for _, problem in Library([folder]).left_out]
    return [problem.code for problem in read_file(path, PRINCIPLES).problems]


@pytest.mark.parametrize("code", [kind.code for kind in KINDS.values() if isinstance(kind.example, Situation)])
def test_every_situation_shows_its_kind_of_problem_and_nothing_else(code: str, tmp_path: Path) -> None:
    assert show_situation(code, tmp_path) == [code]
