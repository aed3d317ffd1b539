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

from simulator.app.screens.briefing import BEGIN
from simulator.conversation.conversation import Conversation

SEED = 7

PRESSES = 40

ENOUGH = 12
"""Letters of a reply by which it is recognised on the screen."""


def figures(rounds: int) -> Iterator[Figure]:
    """The ratio to the first repaint, and to the customer's reply, which is kept before it is shown."""
    with tempfile.TemporaryDirectory() as place:
        around = surroundings(COOLHEAD_DATABASE=str(Path(place, "coolhead.db")))
        played, bare = answers(around), keys(around)
        ours, theirs = interleaved(lambda: next(played), lambda: next(bare), max(rounds, PRESSES))
        played.close()
        bare.close()
    (firsts, replies), (lines, screenfuls) = zip(*ours, strict=True), zip(*theirs, strict=True)
    yield at_most("key press to the first repaint / to a bare line's", firsts, lines, 2)
    yield at_most("key press to the reply / to a bare screenful's", replies, screenfuls, 2)


def keys(around: dict[str, str]) -> Generator[tuple[float, float]]:
    """Seconds from one key press after another to a line that changes, and to a screenful."""
    with Terminal([sys.executable, str(Path(__file__).with_name("bare_app.py"))], around) as terminal:
        terminal.first_paint()
        for number in itertools.count(1, 2):
            terminal.rest()
            _, line = terminal.press(b"1", f"line{number}")
            terminal.rest()
            _, screenful = terminal.press(b"2", f"screenful{number + 1}")
            yield line, screenful


def answers(around: dict[str, str]) -> Generator[tuple[float, float]]:
    """Seconds from one answer after another, given for the record, to the first repaint and to the customer's reply."""
    coolhead = str(Path(sys.executable).with_name("coolhead"))
    for number, (scenario, game) in enumerate(itertools.cycle(bundled_games().items())):
        person = ["--as", f"Player {number}", "--team", "Bench"]
        conversation = Conversation.begin(game, SEED)
        with Terminal([coolhead, "play", scenario, "--record", "--seed", str(SEED), *person], around) as terminal:
            terminal.first_paint(start_of(BEGIN))
            terminal.rest()
            terminal.press(b"1", start_of(conversation.line))
            while not conversation.ended:
                terminal.rest()
                answer = conversation.responses[0]
                conversation = conversation.after(answer)
                reply = conversation.reply and f"{game.script.customer.called} {conversation.reply}"
                expected = start_of(reply or conversation.line or conversation.ending_text)
                yield terminal.press(b"1", expected)


def start_of(text: str) -> str:
    """The first letters of a text's first paragraph, without white space."""
    return "".join(text.split("\n\n")[0].split())[:ENOUGH]
