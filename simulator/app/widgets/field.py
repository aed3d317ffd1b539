"""A field to type in. What can't be shown is left out as it is typed or pasted."""

from __future__ import annotations

from textual.widgets import Input

from simulator.app.text import REPLACEMENT, one_line


class Field(Input):
    """One line of text that is fit to be shown."""

    def validate_value(self, value: str) -> str:
        """Leave out what a terminal would obey."""
        return one_line(value).replace(REPLACEMENT, "")
