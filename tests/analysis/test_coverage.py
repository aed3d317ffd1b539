"""What coverage says of all plays is what playing every one of them shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import cycle

from hypothesis import assume, given

from scoring.principles import load_principles
from simulator.analysis.asking import ENDINGS, LEAVES, NONE_HELD, UNTIL, Path
from simulator.analysis.coverage import Coverage
from simulator.analysis.exploration import Exploration
from simulator.analysis.merging import Merging
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Choices, Game, GameTurn, Target
from simulator.conversation.state import State
from simulator.scenario.model import ALWAYS, Case, Script
from tests.analysis.brute_force import TooManyPlays, every_play
from tests.generated_scripts import scripts


class Seen:
    """What some plays showed."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.turns: set[str] = set()
        self.contacts: set[str] = set()
        self.endings: set[str] = set()
        self.responses: set[tuple[str, str]] = set()
        self.facts: set[str] = set()
        self.promises: set[str] = set()
        self.kept: set[str] = set()
        self.broken: set[str] = set()
        self.closed: set[str] = set()
        self.left = False
        self.held: dict[Path, set[int]] = defaultdict(set)

    def see(self, play: Conversation) -> None:
        for moment in play.path:
            if moment.turn is not None:
                self._standing(moment, moment.turn)
            if moment.given is not None:
                self._answered(moment)
            elif moment.ended:
                assert moment.ending_place is not None
                self.contacts.add(moment.contact.id)
                self._whens(self.game.turns[moment.state.turn], moment.state)
                self._ended(moment.state, moment.ending_place, first=True)

    def _standing(self, moment: Conversation, turn: GameTurn) -> None:
        self.turns.add(turn.id)
        self.contacts.add(moment.contact.id)
        self.responses |= {(turn.id, response.id) for response in moment.responses}
        self._ask(("turns", turn.id, turn.script.kind), turn.line.choices, moment.state)
        self._ask(("turns", turn.id, "cue"), turn.cue.choices, moment.state)
        self._whens(turn, moment.state)
        if self.game.unmasks is not None:
            # The mask falls on arriving, and nothing that `until` reads changes by its falling.
            self.held[UNTIL].add(0 if self.game.unmasks(moment.state) else NONE_HELD)

    def _answered(self, moment: Conversation) -> None:
        assert moment.given is not None
        assert moment.previous is not None
        turn, response, found = moment.given
        path = ("turns", turn.id, "responses", response.id)
        self.facts |= set(response.script.learns)
        self.promises |= set(response.script.promises)
        gained = found.said.memory & ~moment.previous.state.memory
        self.kept |= {name for name, bit in self.game.memory.kept.items() if gained & bit}
        self.broken |= set(found.broken)
        self.left |= found.left
        self._ask((*path, "shows"), response.shows, moment.previous.state)
        self._ask((*path, "breaks"), response.breaks, moment.previous.state)
        self._ask((*path, "reply"), response.reply.choices, found.said)
        leaves = Choices(self.game.leaves)
        if not turn.private:
            self._ask(LEAVES, leaves, found.said)
        if found.apart is not None:
            self.contacts.add(self.game.contacts[found.apart[1].contact].id)
            self._ask(LEAVES, leaves, found.apart[1])
        if found.apart is None and found.left:
            target = None
        else:
            self._ask((*path, "then"), response.then, found.said)
            target = response.then.choose(found.said)
        if found.ending is not None:
            if not found.left and target is not None:
                self._closed(target, found.said if found.apart is None else found.apart[1])
            first = not found.left and (target is None or target.ending is None)
            self._ended(found.state, found.ending, first=first)

    def _closed(self, target: Target, state: State) -> None:
        place = target.turn if target.contact is None else self.game.contacts[target.contact].opens
        if place is not None:
            self.closed.add(self.game.turns[place].id)
            self._whens(self.game.turns[place], state)

    def _ended(self, state: State, ending: int, *, first: bool) -> None:
        name = self.game.endings[ending].id
        self.endings.add(name)
        if first:
            self._ask(ENDINGS, Choices(tuple((each.when, each.id) for each in self.game.endings)), state)
        self._ask(("endings", name, "text"), self.game.endings[ending].text.choices, state)
        self._ask(("endings", name, "aftermath"), self.game.endings[ending].aftermath.choices, state)

    def _whens(self, turn: GameTurn, state: State) -> None:
        for response in turn.responses:
            self._ask(("turns", turn.id, "responses", response.id, "when"), Choices(((response.when, None),)), state)

    def _ask(self, path: Path, choices: Choices[object] | Choices[tuple[str, ...]], state: State) -> None:
        if any(holds is not None for holds, _ in choices.cases):
            self.held[path].add(choices.place(state))


def with_words_that_depend(script: Script) -> Script:
    """The script with its own conditions before lines, cues, replies and texts too."""
    responses = [response for turn in script.turns.values() for response in turn.responses.values()]
    found = [response.when for response in responses] + [case.when for each in responses for case in each.then]
    conditions = cycle([*(condition for condition in found if not condition.always), ALWAYS])

    def line() -> tuple[Case[tuple[str, ...]], ...]:
        return (Case(next(conditions), ("One.",)), Case(next(conditions), ("Two.",)), Case(ALWAYS, ("Three.",)))

    return replace(
        script,
        turns={
            name: replace(
                turn,
                line=line(),
                cue=line(),
                responses={each: replace(response, reply=line()) for each, response in turn.responses.items()},
            )
            for name, turn in script.turns.items()
        },
        endings={name: replace(ending, text=line(), aftermath=line()) for name, ending in script.endings.items()},
    )


@given(scripts())
def test_coverage_is_what_all_plays_show(script: Script) -> None:
    game = Game(with_words_that_depend(script), load_principles())
    seen = Seen(game)
    try:
        for play in every_play(game):
            seen.see(play)
    except TooManyPlays:
        assume(False)
    coverage = Coverage(Exploration(game, game.starts(), Merging(game, words=True)))
    assert coverage.turns == seen.turns
    assert coverage.contacts == seen.contacts
    assert coverage.endings == seen.endings
    assert set(coverage.responses) == seen.responses
    assert coverage.facts == seen.facts
    assert coverage.promises == seen.promises
    assert coverage.kept == seen.kept
    assert set(coverage.broken) == seen.broken
    assert set(coverage.closed) == seen.closed
    assert bool(coverage.leavings) == seen.left
    assert {path: asked.held for path, asked in coverage.asked.items() if asked.held} == seen.held
