"""A bundled scenario, ready to be played by the tests of what its story turns on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from scoring.principles import load_principles
from simulator.analysis.merging import Merging
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game, GameResponse
from simulator.conversation.rules import answer, available
from simulator.conversation.state import State
from simulator.scenario.library import Library


class Story:
    """One scenario: its game, and a mark that runs a test from each of its starts."""

    def __init__(self, scenario: str) -> None:
        self.game = Game(Library().load(scenario).script, load_principles())
        self.starts = pytest.mark.parametrize("start", tuple(self.game.starts()), ids=_named)

    def played(self, start: Feelings, *responses: str) -> Conversation:
        """The conversation after these responses."""
        conversation = Conversation.begin(self.game, 1, start)
        for response in responses:
            conversation = conversation.respond(response)
        return conversation


def turn_of(conversation: Conversation) -> str:
    """The turn that waits for a response."""
    assert conversation.turn is not None
    return conversation.turn.id


def offered(conversation: Conversation) -> list[str]:
    """The responses that can be given."""
    return [response.id for response in conversation.responses]


def broken(conversation: Conversation) -> list[str]:
    """The principles that the last response broke, and then the promises."""
    assert conversation.given is not None
    answer = conversation.given.answer
    return [term.principle.id for term in answer.effect.terms if not term.shown] + list(answer.broken)


def outcomes_of(game: Game, states: Iterable[State], left_out: Callable[[GameResponse, State], bool]) -> set[str]:
    """The outcomes of every play from some states on in which no response is given that is to be left out."""
    merging = Merging(game)
    outcomes: set[str] = set()
    seen = set()
    waiting = list(states)
    while waiting:
        state = waiting.pop()
        for response in available(game, state):
            if left_out(response, state):
                continue
            given = answer(game, state, response)
            if given.ending is not None:
                outcomes.add(game.endings[given.ending].script.outcome)
            elif (alike := (merging.situation(given.state), given.state.feelings)) not in seen:
                seen.add(alike)
                waiting.append(given.state)
    return outcomes


def _named(start: Feelings) -> str:
    anger, trust, openness = start
    return f"anger {anger}, trust {trust}, openness {openness}"
