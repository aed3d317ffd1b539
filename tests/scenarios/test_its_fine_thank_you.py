"""What is particular to this scenario: politeness alone is never enough, and silence is never taken at its word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scoring.principles import load_principles
from simulator.analysis.merging import Merging
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game, GameResponse
from simulator.conversation.rules import answer, available, begin
from simulator.conversation.state import State
from simulator.scenario.library import Library

PERSONAL = {"be-their-person", "know-them", "follow-up", "give-first", "bend-the-policy"}


@pytest.fixture(scope="module")
def game() -> Game:
    principles = load_principles()
    script = Library().load("its-fine-thank-you").reading.script
    assert script is not None
    return Game(script, principles)


def test_no_play_without_anything_personal_ends_better_than_doubtful(game: Game) -> None:
    outcomes = {outcome for start in game.starts() for outcome in _impersonal_outcomes(game, start)}
    assert outcomes == {"doubtful", "lost quietly", "lost loudly"}


def test_her_last_its_fine_taken_for_an_answer_loses_her_quietly(game: Game) -> None:
    ending = game.script.turns["spring-call"].responses["brilliant"].then[0].value
    assert game.script.endings[ending].outcome == "lost quietly"


def test_naming_it_too_soon_gets_another_no(game: Game) -> None:
    start = Feelings(10, 5, 3)
    unready = ["thats-lovely", "getting-used-to-it", "round-what", "afraid", "we-wrote-less"]
    ready = ["what-you-said", "the-old-one", "round-what", "afraid", "we-wrote-less"]
    assert _turn_after(game, start, unready) == "the-pen"
    assert _turn_after(game, start, ready) == "the-tenth"


def test_the_mask_comes_off_when_the_fright_is_believed(game: Game) -> None:
    told = ["what-you-said", "the-old-one", "round-what", "afraid", "we-wrote-less"]
    moment = _after(game, Feelings(10, 5, 3), told)
    assert moment.masked
    assert not moment.respond("i-believe-you").masked
    assert moment.respond("thank-goodness").masked


def _after(game: Game, start: Feelings, responses: list[str]) -> Conversation:
    conversation = Conversation.begin(game, 1, start)
    for response in responses:
        conversation = conversation.respond(response)
    return conversation


def _turn_after(game: Game, start: Feelings, responses: list[str]) -> str:
    turn = _after(game, start, responses).turn
    assert turn is not None
    return turn.id


def _impersonal_outcomes(game: Game, start: Feelings) -> Iterator[str]:
    """The outcomes of every play in which no response shows a personal principle."""
    merging = Merging(game)
    waiting, seen = [begin(game, start)[0]], set()
    while waiting:
        state = waiting.pop()
        for response in available(game, state):
            if _is_personal(response, state):
                continue
            given = answer(game, state, response)
            if given.ending is not None:
                yield game.endings[given.ending].script.outcome
            elif (alike := (merging.situation(given.state), given.state.feelings)) not in seen:
                seen.add(alike)
                waiting.append(given.state)


def _is_personal(response: GameResponse, state: State) -> bool:
    return any(principle in PERSONAL for principle, _ in response.shows.choose(state) or ())
