"""Where a person stands, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widgets import Static

from simulator.app.text import content
from simulator.app.wording import count

if TYPE_CHECKING:
    from simulator.app.overview import Overview


class StandingCard(Static):
    """A greeting and the standing; two lines where there is little room."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("", **kwargs)

    def show(self, name: str, overview: Overview) -> None:
        """Show a person's standing."""
        self.update(
            Content.assemble(
                content(f"Hello, {name}.", "bold $accent"), "\n", content(_place(overview)), "\n", _tally(overview)
            )
        )


def _place(overview: Overview) -> str:
    """The standing in a sentence."""
    from scoring.standing import FEWEST_SCENARIOS, signed

    standing = overview.standing
    if standing is None:
        return f"You have no standing yet: it takes {FEWEST_SCENARIOS} scenarios played for the record."
    board = "after practice" if overview.practised else "at first sight"
    if standing.rank is None:
        return f"Play {count(standing.missing, 'more scenario')} for the record {board}, and you have a rank."
    return (
        f"You stand at rank {standing.rank} of {overview.ranked} {board}, {signed(standing.value)} against the average."
    )


def _tally(overview: Overview) -> Content:
    if overview.scenarios is None:
        return content("")
    return content(
        f"Passed {overview.passed} of {count(overview.scenarios, 'scenario')}, "
        f"{overview.recorded} played for the record.",
        "$text-muted",
    )
