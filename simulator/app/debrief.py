"""The debrief: what a review says, section by section, as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from scoring.principles import Principle, Principles
from scoring.scorecard import JUDGEMENTS, PASS, Mark
from simulator.analysis.review import Alternative, Move, Review
from simulator.app import telling
from simulator.app.explaining import explained
from simulator.app.judgements import PLURALS, SIGNS, STYLES, cost_in_words, judged
from simulator.app.knowing import SIGNS as PROMISE_SIGNS
from simulator.app.prose import Paragraph
from simulator.app.text import content
from simulator.conversation.conversation import Conversation
from simulator.conversation.promises import pledges
from simulator.scenario.model import Outcome

OUTCOMES: dict[Outcome, str] = {
    "loyal": "Loyal: {name} comes back, and brings others.",
    "satisfied": "Satisfied: {name} has no complaint, and no reason to come back to you.",
    "doubtful": "Doubtful: {name} may come back, or may not.",
    "lost quietly": "Lost quietly: {name} won't come back, and never said so.",
    "lost loudly": "Lost loudly: {name} won't come back, and everybody hears why.",
}

MUTED = "$foreground-muted"


def headline(review: Review) -> Content:
    """Three lines: the outcome, the points between worst and par, the judgements."""
    conversation = review.conversation
    if review.outcome is None:
        first = Content.styled("Not ended yet.", "bold")
    else:
        name = conversation.game.script.customer.called
        first = content(OUTCOMES[review.outcome].format(name=name), "bold")
    passed = Content.styled("✓ a pass", "bold $text-success") if review.passed else Content(f"{PASS} is a pass")
    points = content(f"{review.points} points; the best was {review.par}, the worst {review.worst}.", MUTED)
    second = Content.assemble(passed, "   ", points) if review.score is not None else points
    return Content("\n").join([first, second, counts(review)])


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
        yield Paragraph(content(first.line.split("\n\n")[0]))
        return
    move = review.moves[number - 1]
    yield Paragraph(
        Content.assemble((f"{number}  ", "bold"), judged(move.judgement), (f", {cost_in_words(move.cost)}", MUTED))
    )
    yield Paragraph(content(f"“{move.given.response.script.say}”"))
    for sentence in move.events:
        yield Paragraph(content(sentence, MUTED), marker=Content("· "))


def detail(move: Move) -> Iterator[Paragraph]:
    """One answer in full: what was said, what it did and why, and what would have been better."""
    yield from telling.moment(move.before)
    yield from telling.given(move.after)
    yield from telling.reply(move.after)
    yield Paragraph(Content(""))
    yield from explained(move, unmasked=True)
    if move.cost:
        better = move.best[0]
        yield Paragraph(Content.styled("Better", f"bold {STYLES['best']}"), above=1)
        yield Paragraph(content(f"“{better.say}”"))
        if shown := _shown(better):
            yield Paragraph(content(f"It {shown}.", MUTED))


def best_line(review: Review) -> Iterator[Paragraph]:
    """The best line as a conversation to read, with what each answer shows."""
    if review.score == 100:
        yield Paragraph(content("You played a best line; this is one.", MUTED))
    else:
        text = f"One way to have had {review.par} points, from the same beginning."
        yield Paragraph(content(text, MUTED))
    yield Paragraph(Content(""))

    def note(after: Conversation) -> Iterable[Paragraph]:
        terms = after.given.answer.effect.terms if after.given else ()
        shown = [term.principle.shown for term in terms if term.shown and term.heard]
        return (
            (Paragraph(content(f"✓ {_listed(shown)}", STYLES["best"]), indent=telling.column(after)),) if shown else ()
        )

    yield from telling.whole(review.best_line[-1], note)
    if outcome := review.best_line[-1].outcome:
        yield Paragraph(content(f"It ends {outcome}.", MUTED), above=1)


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
