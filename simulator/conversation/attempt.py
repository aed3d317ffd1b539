"""An attempt: a conversation as it is kept. Everything else is recomputed from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from simulator.conversation.conversation import Conversation
from simulator.conversation.errors import NotAvailable, ReplayError
from simulator.conversation.game import Game


@dataclass(frozen=True, slots=True)
class Responded:
    """A response was given."""

    turn: str
    response: str


@dataclass(frozen=True, slots=True)
class Rewound:
    """The conversation was taken back to what it was after `to` responses."""

    to: int


Event: TypeAlias = Responded | Rewound


def replay(game: Game, seed: int, events: Iterable[Event]) -> Conversation:
    """The conversation that these events lead to.

    Raises ReplayError where the script does not allow them: the attempt belongs to another script, or was altered.
    """
    conversation = Conversation.begin(game, seed)
    for moment in _replayed(conversation, events):
        conversation = moment
    return conversation


def all_given(game: Game, seed: int, events: Iterable[Event]) -> tuple[Conversation, ...]:
    """The moment that each response led to, those that were taken back among them. Raises ReplayError."""
    events = tuple(events)
    moments = _replayed(Conversation.begin(game, seed), events)
    return tuple(moment for moment, event in zip(moments, events, strict=True) if isinstance(event, Responded))


def _replayed(conversation: Conversation, events: Iterable[Event]) -> Iterator[Conversation]:
    """The moment after each event."""
    for number, event in enumerate(events, start=1):
        try:
            conversation = _next(conversation, event)
        except (NotAvailable, IndexError) as error:
            raise ReplayError(f"Event {number} of the attempt does not fit its script: {error}") from error
        yield conversation


def _next(conversation: Conversation, event: Event) -> Conversation:
    if isinstance(event, Rewound):
        return conversation.rewound(event.to)
    if conversation.turn is None or conversation.turn.id != event.turn:
        raise NotAvailable(event.response, event.turn, ())
    return conversation.respond(event.response)
