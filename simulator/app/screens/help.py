"""The help: the keys of the screen beneath, the words, and how scoring works."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from simulator.app.commands import KeyHelp, command, key_help
from simulator.app.guide import SCORING, WORDS
from simulator.app.screens.frame import FramedScreen
from simulator.app.text import content


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
            yield Static(_keys(self._keys))
            yield Static("How scoring works", classes="title")
            yield Static(content("\n".join(f"{number:>2}  {line}" for number, line in enumerate(SCORING, start=1))))
            yield Static("Words", classes="title")
            yield Static(_words())

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.entitle("Help")
        self.query_one("#help").focus()


def _keys(keys: tuple[KeyHelp, ...]) -> Content:
    wide = max((len(each.keys) for each in keys), default=0)
    return Content("\n").join(
        Content.assemble((each.keys.rjust(wide), "bold $accent"), "  ", (each.name, "bold"), "  ", each.sentence)
        for each in keys
    )


def _words() -> Content:
    return Content("\n").join(
        Content.assemble((word.rjust(max(map(len, WORDS))), "bold $accent"), "  ", meaning)
        for word, meaning in WORDS.items()
    )
