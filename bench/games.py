"""The bundled scenarios, ready for play."""

from __future__ import annotations

from scoring.principles import load_principles
from simulator.conversation.game import Game
from simulator.scenario.library import Library


def bundled_games() -> dict[str, Game]:
    """Every bundled scenario by its id."""
    library, principles = Library(), load_principles()
    return {id: Game(library.load(id).script, principles) for id in library.entries}
