"""Reading gives a script or its problems, whatever the file holds, and never raises."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.library import bundled_folder
from simulator.scenario.problems.catalogue import KINDS
from simulator.scenario.reader import Reading, read_file, read_script
from simulator.scenario.reading.source import MOST_BYTES
from tests.scenario.scripts import PRINCIPLES, SOUND, codes_with, reading_with, script_with

SCRIPTS = [SOUND, *(path.read_text(encoding="utf-8") for path in sorted(bundled_folder().rglob("*.yaml")))]

SIGNS = st.sampled_from([": ", " #", "\t", "- ", *"{}[]\"'*&!%@`|>?,\\~", "\n", "\n  ", "---\n", "\x1b[2J", "\u202e"])


def is_whole(reading: Reading) -> bool:
    """Whether a reading is a script without problems, or problems with places, of known kinds and in order."""
    places = [(problem.line, problem.column) for problem in reading.problems]
    return (
        (reading.script is None) == bool(reading.problems)
        and all(line >= 1 and column >= 1 for line, column in places)
        and places == sorted(places)
        and all(problem.code in KINDS and problem.message and problem.hint for problem in reading.problems)
    )


@settings(deadline=None)
@given(st.text())
def test_reading_never_raises_on_any_text(text: str) -> None:
    assert is_whole(read_script(text, PRINCIPLES))


@settings(deadline=None)
@given(st.binary())
def test_reading_never_raises_on_any_bytes(content: bytes) -> None:
    assert is_whole(read_script(content, PRINCIPLES))


@settings(deadline=None)
@given(st.lists(st.one_of(SIGNS, st.sampled_from(["title", "turns:\n", "says: no", "when", "a: b"]))).map("".join))
def test_reading_never_raises_on_the_signs_of_yaml(text: str) -> None:
    assert is_whole(read_script(text, PRINCIPLES))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_reading_never_raises_on_a_script_with_characters_changed(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SCRIPTS))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 12))
        text = text[:start] + data.draw(SIGNS) + text[start + length :]
    assert is_whole(read_script(text, PRINCIPLES))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_reading_never_raises_on_a_script_with_lines_moved(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(SCRIPTS)).split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        line = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
        indented = " " * data.draw(st.integers(0, 10)) + line.lstrip()
        lines.insert(data.draw(st.integers(0, len(lines))), indented)
    assert is_whole(read_script("\n".join(lines), PRINCIPLES))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_message_or_hint_holds_what_a_terminal_obeys(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SOUND)))
    dangerous = data.draw(st.sampled_from(["\x1b[2J", "\u202e", "\x9b", "\x00", '"\\e[2J"', '"\\u202e": x', '? "\\0"']))
    for problem in read_script(SOUND[:start] + dangerous + SOUND[start:], PRINCIPLES).problems:
        assert not set(problem.message + problem.hint) & {"\x1b", "\u202e", "\x9b", "\x00", "\n"}


def test_the_python_parser_reads_the_same_where_libyaml_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    fast = read_script(SOUND, PRINCIPLES)
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert read_script(SOUND, PRINCIPLES) == fast
    for text in ("[" * 60_000, "a: [b", "a: b: c", '"', "%", "a: !!x b", "a: *b", '"\\UFFFFFFFF"', "\ud800", "- \t- a"):
        assert is_whole(read_script(text, PRINCIPLES))


def test_problems_of_every_part_are_reported_in_one_go() -> None:
    codes = codes_with(
        ("difficulty: 3", "difficulty: hard"),
        ("cares: {own-the-problem: 2,", "cares: {own-the-problm: 2,"),
        ("by: friday}", "by: fryday}"),
        ("after: 6 days", "after: soon"),
        ("outcome: loyal", "outcome: royal"),
        ("          - friday\n", "          - fryday\n"),
    )
    assert codes == ["not-a-number", "unknown-name", "unknown-name", "not-days", "unknown-name", "unknown-choice"]


def test_places_are_those_of_keys_and_of_list_items() -> None:
    places = reading_with().places
    lines = SOUND.split("\n")
    line = lines.index("      never-again:") + 1
    assert places["turns", "third-time", "responses", "never-again"] == (line, 7)
    assert places["turns", "third-time", "responses", "never-again", "reply", "1", "any", "0"] == (line + 8, 19)
    assert all(lines[line - 1][column - 1 :].strip() for line, column in places.values())


def test_a_byte_order_mark_and_the_line_ends_of_windows_change_nothing() -> None:
    content = b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()
    assert read_script(content, PRINCIPLES).script == script_with()
    assert read_script("\ufeff" + SOUND, PRINCIPLES).script == script_with()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b"# nothing\n", "empty-file"),
        (b"\xff\xfet\x00", "not-utf8"),
        (SOUND.encode("utf-16"), "not-utf8"),
        ("title: caf\xe9".encode("latin-1"), "not-utf8"),
        (b"- a\n", "wrong-type"),
        (b"just words\n", "wrong-type"),
        (b"[" * 60_000, "too-deep"),
        (b"? " * 60_000, "too-deep"),
        (b"a: &a b\n", "anchor"),
        (b"%TAG ! x:y\n", "yaml-syntax"),
        ("title: \ud800", "control-character"),
        ("title: a\u2028b", "control-character"),
        ("title: a\rb", "control-character"),
        ("title: a\x85b", "control-character"),
        ("title: a\u200fb", "direction-character"),
        ("title: a\u061cb", "direction-character"),
        ('title: "a\\x1bb"', "control-character"),
        ('title: "a\\u2066b"', "direction-character"),
        ('title: "a\\0b"', "control-character"),
    ],
)
def test_what_is_no_script_is_refused(content: bytes | str, code: str) -> None:
    reading = read_script(content, PRINCIPLES)
    assert is_whole(reading)
    assert code in [problem.code for problem in reading.problems]


def test_a_merge_bomb_is_refused_before_anything_is_merged() -> None:
    bomb = "a0: &a0 {k: v}\n" + "".join(f"a{i}: &a{i} {{<<: [{f'*a{i - 1}, ' * 9}]}}\n" for i in range(1, 20))
    codes = {problem.code for problem in read_script(bomb, PRINCIPLES).problems}
    assert {"anchor", "alias", "merge-key"} <= codes


def test_where_a_wrong_byte_stands_is_counted_in_characters() -> None:
    problem = read_script("title: é\nabcé".encode() + b"\xff", PRINCIPLES).problems[0]
    assert (problem.code, problem.line, problem.column) == ("not-utf8", 2, 5)


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sound.yaml"
    path.write_text(SOUND, encoding="utf-8")
    assert read_file(path, PRINCIPLES) == read_script(SOUND, PRINCIPLES)


def test_a_file_that_can_not_be_read_is_a_problem(tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for path in (tmp_path, tmp_path / "missing", tmp_path / "pipe", tmp_path / "loop", Path("a\0b"), Path("/dev/zero")):
        reading = read_file(path, PRINCIPLES)
        assert [problem.code for problem in reading.problems] == ["cannot-read"]
        assert is_whole(reading)


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert [problem.code for problem in read_file(path, PRINCIPLES).problems] == ["too-large"]
    at_the_limit = SOUND + "#" * (MOST_BYTES - len(SOUND.encode()))
    assert read_script(at_the_limit, PRINCIPLES).problems == ()
    assert [problem.code for problem in read_script(at_the_limit + "#", PRINCIPLES).problems] == ["too-large"]


def test_nothing_of_a_script_needs_yaml_until_one_is_read() -> None:
    modules = "model, moods, digest, library, errors, reader, problems.catalogue"
    imports = "; ".join(f"import simulator.scenario.{module.strip()}" for module in modules.split(","))
    code = f"import sys; {imports}; print(sorted({{'yaml', 'sqlite3', 'textual', 'click'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
