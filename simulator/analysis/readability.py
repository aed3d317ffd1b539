"""How many words there are to read, and how much schooling it takes to follow them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from simulator.scenario.model import Line, Script


class Grade(NamedTuple):
    """School grades of the United States, by two formulas, both as the textstat library works them out."""

    smog: float
    """By McLaughlin's SMOG (1969): the schooling that it takes to follow the whole, the long words above all."""
    flesch_kincaid: float
    """By Flesch and Kincaid (1975), which mostly tells how short sentences are; dialogue comes out low."""


def word_count(texts: Iterable[str]) -> int:
    """How many words some texts have."""
    return sum(len(text.split()) for text in texts)


def grade(script: Script) -> Grade | None:
    """The reading level of everything in a script that a person may come to read; None where textstat is missing."""
    try:
        # Brings a dictionary of pronunciations with it, which only those should wait for who ask.
        import textstat
    except ModuleNotFoundError:
        return None
    everything = "\n".join(texts(script))
    return Grade(float(textstat.smog_index(everything)), float(textstat.flesch_kincaid_grade(everything)))


def texts(script: Script) -> Iterator[str]:
    """Every text of a script that a person may come to read, each once."""
    yield from (script.title, script.setting, script.customer.about, *script.facts.values())
    yield from (promise.text for promise in script.promises.values())
    for turn in script.turns.values():
        yield from _said(turn.line)
        yield from _said(turn.cue)
        for response in turn.responses.values():
            yield from (response.say, *_said(response.reply), response.why)
    for ending in script.endings.values():
        yield from _said(ending.text)
        yield from _said(ending.aftermath)


def _said(line: Line) -> Iterator[str]:
    for case in line:
        yield from case.value
