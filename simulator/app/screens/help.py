"""The help: the keys of the screen beneath, the words, and how scoring works."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from simulator.app.commands import command, key_help
from simulator.app.guide import SCORING, WORDS
from simulator.app.screens.frame import FramedScreen


class HelpScreen(FramedScreen[None]):
    """Tells what can be done, what the words mean, and what is counted."""

    CSS_PATH = "../styles/help.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        command("escape,question_mark,f1", "app.back", "Back", "Back to where you were."),
    ]

    def __init__(self, beneath: Screen[Any]) -> None:
        super().__init__()
        self._keys = key_help(beneath)

    def body(self) -> ComposeResult:
        """Three parts, one beneath the other."""
        with VerticalScroll(id="help"):
            yield Static("Keys of the screen you came from", classes="title")
            yield Static(_beside((each.keys, f"{each.name}: {each.sentence}") for each in self._keys))
            yield Static("How scoring works", classes="title")
            yield Static(_beside((str(number), line) for number, line in enumerate(SCORING, start=1)))
            yield Static("Words", classes="title")
            yield Static(_beside(WORDS.items()))

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.entitle("Help")
        self.query_one("#help").focus()


def _beside(pairs: Iterable[tuple[str, str]]) -> Table:
    """Terms in a column, what is said of each wrapped beside it. Nothing in it is written by people or scripts."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", style="bold", no_wrap=True)
    grid.add_column()
    for term, said in pairs:
        grid.add_row(Text(term), Text(said))
    return grid
