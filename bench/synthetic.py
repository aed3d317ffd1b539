"""Made-up stories of any size: what the solver is measured with beyond the bundled scenarios.

A story is a row of turns. At each stand four responses, in an order that is drawn: two tempting ones that show one
principle and break another, a sound one and a bad one. The customer is deaf from anger 14 on, and leaves when nothing of
their trust is left at the height of their anger. A note is set by a response near the beginning and is read near the
end, where it spoils a response that would have been good; so it has to be carried through all turns between.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    notes: int
    """Each is set in one of the first turns and read in one of the last; the more, the more states a turn has."""
    open_turns: int = 1000
    """In how many turns openness moves; after those its values stay few, and so do the states of a turn."""
    seed: int = 1


FAMILY = (
    Story("50 turns", 50, 2),
    Story("100 turns", 100, 1),
    Story("200 turns", 200, 0),
    Story("500 turns", 500, 0, open_turns=4),
    Story("1,000 turns", 1000, 0, open_turns=2),
)
"""Each of about two million states, whatever its length."""

LIVE_NOTES = Story("24 turns, four live notes", 24, 4)
"""Of some 13 million transitions."""


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
            feels={feeling: Range(10, 10) for feeling in FEELINGS},
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

    def some(*strengths: int) -> tuple[Evidence, ...]:
        """Evidence of so many principles, none of them twice."""
        chosen = chance.sample(usable, len(strengths))
        return tuple((Case(ALWAYS, ((each, strength),)),) for each, strength in zip(chosen, strengths, strict=True))

    ahead = (Case(ALWAYS, f"t{number + 1}" if number + 1 < story.turns else "end"),)
    tempting, spoiling = some(2, 1)
    other, costing = some(3, 1)
    (sound,), (bad,) = some(1), some(chance.randint(1, 2))
    sets = (f"n{number}",) if number < story.notes else ()
    read = number - (story.turns - story.notes)
    if read >= 0:
        costing = (Case(Condition(((Remembers("noted", f"n{read}"),),)), costing[0].value),)
    written = [
        Response(say="Tempting.", then=ahead, shows=tempting, breaks=spoiling, sets=sets),
        Response(say="Another.", then=ahead, shows=other, breaks=costing),
        Response(say="Sound.", then=ahead, shows=sound),
        Response(say="Bad.", then=ahead, breaks=bad),
    ]
    chance.shuffle(written)
    return Turn("says", (Case(ALWAYS, ("Well?",)),), {f"r{place}": each for place, each in enumerate(written)})


def _feels(feeling: str, low: int, high: int) -> FeelingIn:
    return FeelingIn(feeling, Range(low, high))
