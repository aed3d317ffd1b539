"""The face: drawn at any size, in characters of one width, telling one state of feelings from another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.app.drawing.expression import expression
from simulator.app.drawing.portrait import HAIRS, portrait
from simulator.app.heads import HERS, HIS, head_of
from simulator.scenario.moods import MOODS
from tests.app.playing import SHELF, SOUP, playable

feelings = st.tuples(*[st.integers(0, 20)] * 3)

MIDDLES = {
    mood: tuple((each.low + each.high) // 2 for each in region) for mood, region in MOODS.items() if mood != "wavering"
}


@given(feelings, st.sampled_from(HAIRS), st.integers(8, 60), st.integers(4, 30))
def test_any_feelings_are_drawn_in_exactly_the_cells_there_are(state, hair, columns, rows):
    drawn = portrait(expression(*state), hair, columns, rows)
    assert [len(line) for line in drawn.lines] == [columns] * rows
    assert [len(line) for line in drawn.hair] == [columns] * rows
    assert all(sign == " " or "\u2801" <= sign <= "\u28ff" for line in drawn.lines for sign in line)


def test_every_mood_has_a_face_of_its_own():
    faces = {mood: portrait(expression(*middle), "crop", 24, 9).lines for mood, middle in MIDDLES.items()}
    assert len(set(faces.values())) == len(faces)


@pytest.mark.parametrize("feeling", range(3))
def test_two_points_of_any_feeling_can_be_seen(feeling):
    state = [8, 9, 9]
    before = portrait(expression(*state), "crop", 40, 18).lines
    state[feeling] += 2
    assert portrait(expression(*state), "crop", 40, 18).lines != before


@given(feelings)
def test_more_anger_never_smiles_more(state):
    anger, trust, openness = state
    calmer = expression(anger / 2, trust, openness)
    assert expression(anger, trust, openness).frown >= calmer.frown
    if calmer.smile > 0:
        assert expression(anger, trust, openness).smile <= calmer.smile


def test_a_customer_keeps_their_head():
    script = playable(SHELF).game.script
    assert head_of(script) == head_of(replace(script, title="Another title"))
    assert head_of(script) in HIS
    assert head_of(playable(SOUP).game.script) in HERS
