"""From a key press to the repaint it causes: an answer in a conversation beside a key in a bare Textual app."""

from __future__ import annotations

import itertools
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

from games import bundled_games
from measure import Figure, at_most, interleaved
from terminal import Terminal, surroundings

from simulator.conversation.conversation import Conversation

SEED = 7

PRESSES = 40

ENOUGH = 12
"""Letters of a reply by which it is recognised on the screen."""


def figures(rounds: int) -> Iterator[Figure]:
    """The ratio from the key press to the customer's reply, which is kept before it is shown."""
    with tempfile.TemporaryDirectory() as place:
        around = surroundings(COOLHEAD_DATABASE=str(Path(place, "coolhead.db")))
        app, bare = answers(around), keys(around)
        replies, changes = interleaved(lambda: next(app), lambda: next(bare), max(rounds, PRESSES))
        app.close()
        bare.close()
    yield at_most("key press to the reply / to a bare Textual repaint", replies, changes, 2)


def keys(around: dict[str, str]) -> Generator[float]:
    """Seconds from one key press after another to the text that it changes."""
    with Terminal([sys.executable, str(Path(__file__).with_name("bare_app.py"))], around) as terminal:
        terminal.first_paint()
        for number in itertools.count(1):
            terminal.rest()
            yield terminal.press(b"1", str(number))


def answers(around: dict[str, str]) -> Generator[float]:
    """Seconds from one answer after another to the customer's reply, over all scenarios, each played for the record."""
    coolhead = str(Path(sys.executable).with_name("coolhead"))
    for number, (scenario, game) in enumerate(itertools.cycle(bundled_games().items())):
        person = ["--as", f"Player {number}", "--team", "Bench"]
        conversation = Conversation.begin(game, SEED)
        with Terminal([coolhead, "play", scenario, "--record", "--seed", str(SEED), *person], around) as terminal:
            terminal.first_paint()
            terminal.rest(1.0)
            terminal.press(b"\r", start_of(conversation.line))
            while not conversation.ended:
                terminal.rest()
                answer = conversation.responses[0]
                conversation = conversation.after(answer)
                expected = start_of(conversation.reply or conversation.line or conversation.ending_text)
                yield terminal.press(b"1", expected)


def start_of(text: str) -> str:
    """The first letters of a text, without white space."""
    return "".join(text.split())[:ENOUGH]
