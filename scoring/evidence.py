"""Evidence: the principles that a response shows and breaks, what each moves, and what it is worth.

Numbers of this page stand here once: a loss weighs twice a gain; a response earns how far it stands above the worst
thing to say at its turn, and on a detour, where making good earns nothing back, how far it falls short of the best.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.principles import Principle

LOSS = 2
"""How many times a gain a loss of the same strength weighs."""

PROMISE_PRINCIPLE = "keep-your-word"
PROMISE_STRENGTH = 2
"""An open promise that falls due breaks this principle at this strength."""


@dataclass(frozen=True, slots=True)
class Term:
    """One principle in the evidence of a response, as this customer takes it."""

    principle: Principle
    strength: int
    """1, 2 or 3."""
    care: int
    """How much this customer cares about it: 1, or 2 or 3 where the script says so."""
    shown: bool
    """Whether it is shown; otherwise it is broken."""
    heard: bool = True
    """Whether it reaches the customer: a deaf one hears only part of what is shown, and all that is broken."""

    @property
    def weight(self) -> int:
        """Strength times care, negative and doubled when broken, 0 when not heard."""
        if not self.heard:
            return 0
        return self.strength * self.care * (1 if self.shown else -LOSS)

    @property
    def moves(self) -> tuple[int, int, int]:
        """What it alone moves of anger, trust and openness, before the customer's temper has its say."""
        anger, trust, openness = self.principle.moves
        return (anger * self.weight, trust * self.weight, openness * self.weight)


def worth(terms: Iterable[Term]) -> int:
    """What a response's evidence is worth in itself."""
    return sum(term.weight for term in terms)


def points_at_turn(worths: Iterable[int], given: int, *, making_good: bool) -> int:
    """The points of the response worth `given` among all the `worths` written at its turn.

    `making_good` is for a detour, and for any answer after the first at the same turn.
    """
    if making_good:
        return min(0, given - max(worths))
    return max(0, given - min(worths))
