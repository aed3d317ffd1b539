"""Coverage: what is ever reached and what ever holds, over all plays at once.

Conditions are asked of whole situations. Once all their outcomes have been seen they are asked no more, so that the
walk costs little beyond the exploration itself.
"""

from __future__ import annotations

from simulator.analysis.asking import Asked, Path, Questions, all_asked
from simulator.analysis.exploration import Exploration
from simulator.analysis.happenings import Answered, Began, Happening, Stood, happenings
from simulator.analysis.reads import Reads
from simulator.analysis.ways import NEVER, Spot, Way, Ways, seed_of
from simulator.conversation.feelings import Feelings


class Coverage:
    """What is ever reached in an exploration whose merging counts what the words read."""

    def __init__(self, exploration: Exploration) -> None:
        self.exploration = exploration
        self.game = exploration.game
        self.reads = Reads(self.game)
        self.asked: dict[Path, Asked] = all_asked(self.game)
        """Every list of conditions, by its path."""
        self.turns: set[str] = set()
        self.contacts: set[str] = set()
        self.endings: set[str] = set()
        self.responses: dict[tuple[str, str], list[Spot]] = {}
        """Those that can be given, by turn and response, and from where."""
        self.facts: set[str] = set()
        """Those that can be learned."""
        self.promises: set[str] = set()
        """Those that can be made."""
        self.kept: set[str] = set()
        self.broken: dict[str, list[Spot]] = {}
        """Those that can be left open, and by which answers."""
        self.leavings: list[Spot] = []
        """The answers after which the customer leaves of their own accord."""
        self.closed: dict[str, list[Spot]] = {}
        """The turns that can be come to with nothing to answer, and by which answers."""
        self.closed_at_start: set[str] = set()
        """The opening turn, if a conversation can begin with nothing to answer."""
        self.recalled = 0
        """The bits of memory that are set in some state in which a condition reads them."""
        questions = Questions(self.game, self.asked)
        for happening in happenings(exploration):
            self._note(happening)
            for question in questions.at(happening):
                question.note()

    def way_to(self, ways: Ways, asked: Asked, place: int) -> Way | None:
        """The shortest way to where one condition of a list is asked, none before it holding.

        A condition at a turn is asked there; that it may be asked on coming to the closed turn is left out.
        """
        fewest, found = NEVER, None
        questions = Questions(self.game, {asked.path: Asked(asked.path, asked.choices)})
        turn = asked.path[1] if asked.path[0] == "turns" else None
        for happening in happenings(self.exploration, turn):
            for question in questions.at(happening):
                for part, outcome in question.outcomes() if question.in_earnest else ():
                    if 0 <= outcome < place:
                        continue
                    where = question.where
                    if isinstance(where, Feelings):
                        return Way(where, seed_of(self.game, where), ())
                    counts = ways.counts(where)[part]
                    if counts.min() < fewest:
                        fewest, found = int(counts.min()), Spot(where.situation, where.places[part], where.branch)
        return None if found is None else ways.shortest([found])

    def _note(self, happening: Happening) -> None:
        if isinstance(happening, Answered):
            self._note_answer(happening)
        elif isinstance(happening, Stood):
            self.turns.add(happening.turn.id)
            self.contacts.add(self.game.contacts[happening.state.contact].id)
            self.recalled |= happening.state.memory & self.reads.standing[happening.turn.id]
        else:
            self._note_beginning(happening)

    def _note_beginning(self, began: Began) -> None:
        self.contacts.add(self.game.contacts[0].id)
        self.recalled |= began.state.memory & (self.reads.unmasking if began.ending is None else self.reads.ending)
        if began.ending is not None:
            self.closed_at_start.add(began.turn.id)
            self.endings.add(self.game.endings[began.ending].id)

    def _note_answer(self, answered: Answered) -> None:
        turn, response, found, spot = answered.turn, answered.response, answered.found, answered.spot
        owed = self.game.memory.owed
        self.responses.setdefault((turn.id, response.id), []).append(spot)
        self.facts.update(response.script.learns)
        self.promises.update(response.script.promises)
        owing = answered.before.memory | response.adds
        self.kept.update(name for name in response.script.keeps if owing & owed[name])
        for name in found.broken:
            self.broken.setdefault(name, []).append(spot)
        self.recalled |= found.said.memory & self.reads.answered[turn.id, response.id]
        if not turn.private:
            self.recalled |= found.said.memory & self.reads.leaving
        if found.apart is not None:
            self.contacts.add(self.game.contacts[found.apart[1].contact].id)
            self.recalled |= found.apart[1].memory & self.reads.leaving
        if found.left:
            self.leavings.append(spot)
        if answered.closed is not None:
            self.closed.setdefault(answered.closed.id, []).append(spot)
        if found.ending is None:
            self.recalled |= found.state.memory & self.reads.unmasking
        else:
            self.endings.add(self.game.endings[found.ending].id)
            self.recalled |= found.state.memory & self.reads.ending
