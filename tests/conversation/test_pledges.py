"""What the trainee has promised, and what became of it."""

from __future__ import annotations

import pytest

from simulator.conversation.conversation import Conversation
from simulator.conversation.promises import Pledge, pledges
from tests.small_scenarios import SHELF, playable

PROMISED = ("hear", "nothing", "find-out")


def after(*responses: str) -> Conversation:
    conversation = Conversation.begin(playable(SHELF).game, 1)
    for response in responses:
        conversation = conversation.respond(response)
    return conversation


def test_nothing_is_promised_before_it_is_said() -> None:
    assert pledges(after(*PROMISED[:2])) == ()


@pytest.mark.parametrize(("then", "status"), [((), "open"), (("ring",), "kept"), (("wait",), "broken")])
def test_a_promise_is_open_until_it_is_kept_or_broken(then: tuple[str, ...], status: str) -> None:
    (pledge,) = pledges(after(*PROMISED, *then))
    assert pledge == Pledge("ring", "Ring him tomorrow about the brackets.", "tomorrow", status)  # type: ignore[arg-type]


def test_a_step_back_takes_the_promise_back() -> None:
    assert pledges(after(*PROMISED).rewound(2)) == ()
