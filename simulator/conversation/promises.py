"""Promises made: what the trainee has committed to, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.conversation.conversation import Conversation


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise that was made in a conversation."""

    name: str
    text: str
    by: str
    """The name of the contact by which it is due."""
    status: Literal["open", "kept", "broken"]


def pledges(conversation: Conversation) -> tuple[Pledge, ...]:
    """The promises made so far, in the order of the script."""
    game, state = conversation.game, conversation.state
    broken = {name for moment in conversation.path if moment.given for name in moment.given.answer.broken}
    made = []
    for name, promise in game.script.promises.items():
        if not state.memory & game.memory.promised[name]:
            continue
        if state.memory & game.memory.owed[name]:
            made.append(Pledge(name, promise.text, promise.by, "open"))
        elif name in broken:
            made.append(Pledge(name, promise.text, promise.by, "broken"))
        elif state.memory & game.memory.kept[name]:
            made.append(Pledge(name, promise.text, promise.by, "kept"))
    return tuple(made)
