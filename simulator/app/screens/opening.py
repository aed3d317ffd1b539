"""The first thing to be painted, and light for that: the bar at the top while the records are opened."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from simulator.app.widgets.section_bar import SectionBar


class OpeningScreen(Screen[None]):
    """Lies beneath all other screens, and looks like home before it is filled."""

    def compose(self) -> ComposeResult:
        """The bar alone."""
        bar = SectionBar()
        bar.place = "home"
        yield bar
