"""A line of a few choices of which one holds: the boards, the kinds of customer. Numbers and clicks choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from simulator.app.text import content, one_line


class ChoiceLine(Widget):
    """Some choices on one line, the one that holds marked by more than its colour."""

    DEFAULT_CSS = """
    ChoiceLine { height: 1; width: 1fr; color: $text-muted; }
    """

    chosen: reactive[int] = reactive(0)
    """The place of the choice that holds."""

    class Changed(Message):
        """Another choice holds."""

        def __init__(self, line: ChoiceLine, chosen: int) -> None:
            super().__init__()
            self.line = line
            self.chosen = chosen

        @property
        def control(self) -> ChoiceLine:
            """The line."""
            return self.line

    def __init__(self, choices: Sequence[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._choices = tuple(choices)

    def render(self) -> Content:
        """Each choice with its number."""
        return Content("").join(
            content(f" {place + 1} {one_line(choice)} ", "reverse bold" if place == self.chosen else "")
            for place, choice in enumerate(self._choices)
        )

    def validate_chosen(self, chosen: int) -> int:
        """Keep to the choices there are."""
        return max(0, min(chosen, len(self._choices) - 1))

    def watch_chosen(self, before: int, now: int) -> None:
        """Tell who holds the line."""
        if before != now:
            self.post_message(self.Changed(self, now))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        left = 0
        for place, choice in enumerate(self._choices):
            right = left + len(f" {place + 1} {one_line(choice)} ")
            if left <= event.x < right:
                self.chosen = place
                return
            left = right
