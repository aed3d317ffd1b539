"""The ways to the screens of play and review. Each is imported when somebody goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.app.screens.frame import FramedScreen

if TYPE_CHECKING:
    from simulator.app.application import CoolheadApp


def brief(app: CoolheadApp, scenario: str, *, record: bool = False, seed: int | None = None) -> None:
    """Show what a scenario is about, to start it there: as practice or for the record."""
    from simulator.app.screens.briefing import BriefingScreen

    app.push_screen(BriefingScreen(scenario, record=record, seed=seed))


def play(app: CoolheadApp, scenario: str, *, record: bool = False, seed: int | None = None) -> None:
    """Begin an attempt in place of the briefing, or go on with the one for the record that was interrupted."""
    from simulator.app.screens.conversation import ConversationScreen

    _in_place(app, ConversationScreen.begin(scenario, record=record, seed=seed))


def resume(app: CoolheadApp, attempt: int) -> None:
    """Go on with an interrupted attempt, at the same turn."""
    from simulator.app.screens.conversation import ConversationScreen

    _in_place(app, ConversationScreen.resume(attempt))


def review(app: CoolheadApp, attempt: int) -> None:
    """Show the review of a finished attempt; coming from its conversation, in its place."""
    from simulator.app.screens.review import ReviewScreen

    _in_place(app, ReviewScreen(attempt))


def drill(app: CoolheadApp) -> None:
    """Put the drills that are due."""
    from simulator.app.screens.drill import DrillScreen

    app.push_screen(DrillScreen())


def _in_place(app: CoolheadApp, screen: FramedScreen[None]) -> None:
    """Show a screen above the ones that stay, so that going back leads to where one chose it."""
    if isinstance(app.screen, FramedScreen) and not app.screen.STAYS:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)
