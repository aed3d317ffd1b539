"""The debrief: what a review says, section by section, as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual.content import Content

from scoring.principles import Principle, Principles
from scoring.scorecard import JUDGEMENTS, PASS, Mark, score
from simulator.analysis.review import Alternative, Move, Review
from simulator.app import telling
from simulator.app.drawing.chart import MASKED
from simulator.app.explaining import explained
from simulator.app.judgements import PLURALS, SIGNS, STYLES, cost_in_words, judged
from simulator.app.knowing import SIGNS as PROMISE_SIGNS
from simulator.app.prose import Paragraph
from simulator.app.text import content
from simulator.app.wording import beside_random_play, count
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.promises import pledges
from simulator.scenario.model import Outcome

OUTCOMES: dict[Outcome, str] = {
    "loyal": "Loyal: {name} comes back, and brings others.",
    "satisfied": "Satisfied: {name} has no complaint, and no reason to return.",
    "doubtful": "Doubtful: {name} may come back, or may not.",
    "lost quietly": "Lost quietly: {name} won't come back, and never said so.",
    "lost loudly": "Lost loudly: {name} won't come back, and everybody hears why.",
}

MUTED = "$foreground-muted"

MARKED = "$primary"
"""The style of the bar beside the answer that one is at on a best line."""

LIFTED = Content(f"{MASKED} ")
"""Stands before what a mask hid, as the mask is marked on the curve."""


def headline(review: Review) -> Content:
    """Some lines: the outcome, the points between worst and par, how random play compares, the judgements."""
    conversation = review.conversation
    if review.outcome is None:
        first = Content.styled("Not ended yet.", "bold")
    else:
        name = conversation.game.script.customer.called
        first = content(OUTCOMES[review.outcome].format(name=name), "bold")
    passed = Content.styled("✓ a pass", "bold $text-success") if review.passed else Content(f"{PASS} is a pass")
    points = content(f"{review.points} points; the best was {review.par}, the worst {review.worst}.", MUTED)
    second = Content.assemble(passed, "   ", points) if review.score is not None else points
    lines = [first, second, counts(review)]
    if review.better_than is not None:
        lines.insert(2, content(f"{beside_random_play(review.better_than)}.", MUTED))
    return Content("\n").join(lines)


def counts(review: Review) -> Content:
    """How many answers were judged how."""
    parts = []
    for judgement in JUDGEMENTS:
        if number := review.judgements.get(judgement, 0):
            word = judgement if number == 1 else PLURALS[judgement]
            parts.append(Content.styled(f"{SIGNS[judgement]} {number} {word}", STYLES[judgement]))
    return Content("   ").join(parts)


def caption(review: Review, number: int) -> Iterator[Paragraph]:
    """What happened at an answer, in a few lines beneath the curve."""
    if number == 0:
        first = review.conversation.rewound(0)
        yield Paragraph(Content.styled("The beginning.", "bold"))
        if first.masked:
            yield Paragraph(content(unmasked(first, first.feelings), MUTED), marker=LIFTED)
        yield Paragraph(content(first.line.split("\n\n")[0]))
        return
    move = review.moves[number - 1]
    parts: list[Content | tuple[str, str]] = [judged(move.judgement), (f", {cost_in_words(move.cost)}", MUTED)]
    if move.after.masked:
        parts += [(f" {MASKED} ", MUTED), content(unmasked(move.after, move.given.answer.said.feelings), MUTED)]
    yield Paragraph(Content.assemble(*parts), marker=Content.styled(f"{number}  ", "bold"))
    yield Paragraph(content(f"“{move.given.response.script.say}”"))
    for sentence in move.events:
        yield Paragraph(content(sentence, MUTED), marker=Content("· "))


def unmasked(moment: Conversation, felt: Feelings) -> str:
    """What showed at a moment, and what was felt behind it."""
    pairs = list(zip(Feelings._fields, moment.shown_feelings, felt, strict=True))
    first, *others = (f"{name} {shown}, felt {feeling}" for name, shown, feeling in pairs)
    return f"Showed {'; '.join([first, *others])}."


def detail(move: Move) -> Iterator[Paragraph]:
    """One answer in full: what was said, what it did and why, and what would have been better."""
    yield from telling.moment(move.before)
    if move.before.masked:
        yield Paragraph(content(unmasked(move.before, move.before.feelings), MUTED), marker=LIFTED)
    yield from telling.given(move.after)
    yield from telling.reply(move.after)
    yield Paragraph(Content(""))
    yield from explained(move, unmasked=True)
    if move.after.ended and move.after.masked:
        text = f"The mask stayed on to the end. {unmasked(move.after, move.after.feelings)}"
        yield Paragraph(content(text, MUTED), marker=LIFTED)
    if move.cost:
        better = move.best[0]
        yield Paragraph(Content.styled("Better", f"bold {STYLES['best']}"), above=1)
        yield Paragraph(content(f"“{better.say}”"))
        if shown := _shown(better):
            yield Paragraph(content(f"It {shown}.", MUTED))


def best_line(review: Review, line: Sequence[Conversation], step: int) -> Iterator[Paragraph]:
    """A best line as a conversation to read, with what each answer shows and earns; the one at `step` is marked.

    The line begins where the conversation began, or just before one of its answers.
    """
    first = line[0].number + 1
    played = review.conversation.response_ids
    yield from _whence(review, line)
    if first == 1:
        yield from map(_beside_bar, telling.opening(line[0]))
    else:
        yield from map(_beside_bar, telling.moment(line[0]))
    for place, after in enumerate(line[1:], start=1):
        said = [*telling.given(after), *telling.reply(after)]
        alike = after.response_ids == played[: after.number]
        said.append(Paragraph(_worth(after, alike=alike), indent=telling.column(after)))
        yield from (_barred(part) for part in said) if place == step else map(_beside_bar, said)
        yield from map(_beside_bar, telling.onward(after))
    if outcome := line[-1].outcome:
        scored = score(line[-1].points, review.par, review.worst)
        yield Paragraph(content(f"It ends {outcome}, with a score of {scored}.", MUTED), above=1)


def _whence(review: Review, line: Sequence[Conversation]) -> Iterator[Paragraph]:
    """Where a best line sets out from, and what it comes to."""
    number = line[0].number
    if number == 0:
        if review.score == 100:
            yield Paragraph(content("You played a best line; this is one.", MUTED))
        else:
            yield Paragraph(content(f"One way to have had {review.par} points, from the same beginning.", MUTED))
        yield Paragraph(Content(""))
    else:
        move = review.moves[number]
        better = line[-1].points - review.points
        yield Paragraph(
            Content.assemble(
                (f"From just before answer {move.number}", "bold"), ("; yours was ", MUTED), judged(move.judgement)
            )
        )
        yield Paragraph(content(f"“{move.given.response.script.say}”", MUTED))
        if review.score is None:
            text = f"One way on from there comes to {count(line[-1].points, 'point')}."
        elif better:
            text = f"One way on from there comes to {count(better, 'point')} more than yours."
        else:
            text = "From there you had all that could be had; this is one way."
        yield Paragraph(content(text, MUTED))


def _worth(after: Conversation, *, alike: bool) -> Content:
    """What a best response shows and earns, and whether it was given."""
    if after.given is None:
        return Content("")
    answer = after.given.answer
    shown = [term.principle.shown for term in answer.effect.terms if term.shown and term.heard]
    return Content.assemble(
        (f"{SIGNS['best']} {count(answer.points, 'point')}", f"bold {STYLES['best']}"),
        content(f", {_listed(shown)}" if shown else "", STYLES["best"]),
        (" (as you did)" if alike else "", MUTED),
    )


def _barred(paragraph: Paragraph) -> Paragraph:
    """A paragraph with a bar at the very edge."""
    return replace(paragraph, marker=Content(" " * paragraph.indent) + paragraph.marker, indent=0, bar=MARKED)


def _beside_bar(paragraph: Paragraph) -> Paragraph:
    """A paragraph that leaves the edge to a bar."""
    return paragraph if paragraph.rule else replace(paragraph, indent=paragraph.indent + 2)


def principle_detail(mark: Mark, principle: Principle) -> Iterator[Paragraph]:
    """What a principle is, how it went, and what stands behind it."""
    yield Paragraph(content(principle.name, "bold"))
    yield Paragraph(content(principle.statement))
    broken = f", broken {_times(mark.broken)}" if mark.broken else ""
    yield Paragraph(
        content(
            f"Shown {mark.taken} of {mark.chances} that there was a chance to show, at {_moments(mark)}{broken}.", MUTED
        ),
        above=1,
    )
    yield Paragraph(content(principle.why), above=1)
    yield Paragraph(content(f"“{principle.showing.strip('“”')}”"), marker=Content.styled("✓ ", STYLES["best"]), above=1)
    yield Paragraph(content(f"“{principle.breaking.strip('“”')}”"), marker=Content.styled("✗ ", STYLES["blunder"]))
    for source in principle.sources:
        yield Paragraph(content(source.document.title, "bold $accent"), above=1)
        yield Paragraph(content(source.idea))
    for figure in principle.figures:
        yield Paragraph(content(figure.text), above=1, bar="$accent")


def aftermath(review: Review, principles: Principles) -> Iterator[Paragraph]:
    """What came of it: how it ended, what was kept of what was promised, what was never learned."""
    conversation = review.conversation
    name = conversation.game.script.customer.called
    yield from _parts(conversation.ending_text, "italic")
    if review.outcome is not None:
        yield Paragraph(content(OUTCOMES[review.outcome].format(name=name), "bold $accent"), above=1)
    yield from _parts(conversation.aftermath, "")
    made = pledges(conversation)
    if made:
        yield Paragraph(Content.styled("What you promised", "bold"), above=1)
        for pledge in made:
            sign, style = PROMISE_SIGNS[pledge.status]
            text = Content.assemble((f"{pledge.status}: ", style), content(pledge.text))
            yield Paragraph(text, marker=Content.styled(f"{sign} ", style))
    facts = conversation.game.script.facts
    missed = [text for text in facts.values() if text not in conversation.facts]
    if missed:
        yield Paragraph(content(f"What {name} never came to tell you", "bold"), above=1)
        yield from (Paragraph(content(text), marker=Content("· ")) for text in missed)


def _parts(text: str, style: str) -> Iterator[Paragraph]:
    for number, part in enumerate(text.split("\n\n") if text else ()):
        yield Paragraph(content(part, style), above=min(number, 1) if style else 1)


def _shown(alternative: Alternative) -> str:
    return _listed([term.principle.shown for term in alternative.terms if term.shown and term.heard])


def _listed(words: list[str]) -> str:
    return "" if not words else words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _moments(mark: Mark) -> str:
    return f"{mark.moments} {'moment' if mark.moments == 1 else 'moments'}"
