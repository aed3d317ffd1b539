"""How long a play takes a person: what there is to read, and the time to choose."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.readability import word_count
from simulator.conversation.conversation import Conversation

WORDS_A_MINUTE = 238
"""How fast adults read English prose to themselves, on average: Brysbaert, “How many words do we read per minute?”,
Journal of Memory and Language 109 (2019)."""

SECONDS_TO_CHOOSE = 8
"""Our own allowance for weighing the responses of one moment, once they are read."""


def words_read(played: Conversation) -> int:
    """The words that a person reads in a play in practice: briefing, lines, cues, everything offered, replies, the
    coach's words on what was answered, the ending and what came of it."""
    return word_count(_read(played))


def minutes(played: Conversation) -> float:
    """How long this play takes a person who reads at the usual pace."""
    return words_read(played) / WORDS_A_MINUTE + played.number * SECONDS_TO_CHOOSE / 60


def _read(played: Conversation) -> Iterator[str]:
    script = played.game.script
    yield from (script.setting, script.customer.about, played.ending_text, played.aftermath)
    for moment in played.path:
        yield from (moment.line, moment.cue, moment.reply)
        yield from (response.script.say for response in moment.responses)
        if moment.given is not None:
            yield moment.given.response.script.why
