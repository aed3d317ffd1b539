"""Home: what to resume, what to practise next, where one stands, what was played lately."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.app.screens.section import SectionScreen


class HomeScreen(SectionScreen):
    """Where the app begins."""

    NAME = "home"

    def body(self) -> ComposeResult:
        """A greeting."""
        yield Static("", id="greeting")

    async def load(self) -> None:
        """Greet."""
        self.query_one("#greeting", Static).update(f"Hello. {len(self.desk.person.name)}")
