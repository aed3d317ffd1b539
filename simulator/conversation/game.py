"""A game: a script and the principles, made ready for play. It holds no rule; `rules` has them all."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, TypeVar

from scoring.principles import FEELINGS, Principles
from simulator.conversation.conditions import Holds, compiled
from simulator.conversation.draw import draw
from simulator.conversation.effect import Effect
from simulator.conversation.feelings import HIGHEST, Feelings
from simulator.conversation.memory import Memory
from simulator.conversation.state import State
from simulator.scenario.digest import digest
from simulator.scenario.filling import filled_in
from simulator.scenario.model import END, MOST_AVAILABLE, Cases, Contact, Ending, Line, Promise, Response, Script, Turn

T = TypeVar("T")

RULES_VERSION = 1
"""Goes up with every change of the rules that could change a feeling, a point or a path."""


@dataclass(frozen=True, slots=True)
class Choices(Generic[T]):
    """Cases, ready to be chosen from."""

    cases: tuple[tuple[Holds | None, T], ...]

    def place(self, state: State) -> int:
        """The place of the first case that holds, or -1."""
        for place, (holds, _) in enumerate(self.cases):
            if holds is None or holds(state):
                return place
        return -1

    def choose(self, state: State) -> T | None:
        """The value of the first case that holds."""
        for holds, value in self.cases:
            if holds is None or holds(state):
                return value
        return None


@dataclass(frozen=True, slots=True)
class Words:
    """A line, ready to be said: the seed picks among varieties."""

    choices: Choices[tuple[str, ...]]
    always: str | None
    """The text, where neither state nor seed can change it."""

    def said(self, state: State, seed: int, moment: int) -> str:
        """The text for this state; `moment` tells one pick from another. Nothing to say is the empty text."""
        if self.always is not None:
            return self.always
        texts = self.choices.choose(state)
        if not texts:
            return ""
        return texts[0] if len(texts) == 1 else texts[draw(seed, moment, len(texts))]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a response leads: exactly one of the three is set, or none of them for the first ending that holds."""

    turn: int | None = None
    contact: int | None = None
    ending: int | None = None


FIRST_ENDING = Target()


@dataclass(frozen=True, slots=True)
class GameResponse:
    """A response, ready for play."""

    id: str
    place: int
    """Its place at its turn, from 0."""
    script: Response
    when: Holds | None
    shows: Choices[tuple[tuple[str, int], ...]]
    breaks: Choices[tuple[tuple[str, int], ...]]
    adds: int
    """Bits of memory set by giving it."""
    keeps: tuple[tuple[int, int], ...]
    """For each promise it can keep, the bit that says it is owed and the bit that says it was kept."""
    given: int
    """Bits that count how often it was given; 0 where nothing needs to know."""
    remembers: bool
    """Whether memory may be another once it is given, but for a doubt that it lifts."""
    touches: bool
    """Whether it reaches the customer, and so ends a silence."""
    then: Choices[Target]
    reply: Words


@dataclass(frozen=True, slots=True)
class GameTurn:
    """A turn, ready for play."""

    id: str
    place: int
    script: Turn
    line: Words
    cue: Words
    responses: tuple[GameResponse, ...]
    private: bool
    given: int
    """Bits that count the answers given at this turn; 0 unless a conversation may come back to it."""
    always_answerable: bool
    """Whether something can be answered here in every state."""
    always: tuple[GameResponse, ...]
    """What can be answered here, where that is the same in every state; empty where it is not."""
    varies: bool
    """Whether the evidence of some response depends on the state."""
    effects: dict[object, tuple[Effect, ...]] = field(default_factory=dict)
    """The effects of all its responses by what they depend on: worked out once, by the rules."""


@dataclass(frozen=True, slots=True)
class GameContact:
    """A contact, ready for play."""

    id: str
    place: int
    script: Contact
    opens: int
    opened: int
    """The bit that says it has opened; 0 where no promise is due by it."""
    due: tuple[tuple[str, int], ...]
    """The promises due by it: their names and the bits that say they are owed."""


@dataclass(frozen=True, slots=True)
class GameEnding:
    """An ending, ready for play."""

    id: str
    place: int
    script: Ending
    when: Holds | None
    text: Words
    aftermath: Words


