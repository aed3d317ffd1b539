"""Made-up stories of any size: what the solver is measured with beyond the bundled scenarios.

A story is a row of turns. At each stand four responses, in an order that is drawn: two that show one principle and
break another, one that is sound and one that is bad. The customer is deaf from anger 14 on, and leaves when at the
height of their anger no trust is left. Notes are set by responses at the beginning and read at the end, where each
spoils something that could be said; so they have to be carried through all turns between.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from scoring.principles import FEELINGS, load_principles
from simulator.scenario.model import (
    ALWAYS,
    Case,
    Condition,
    Contact,
    Customer,
    Defence,
    Ending,
    Evidence,
    FeelingIn,
    Leave,
    Range,
    Remembers,
    Response,
    Script,
    Turn,
)

PRINCIPLES = load_principles()
OPENNESS = FEELINGS.index("openness")


@dataclass(frozen=True, slots=True)
class Story:
    """What makes a story large."""

    name: str
    turns: int
    notes: int = 0
    """At most four: set at the first turns, two at each, and read at the last. Each doubles the states between."""
    open_turns: int = 1000
    """At how many turns openness moves; after those its values stay few, and so do the states of a turn."""
    spread: int = 0
    """How far each feeling may begin from 10."""
    seed: int = 1


FAMILY = (
    Story("50 turns", 50, notes=2),
    Story("100 turns", 100, notes=1),
    Story("200 turns", 200),
    Story("500 turns", 500, open_turns=3),
    Story("1,000 turns", 1000, open_turns=2, seed=6),
)
"""Each of about two million states, whatever its length."""

LIVE_NOTES = Story("24 turns, four live notes", 24, notes=4, spread=10)
"""Of some 13 million transitions."""

GROWING = (FAMILY[2], Story("200 turns, one note", 200, notes=1), Story("200 turns, two notes", 200, notes=2))
"""The same length, each with twice the states of the one before."""

EVERY = tuple(dict.fromkeys((*FAMILY, LIVE_NOTES, *GROWING)))


def synthetic_script(story: Story) -> Script:
    """The script of a story; the same story is the same script."""
    chance = Random(story.seed)
    return Script(
        title=f"Made up: {story.name}",
        kind="angry",
        difficulty=1,
        setting="Nowhere.",
        teaches=(),
        customer=Customer(
            name="Dana Whitfield",
            about="Made up.",
            feels={feeling: Range(10 - story.spread, 10 + story.spread) for feeling in FEELINGS},
            leaves=(Leave(Condition(((_feels("anger", 20, 20), _feels("trust", 0, 0)),)), "gone"),),
            defence=Defence(deaf=14),
        ),
        facts={},
        promises={},
        contacts={"shop": Contact("in person", "t0")},
        turns={f"t{number}": _turn(chance, story, number) for number in range(story.turns)},
        endings={
            "won": Ending("loyal", (), when=Condition(((_feels("anger", 0, 4), _feels("trust", 16, 20)),))),
            "content": Ending("satisfied", (), when=Condition(((_feels("trust", 10, 20),),))),
            "unsure": Ending("doubtful", ()),
            "gone": Ending("lost loudly", ()),
        },
    )


def _turn(chance: Random, story: Story, number: int) -> Turn:
    usable = [each.id for each in PRINCIPLES.values() if number < story.open_turns or not each.moves[OPENNESS]]

    def some(*strengths: int) -> list[Evidence]:
        """Evidence of so many principles, none of them twice."""
        chosen = chance.sample(usable, len(strengths))
        return [(Case(ALWAYS, ((each, strength),)),) for each, strength in zip(chosen, strengths, strict=True)]

    ahead = (Case(ALWAYS, f"t{number + 1}" if number + 1 < story.turns else "end"),)
    tempting, spoiling = some(2, 1)
    other, costing = some(3, 2)
    (sound,), (bad,) = some(1), some(chance.randint(1, 2))
    one, other_one = (_notes(story, 2 * number + each) for each in (0, 1))
    written = [
        Response(say="Tempting.", then=ahead, shows=tempting, breaks=spoiling, sets=one + other_one),
        Response(say="Another.", then=ahead, shows=other, breaks=costing, sets=one),
        Response(say="Sound.", then=ahead, shows=sound),
        Response(say="Bad.", then=ahead, breaks=bad, sets=other_one),
    ]
    if number == story.turns - 1:
        spoiled = [(each, 2) for each in chance.sample(usable, len(written))]
        for place in range(story.notes):
            noted = Condition(((Remembers("noted", f"n{place}"),),))
            written[place] = replace(written[place], breaks=(Case(noted, (spoiled[place],)),))
    chance.shuffle(written)
    return Turn("says", (Case(ALWAYS, ("Well?",)),), {f"r{place}": each for place, each in enumerate(written)})


def _feels(feeling: str, low: int, high: int) -> FeelingIn:
    return FeelingIn(feeling, Range(low, high))


def _notes(story: Story, number: int) -> tuple[str, ...]:
    return (f"n{number}",) if number < story.notes else ()
