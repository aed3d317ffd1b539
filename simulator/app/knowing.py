"""What a trainee has learned and promised so far, as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from simulator.app.prose import Paragraph
from simulator.app.text import content
from simulator.conversation.conversation import Conversation
from simulator.conversation.promises import Pledge, pledges

SIGNS = {"open": ("○", "$text-warning"), "kept": ("✓", "$text-success"), "broken": ("✗", "$text-error")}
"""The sign of a promise by what became of it; the word stands beside it."""


def known(conversation: Conversation) -> Iterator[Paragraph]:
    """Promises first, since they can be broken; then what the customer has let slip."""
    made = pledges(conversation)
    facts = conversation.facts
    if made:
        yield heading("Promised")
        yield from (_promised(pledge) for pledge in made)
    if facts:
        yield heading("Learned", above=1 if made else 0)
        yield from (Paragraph(content(fact), marker=Content("· ")) for fact in facts)


def heading(text: str, *, above: int = 0) -> Paragraph:
    """A heading in a narrow column."""
    return Paragraph(Content.styled(text, "bold $foreground-muted"), above=above)


def _promised(pledge: Pledge) -> Paragraph:
    sign, style = SIGNS[pledge.status]
    text = Content.assemble((f"{pledge.status}: ", style), content(pledge.text))
    return Paragraph(text, marker=Content.styled(f"{sign} ", style))
