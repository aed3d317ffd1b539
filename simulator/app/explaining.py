"""Explaining a response: its judgement, the coach's word, the sums in words, as paragraphs.

Under a mask the sums stay hidden while the conversation goes on: they would tell what the customer feels.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from simulator.analysis.review import Move
from simulator.analysis.solution import Option
from simulator.app.judgements import STYLES, cost_in_words, judged
from simulator.app.prose import Paragraph
from simulator.app.text import content
from simulator.conversation.arithmetic import events_in_words, sums_in_words
from simulator.conversation.conversation import Conversation

WEIGHING = "Weighing it against everything else that could still happen…"


def explained(move: Move, *, unmasked: bool = False) -> Iterator[Paragraph]:
    """All there is to say of a response. With `unmasked` the sums are told even if a mask hid them in play."""
    style = STYLES[move.judgement]
    hidden = hides_sums(move.after) and not unmasked
    title = judged(move.judgement)
    if not hidden:
        title = Content.assemble(title, (f", {cost_in_words(move.cost)}", "$foreground-muted"))
    yield Paragraph(title, bar=style)
    yield from _reasons(move.after, style, hidden=hidden, why=bool(move.cost))


def unweighed(after: Conversation) -> Iterator[Paragraph]:
    """What can be said of a response before it is judged."""
    yield Paragraph(Content.styled(WEIGHING, "italic $foreground-muted"), bar="$secondary")
    yield from _reasons(after, "$secondary", hidden=hides_sums(after), why=True)


def hides_sums(after: Conversation) -> bool:
    """Whether sums would tell what the customer hides."""
    return after.masked


def hint(options: tuple[Option, ...]) -> Content:
    """Which principle a best response shows here; not which response it is."""
    par = max(option.worth.par for option in options)
    best = [option for option in options if option.worth.par == par]
    shown = [
        {term.principle.name for term in option.answer.effect.terms if term.shown and term.heard} for option in best
    ]
    names = sorted(set.intersection(*shown) or set.union(*shown)) if shown else []
    if len(best) == len(options):
        return content("Hint: nothing you say here makes a difference.")
    if not names:
        return content("Hint: the best thing here shows no principle; it only breaks none.")
    return Content.assemble("Hint: ", content(" and ".join(name.lower() for name in names), "bold"), ".")


def _reasons(after: Conversation, style: str, *, hidden: bool, why: bool) -> Iterator[Paragraph]:
    if after.given is None:
        return
    if why and after.given.response.script.why:
        yield Paragraph(content(after.given.response.script.why), bar=style)
    if hidden:
        for term in after.given.answer.effect.terms:
            principle = term.principle
            text = f"You {principle.shown}." if term.shown else f"Broken: you {principle.broken}."
            yield Paragraph(content(text, "$foreground-muted"), marker=Content("· "), bar=style)
        return
    for sentence in (*sums_in_words(after), *events_in_words(after)):
        yield Paragraph(content(sentence, "$foreground-muted"), marker=Content("· "), bar=style)
