"""A script as plain frozen values: what the reader builds and the conversation plays.

Names (of turns, responses, facts ...) are the author's own strings; the reader has already made sure that every name
used is defined. Mappings keep the order of the file, which has meaning for responses, endings and `leaves`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeAlias, TypeVar

T = TypeVar("T")

Kind: TypeAlias = Literal["angry", "silent", "repeat-problem"]
Outcome: TypeAlias = Literal["loyal", "satisfied", "doubtful", "lost quietly", "lost loudly"]
TurnKind: TypeAlias = Literal["says", "asks", "plans"]

KINDS: tuple[Kind, ...] = ("angry", "silent", "repeat-problem")
OUTCOMES: tuple[Outcome, ...] = ("loyal", "satisfied", "doubtful", "lost quietly", "lost loudly")
TURN_KINDS: tuple[TurnKind, ...] = ("says", "asks", "plans")

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "judge", "father", "sister"})

END = "end"
"""The name in a `then` that means: the first ending that holds."""

MOST_AVAILABLE = 5
"""How many responses a turn offers at once, the first of the file that can be given."""


@dataclass(frozen=True, slots=True)
class Range:
    """Whole numbers from `low` to `high`, both included, within 0 to 20."""

    low: int
    high: int

    def __contains__(self, value: int) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class FeelingIn:
    """Holds while a feeling lies in a range."""

    feeling: str
    range: Range


@dataclass(frozen=True, slots=True)
class MoodIs:
    """Holds while the feelings lie in the named region."""

    mood: str


@dataclass(frozen=True, slots=True)
class Remembers:
    """Holds once something has happened: a fact learned, a promise made or kept, a note set."""

    what: Literal["knows", "promised", "kept", "noted"]
    name: str


@dataclass(frozen=True, slots=True)
class Said:
    """Holds once that response of that turn has been given."""

    turn: str
    response: str


@dataclass(frozen=True, slots=True)
class Not:
    """Holds while its condition doesn't."""

    condition: Condition


Test: TypeAlias = FeelingIn | MoodIs | Remembers | Said | Not


@dataclass(frozen=True, slots=True)
class Condition:
    """Any of `any_of` may hold; each is a tuple of tests all of which must."""

    any_of: tuple[tuple[Test, ...], ...] = ((),)

    @property
    def always(self) -> bool:
        """Whether it can be seen at once to hold in every state."""
        return () in self.any_of


ALWAYS = Condition()


@dataclass(frozen=True, slots=True)
class Case(Generic[T]):
    """A value for when a condition holds."""

    when: Condition
    value: T


Cases: TypeAlias = tuple[Case[T], ...]
"""The first case that holds is the one that counts."""

Line: TypeAlias = Cases[tuple[str, ...]]
"""What is said: per case one text, or several of which the seed picks one. The last case is unconditional.
The empty tuple of cases says nothing."""

Evidence: TypeAlias = Cases[tuple[tuple[str, int], ...]]
"""Pairs of principle id and strength (1 to 3), sorted by id; where no case holds, none."""

Then: TypeAlias = Cases[str]
"""Names of a turn, a contact, an ending, or END. The last case is unconditional."""


@dataclass(frozen=True, slots=True)
class Response:
    """One thing the trainee can say or do at a turn."""

    say: str
    then: Then
    when: Condition = ALWAYS
    shows: Evidence = ()
    breaks: Evidence = ()
    shift: Mapping[str, int] = field(default_factory=dict)
    """Added to feelings beyond what the principles move, -5 to 5 each."""
    learns: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    reply: Line = ()
    why: str = ""
    after: int | None = None
    """Days until the next contact, instead of that contact's own."""
    again: int = 1
    """How often it may be given in one conversation, 1 to 5."""
    touch: bool = True
    """Whether it reaches the customer. Only at a turn that plans may it be false: then it counts as silence."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One moment: the customer says something, or the narrator asks or plans, and the trainee responds."""

    kind: TurnKind
    line: Line
    responses: Mapping[str, Response]
    cue: Line = ()
    detour: bool = False

    @property
    def private(self) -> bool:
        """Whether the customer is not there: feelings do not move and nobody leaves."""
        return self.kind == "asks"


@dataclass(frozen=True, slots=True)
class Contact:
    """One meeting, call or message: a channel, the days since the contact before, and the turn it opens with."""

    channel: str
    opens: str
    after: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    """What a response commits the trainee to, and the contact by which it is due."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Ending:
    """How the relationship ends: the condition under which END reaches it, its outcome and its texts."""

    outcome: Outcome
    text: Line
    aftermath: Line = ()
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Mask:
    """What panel and face show of the feelings until a condition has held."""

    shows: Mapping[str, int]
    until: Condition


@dataclass(frozen=True, slots=True)
class Defence:
    """What this customer does with what they can't bear; each part may be absent."""

    deaf: int | None = None
    mask: Mask | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """When the customer leaves of their own accord, and the ending that is."""

    when: Condition
    ending: str


@dataclass(frozen=True, slots=True)
class Customer:
    """Who the trainee meets."""

    name: str
    about: str
    feels: Mapping[str, Range]
    """Where each of the three feelings begins; a range is drawn by the seed."""
    cares: Mapping[str, int] = field(default_factory=dict)
    """Principles this customer weighs more, as a factor 2 or 3; those not named weigh 1."""
    volatility: int = 100
    """Percent of the usual movement of anger, 25 to 300."""
    forgiving: int = 0
    """Percent taken off the moves of what is broken, 0 to 100."""
    defence: Defence = Defence()
    leaves: tuple[Leave, ...] = ()

    @property
    def called(self) -> str:
        """What to call them in a sentence: the first name, or the whole where it begins with a title."""
        first = self.name.split()[0]
        return self.name if first.rstrip(".").lower() in TITLES else first


@dataclass(frozen=True, slots=True)
class Script:
    """A whole scenario as its author wrote it."""

    title: str
    kind: Kind
    difficulty: int
    setting: str
    teaches: tuple[str, ...]
    customer: Customer
    facts: Mapping[str, str]
    promises: Mapping[str, Promise]
    contacts: Mapping[str, Contact]
    """The first is where the relationship begins."""
    turns: Mapping[str, Turn]
    endings: Mapping[str, Ending]
    trade: str = ""
    """What is sold or looked after there, in a word or two; empty where the author didn't say."""
