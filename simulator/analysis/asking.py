"""Asking: which conditions of a script are asked when, by their places in it, and which of them are seen to hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from simulator.analysis.happenings import Answered, Began, Happening, Stood
from simulator.analysis.many import Places, parted
from simulator.analysis.ways import Spot
from simulator.conversation.conditions import Holds
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Choices, Game, GameTurn
from simulator.conversation.state import State

Path: TypeAlias = tuple[str, ...]
"""Keys that lead to a part of a script, as in `Reading.places`."""

NONE_HELD = -1

LEAVES: Path = ("customer", "leaves")
UNTIL: Path = ("customer", "defence", "mask", "until")
ENDINGS: Path = ("endings",)


@dataclass(eq=False, slots=True)
class Asked:
    """A list of conditions of which the first that holds counts, and which of them that ever was."""

    path: Path
    choices: Choices[Any]
    held: set[int] = field(default_factory=set)
    """The places of the conditions that were the first to hold, NONE_HELD where none did."""
    held_anywhere: set[int] = field(default_factory=set)
    """What tells whether one always holds: the same also where the answer that they belong to can't be given, as the
    rules ask there too; of the mask only what held at the beginning, since it may have fallen later."""

    @property
    def outcomes(self) -> int:
        """How many outcomes there can be."""
        cases = self.choices.cases
        return len(cases) + (cases[-1][0] is not None)

    def reached(self, place: int) -> bool:
        """Whether this condition was asked at all, none before it holding."""
        return any(place <= each or each == NONE_HELD for each in self.held)

    def never(self, place: int) -> bool:
        """Whether this condition was asked and never held."""
        return self.reached(place) and place not in self.held

    def always(self, place: int) -> bool:
        """Whether this is a condition that held wherever it was asked."""
        return (
            self.choices.cases[place][0] is not None
            and place in self.held
            and not any(each > place or each == NONE_HELD for each in self.held_anywhere)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A list of conditions, asked of many states."""

    asked: Asked
    state: State
    where: Spot | Feelings
    """Where they are, or with which start it all began."""
    in_earnest: bool = True
    """Whether what belongs to the conditions can happen there."""

    def outcomes(self) -> Iterator[tuple[Places, int]]:
        """The states for which the same condition is the first to hold, and its place."""
        return parted(self.asked.choices.place, self.state)

    def note(self) -> None:
        """Remember what held."""
        later = self.asked.path == UNTIL and isinstance(self.where, Spot)
        for _, outcome in self.outcomes():
            if not later:
                self.asked.held_anywhere.add(outcome)
            if self.in_earnest:
                self.asked.held.add(outcome)


def all_asked(game: Game) -> dict[Path, Asked]:
    """Every list of conditions that a game asks, by its path in the script."""
    found: dict[Path, Choices[Any]] = {
        LEAVES: Choices(game.leaves),
        UNTIL: _alone(game.unmasks),
        ENDINGS: Choices(tuple((ending.when, ending.id) for ending in game.endings)),
    }
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
    return {
        path: Asked(path, choices)
        for path, choices in found.items()
        if any(holds is not None for holds, _ in choices.cases)
    }


class Questions:
    """What is asked when something happens, of some conditions, until all their outcomes were seen."""

    def __init__(self, game: Game, every: Mapping[Path, Asked]) -> None:
        self._game = game
        self._every = every

    def at(self, happening: Happening) -> Iterator[Question]:
        """The questions of one happening."""
        if isinstance(happening, Stood):
            yield from self._at_turn(happening)
        elif isinstance(happening, Answered):
            yield from self._at_answer(happening)
        else:
            yield from self._at_beginning(happening)

    def _at_beginning(self, began: Began) -> Iterator[Question]:
        if began.ending is None:
            yield from self._ask(UNTIL, began.state, began.start)
            return
        yield from self._at_closed(began.turn, began.state, began.start)
        yield from self._at_ending(began.ending, began.state, began.start, first=True)

    def _at_turn(self, stood: Stood) -> Iterator[Question]:
        turn, state, spot = stood.turn, stood.state, stood.spot
        yield from self._ask(("turns", turn.id, turn.script.kind), state, spot)
        yield from self._ask(("turns", turn.id, "cue"), state, spot)
        for response in turn.responses:
            path = ("turns", turn.id, "responses", response.id)
            yield from self._ask((*path, "when"), state, spot)
            # What anything written here shows is asked for each answer, as the worst to say is the measure.
            yield from self._ask((*path, "shows"), state, spot, in_earnest=False)
            yield from self._ask((*path, "breaks"), state, spot, in_earnest=False)

    def _at_answer(self, answered: Answered) -> Iterator[Question]:
        turn, found, spot = answered.turn, answered.found, answered.spot
        path = ("turns", turn.id, "responses", answered.response.id)
        before = Spot(spot.situation, spot.places)
        yield from self._ask((*path, "shows"), answered.before, before)
        yield from self._ask((*path, "breaks"), answered.before, before)
        yield from self._ask((*path, "reply"), found.said, spot)
        if not turn.private:
            yield from self._ask(LEAVES, found.said, spot)
        if found.apart is not None:
            yield from self._ask(LEAVES, found.apart[1], spot)
        if not found.left or found.apart is not None:
            yield from self._ask((*path, "then"), found.said, spot)
        if found.ending is None:
            yield from self._ask(UNTIL, found.state, spot)
            return
        if answered.closed is not None:
            yield from self._at_closed(answered.closed, answered.arrived, spot)
        yield from self._at_ending(found.ending, found.state, spot, first=answered.first_ending)

    def _at_closed(self, turn: GameTurn, state: State, where: Spot | Feelings) -> Iterator[Question]:
        for response in turn.responses:
            yield from self._ask(("turns", turn.id, "responses", response.id, "when"), state, where)

    def _at_ending(self, ending: int, state: State, where: Spot | Feelings, *, first: bool) -> Iterator[Question]:
        if first:
            yield from self._ask(ENDINGS, state, where)
        name = self._game.endings[ending].id
        yield from self._ask(("endings", name, "text"), state, where)
        yield from self._ask(("endings", name, "aftermath"), state, where)

    def _ask(self, path: Path, state: State, where: Spot | Feelings, *, in_earnest: bool = True) -> Iterator[Question]:
        asked = self._every.get(path)
        if asked is not None and len(asked.held if in_earnest else asked.held_anywhere) < asked.outcomes:
            yield Question(asked, state, where, in_earnest)


def _alone(holds: Holds | None) -> Choices[Any]:
    return Choices(((holds, None),))
