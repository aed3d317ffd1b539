"""Lines for people: wrapped, harmless, as wide as they are shown."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.app.plain.printer import Printer, width_of
from simulator.app.plain.streams import PLAIN
from simulator.app.plain.tables import print_table


def written(text: str, first: str = "") -> str:
    stream = io.StringIO()
    Printer(stream).say(text, first)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def forty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")


def test_what_follows_a_name_is_indented_as_far_as_the_name() -> None:
    said = written("Third time. That's the third time you people have said Saturday.", "Dana: ")
    assert said == "Dana: Third time. That's the third time\n      you people have said Saturday.\n"


def test_after_a_long_name_the_indent_stays_small() -> None:
    said = written("Somebody else's words, which take two lines.", "Wilhelmina Featherstonehaugh: ")
    assert said.splitlines()[1].startswith(" " * 10 + "else's")


def test_paragraphs_stay_apart() -> None:
    assert written("One.\n\nTwo.", "1. ") == "1. One.\n\n   Two.\n"


def test_nothing_is_an_empty_line() -> None:
    assert written("") == "\n"


@given(st.text())
def test_no_text_reaches_the_stream_with_a_character_that_a_terminal_obeys(text: str) -> None:
    said = written(text, text.replace("\n", " ")[:10])
    assert not {character for character in said if character < " " and character != "\n"}
    assert not set(said) & set("\x7f\x9b\u202e\u2066\ud800")


@given(st.text(st.characters(categories=("L", "Zs"))))
def test_no_line_of_words_is_wider_than_the_terminal(text: str) -> None:
    lines = written(text, "12. ").splitlines()
    assert max(map(len, lines)) <= 40


@pytest.mark.parametrize(("text", "width"), [("Dana", 4), ("練習", 4), ("e\u0301", 1), ("", 0)])
def test_the_width_is_that_of_the_columns_it_takes(text: str, width: int) -> None:
    assert width_of(text) == width


def test_columns_line_up_and_numbers_stand_to_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("who", "score"), [("Ann", 7), ("練習", 100), ("a\nb\x1b", None)], "Nobody.")
    assert capsys.readouterr().out == "who   score\nAnn       7\n練習    100\na b\ufffd\n"


def test_an_empty_table_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("who",), [], "Nobody.")
    assert capsys.readouterr().out == "Nobody.\n"


def test_what_stands_for_typographic_characters_is_ascii() -> None:
    assert all(plain.isascii() for plain in PLAIN.values())
