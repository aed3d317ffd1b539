"""Ways: the shortest plays that lead somewhere, ready to be played.

The situations of an exploration stand in an order in which each comes before those that may follow it. So one walk
through them, forwards, finds for every state the fewest answers that lead there, and the state and the answer before.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from simulator.analysis.exploration import Branch, Exploration, Situation
from simulator.analysis.many import LATTICE, Places
from simulator.analysis.merging import LEVELS
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.conversation.rules import begin

Counts: TypeAlias = npt.NDArray[np.int32]
Chosen: TypeAlias = npt.NDArray[np.bool_]

NEVER = np.iinfo(np.int32).max
"""Stands for the number of answers that lead to what no answers lead to."""


@dataclass(frozen=True, slots=True)
class Way:
    """A play from its start: a seed that draws that start, and the responses to give, in order."""

    start: Feelings
    seed: int
    answers: tuple[str, ...]

    def command(self, scenario: str) -> str:
        """What to type to play it."""
        answers = f" --answers {','.join(self.answers)}" if self.answers else ""
        return f"coolhead play {shlex.quote(scenario)} --plain --seed {self.seed}{answers}"


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """Some states of a situation, or, with a branch, what that response leads these states to."""

    situation: Situation
    places: Places
    branch: Branch | None = None


class Ways:
    """The shortest ways through an exploration.

    `allowed` says for which of its states a branch may be taken, `starts` from where; all of them if not said.
    """

    def __init__(
        self,
        exploration: Exploration,
        allowed: Callable[[Situation, Branch], Chosen] | None = None,
        starts: Iterable[Feelings] | None = None,
    ) -> None:
        wanted = None if starts is None else set(starts)
        self._game = exploration.game
        self._counts: dict[int, Counts] = {}
        self._before: dict[int, tuple[npt.NDArray[np.int32], Places]] = {}
        """For each state the number of the branch that leads there, in `_taken`, and the place it comes from."""
        self._taken: list[tuple[Situation, Branch]] = []
        for situation in exploration.order:
            size = len(situation.feelings)
            self._counts[situation.key] = np.full(size, NEVER, np.int32)
            self._before[situation.key] = (np.full(size, -1, np.int32), np.zeros(size, np.intp))
        for start, situation, place in openings(exploration):
            if wanted is None or start in wanted:
                self._counts[situation.key][place] = 0
        for situation in exploration.order:
            for branch in situation.branches:
                if branch.ahead is not None:
                    self._take(situation, branch, None if allowed is None else allowed(situation, branch))

    def counts(self, spot: Spot) -> Counts:
        """How many answers lead to each state of a spot; NEVER where none do."""
        counts = self._counts[spot.situation.key][spot.places]
        return counts if spot.branch is None else np.where(counts == NEVER, NEVER, counts + 1)

    def shortest(self, spots: Iterable[Spot]) -> Way | None:
        """The shortest way to any of the spots, of equals to the first; None where nothing leads to them."""
        fewest, found = NEVER, None
        for spot in spots:
            counts = self.counts(spot)
            if len(counts) and counts.min() < fewest:
                fewest, found = int(counts.min()), (spot, int(spot.places[counts.argmin()]))
        if found is None:
            return None
        spot, place = found
        return self._way(spot.situation, place, () if spot.branch is None else (spot.branch.response.id,))

    def _take(self, situation: Situation, branch: Branch, allowed: Chosen | None) -> None:
        """Note for the states ahead what is shorter by this branch."""
        assert branch.ahead is not None
        places, arrivals = branch.places, branch.arrivals
        counts = self._counts[situation.key][places]
        usable = counts < NEVER if allowed is None else (counts < NEVER) & allowed
        if not usable.any():
            return
        places, arrivals, counts = places[usable], arrivals[usable], counts[usable] + 1
        # Several of the states may arrive at one; the shortest is written last, and stays.
        order = np.argsort(-counts, kind="stable")
        places, arrivals, counts = places[order], arrivals[order], counts[order]
        known = self._counts[branch.ahead.key]
        shorter = counts < known[arrivals]
        if not shorter.any():
            return
        known[arrivals[shorter]] = counts[shorter]
        numbers, places_before = self._before[branch.ahead.key]
        numbers[arrivals[shorter]] = len(self._taken)
        places_before[arrivals[shorter]] = places[shorter]
        self._taken.append((situation, branch))

    def _way(self, situation: Situation, place: int, last: Sequence[str]) -> Way:
        answers = list(reversed(last))
        while True:
            numbers, places = self._before[situation.key]
            number = int(numbers[place])
            if number < 0:
                break
            place = int(places[place])
            situation, branch = self._taken[number]
            answers.append(branch.response.id)
        start = feelings_at(situation, place)
        return Way(start, seed_of(self._game, start), tuple(reversed(answers)))


def openings(exploration: Exploration) -> Iterable[tuple[Feelings, Situation, int]]:
    """Every start that was explored and does not end at once, with its situation and its place there."""
    for start in exploration.game.starts():
        state, ending = begin(exploration.game, start)
        if ending is None:
            try:
                yield start, *exploration.place(state)
            except KeyError:
                continue


def everywhere(situation: Situation) -> Spot:
    """All states of a situation."""
    return Spot(situation, np.arange(len(situation.feelings)))


def feelings_at(situation: Situation, place: int) -> Feelings:
    """The feelings of one state of a situation."""
    index = int(situation.feelings[place])
    return Feelings(index // (LEVELS * LEVELS), index // LEVELS % LEVELS, index % LEVELS)


def seed_of(game: Game, start: Feelings) -> int:
    """The lowest seed that draws a start."""
    for seed in range(LATTICE * LATTICE):
        if game.drawn_start(seed) == start:
            return seed
    raise ValueError(f"no seed draws {start}")


def ways_to_endings(exploration: Exploration, ways: Ways) -> dict[int, Way]:
    """The shortest way to every ending that any play reaches, by its place in the script."""
    spots: dict[int, list[Spot]] = {}
    for situation in exploration.order:
        for branch in situation.branches:
            if branch.ending is not None:
                spots.setdefault(branch.ending, []).append(Spot(situation, branch.places, branch))
    found = {ending: way for ending, each in spots.items() if (way := ways.shortest(each)) is not None}
    for start in exploration.game.starts():
        _, ending = begin(exploration.game, start)
        if ending is not None and (ending not in found or found[ending].answers):
            found[ending] = Way(start, seed_of(exploration.game, start), ())
    return dict(sorted(found.items()))
