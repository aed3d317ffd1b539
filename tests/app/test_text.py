"""Text from scripts and people on its way to the screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.app.text import content, harmless, one_line, rich_text

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)


@given(ANYTHING)
@example("\x1b]0;title\x07\x9b31m")
@example("a\r\nb\rc\u2028d")
@example("\u202eabc\u2066\u200f\u061c")
@example("\ud800")
def test_nothing_that_a_terminal_obeys_is_left(text):
    shown = harmless(text)
    shown.encode()
    assert all(unicodedata.category(sign) not in ("Cc", "Zl", "Zp", "Cs") or sign == "\n" for sign in shown)
    assert all(
        unicodedata.bidirectional(sign) not in ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")
        for sign in shown
    )
    assert "\n" not in one_line(text)


@given(ANYTHING)
def test_making_harmless_twice_changes_nothing(text):
    assert harmless(harmless(text)) == harmless(text)


@pytest.mark.parametrize("text", ["", "Plain.", "Zwei Zeilen\n— und „Gänsefüßchen“", "佐藤 花子", "क्‍ष", "[/] [b]"])
def test_what_prints_stays_as_it_is(text):
    assert harmless(text) == text


def test_a_selector_that_would_change_a_width_is_left_out():
    assert harmless("☎\ufe0f now") == "☎ now"


@pytest.mark.parametrize("text", ["[/", "[/b]", "[b]bold[/b]", "[@click=app.quit]out[/]", "\\[", "[[", "$accent"])
def test_markup_is_text(text):
    assert content(text).plain == text
    assert content(text).spans == []
    assert content(text, "bold").plain == text
    assert rich_text(text).plain == text
    assert not rich_text(text).spans
