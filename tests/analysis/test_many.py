"""Thousands of feelings in one go come to what each comes to alone, and what asks too much of them fails."""

from __future__ import annotations

import operator
from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.principles import load_principles
from simulator.analysis.many import LATTICE, indices_of, many_states, parted
from simulator.analysis.merging import feelings_index
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import drifted
from simulator.conversation.game import Game
from simulator.conversation.rules import answer, available
from simulator.conversation.state import State
from simulator.scenario.model import Script
from tests.generated_scripts import scripts

ANYWHERE = State(0, 0, 0, 0, 0, 0, 0, 5, 5)


def felt(index: int, state: State = ANYWHERE) -> State:
    return state._replace(anger=index // 441, trust=index // 21 % 21, openness=index % 21)


def course(state: State) -> tuple[str, State]:
    """Made up, with everything that rules do to feelings."""
    moved = state._replace(trust=drifted(state.trust, state.began_trust, 21))
    if moved.trust + 3 >= 12 and not 4 <= state.anger <= 9:
        return "one", moved
    return ("two" if state.openness <= 7 else "three"), moved._replace(openness=drifted(state.openness, 5, 7))


@given(st.sets(st.integers(0, LATTICE - 1), min_size=1, max_size=300))
def test_every_state_takes_the_course_that_it_takes_alone(some: set[int]) -> None:
    indices = np.array(sorted(some), np.int16)
    seen = []
    for places, (name, came_to) in parted(course, many_states(ANYWHERE, indices)):
        assert len(places)
        for place, became in zip(places, indices_of(came_to), strict=True):
            alone, expected = course(felt(int(indices[place])))
            assert (name, became) == (alone, feelings_index(expected))
        seen += places.tolist()
    assert sorted(seen) == list(range(len(indices)))


@given(scripts(), st.integers(0, 99))
def test_answers_to_the_whole_lattice_are_those_to_each_of_its_states(script: Script, seed: int) -> None:
    game = Game(script, load_principles())
    state = Conversation.begin(game, seed).state
    every = np.arange(LATTICE, dtype=np.int16)
    for places, responses in parted(lambda group: available(game, group), many_states(state, every)):
        for response in responses:
            for part, found in parted(
                lambda group, response=response: answer(game, group, response), many_states(state, every[places])
            ):
                arrived = indices_of(found.state)
                for place in {0, len(part) // 2, len(part) - 1}:
                    alone = answer(game, felt(int(places[part[place]]), state), response)
                    assert (alone.points, alone.ending, alone.left) == (found.points, found.ending, found.left)
                    assert feelings_index(alone.state) == arrived[place]


def test_a_part_of_a_part_knows_where_it_stood() -> None:
    every = many_states(ANYWHERE, np.arange(LATTICE, dtype=np.int16))
    sizes = {given: len(places) for places, given in parted(lambda each: (each.anger >= 5, each.trust <= 2), every)}
    assert sizes == {
        (high, low): (16 if high else 5) * (3 if low else 18) * 21 for high, low in product((True, False), repeat=2)
    }


@pytest.mark.parametrize(
    "asked", [bool, hash, operator.neg, lambda each: each == 3, lambda each: each < 3, lambda each: each + each]
)
def test_what_many_feelings_cannot_say_fails_at_once(asked: Callable[[object], object]) -> None:
    state = many_states(ANYWHERE, np.array([1, 500, 9000], np.int16))
    with pytest.raises(TypeError):
        asked(state.anger)
