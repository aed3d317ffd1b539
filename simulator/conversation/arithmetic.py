"""The arithmetic of one answer, in words: which principle moved which feeling, by how much, and why not more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scoring.evidence import Term
from scoring.principles import FEELINGS
from simulator.conversation.conversation import Conversation, Given
from simulator.conversation.effect import Effect
from simulator.conversation.feelings import HIGHEST, Feelings
from simulator.conversation.rules import effects
from simulator.scenario.model import Customer

TIMES = {2: "twice", 3: "three times"}


def sums_in_words(after: Conversation) -> tuple[str, ...]:
    """A sentence for the points of the response that led here, and one for each feeling that it touched."""
    if after.given is None or after.previous is None:
        return ()
    effect, customer = after.given.answer.effect, after.game.script.customer
    before, said = after.previous.feelings, after.given.answer.said.feelings
    sentences = [_points_in_words(after.previous, after.given)]
    sentences += _feelings_in_words(effect, before, said, customer)
    return tuple(sentences)


def events_in_words(after: Conversation) -> tuple[str, ...]:
    """Sentences for what else happened: what was not heard, a doubt or a mask gone, broken promises, days, leaving."""
    if after.given is None or after.previous is None:
        return ()
    return tuple(_events(after.previous, after, after.given))


def _points_in_words(before: Conversation, given: Given) -> str:
    effect = given.answer.effect
    worths = [each.worth for each in effects(before.game, given.turn, before.state)]
    points = f"points {effect.points:+d}" if effect.points else "points 0"
    if given.turn.script.detour or before.state.memory & given.turn.given:
        why = "making good" if given.turn.script.detour else "a second answer at the same turn"
        return f"{points}: {why} earns nothing; worth {effect.worth}, and the best to say there is worth {max(worths)}"
    return f"{points}: worth {effect.worth}, and the worst to say there is worth {min(worths)}"


def _feelings_in_words(effect: Effect, before: Feelings, said: Feelings, customer: Customer) -> Iterator[str]:
    for part, feeling in enumerate(FEELINGS):
        terms = [term for term in effect.terms if term.moves[part] and not effect.private]
        if not terms and not effect.shift[part]:
            continue
        reasons = [*_terms_in_words(terms, part, customer), *_limits_in_words(effect, part, customer)]
        move = effect.moves[part]
        change = said[part] - before[part]
        if change != move:
            reasons.append(f"and {feeling} can't go {'above' if move > 0 else 'below'} {HIGHEST if move > 0 else 0}")
        yield f"{feeling} {_signed(change)}: {', '.join(reasons)}"


def _terms_in_words(terms: list[Term], part: int, customer: Customer) -> Iterator[str]:
    for term in terms:
        phrase = term.principle.shown if term.shown else term.principle.broken
        amount = f" {_signed(term.moves[part])}" if len(terms) > 1 else ""
        care = f", which {customer.called} cares about {TIMES[term.care]}" if term.care in TIMES else ""
        loss = "" if term.shown else ", and a loss weighs double"
        yield f"{phrase} ({term.strength}){amount}{care}{loss}"


def _limits_in_words(effect: Effect, part: int, customer: Customer) -> Iterator[str]:
    feeling = FEELINGS[part]
    if feeling == "anger" and customer.volatility != 100 and any(term.moves[part] for term in effect.terms):
        yield f"at {customer.volatility} % of the usual, for that is {customer.called}'s temper"
    if feeling == "trust" and effect.halved:
        yield f"halved, while {customer.called} doubts you"
    if customer.forgiving and any(term.moves[part] for term in effect.terms if not term.shown):
        yield f"with {customer.forgiving} % of the harm forgiven"
    if effect.shift[part]:
        yield f"these very words {_signed(effect.shift[part])}"
    if effect.moves[part] != effect.unlimited[part]:
        yield f"and no answer moves a feeling by more than 5 (it would be {_signed(effect.unlimited[part])})"


def _events(before: Conversation, after: Conversation, given: Given) -> Iterator[str]:
    game, answer = after.game, given.answer
    name = game.script.customer.called
    unheard = [term.principle.shown for term in answer.effect.terms if not term.heard]
    if unheard:
        yield f"{name} was too angry to hear it when you {_listed(unheard)}: it moved nothing and earned nothing."
    if answer.effect.lifts_doubt:
        yield f"That lifts the doubt: from here on {name}'s trust grows in full."
    if before.masked and not after.masked:
        yield f"The mask is off: what you see of {name} now is what {name} feels."
    for promise in answer.broken:
        yield f"Left open, and so broken: “{game.promise(promise).text}”"
    for charge in answer.charges:
        yield f"Not keeping your word cost {-charge.points} points: {_changes(charge.moves)}."
    if answer.apart:
        parted, met = answer.apart
        yield _days_in_words(answer.days, parted.feelings, met.feelings)
    if answer.left:
        yield f"{name} chose to leave."


def _days_in_words(days: int, parted: Feelings, met: Feelings) -> str:
    went_by = "A day went by" if days == 1 else f"{days} days went by" if days else "No day went by"
    return f"{went_by}: {_changes(now - then for then, now in zip(parted, met, strict=True))}."


def _changes(moves: Iterable[int]) -> str:
    changes = [f"{feeling} {_signed(move)}" for feeling, move in zip(FEELINGS, moves, strict=True) if move]
    return _listed(changes) if changes else "no feeling moved"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _signed(number: int) -> str:
    return f"{number:+d}" if number else "0"
