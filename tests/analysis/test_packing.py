"""A solution kept as bytes is the same solution."""

from __future__ import annotations

import pytest
from hypothesis import given

from scoring.principles import load_principles
from simulator.analysis.packing import packed, unpacked
from simulator.analysis.solver import solve
from simulator.conversation.game import Game
from simulator.scenario.model import Script
from tests.generated_scripts import generated_script, scripts


@given(scripts(most_turns=6))
def test_a_solution_survives_being_packed(script: Script) -> None:
    game = Game(script, load_principles())
    solution = solve(game)
    again = unpacked(game, packed(solution))
    assert dict(again.worths) == dict(solution.worths)
    assert again.transitions == solution.transitions


@given(scripts(most_turns=3))
def test_a_state_that_was_not_solved_is_a_key_error(script: Script) -> None:
    game = Game(script, load_principles())
    again = unpacked(game, packed(solve(game)))
    for unknown in (1 << 200, max(again.worths, default=0) + 1):
        with pytest.raises(KeyError):
            again.worths[unknown]


@pytest.mark.parametrize("damage", [b"", b"not a solution", "cut", "swapped"])
def test_bytes_that_are_not_a_solution_are_refused(damage: bytes | str) -> None:
    game = Game(generated_script(1), load_principles())
    whole = packed(solve(game))
    data = {"cut": whole[:-5], "swapped": whole[::-1]}.get(damage, b"") if isinstance(damage, str) else damage
    with pytest.raises(ValueError, match="solution"):
        unpacked(game, data)
