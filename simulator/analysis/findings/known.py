"""What is known of a script while it is looked through: its plays, explored once, and what follows from them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Mapping

from simulator.analysis.asking import Asked, Path
from simulator.analysis.coverage import Coverage
from simulator.analysis.exploration import Exploration, TooManyStates
from simulator.analysis.findings.best_play import BestPlay
from simulator.analysis.findings.staying import starts_without_staying
from simulator.analysis.merging import Merging
from simulator.analysis.reads import Reads
from simulator.analysis.solution import Solution
from simulator.analysis.solver import solution_of
from simulator.analysis.ways import Way, Ways, everywhere, seed_of, ways_to_endings
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.conversation.memory import lowest

Place = tuple[int, int]


class Known:
    """A game, the places of its script, and whatever is worked out about it, when it is first asked for.

    What takes all plays raises TooManyStates where they have more states than `most_states`.
    """

    def __init__(
        self,
        game: Game,
        places: Mapping[Path, Place],
        most_states: int | None = None,
        progress: Callable[[int], object] | None = None,
    ) -> None:
        self.game = game
        self.script = game.script
        self.places = places
        self._most_states = most_states
        self._progress = progress
        self._too_many: TooManyStates | None = None
        self._best_lines: dict[Feelings, tuple[Conversation, ...]] = {}

    def place(self, path: Path) -> Place:
        """Line and column of a part of the script, or of the nearest part around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    @functools.cached_property
    def reads(self) -> Reads:
        """What of memory the conditions read."""
        return Reads(self.game)

    @functools.cached_property
    def coverage(self) -> Coverage:
        """What is ever reached and what ever holds."""
        return Coverage(self._explored(words=True))

    @functools.cached_property
    def ways(self) -> Ways:
        """The shortest ways to the spots of the coverage."""
        return Ways(self.coverage.exploration)

    def shortest_to_turn(self, turn: str) -> Way | None:
        """The shortest play that comes to a turn."""
        place = next(each.place for each in self.game.turns if each.id == turn)
        return self.ways.shortest(
            everywhere(situation) for situation in self.coverage.exploration.order if situation.state.turn == place
        )

    def shortest_to_ending(self, names: Collection[str]) -> Way | None:
        """The shortest play to the nearest of some endings."""
        found = ways_to_endings(self.coverage.exploration, self.ways)
        ways = [way for ending, way in found.items() if self.game.endings[ending].id in names]
        return min(ways, key=lambda way: len(way.answers), default=None)

    def shortest_asked(self, asked: Asked, place: int) -> Way | None:
        """The shortest play to where one condition of a list is asked."""
        return self.coverage.way_to(self.ways, asked, place)

    @functools.cached_property
    def exploration(self) -> Exploration:
        """All states that may differ in what can still be had."""
        return self._explored(words=False)

    @functools.cached_property
    def solution(self) -> Solution:
        """What can still be had, from every start."""
        return solution_of(self.exploration)

    @functools.cached_property
    def best(self) -> BestPlay:
        """All best lines."""
        return BestPlay(self.exploration, self.solution)

    @functools.cached_property
    def lost_starts(self) -> tuple[Feelings, ...]:
        """The starts from which nothing keeps the customer."""
        return starts_without_staying(self.coverage)

    @property
    def all_lost(self) -> bool:
        """Whether nothing ever keeps the customer, so that little else can be said of what is not reached."""
        return len(self.lost_starts) == sum(1 for _ in self.game.starts())

    @functools.cached_property
    def nothing_to_lose(self) -> bool:
        """Whether from no start anything depends on the answers."""
        return all(list(each.pars) == list(each.worsts) for each in self.solution.situations.values())

    def best_line(self, start: Feelings) -> tuple[Conversation, ...]:
        """The moments of the best play from a start."""
        if start not in self._best_lines:
            self._best_lines[start] = self.solution.best_line(Conversation.begin(self.game, 0, start))
        return self._best_lines[start]

    def way_of(self, moment: Conversation) -> Way:
        """The way to a moment of a conversation as it was played."""
        start = moment.rewound(0).feelings
        return Way(start, seed_of(self.game, start), moment.response_ids)

    def is_remembered(self, turn: str, response: str) -> bool:
        """Whether some condition asks if a response was given."""
        return bool(lowest(self.game.memory.given.get((turn, response), 0)) & self.reads.ever)

    def _explored(self, *, words: bool) -> Exploration:
        if self._too_many is not None:
            raise self._too_many
        try:
            return Exploration(
                self.game,
                self.game.starts(),
                Merging(self.game, words=words),
                most_states=self._most_states,
                progress=self._progress,
            )
        except TooManyStates as error:
            self._too_many = error
            raise
