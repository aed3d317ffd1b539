"""Which names are taken, and when two are the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.records.errors import NameRefused
from simulator.records.names import LONGEST, clean_name, folded


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Ann   Lee \n", "Ann Lee"),
        ("Ann\u00a0Lee", "Ann Lee"),
        ("Zoe\u0308", "Zoë"),
        ("O'Brien-[/b] <x>", "O'Brien-[/b] <x>"),
        ("李雷", "李雷"),
        ("نیلوفر\u200cجان", "نیلوفر\u200cجان"),
        ("x" * LONGEST, "x" * LONGEST),
    ],
)
def test_a_name_is_kept_trimmed_and_composed(typed, name):
    assert clean_name(typed) == name


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "---",
        "\u200d",
        "Ann\x1b[2J",
        "Ann\x00",
        "Ann\nLee",
        "Ann\tLee",
        "Ann\x85Lee",
        "Ann\u202eeel",
        "Ann\u2066",
        "Ann\u200f",
        "Ann\u061c",
        "Ann\u2028Lee",
        "Ann\ufeff",
        "Ann\ud800",
        "Ann\U000e0041",
        "x" * (LONGEST + 1),
    ],
)
def test_what_cannot_be_shown_safely_is_refused(typed):
    with pytest.raises(NameRefused) as refused:
        clean_name(typed)
    assert str(refused.value).isprintable()


def test_a_refused_team_is_called_a_team():
    with pytest.raises(NameRefused, match="team"):
        clean_name("\x07", "team")


@given(st.text())
def test_a_name_once_taken_is_taken_unchanged_and_is_safe_on_a_terminal(text):
    try:
        name = clean_name(text)
    except NameRefused:
        return
    assert clean_name(name) == name
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in name)
    assert name.encode("utf-8")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann", "ANN"), ("Straße", "STRASSE"), ("Zoë", "zoe\u0308"), ("Ａｎｎ", "ann"), ("A\u200dnn", "Ann")],
)
def test_names_are_one_whatever_their_case_and_width(one, other):
    assert folded(one) == folded(other)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)
