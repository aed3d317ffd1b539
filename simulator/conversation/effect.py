"""Effects: what a response's evidence does to this customer's feelings, and what it earns.

The sums are kept exact until the last and rounded once, so that no order of rounding decides anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scoring.evidence import PROMISE_PRINCIPLE, PROMISE_STRENGTH, Term, worth
from scoring.principles import FEELINGS, Principles
from simulator.conversation.feelings import limited, rounded
from simulator.scenario.model import Customer

NOTHING = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one response, or a promise left open, does before the feelings are held between 0 and 20."""

    terms: tuple[Term, ...]
    points: int
    moves: tuple[int, int, int]
    """What it adds to anger, trust and openness: rounded, shifted, at most 5 each."""
    shift: tuple[int, int, int] = NOTHING
    """The part of the moves that the response itself adds."""
    unlimited: tuple[int, int, int] = NOTHING
    """What the moves would be if no response were held to 5."""
    halved: bool = False
    """Whether doubt halved a gain of trust."""
    lifts_doubt: bool = False
    private: bool = False
    """Whether the customer was not there, so that nothing moved."""

    @property
    def worth(self) -> int:
        """What its evidence is worth in itself, before it is measured against the others of its turn."""
        return worth(self.terms)


def terms_of(
    shown: Iterable[tuple[str, int]],
    broken: Iterable[tuple[str, int]],
    customer: Customer,
    principles: Principles,
    *,
    deaf: bool,
) -> tuple[Term, ...]:
    """The terms of a response's evidence, those shown before those broken."""

    def term(principle_id: str, strength: int, *, is_shown: bool) -> Term:
        principle = principles[principle_id]
        heard = not (deaf and is_shown) or principle.heard_when_angry
        return Term(principle, strength, customer.cares.get(principle_id, 1), is_shown, heard)

    return (
        *(term(principle, strength, is_shown=True) for principle, strength in shown),
        *(term(principle, strength, is_shown=False) for principle, strength in broken),
    )


def effect_of(
    terms: tuple[Term, ...], points: int, customer: Customer, shift: Mapping[str, int], *, doubting: bool
) -> Effect:
    """The effect of evidence on a customer who is there.

    In this order: the sum of the terms, volatility on anger, doubt on a net gain of trust, forgiveness off what was
    broken, rounding, the response's own shift, the limit of 5.
    """
    parts = range(len(FEELINGS))
    sums = [sum(term.moves[part] for term in terms) for part in parts]
    losses = [sum(term.moves[part] for term in terms if not term.shown) for part in parts]
    percents = [customer.volatility if feeling == "anger" else 100 for feeling in FEELINGS]
    trust = FEELINGS.index("trust")
    halved = doubting and sums[trust] > 0
    shifts = [shift.get(feeling, 0) for feeling in FEELINGS]
    unlimited = []
    for part in parts:
        moved = sums[part] * percents[part] * (50 if halved and part == trust else 100)
        forgiven = losses[part] * percents[part] * customer.forgiving
        unlimited.append(rounded(moved - forgiven, 10_000) + shifts[part])
    moves = [limited(move) for move in unlimited]
    return Effect(
        terms=terms,
        points=points,
        moves=(moves[0], moves[1], moves[2]),
        shift=(shifts[0], shifts[1], shifts[2]),
        unlimited=(unlimited[0], unlimited[1], unlimited[2]),
        halved=halved,
        lifts_doubt=doubting
        and any(term.shown and term.heard and term.principle.id == customer.defence.doubt for term in terms),
    )


def private_effect(terms: tuple[Term, ...], points: int) -> Effect:
    """The effect of evidence when the customer is not there: points, and no feeling moves."""
    return Effect(terms=terms, points=points, moves=NOTHING, private=True)


def broken_promises_effect(count: int, customer: Customer, principles: Principles) -> Effect:
    """The effect of so many promises left open at once; their points are charged as they stand."""
    broken = [(PROMISE_PRINCIPLE, PROMISE_STRENGTH)] * count
    terms = terms_of((), broken, customer, principles, deaf=False)
    return effect_of(terms, worth(terms), customer, {}, doubting=False)