class Game:
    """A script and the principles, ready for play.

    Raises KeyError for a script that names what it does not define: only what the reader passed is fit to be played.
    """

    def __init__(self, script: Script, principles: Principles) -> None:
        self._written = script
        self.script = script = filled_in(script)
        """The script with the customer's name in its texts."""
        self.principles = principles
        self.ways = turns_ahead(script)
        """For each turn the turns that may follow it, at once or later."""
        revisited = [turn for turn, ahead in self.ways.items() if turn in ahead]
        self.memory = Memory(script, revisited)
        self._turn_places = {name: place for place, name in enumerate(script.turns)}
        self._contact_places = {name: place for place, name in enumerate(script.contacts)}
        self._ending_places = {name: place for place, name in enumerate(script.endings)}
        self.contacts = tuple(self._contact(name, contact) for name, contact in script.contacts.items())
        self.turns = tuple(self._turn(name, turn, name in revisited) for name, turn in script.turns.items())
        self.endings = tuple(self._ending(name, ending) for name, ending in script.endings.items())
        self.leaves = tuple(
            (compiled(leave.when, self.memory), self._ending_places[leave.ending]) for leave in script.customer.leaves
        )
        mask = script.customer.defence.mask
        self.unmasks = compiled(mask.until, self.memory) if mask else None
        self.masked = Feelings(*(mask.shows[feeling] for feeling in FEELINGS)) if mask else None
        """What panel and face show while the mask is on."""
        deaf = script.customer.defence.deaf
        self.deaf = HIGHEST + 1 if deaf is None else deaf
        """The anger from which on the customer is deaf; out of reach for one who never is."""
        self.due_at_ending = tuple(
            (name, owed, self.memory.opened[script.promises[name].by]) for name, owed in self.memory.owed.items()
        )
        """For each promise its name, the bit that says it is owed, and the bit that says its contact has opened."""

    @functools.cached_property
    def digest(self) -> str:
        """The digest of the script as it was written."""
        return digest(self._written)

    def starts(self) -> Iterator[Feelings]:
        """Every state of feelings in which a conversation may begin."""
        ranges = [self.script.customer.feels[feeling] for feeling in FEELINGS]
        for anger, trust, openness in product(*(range(each.low, each.high + 1) for each in ranges)):
            yield Feelings(anger, trust, openness)

    def drawn_start(self, seed: int) -> Feelings:
        """The feelings with which the conversation of this seed begins."""
        anger, trust, openness = (
            each.low + draw(seed, -1 - place, each.high - each.low + 1)
            for place, each in enumerate(self.script.customer.feels[feeling] for feeling in FEELINGS)
        )
        return Feelings(anger, trust, openness)

    def promise(self, name: str) -> Promise:
        """A promise of the script by its name."""
        return self.script.promises[name]

    def _words(self, line: Line) -> Words:
        cases = tuple((compiled(case.when, self.memory), case.value) for case in line)
        always = None
        if not cases:
            always = ""
        elif cases[0][0] is None and len(cases[0][1]) == 1:
            always = cases[0][1][0]
        return Words(Choices(cases), always)

    def _choices(self, cases: Cases[T]) -> Choices[T]:
        return Choices(tuple((compiled(case.when, self.memory), case.value) for case in cases))

    def _target(self, name: str) -> Target:
        if name == END:
            return FIRST_ENDING
        if name in self._turn_places:
            return Target(turn=self._turn_places[name])
        if name in self._contact_places:
            return Target(contact=self._contact_places[name])
        return Target(ending=self._ending_places[name])

    def _contact(self, name: str, contact: Contact) -> GameContact:
        return GameContact(
            id=name,
            place=self._contact_places[name],
            script=contact,
            opens=self._turn_places[contact.opens],
            opened=self.memory.opened.get(name, 0),
            due=tuple(
                (promise, self.memory.owed[promise])
                for promise, each in self.script.promises.items()
                if each.by == name
            ),
        )

    def _turn(self, name: str, turn: Turn, revisited: bool) -> GameTurn:
        responses = tuple(
            self._response(name, place, response_id, response)
            for place, (response_id, response) in enumerate(turn.responses.items())
        )
        return GameTurn(
            id=name,
            place=self._turn_places[name],
            script=turn,
            line=self._words(turn.line),
            cue=self._words(turn.cue),
            responses=responses,
            private=turn.private,
            given=_union(response.given for response in responses) if revisited else 0,
            always_answerable=not revisited and any(response.when is None for response in responses),
            always=()
            if revisited or any(response.when is not None for response in responses)
            else responses[:MOST_AVAILABLE],
            varies=any(
                holds is not None
                for response in responses
                for choices in (response.shows, response.breaks)
                for holds, _ in choices.cases
            ),
        )

    def _response(self, turn_id: str, place: int, response_id: str, response: Response) -> GameResponse:
        memory = self.memory
        owes = _union(memory.owed[name] for name in response.promises)
        adds = (
            _union(memory.knows[name] for name in response.learns)
            | _union(memory.noted[name] for name in response.sets)
            | _union(memory.promised[name] for name in response.promises)
            | owes
        )
        keeps = tuple((memory.owed[name], memory.kept[name]) for name in response.keeps)
        given = memory.given.get((turn_id, response_id), 0)
        return GameResponse(
            id=response_id,
            place=place,
            script=response,
            when=compiled(response.when, memory),
            shows=self._choices(response.shows),
            breaks=self._choices(response.breaks),
            adds=adds,
            keeps=keeps,
            given=given,
            remembers=bool(adds or keeps or given),
            touches=response.touch and not self.script.turns[turn_id].private,
            then=Choices(tuple((compiled(case.when, memory), self._target(case.value)) for case in response.then)),
            reply=self._words(response.reply),
        )

    def _ending(self, name: str, ending: Ending) -> GameEnding:
        return GameEnding(
            id=name,
            place=self._ending_places[name],
            script=ending,
            when=compiled(ending.when, self.memory),
            text=self._words(ending.text),
            aftermath=self._words(ending.aftermath),
        )


def rules_digest(principles: Principles) -> str:
    """What tells the rules of one attempt from another's: the principles as the rules read them, and a version."""
    return hashlib.sha256(f"{RULES_VERSION} {principles.digest}".encode()).hexdigest()


def turns_ahead(script: Script) -> dict[str, frozenset[str]]:
    """For each turn the turns that a conversation may reach from it, as far as `then` tells."""
    direct = {
        name: {
            script.contacts[case.value].opens if case.value in script.contacts else case.value
            for response in turn.responses.values()
            for case in response.then
            if case.value in script.contacts or case.value in script.turns
        }
        for name, turn in script.turns.items()
    }
    ahead: dict[str, frozenset[str]] = {}
    for name in direct:
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            for following in direct[waiting.pop()] - seen:
                seen.add(following)
                waiting.append(following)
        ahead[name] = frozenset(seen)
    return ahead


def _union(bits: Iterable[int]) -> int:
    union = 0
    for each in bits:
        union |= each
    return union
