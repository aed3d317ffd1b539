"""The curve as it is drawn: every feeling at every answer, in any size, without colours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.review import review
from simulator.analysis.solver import solve
from simulator.app.charting import chart_of
from simulator.app.drawing.chart import MASKED, TURNING, drawn
from simulator.app.judgements import SIGNS
from simulator.conversation.conversation import Conversation
from tests.app.playing import SHELF, SOUP, playable


def reviewed(path, *responses):
    conversation = Conversation.begin(playable(path).game, 3)
    solution = solve(conversation.game, [conversation.feelings])
    for response in responses:
        conversation = conversation.respond(response)
    return review(conversation, solution)


SHELF_PLAYED = reviewed(SHELF, "manual", "plaster", "find-out", "ring")
SOUP_PLAYED = reviewed(SOUP, "the-spoon", "hot")


@given(st.integers(1, 160), st.integers(1, 60), st.integers(0, 4))
def test_it_fits_whatever_room_there_is(width, height, cursor):
    drawing = drawn(chart_of(SHELF_PLAYED), width, height, cursor)
    assert {len(line) for line in drawing.lines} == {max(20, width)}
    assert len(drawing.lines) == max(9, height)
    assert [len(kinds) for kinds in drawing.kinds] == [len(line) for line in drawing.lines]


def test_each_answer_has_its_letters_its_number_and_its_sign():
    drawing = drawn(chart_of(SHELF_PLAYED), 70, 20, 0)
    numbers, signs = drawing.lines[-2], drawing.lines[-1]
    for move in SHELF_PLAYED.moves:
        column = drawing.columns[move.number]
        letters = {line[column] for line in drawing.lines}
        assert {"A", "T", "O"} <= letters
        assert numbers[column] == str(move.number)
        assert signs[column] == SIGNS[move.judgement]


def test_a_feeling_stands_at_its_own_height():
    drawing = drawn(chart_of(SHELF_PLAYED), 70, 25, 0)
    column = drawing.columns[0]
    heights = {line[column]: row for row, line in enumerate(drawing.lines) if line[column] in "ATO"}
    anger, trust, openness = SHELF_PLAYED.conversation.rewound(0).feelings
    assert anger > openness > trust
    assert heights["A"] < heights["O"] < heights["T"]


def test_turning_points_and_contacts_are_marked():
    chart = chart_of(SHELF_PLAYED)
    lines = drawn(chart, 80, 16, 0).lines
    assert lines[-3].count(TURNING) == len(SHELF_PLAYED.turning_points) > 0
    assert "in person" in lines[0]
    assert "a day later, phone" in lines[0]


def test_a_mask_is_marked_as_long_as_it_was_on():
    drawing = drawn(chart_of(SOUP_PLAYED), 60, 14, 0)
    axis = drawing.lines[-3]
    masked = [column for column, sign in enumerate(axis) if sign == MASKED]
    assert masked
    assert drawing.columns[0] <= min(masked)
    assert max(masked) < drawing.columns[1]
    assert MASKED not in drawn(chart_of(SHELF_PLAYED), 60, 14, 0).lines[-3]


@pytest.mark.parametrize("cursor", [0, 4])
def test_the_cursor_is_a_line_at_its_answer(cursor):
    drawing = drawn(chart_of(SHELF_PLAYED), 60, 16, cursor)
    column = drawing.columns[cursor]
    assert any(kinds[column] == "cursor" for kinds in drawing.kinds)
