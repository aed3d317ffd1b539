"""The verdict on an answer to a drill, as paragraphs: what every answer would have cost, and why.

It looks back, as a review does, so that a mask hides nothing in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from simulator.analysis.review import Move
from simulator.app.drill_wording import on_day, when_missed
from simulator.app.judgements import STYLES, cost_in_words, sign
from simulator.app.prose import Paragraph
from simulator.app.text import content
from simulator.conversation.arithmetic import events_in_words, sums_in_words
from simulator.records.drills import Drill

MUTED = "$foreground-muted"


def verdict(move: Move, drill: Drill, today: date) -> Iterator[Paragraph]:
    """Every answer with its cost and the coach's word; the sums of the one given; when it was missed and comes back."""
    yield from _answers(move)
    for number, sentence in enumerate((*sums_in_words(move.after), *events_in_words(move.after))):
        yield Paragraph(content(sentence, MUTED), marker=Content("· "), above=0 if number else 1)
    missed = when_missed(drill, [each.response for each in move.alternatives])
    yield Paragraph(content(f"{missed} It comes back {on_day(drill.due, today)}.", MUTED), above=1)


def _answers(move: Move) -> Iterator[Paragraph]:
    """Every answer there was, the one given first and then the cheapest: what it cost, what it says, and why."""
    whys = {response.id: response.script.why for response in move.before.responses}
    numbered = list(enumerate(move.alternatives, start=1))
    for number, each in sorted(numbered, key=lambda pair: (pair[1].response != move.given.response.id, pair[1].cost)):
        given = each.response == move.given.response.id
        marker = Content.assemble((f"{number} ", "bold $accent" if given else MUTED), sign(each.judgement), " ")
        judgement = (each.judgement, f"bold {STYLES[each.judgement]}")
        yours = (", your answer" if given else "", "bold")
        said = Content.assemble(judgement, f", {cost_in_words(each.cost)}", yours, ": ", content(f"“{each.say}”"))
        yield Paragraph(said, marker=marker)
        if each.cost and whys[each.response]:
            yield Paragraph(content(whys[each.response], MUTED), indent=marker.cell_length)
