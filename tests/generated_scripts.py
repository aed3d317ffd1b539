"""Small scripts made from a seed, with everything the format has: revisits, conditions, promises, defences, days.

They are drawn by `random.Random`, not by hypothesis itself, which would take a thousand times as long; hypothesis
chooses the seeds and repeats the one that fails.
"""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from scoring.principles import FEELINGS, load_principles
from simulator.scenario.model import (
    ALWAYS,
    OUTCOMES,
    Case,
    Condition,
    Contact,
    Customer,
    Defence,
    Ending,
    Evidence,
    FeelingIn,
    Leave,
    Mask,
    MoodIs,
    Not,
    Promise,
    Range,
    Remembers,
    Response,
    Said,
    Script,
    Test,
    Then,
    Turn,
    TurnKind,
)
from simulator.scenario.moods import MOODS

PRINCIPLES = tuple(load_principles())
FACTS = ("f0", "f1")
PROMISES = ("p0", "p1")
NOTES = ("n0",)


def scripts(most_turns: int = 5, most_responses: int = 3) -> st.SearchStrategy[Script]:
    """Scripts that the reader would pass, small enough to be searched by brute force."""
    return st.integers(0, 2**32).map(lambda seed: generated_script(seed, most_turns, most_responses))


def generated_script(seed: int, most_turns: int = 5, most_responses: int = 3) -> Script:
    """The script of a seed."""
    return _Author(Random(seed), most_turns, most_responses).script()


class _Author:
    """Writes one script, a draw at a time."""

    def __init__(self, chance: Random, most_turns: int, most_responses: int) -> None:
        self.chance = chance
        self.turns = [f"t{place}" for place in range(chance.randint(2, most_turns))]
        self.contacts = [f"c{place}" for place in range(chance.randint(1, 3))]
        self.endings = [f"e{place}" for place in range(chance.randint(1, 4))]
        self.counts = {turn: chance.randint(1, most_responses) for turn in self.turns}
        self.said = [Said(turn, f"r{place}") for turn, count in self.counts.items() for place in range(count)]
        self.principles = [*chance.sample(PRINCIPLES, 5), "fix-the-cause"]

    def script(self) -> Script:
        chance = self.chance
        return Script(
            title="Generated",
            kind="angry",
            difficulty=1,
            setting="Nowhere.",
            teaches=(),
            customer=self.customer(),
            facts={fact: f"Fact {fact}." for fact in FACTS},
            promises={promise: Promise(f"Promise {promise}.", chance.choice(self.contacts)) for promise in PROMISES},
            contacts={
                contact: Contact(
                    "phone", chance.choice(self.turns[place:] or self.turns), chance.randint(0, 40) * (place > 0)
                )
                for place, contact in enumerate(self.contacts)
            },
            turns={turn: self.turn(place) for place, turn in enumerate(self.turns)},
            endings={
                ending: Ending(
                    outcome=chance.choice(OUTCOMES),
                    text=(Case(ALWAYS, (f"The end {ending}.",)),),
                    when=ALWAYS if ending == self.endings[-1] else self.condition(),
                )
                for ending in self.endings
            },
        )

    def customer(self) -> Customer:
        chance = self.chance
        lows = {feeling: chance.randint(0, 19) for feeling in FEELINGS}
        mask = Mask(dict.fromkeys(FEELINGS, 10), self.condition())
        return Customer(
            name="Dana Whitfield",
            about="Someone.",
            feels={feeling: Range(low, low + chance.choice((0, 0, 1))) for feeling, low in lows.items()},
            cares={
                principle: chance.randint(2, 3) for principle in chance.sample(self.principles, chance.randint(0, 2))
            },
            volatility=chance.choice((100, 120, 65)),
            forgiving=chance.choice((0, 20, 100)),
            defence=Defence(
                deaf=chance.choice((None, 14, 5)),
                mask=chance.choice((None, mask)),
                doubt=chance.choice((None, "fix-the-cause")),
            ),
            leaves=tuple(Leave(self.condition(), chance.choice(self.endings)) for _ in range(chance.randint(0, 1))),
        )

    def turn(self, place: int) -> Turn:
        chance = self.chance
        kind: TurnKind = chance.choice(("says", "says", "says", "asks", "plans"))
        later = self.turns[place + 1 :]
        targets = [*later, *later, "end", *self.contacts, *self.endings]
        if chance.random() < 0.25:
            targets += self.turns[: place + 1]
        return Turn(
            kind=kind,
            line=(Case(ALWAYS, ("Well?", "So?")),),
            responses={
                f"r{number}": self.response(kind, number, targets, sets_notes=place == number == 0)
                for number in range(self.counts[self.turns[place]])
            },
            detour=chance.random() < 0.15,
        )

    def response(self, kind: TurnKind, number: int, targets: list[str], *, sets_notes: bool) -> Response:
        chance = self.chance

        def some(names: tuple[str, ...], likely: float) -> tuple[str, ...]:
            return tuple(name for name in names if chance.random() < likely)

        then: Then = (Case(ALWAYS, chance.choice(targets)),)
        if chance.random() < 0.4:
            then = (Case(self.condition(), chance.choice(targets)), *then)
        return Response(
            say=f"Words {number}.",
            then=then,
            when=self.condition() if chance.random() < 0.3 else ALWAYS,
            shows=self.evidence(),
            breaks=self.evidence(),
            shift={chance.choice(FEELINGS): chance.randint(-5, 5)} if chance.random() < 0.2 else {},
            learns=some(FACTS, 0.2),
            promises=some(PROMISES, 0.25),
            keeps=some(PROMISES, 0.2),
            sets=NOTES if sets_notes else some(NOTES, 0.2),
            reply=(Case(ALWAYS, ("One.", "Two.", "Three.")),),
            after=chance.choice((None, None, 3, 21)),
            again=chance.choice((1, 1, 1, 2)),
            touch=kind != "plans" or chance.random() < 0.5,
        )

    def evidence(self) -> Evidence:
        return tuple(
            Case(
                ALWAYS if self.chance.random() < 0.7 else self.condition(),
                tuple(
                    (principle, self.chance.randint(1, 3))
                    for principle in sorted(self.chance.sample(self.principles, self.chance.randint(1, 2)))
                ),
            )
            for _ in range(self.chance.choice((0, 1, 1, 2)))
        )

    def condition(self, depth: int = 1) -> Condition:
        chance = self.chance
        return Condition(
            tuple(
                tuple(self.test(depth) for _ in range(chance.choice((1, 1, 2))))
                for _ in range(chance.choice((1, 1, 2)))
            )
        )

    def test(self, depth: int) -> Test:
        chance = self.chance
        kind = chance.choice(("feeling", "feeling", "mood", "knows", "promised", "kept", "noted", "said", "not"))
        if kind == "feeling":
            low = chance.randint(0, 20)
            return FeelingIn(chance.choice(FEELINGS), Range(low, chance.choice((20, chance.randint(low, 20)))))
        if kind == "mood":
            return MoodIs(chance.choice(tuple(MOODS)))
        if kind == "knows":
            return Remembers("knows", chance.choice(FACTS))
        if kind == "promised":
            return Remembers("promised", chance.choice(PROMISES))
        if kind == "kept":
            return Remembers("kept", chance.choice(PROMISES))
        if kind == "said":
            return chance.choice(self.said)
        if kind == "not" and depth:
            return Not(self.condition(depth - 1))
        return Remembers("noted", NOTES[0])
