"""One principle: what it is, why it works, and what showing and breaking it sound like."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.widgets import Static

from scoring.principles import Principle
from simulator.app.text import content


class PrincipleCard(Static):
    """A principle to take along."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("", **kwargs)

    def show(self, principle: Principle) -> None:
        """Show this principle."""
        documents = "; ".join(source.document.title for source in principle.sources)
        self.update(
            Content("\n\n").join(
                (
                    Content.assemble(
                        content("One principle for today", "bold $primary"),
                        "\n",
                        content(principle.name, "bold $accent"),
                    ),
                    content(principle.statement),
                    content(principle.why.strip(), "$text-muted"),
                    Content.assemble(content("✓ ", "bold $text-success"), content(principle.showing)),
                    Content.assemble(content("✗ ", "bold $text-error"), content(principle.breaking)),
                    content(f"From: {documents}", "$text-muted"),
                )
            )
        )
