"""The state of a conversation: all that the rest of it can depend on, and nothing else."""

from __future__ import annotations

from typing import NamedTuple

from simulator.conversation.feelings import Feelings


class State(NamedTuple):
    """Where a conversation stands. Two conversations in the same state have the same future, answer for answer."""

    turn: int
    """The place of the turn in the script, from 0; meaningless once the conversation has ended."""
    contact: int
    """The place of the open contact in the script, from 0."""
    anger: int
    trust: int
    openness: int
    memory: int
    """Bits laid out by `Memory`: facts, promises, notes, responses given, contacts opened, defences lifted."""
    silence: int
    """Days without a touch, of those that have not yet cost trust: 0 to 13."""
    began_trust: int
    """Where trust began; it drifts back there."""
    began_openness: int
    """Where openness began; it drifts back there."""

    @property
    def feelings(self) -> Feelings:
        """The customer's true feelings."""
        return Feelings(self.anger, self.trust, self.openness)
