"""What a response was worth, in lines: how it is judged, the sums in words, the coach's word, what was better."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.review import Move
from simulator.analysis.solution import Option
from simulator.conversation.arithmetic import broken_in_words, feelings_in_words
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings


def explained(move: Move) -> Iterator[str]:
    """What practice says of a response at once. Under a mask principle and judgement are told, but no sum."""
    hidden = move.after.masked and not move.after.ended
    yield judged(move, cost=not hidden)
    if hidden:
        for term in move.given.answer.effect.terms:
            yield f"You {term.principle.shown if term.shown else term.principle.broken}."
        yield from broken_in_words(move.after)
    else:
        yield from map(_sentence, feelings_in_words(move.after))
        yield from move.events
    yield from advice(move)


def reviewed(move: Move) -> Iterator[str]:
    """What a review says of a response: all there is, and what was felt under a mask."""
    yield f"{judged(move)}{' A turning point.' if move.turning_point else ''}"
    yield from map(_sentence, move.arithmetic)
    if not move.given.turn.private:
        yield f"{felt(move.before.feelings, move.after.feelings)}.{_shown(move.before, move.after)}"
    yield from move.events
    yield from advice(move)


def judged(move: Move, *, cost: bool = True) -> str:
    """How a response is judged, and what it cost."""
    judgement = move.judgement.capitalize()
    if not cost or not move.cost:
        return f"{judgement}."
    return f"{judgement}, at a cost of {move.cost} point{'' if move.cost == 1 else 's'}."


def advice(move: Move) -> Iterator[str]:
    """What the coach says of a response that cost something, and what would have cost nothing."""
    if move.cost:
        if move.given.response.script.why:
            yield move.given.response.script.why
        yield f"Better: “{move.best[0].say}”"


def hint(options: tuple[Option, ...]) -> str:
    """Which principles the best responses show, without saying which responses they are."""
    par = max(option.worth.par for option in options)
    best = [option for option in options if option.worth.par == par]
    if len(best) == len(options):
        return "Hint: what you say here makes no difference."
    shown = [{term.principle.name for term in each.answer.effect.terms if term.shown and term.heard} for each in best]
    names = sorted(set.intersection(*shown) or set.union(*shown))
    return f"Hint: {' and '.join(names).lower()}." if names else "Hint: the best answer here shows no principle."


def felt(before: Feelings, after: Feelings) -> str:
    """What the feelings were and became."""
    changes = (
        f"{name} {now}" if now == then else f"{name} {then} to {now}"
        for name, then, now in zip(Feelings._fields, before, after, strict=True)
    )
    return ", ".join(changes).capitalize()


def _sentence(sum_in_words: str) -> str:
    return f"{sum_in_words[:1].upper()}{sum_in_words[1:]}."


def _shown(before: Conversation, after: Conversation) -> str:
    if not before.masked:
        return ""
    was, became = before.shown_feelings, before.shown_feelings if after.masked else after.shown_feelings
    return f" What showed: {felt(was, became).lower()}."
