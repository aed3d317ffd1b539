"""Coverage: what is ever reached and what ever holds, over all plays at once.

Conditions are asked of whole situations. Once a condition has been seen to hold and not to, it is asked no more: so the
walk costs little beyond the exploration itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np

from simulator.analysis.exploration import Branch, Exploration, Situation
from simulator.analysis.many import Numbers, Places, many_states, parted
from simulator.analysis.merging import feelings_index
from simulator.analysis.reads import Reads
from simulator.analysis.ways import NEVER, Spot, Ways, everywhere
from simulator.conversation.conditions import Holds, compiled
from simulator.conversation.game import Choices, Game, GameResponse, GameTurn
from simulator.conversation.rules import Answer, answer, begin
from simulator.conversation.state import State

Path: TypeAlias = tuple[str, ...]
"""Keys that lead to a part of a script, as in `Reading.places`."""

NONE_HELD = -1


@dataclass(eq=False, slots=True)
class Asked:
    """A list of conditions of which the first that holds counts, and which of them it ever was."""

    path: Path
    choices: Choices[Any]
    held: set[int] = field(default_factory=set)
    """The places of the conditions that were the first to hold, NONE_HELD where none did."""
    held_anywhere: set[int] = field(default_factory=set)
    """The same also where the answer that it belongs to can't be given, though the rules ask there too."""

    @property
    def settled(self) -> bool:
        """Whether every outcome has been seen, so that there is no need to ask again."""
        cases = self.choices.cases
        outcomes = len(cases) + (not cases or cases[-1][0] is not None)
        return len(self.held) == outcomes

    def reached(self, place: int) -> bool:
        """Whether this condition was asked at all, none before it holding."""
        return any(place <= each or each == NONE_HELD for each in self.held)

    def never(self, place: int) -> bool:
        """Whether this condition was asked and never held."""
        return self.reached(place) and place not in self.held

    def always(self, place: int) -> bool:
        """Whether this condition held wherever it was asked."""
        holds = self.choices.cases[place][0]
        return (
            holds is not None
            and place in self.held
            and not any(each > place or each == NONE_HELD for each in self.held_anywhere)
        )


@dataclass(frozen=True, slots=True)
class Question:
    """A list of conditions, asked of some states."""

    asked: Asked
    state: State
    """Many states."""
    spot: Spot | None
    """Where they are; None at a beginning that is an ending already."""
    in_earnest: bool = True
    """Whether what belongs to the conditions can happen here."""


