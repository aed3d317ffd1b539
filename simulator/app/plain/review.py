"""A review in plain lines."""

from __future__ import annotations

from scoring.principles import Principles
from scoring.scorecard import PASS, Judgement
from simulator.analysis.review import Move, Review
from simulator.app.plain.printer import Printer
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings

GLYPHS: dict[Judgement, str] = {"best": "*", "good": "+", "inaccuracy": "?!", "mistake": "?", "blunder": "??"}


def print_review(printer: Printer, review: Review, principles: Principles) -> None:
    """The whole review: the result, each response, the best line, the principles, what came of it."""
    print_result(printer, review)
    printer.say()
    printer.say("What each answer did")
    for move in review.moves:
        printer.say()
        print_move(printer, move)
    if review.score != 100:
        printer.say()
        printer.say("The best line from the same beginning")
        for moment in review.best_line[1:]:
            print_exchange(printer, moment)
    printer.say()
    printer.say("Principles")
    print_profile(printer, review, principles)
    if review.conversation.aftermath:
        printer.say()
        printer.say("What came of it")
        printer.say(review.conversation.aftermath, "  ")


def print_result(printer: Printer, review: Review) -> None:
    """Outcome, score and what they are measured by."""
    printer.say(f"Review: {review.conversation.game.script.title}")
    if review.score is None:
        printer.say(f"Not ended yet: {review.points} points so far. From its beginning {review.par} could be had.")
        return
    passed = "a pass" if review.passed else f"{PASS} is a pass"
    printer.say(f"Outcome: {review.outcome}. Score {review.score} of 100 ({passed}).")
    printer.say(f"{review.points} points; the best that could be had was {review.par}, the worst {review.worst}.")
    counts = [f"{count} {judgement}" for judgement, count in sorted(review.judgements.items())]
    printer.say(f"Answers: {', '.join(counts)}.")


def print_move(printer: Printer, move: Move, *, sums: bool = True) -> None:
    """One response: its judgement, the sums in words, the coach's word, and what would have cost nothing.

    Without `sums` the feelings stay hidden, as they are under a mask.
    """
    cost = "cost nothing" if move.cost == 0 else f"cost {move.cost}"
    printer.say(f"“{move.given.response.script.say}”", f"{move.number:>3}. {GLYPHS[move.judgement]:<3}")
    printer.say(f"{move.judgement}, {cost}", "      - ")
    if sums:
        for sentence in move.arithmetic:
            printer.say(sentence, "      - ")
        printer.say(_feelings(move.before.feelings, move.after.feelings), "      - ")
        for sentence in move.events:
            printer.say(sentence, "      - ")
    else:
        for term in move.given.answer.effect.terms:
            printer.say(term.principle.shown if term.shown else f"broken: {term.principle.broken}", "      - ")
    if move.cost:
        if move.given.response.script.why:
            printer.say(move.given.response.script.why, "      - ")
        printer.say(f"better: “{move.best[0].say}”", "      - ")


def print_exchange(printer: Printer, moment: Conversation) -> None:
    """One turn of a conversation that was played: what was said, answered and replied."""
    before, given = moment.previous, moment.given
    if before is None or given is None:
        return
    print_line(printer, before)
    printer.say(given.response.script.say, "  You: ")
    if moment.reply:
        printer.say(moment.reply, f"  {moment.game.script.customer.called}: ")


def print_line(printer: Printer, moment: Conversation) -> None:
    """What is said or asked at a turn, and what can be seen."""
    if moment.turn is None:
        return
    if moment.turn.script.kind == "says":
        printer.say(moment.line, f"  {moment.game.script.customer.called}: ")
    else:
        printer.say(moment.line, "  ")
    if moment.cue:
        printer.say(f"({moment.cue})", "  ")


def print_profile(printer: Printer, review: Review, principles: Principles) -> None:
    """Each principle that was met, how far it was shown, and the documents behind it."""
    width = max((len(principles[mark.principle].name) for mark in review.profile), default=0)
    for mark in review.profile:
        principle = principles[mark.principle]
        broken = f", broken {mark.broken}x" if mark.broken else ""
        printer.say(
            f"{mark.percent:>3} %  {mark.taken} of {mark.chances}{broken}. {principle.statement}",
            f"  {principle.name:<{width}}  ",
        )
        if mark.percent < 100:
            for source in principle.sources:
                printer.say(f"{source.document.title}: {source.idea}", "      ")


def _feelings(before: Feelings, after: Feelings) -> str:
    return ", ".join(
        f"{name} {now}" if now == then else f"{name} {then} to {now}"
        for name, then, now in zip(Feelings._fields, before, after, strict=True)
    )
