"""A review in plain lines."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.principles import Principles
from scoring.scorecard import JUDGEMENTS, PASS, Mark
from simulator.analysis.review import Review
from simulator.app.plain.explanation import reviewed
from simulator.app.plain.printer import Printer
from simulator.app.plain.telling import print_asked, print_exchange, print_reply
from simulator.app.wording import beside_random_play

TIMES = {1: "once", 2: "twice"}

MANY = {"inaccuracy": "inaccuracies", "mistake": "mistakes", "blunder": "blunders"}


def print_review(printer: Printer, review: Review, principles: Principles, *, retold: bool = False) -> None:
    """The whole review: the result, each response, the best conversation, the principles, what came of it.

    `retold` is for whoever has not just played it: then the conversation stands between its answers.
    """
    print_result(printer, review)
    if review.conversation.aftermath:
        printer.say()
        printer.say(f"What came of it: {review.conversation.aftermath}")
    print_moves(printer, review, retold=retold)
    if review.moves and review.points < review.par:
        printer.say()
        printer.say("The best conversation from the same beginning")
        for moment in review.best_line[1:]:
            printer.say()
            print_exchange(printer, moment)
    if review.profile:
        printer.say()
        print_profile(printer, review.profile, principles)


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
        printer.say(f"{beside_random_play(review.better_than)}.")


def print_moves(printer: Printer, review: Review, *, retold: bool) -> None:
    """Each response with all there is to say of it."""
    judged = review.judgements
    counts = [
        f"{judged[each]} {MANY.get(each, each) if judged[each] > 1 else each}" for each in JUDGEMENTS if judged[each]
    ]
    if counts:
        printer.say()
        printer.say(f"{'The' if retold else 'Your'} answers: {', '.join(counts)}")
    for move in review.moves:
        printer.say()
        if retold:
            print_asked(printer, move.before)
        printer.say(f"“{move.given.response.script.say}”", f"{move.number}. ")
        if retold:
            print_reply(printer, move.after)
        for sentence in reviewed(move):
            printer.say(sentence)
    if retold and review.conversation.ended:
        printer.say()
        printer.say(review.conversation.ending_text)


def print_profile(printer: Printer, profile: Sequence[Mark], principles: Principles) -> None:
    """How far each principle was shown, the weakest first; then where to read about those that were missed."""
    printer.say("The principles that counted here, and how far they were shown")
    printer.say()
    weakest_first = sorted(profile, key=lambda mark: mark.percent)
    for mark in weakest_first:
        broken = f", broken {TIMES.get(mark.broken, f'{mark.broken} times')}" if mark.broken else ""
        printer.say(f"{principles[mark.principle].name}: {mark.percent} %{broken}.")
    missed: dict[str, list[str]] = {}
    for mark in weakest_first:
        if mark.percent < 100:
            for source in principles[mark.principle].sources:
                missed.setdefault(source.document.title, []).append(principles[mark.principle].name.lower())
    if missed:
        printer.say()
        printer.say("Where to read about those that were missed")
        printer.say()
        for title, names in missed.items():
            printer.say(f"{title[:1].upper()}{title[1:]}: {', '.join(names)}.")