class Coverage:
    """What is ever reached in an exploration whose merging counts what the words read."""

    def __init__(self, exploration: Exploration) -> None:
        self.exploration = exploration
        self.game = game = exploration.game
        self.turns: set[str] = set()
        self.contacts: set[str] = set()
        self.endings: set[str] = set()
        self.responses: set[tuple[str, str]] = set()
        """Those that can be given, by turn and response."""
        self.facts: set[str] = set()
        """Those that can be learned."""
        self.promises: set[str] = set()
        """Those that can be made."""
        self.kept: set[str] = set()
        self.broken: set[str] = set()
        self.stuck: dict[str, list[Spot]] = {}
        """The turns at which a conversation may arrive with nothing to answer, and what leads there."""
        self.stuck_at_start = False
        """Whether a conversation may begin with nothing to answer."""
        self.leavings: list[Spot] = []
        """The answers after which the customer leaves of their own accord."""
        self.recalled = 0
        """The bits of memory that are set in some state in which a condition reads them."""
        self._reads = Reads(game)
        self.asked = _all_asked(game)
        """Every list of conditions, by its path."""
        for question in self.questions():
            _ask(question)

    def questions(self) -> Iterator[Question]:
        """Every list of conditions that is not settled, with the states of which the rules ask it."""
        yield from self._at_beginnings()
        for situation in self.exploration.order:
            yield from self._at(situation)

    def shortest_asked(self, ways: Ways, asked: Asked, place: int) -> Spot | None:
        """The spot nearest to the beginning at which one condition of a list is asked, none before it holding."""
        fewest, found = NEVER, None
        again = Asked(asked.path, asked.choices)
        every, self.asked = self.asked, {asked.path: again}
        try:
            for question in self.questions():
                if question.spot is None or not question.in_earnest:
                    continue
                counts = ways.counts(question.spot)
                for part, outcome in parted(again.choices.place, question.state):
                    if (place <= outcome or outcome == NONE_HELD) and counts[part].min() < fewest:
                        fewest = int(counts[part].min())
                        found = Spot(question.spot.situation, question.spot.places[part], question.spot.branch)
        finally:
            self.asked = every
        return found

    def _open(self, *path: str) -> Asked | None:
        asked = self.asked.get(path)
        return None if asked is None or asked.settled else asked

    def _at_beginnings(self) -> Iterator[Question]:
        game = self.game
        for start in game.starts():
            state, ending = begin(game, start)
            state = many_states(state, np.array([feelings_index(state)], np.int16))
            if ending is None:
                if asked := self._open("customer", "defence", "mask", "until"):
                    yield Question(asked, state, None)
                continue
            self.stuck_at_start = True
            yield from self._closed(game.turns[state.turn], state, None)
            yield from self._ended(ending, state, None, chosen=True)

    def _at(self, situation: Situation) -> Iterator[Question]:
        turn = self.game.turns[situation.state.turn]
        state, spot = many_states(situation.state, situation.feelings), everywhere(situation)
        self.turns.add(turn.id)
        self.contacts.add(self.game.contacts[situation.state.contact].id)
        self.recalled |= state.memory & self._reads.before[turn.place]
        for key in (turn.script.kind, "cue"):
            if asked := self._open("turns", turn.id, key):
                yield Question(asked, state, spot)
        for response in turn.responses:
            path = ("turns", turn.id, "responses", response.id)
            if asked := self._open(*path, "when"):
                yield Question(asked, state, spot)
            for key in ("shows", "breaks"):
                if asked := self.asked.get((*path, key)):
                    yield Question(asked, state, spot, in_earnest=False)
        for branch in situation.branches:
            yield from self._after(situation, turn, branch)

    def _after(self, situation: Situation, turn: GameTurn, branch: Branch) -> Iterator[Question]:
        response = branch.response
        path = ("turns", turn.id, "responses", response.id)
        state = many_states(situation.state, situation.feelings[branch.places])
        found = answer(self.game, state, response)
        spot = Spot(situation, branch.places, branch)
        self._note(turn, response, state, found)
        for key in ("shows", "breaks"):
            if asked := self._open(*path, key):
                yield Question(asked, state, Spot(situation, branch.places))
        if asked := self._open(*path, "reply"):
            yield Question(asked, found.said, spot)
        if not turn.private:
            yield from self._leaving(found.said, spot)
        if found.apart is not None:
            yield from self._leaving(found.apart[1], spot)
        if found.left:
            self.leavings.append(spot)
        else:
            if asked := self._open(*path, "then"):
                yield Question(asked, found.said, spot)
        if found.ending is None:
            if asked := self._open("customer", "defence", "mask", "until"):
                yield Question(asked, found.state, spot)
            return
        target = None if found.left else response.then.choose(found.said)
        chosen = target is not None and target.ending is None
        if target is not None and (target.turn is not None or target.contact is not None):
            arrived = found.said if found.apart is None else found.apart[1]
            closed = self.game.turns[arrived.turn if target.turn is None else target.turn]
            self.stuck.setdefault(closed.id, []).append(spot)
            if target.contact is not None:
                self.contacts.add(self.game.contacts[target.contact].id)
            yield from self._closed(closed, arrived, spot)
        yield from self._ended(found.ending, found.state, spot, chosen=chosen)

    def _closed(self, turn: GameTurn, state: State, spot: Spot | None) -> Iterator[Question]:
        """What is asked on coming to a turn at which nothing can be answered."""
        for response in turn.responses:
            if asked := self._open("turns", turn.id, "responses", response.id, "when"):
                yield Question(asked, state, spot)

    def _leaving(self, state: State, spot: Spot) -> Iterator[Question]:
        self.recalled |= state.memory & self._reads.leaving
        if asked := self._open("customer", "leaves"):
            yield Question(asked, state, spot)

    def _ended(self, ending: int, state: State, spot: Spot | None, *, chosen: bool) -> Iterator[Question]:
        """What is asked at an ending; `chosen` where it was reached as the first that holds."""
        name = self.game.endings[ending].id
        self.endings.add(name)
        self.recalled |= state.memory & self._reads.ending
        if chosen and (asked := self._open("endings")):
            yield Question(asked, state, spot)
        for key in ("text", "aftermath"):
            if asked := self._open("endings", name, key):
                yield Question(asked, state, spot)

    def _note(self, turn: GameTurn, response: GameResponse, state: State, found: Answer) -> None:
        memory = self.game.memory
        self.responses.add((turn.id, response.id))
        self.facts.update(response.script.learns)
        self.promises.update(response.script.promises)
        self.kept.update(name for name in response.script.keeps if state.memory & memory.owed[name])
        self.broken.update(found.broken)
        self.recalled |= found.said.memory & self._reads.after[turn.id, response.id]
        if memory.unmasked:
            self.recalled |= found.state.memory & self._reads.unmasking


def _ask(question: Question) -> None:
    asked = question.asked
    for _, outcome in parted(asked.choices.place, question.state):
        asked.held_anywhere.add(outcome)
        if question.in_earnest:
            asked.held.add(outcome)


def _all_asked(game: Game) -> dict[Path, Asked]:
    """Every list of conditions that a game asks, by its path in the script."""
    found: dict[Path, Choices[Any]] = {}
    for turn in game.turns:
        found["turns", turn.id, turn.script.kind] = turn.line.choices
        found["turns", turn.id, "cue"] = turn.cue.choices
        for response in turn.responses:
            path = ("turns", turn.id, "responses", response.id)
            found[*path, "when"] = _alone(response.when)
            found[*path, "shows"] = response.shows
            found[*path, "breaks"] = response.breaks
            found[*path, "then"] = response.then
            found[*path, "reply"] = response.reply.choices
    for ending in game.endings:
        found["endings", ending.id, "text"] = ending.text.choices
        found["endings", ending.id, "aftermath"] = ending.aftermath.choices
    found["endings",] = Choices(tuple((ending.when, ending.id) for ending in game.endings))
    found["customer", "leaves"] = Choices(game.leaves)
    found["customer", "defence", "mask", "until"] = _alone(game.unmasks)
    return {
        path: Asked(path, choices)
        for path, choices in found.items()
        if any(holds is not None for holds, _ in choices.cases)
    }


def _alone(holds: Holds | None) -> Choices[Any]:
    return Choices(((holds, None),))
