"""Merging: what of a state can be forgotten because nothing ahead reads it, so that states become one.

Why it is sound. `rules.answer` reads a state only through its turn, its contact, its feelings, where they began, its
days of silence, and bits of memory. A bit of memory is read by the conditions of responses and endings, by leaving, by
counting the answers of a turn, by promises that fall due, and by a doubt. For every turn we gather the bits that any
turn still ahead may read in one of these ways; two states that differ only in other bits have the same responses, with
the same points, and lead to states that again differ only in such bits. So they have the same par and the same worst.
Words are not read here: what is said never changes what is possible, so conditions of lines count for nothing, and
neither does the mask, which hides feelings and changes none. Who asks which lines are ever said, or when the mask
falls, has them counted too. Where feelings began, the days of silence and the contact that is open are read when days
go by, and only then: where no contact is ahead, they are forgotten.
"""

from __future__ import annotations

from simulator.conversation.conditions import memory_read
from simulator.conversation.feelings import HIGHEST
from simulator.conversation.game import Game
from simulator.conversation.state import State
from simulator.scenario.model import Turn

LEVELS = HIGHEST + 1
"""How many values a feeling can have."""


class Merging:
    """What each turn of a game may forget.

    States with the same `situation` and the same feelings have the same future, and with `words` the same lines in it.
    """

    def __init__(self, game: Game, *, words: bool = False) -> None:
        always = _read_everywhere(game)
        own = {turn.id: _read_at(game, turn.script) | turn.given for turn in game.turns}
        if words:
            always |= _read_by_words_everywhere(game)
            own = {turn.id: own[turn.id] | _read_by_words_at(game, turn.script) for turn in game.turns}
        self._live = []
        """For each turn the bits of memory that it, or any turn ahead, may read."""
        for turn in game.turns:
            live = always | own[turn.id]
            for ahead in game.ways[turn.id]:
                live |= own[ahead]
            self._live.append(live)
        parting = {turn.id for turn in game.turns if _parts(game, turn.script)}
        self._days_ahead = [turn.id in parting or not parting.isdisjoint(game.ways[turn.id]) for turn in game.turns]
        """For each turn whether there, or at any turn ahead, some response leads to another contact."""
        self._silence = [
            any(not _touches(turn.script, place) for place in turn.script.responses) for turn in game.turns
        ]
        """For each turn whether some response there leaves the days of silence running."""

    def situation(self, state: State) -> int:
        """A number for all of a state but its feelings, as far as anything ahead can read it."""
        turn = state.turn
        key = state.memory & self._live[turn]
        key = key << 14 | turn
        if not self._days_ahead[turn]:
            return key << 30
        key = key << 16 | state.contact
        key = key << 4 | (state.silence if self._silence[turn] else 0)
        return key << 10 | state.began_trust << 5 | state.began_openness


def feelings_index(state: State) -> int:
    """A number for the feelings of a state, from 0 to 9260."""
    return (state.anger * LEVELS + state.trust) * LEVELS + state.openness


def _touches(turn: Turn, response: str) -> bool:
    return not turn.private and turn.responses[response].touch


def _parts(game: Game, turn: Turn) -> bool:
    """Whether some response of a turn leads to another contact."""
    return any(case.value in game.script.contacts for response in turn.responses.values() for case in response.then)


def _read_everywhere(game: Game) -> int:
    """What leaving, endings, promises that fall due and a doubt may read at any turn."""
    memory = game.memory
    bits = memory.trusting
    for leave in game.script.customer.leaves:
        bits |= memory_read(leave.when, memory)
    for ending in game.script.endings.values():
        bits |= memory_read(ending.when, memory)
    for owed in memory.owed.values():
        bits |= owed
    for opened in memory.opened.values():
        bits |= opened
    return bits


def _read_at(game: Game, turn: Turn) -> int:
    """What the responses of a turn read."""
    bits = 0
    for response in turn.responses.values():
        bits |= memory_read(response.when, game.memory)
        for cases in (response.shows, response.breaks, response.then):
            for case in cases:
                bits |= memory_read(case.when, game.memory)
    return bits


def _read_by_words_everywhere(game: Game) -> int:
    """What the texts of endings and the mask may read at any turn."""
    mask = game.script.customer.defence.mask
    bits = memory_read(mask.until, game.memory) if mask else 0
    for ending in game.script.endings.values():
        for case in (*ending.text, *ending.aftermath):
            bits |= memory_read(case.when, game.memory)
    return bits


def _read_by_words_at(game: Game, turn: Turn) -> int:
    """What the lines of a turn and the replies to its responses read."""
    bits = 0
    for line in (turn.line, turn.cue, *(response.reply for response in turn.responses.values())):
        for case in line:
            bits |= memory_read(case.when, game.memory)
    return bits
