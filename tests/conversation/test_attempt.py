"""An attempt and its replay: responses and steps back in order give the same conversation, or are refused."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.principles import load_principles
from simulator.conversation.attempt import Event, Responded, Rewound, replay
from simulator.conversation.conversation import Conversation
from simulator.conversation.errors import ReplayError
from simulator.conversation.game import Game
from simulator.scenario.model import Script
from tests.generated_scripts import scripts
from tests.small_scenarios import SHELF, playable

HEAR = Responded("counter", "hear")


@given(scripts(most_turns=8), st.integers(0, 2**63 - 1), st.randoms(use_true_random=False))
def test_replay_gives_the_identical_conversation_steps_back_included(
    script: Script, seed: int, choose: random.Random
) -> None:
    game = Game(script, load_principles())
    conversation = Conversation.begin(game, seed)
    events: list[Event] = []
    for _ in range(12):
        if conversation.number and (conversation.ended or choose.random() < 0.3):
            to = choose.randrange(conversation.number)
            conversation = conversation.rewound(to)
            events.append(Rewound(to))
        elif conversation.turn is not None:
            response = choose.choice(conversation.responses)
            events.append(Responded(conversation.turn.id, response.id))
            conversation = conversation.after(response)
    again = replay(Game(script, load_principles()), seed, events)
    assert again.response_ids == conversation.response_ids
    assert [moment[2:7] for moment in again.path] == [moment[2:7] for moment in conversation.path]
    words = [(moment.line, moment.cue, moment.reply, moment.ending_text) for moment in again.path]
    assert words == [(moment.line, moment.cue, moment.reply, moment.ending_text) for moment in conversation.path]


def test_nothing_said_is_the_beginning() -> None:
    game = playable(SHELF).game
    assert replay(game, 1, ()) == Conversation.begin(game, 1)


@pytest.mark.parametrize(
    ("events", "place"),
    [
        ((Responded("counter", "voucher"),), "Event 1"),
        ((Responded("offer", "hear"),), "Event 1"),
        ((HEAR, HEAR), "Event 2"),
        ((HEAR, Rewound(2)), "Event 2"),
        ((HEAR, Rewound(-1)), "Event 2"),
        (
            (HEAR, Responded("brackets", "nothing"), Responded("offer", "voucher"), Responded("evening", "ring")),
            "Event 4",
        ),
    ],
)
def test_events_that_the_script_does_not_allow_are_refused_with_their_place(
    events: tuple[Event, ...], place: str
) -> None:
    with pytest.raises(ReplayError, match=place):
        replay(playable(SHELF).game, 1, events)


def test_nothing_is_answered_after_the_end() -> None:
    answers = [HEAR, Responded("brackets", "nothing"), Responded("offer", "voucher"), Responded("evening", "wait")]
    game = playable(SHELF).game
    assert replay(game, 1, answers).ended
    with pytest.raises(ReplayError, match="Event 5"):
        replay(game, 1, [*answers, Responded("evening", "wait")])
