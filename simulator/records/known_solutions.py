"""What the solver found before, as the cache has it: a solution by game and start, or none."""

from __future__ import annotations

import contextlib
from datetime import datetime

from simulator.analysis.packing import ENGINE_VERSION, unpacked
from simulator.analysis.solution import Solution
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game, rules_digest
from simulator.records.database import Database
from simulator.records.solutions import Key, fetch_solution, store_solution


def known_solution(database: Database, game: Game, start: Feelings, *, at: datetime) -> Solution | None:
    """The solution of a game from one start, if the solver has found it before."""
    data = fetch_solution(database, _key(game, start), engine=ENGINE_VERSION, at=at)
    if data is not None:
        with contextlib.suppress(ValueError):
            return unpacked(game, data)
    return None


def keep_solution(database: Database, game: Game, start: Feelings, data: bytes, *, at: datetime) -> None:
    """Keep what the solver found, as `packing` packed it."""
    store_solution(database, _key(game, start), engine=ENGINE_VERSION, data=data, at=at)


def _key(game: Game, start: Feelings) -> Key:
    return Key(game.digest, rules_digest(game.principles), "-".join(map(str, start)))
