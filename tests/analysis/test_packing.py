"""A solution kept as bytes is the same solution."""

from __future__ import annotations

import pytest
from hypothesis import given

from scoring.principles import load_principles
from simulator.analysis.chances import solve_with_chances
from simulator.analysis.packing import packed, unpacked
from simulator.analysis.solver import solve
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.model import Script
from tests.generated_scripts import generated_script, scripts


@given(scripts(most_turns=6))
def test_a_solution_survives_being_packed(script: Script) -> None:
    game = Game(script, load_principles())
    solution = solve_with_chances(game)
    again = unpacked(game, packed(solution))
    assert again.situations == solution.situations
    assert again.transitions == solution.transitions
    assert again.random_plays == solution.random_plays


def test_a_start_that_was_not_solved_is_a_key_error() -> None:
    game = Game(generated_script(1), load_principles())
    conversation = Conversation.begin(game, 0)
    nothing = unpacked(game, packed(solve(game, [])))
    assert nothing.states == 0
    with pytest.raises(KeyError):
        nothing.worth(conversation)


@pytest.mark.parametrize("damage", [b"", b"not a solution", "cut", "swapped"])
def test_bytes_that_are_not_a_solution_are_refused(damage: bytes | str) -> None:
    game = Game(generated_script(1), load_principles())
    whole = packed(solve(game))
    data = {"cut": whole[:-5], "swapped": whole[::-1]}.get(damage, b"") if isinstance(damage, str) else damage
    with pytest.raises(ValueError, match="solution"):
        unpacked(game, data)
