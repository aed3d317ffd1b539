"""A review in plain lines."""

from __future__ import annotations

from scoring.principles import Principle, Principles
from scoring.scorecard import JUDGEMENTS, PASS, Mark
from simulator.analysis.review import Review
from simulator.app.plain.explanation import reviewed
from simulator.app.plain.printer import Printer
from simulator.app.plain.telling import print_exchange

TIMES = {1: "once", 2: "twice"}


def print_review(printer: Printer, review: Review, principles: Principles) -> None:
    """The whole review: the result, each response, the best conversation, the principles, what came of it."""
    print_result(printer, review)
    if review.conversation.aftermath:
        printer.say()
        printer.say(review.conversation.aftermath, "What came of it: ")
    print_moves(printer, review)
    if review.moves and review.points < review.par:
        printer.say()
        printer.say("The best conversation from the same beginning")
        for moment in review.best_line[1:]:
            printer.say()
            print_exchange(printer, moment)
    if review.profile:
        printer.say()
        printer.say("The principles that counted here, and how far you showed them")
        printer.say()
        for mark in sorted(review.profile, key=lambda each: each.percent):
            printer.say(_mark_in_words(mark, principles[mark.principle]))


def print_result(printer: Printer, review: Review) -> None:
    """Outcome, score and what they are measured by."""
    if review.score is None:
        printer.say("Not ended yet.")
        printer.say(f"{review.points} points so far. From its beginning the best was {review.par}.")
        return
    verdict = "a pass" if review.passed else f"{PASS} is a pass"
    printer.say(f"Outcome: {review.outcome}. Score: {review.score} of 100, {verdict}.")
    printer.say(f"{review.points} points. The best that could be had was {review.par}, the worst {review.worst}.")
    if review.better_than is not None:
        printer.say(f"Answering at random does worse in {100 * review.better_than:.0f} of 100 plays.")


def print_moves(printer: Printer, review: Review) -> None:
    """Each response with all there is to say of it."""
    counts = [f"{review.judgements[each]} {each}" for each in JUDGEMENTS if review.judgements[each]]
    if counts:
        printer.say()
        printer.say(f"Your answers: {', '.join(counts)}")
    for move in review.moves:
        printer.say()
        printer.say(f"“{move.given.response.script.say}”", f"{move.number}. ")
        for sentence in reviewed(move):
            printer.say(sentence)


def _mark_in_words(mark: Mark, principle: Principle) -> str:
    broken = f", broken {TIMES.get(mark.broken, f'{mark.broken} times')}" if mark.broken else ""
    said = f"{principle.name}: {mark.percent} %{broken}."
    if mark.percent == 100:
        return said
    return f"{said} Read: {'; '.join(source.document.title for source in principle.sources)}"
