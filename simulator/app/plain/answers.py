"""What somebody types: an entry a line, and the response that an entry means."""

from __future__ import annotations

from typing import TextIO

from simulator.app.plain.printer import Printer
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import GameResponse

LONGEST_LINE = 1_000
"""Characters taken of one line, so that an input without end of line is no trouble."""

STOPS = ("q", "quit", "exit")


def asked(printer: Printer, source: TextIO, conversation: Conversation, *, echo: bool) -> str | None:
    """Ask for an answer and read an entry; None where the input has ended or somebody stops.

    With `echo` what was read is printed, as nothing on the screen shows it.
    """
    printer.ask(f"Answer, 1 to {len(conversation.responses)}: ")
    line = source.readline(LONGEST_LINE)
    entry = line.strip()
    if echo or not line:
        printer.say(entry)
    return None if not line or entry.lower() in STOPS else entry


def chosen(printer: Printer, conversation: Conversation, entry: str) -> GameResponse | None:
    """The response of a number or an id; where it means none, that is said."""
    responses = conversation.responses
    by_name = {response.id: response for response in responses}
    by_name |= {str(number): response for number, response in enumerate(responses, start=1)}
    response = by_name.get(entry.rstrip(".)").strip())
    if response is None:
        printer.say(f"That is none of the answers. Type a number from 1 to {len(responses)}, or ? for help.")
    return response
