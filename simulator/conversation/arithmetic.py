"""The arithmetic of one answer, in words: which principle moved which feeling, by how much, and why not more.

Where a sum has several reasons, each is followed by its amount, and the amounts add up to the change that the sentence
begins with. What holds for the whole answer is said once, where it is first met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scoring.evidence import Term
from scoring.principles import FEELINGS
from simulator.conversation.conversation import Conversation, Given
from simulator.conversation.effect import Effect
from simulator.conversation.feelings import HIGHEST, MOST_AT_ONCE, Feelings, rounded
from simulator.conversation.rules import Answer, effects
from simulator.scenario.model import Customer, TurnKind

TIMES = {2: "twice", 3: "three times over"}

TO_DO: dict[TurnKind, str] = {"says": "to say there", "asks": "to answer there", "plans": "to do there"}


class _Reason(NamedTuple):
    """One part of a sum: what it is, by how much it moves the feeling, and what else there is to say of it."""

    words: str
    amount: int
    remark: str = ""


class _Remarks:
    """What is said only once in the sums of one answer."""

    def __init__(self) -> None:
        self._made: set[str] = set()

    def once(self, text: str, about: str = "") -> str:
        """The text, or nothing where it has been said before about the same."""
        key = about + text
        if key in self._made:
            return ""
        self._made.add(key)
        return text


def sums_in_words(after: Conversation) -> tuple[str, ...]:
    """A sentence for the points of the response that led here, and one for each feeling that it touched."""
    if after.given is None or after.previous is None:
        return ()
    return (points_in_words(after), *feelings_in_words(after))


def points_in_words(after: Conversation) -> str:
    """The points of the response that led here; empty at the beginning."""
    before, given = after.previous, after.given
    if before is None or given is None:
        return ""
    effect, to_do = given.answer.effect, TO_DO[given.turn.script.kind]
    worths = [each.worth for each in effects(before.game, given.turn, before.state)]
    making_good = ""
    if given.turn.script.detour:
        making_good = "making good earns nothing back"
    elif before.state.memory & given.turn.given:
        making_good = "a further answer at the same turn earns nothing"
    if effect.points:
        measure = f"{max(worths)} for the best" if making_good else f"{min(worths)} for the worst"
        reason = f"worth {effect.worth}, against {measure} {to_do}" + (f", for {making_good}" if making_good else "")
    elif making_good:
        reason = making_good
    else:
        reason = f"nothing {to_do} is worth less" + (" or more" if effect.worth == max(worths) else "")
    return f"points {_signed(effect.points)}: {reason}"


def feelings_in_words(after: Conversation) -> tuple[str, ...]:
    """A sentence for each feeling that the response which led here touched, though it may not have moved it."""
    if after.given is None or after.previous is None or after.given.answer.effect.private:
        return ()
    customer, remarks = after.game.script.customer, _Remarks()
    before, said = after.previous.feelings, after.given.answer.said.feelings
    sentences = []
    for part, feeling in enumerate(FEELINGS):
        reasons = list(_reasons(after.given.answer.effect, part, before, said, customer, remarks))
        if reasons:
            sentences.append(f"{feeling} {_signed(said[part] - before[part])}: {_reasons_in_words(reasons)}")
    return tuple(sentences)


def events_in_words(after: Conversation) -> tuple[str, ...]:
    """Sentences for what else happened: what was not heard, a doubt or a mask gone, broken promises, days, leaving."""
    if after.given is None or after.previous is None:
        return ()
    return tuple(_events(after.previous, after, after.given))


def broken_in_words(after: Conversation) -> tuple[str, ...]:
    """A sentence for each promise that the response which led here left open."""
    broken = after.given.answer.broken if after.given else ()
    return tuple(f"Left open, and so broken: “{after.game.promise(name).text}”" for name in broken)


def _reasons(
    effect: Effect, part: int, before: Feelings, said: Feelings, customer: Customer, remarks: _Remarks
) -> Iterator[_Reason]:
    """What moved one feeling, in the order of the rules. Each step is rounded as if it were the last of them."""
    terms = [term for term in effect.terms if term.moves[part]]
    for term in terms:
        yield _term_reason(term, part, customer, remarks)
    total = sum(term.moves[part] for term in terms)
    volatility = customer.volatility if FEELINGS[part] == "anger" else 100
    moved = total * volatility
    tempered = rounded(moved, 100)
    temper = "quick" if volatility > 100 else "even"
    yield from _step(f"{customer.called}'s {temper} temper ({volatility} %)", tempered - total)
    halved = rounded(moved, 200) if FEELINGS[part] == "trust" and effect.halved else tempered
    yield from _step(f"halved while {customer.called} doubts you", halved - tempered)
    unshifted = effect.unlimited[part] - effect.shift[part]
    if unshifted != halved:
        yield _Reason("forgiven" + remarks.once(f" ({customer.forgiving} %)"), unshifted - halved)
    yield from _step("this very answer", effect.shift[part])
    move, change = effect.moves[part], said[part] - before[part]
    yield from _step(f"held to {MOST_AT_ONCE} at once", move - effect.unlimited[part])
    yield from _step(f"stopped at {HIGHEST if move > 0 else 0}", change - move)


def _term_reason(term: Term, part: int, customer: Customer, remarks: _Remarks) -> _Reason:
    phrase = term.principle.shown if term.shown else term.principle.broken
    strength = f" ({term.strength})" if term.strength > 1 else ""
    remark = ""
    if term.care in TIMES:
        remark = remarks.once(f", which {customer.called} cares about {TIMES[term.care]}", about=term.principle.id)
    if not term.shown:
        remark += remarks.once(", and a loss weighs double")
    return _Reason(phrase + strength, term.moves[part], remark)


def _step(words: str, amount: int) -> Iterator[_Reason]:
    if amount:
        yield _Reason(words, amount)


def _reasons_in_words(reasons: Sequence[_Reason]) -> str:
    """The reasons in a row; the amount of one that stands alone is the change itself and is not repeated."""
    if len(reasons) == 1:
        return reasons[0].words + reasons[0].remark
    return "; ".join(f"{words} {_signed(amount)}{remark}" for words, amount, remark in reasons)


def _events(before: Conversation, after: Conversation, given: Given) -> Iterator[str]:
    answer = given.answer
    name = after.game.script.customer.called
    unheard = [term.principle.shown for term in answer.effect.terms if not term.heard]
    if unheard:
        yield f"{name} was too angry to hear it when you {_listed(unheard)}: it moved nothing and earned nothing."
    if answer.effect.lifts_doubt:
        yield f"That lifts the doubt: from here on {name}'s trust grows in full."
    if before.masked and not after.masked:
        yield f"The mask is off: what you see of {name} now is what {name} feels."
    yield from broken_in_words(after)
    for cost, changes in _charges(answer):
        yield f"Not keeping your word cost {cost} points: {_changes(changes)}."
    if answer.apart and answer.apart[0].feelings != answer.apart[1].feelings:
        parted, met = answer.apart
        went_by = "A day went by" if answer.days == 1 else f"{answer.days} days went by"
        yield f"{went_by}: {_changes(_difference(parted.feelings, met.feelings))}."
    if answer.left:
        yield f"{name} chose to leave."


def _charges(answer: Answer) -> Iterator[tuple[int, tuple[int, ...]]]:
    """For each time that promises were broken, the points it cost and what the feelings really moved by."""
    charges = iter(answer.charges)
    latest = answer.said
    if answer.apart:
        parted, met = answer.apart
        if parted.memory != answer.said.memory:
            yield -next(charges).points, _difference(answer.said.feelings, parted.feelings)
        latest = met
    for charge in charges:
        yield -charge.points, _difference(latest.feelings, answer.state.feelings)


def _difference(then: Feelings, now: Feelings) -> tuple[int, ...]:
    return tuple(after - before for before, after in zip(then, now, strict=True))


def _changes(moves: Iterable[int]) -> str:
    changes = [f"{feeling} {_signed(move)}" for feeling, move in zip(FEELINGS, moves, strict=True) if move]
    return _listed(changes) if changes else "no feeling moved"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _signed(number: int) -> str:
    return f"{number:+d}" if number else "0"
