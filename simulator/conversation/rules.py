"""The rules of play: the one place that says what a response does to a conversation.

The app, the plain mode, the replay and the solver all call `answer`. It is a function of a state and a response alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scoring.evidence import points_at_turn, worth
from scoring.scorecard import ENDING_POINTS
from simulator.conversation.effect import Effect, broken_promises_effect, effect_of, private_effect, terms_of
from simulator.conversation.feelings import DAYS_OF_SILENCE, Feelings, clamped, cooled, drifted, untouched
from simulator.conversation.game import FIRST_ENDING, Game, GameContact, GameResponse, GameTurn
from simulator.conversation.memory import lowest
from simulator.conversation.state import State
from simulator.scenario.model import MOST_AVAILABLE

new_tuple = tuple.__new__
"""Makes a named tuple in half the time that its own constructor takes; used where every response passes."""


class Answer(NamedTuple):
    """What one response did."""

    state: State
    """Where the conversation stands now."""
    points: int
    """What the response is worth, with the promises it left open, without the ending it led to."""
    ending: int | None
    """The place of the ending it led to, or None."""
    effect: Effect
    said: State
    """The state right after the response itself, before promises fell due and days went by; what the reply reads."""
    broken: tuple[str, ...]
    """The promises that it left open."""
    charges: tuple[Effect, ...]
    """What leaving them open did: once at the close of a contact, once at an ending."""
    days: int
    """How many days went by."""
    apart: tuple[State, State] | None
    """The states when the days began and when they were over, where it led to another contact."""
    left: bool
    """Whether the customer left of their own accord."""


class _Course(NamedTuple):
    """What has come of a response beyond itself, so far."""

    points: int
    broken: tuple[str, ...]
    charges: tuple[Effect, ...]
    days: int
    apart: tuple[State, State] | None


NOTHING_YET = _Course(0, (), (), 0, None)


def begin(game: Game, start: Feelings) -> tuple[State, int | None]:
    """The state in which a conversation begins, and the ending if nothing at all can be answered."""
    contact = game.contacts[0]
    state = State(
        turn=contact.opens,
        contact=contact.place,
        anger=start.anger,
        trust=start.trust,
        openness=start.openness,
        memory=contact.opened,
        silence=0,
        began_trust=start.trust,
        began_openness=start.openness,
    )
    if answerable(game, state):
        return _seen_through(game, state), None
    return state, _first_ending(game, state)


def available(game: Game, state: State) -> tuple[GameResponse, ...]:
    """The responses that can be given in this state, in the order of the file, at most five."""
    turn = game.turns[state.turn]
    if turn.always:
        return turn.always
    open_now = [
        response
        for response in turn.responses
        if (response.when is None or response.when(state))
        and (not response.given or state.memory & response.given != response.given)
    ]
    return tuple(open_now[:MOST_AVAILABLE])


def answerable(game: Game, state: State) -> bool:
    """Whether anything can be answered in this state."""
    return game.turns[state.turn].always_answerable or bool(available(game, state))


def answer(game: Game, state: State, response: GameResponse) -> Answer:
    """What giving an available response does in this state."""
    place, contact, anger, trust, openness, memory, silence, began_trust, began_openness = state
    turn = game.turns[place]
    effect = effects(game, turn, state)[response.place]
    more_anger, more_trust, more_openness = effect.moves
    if response.remembers or effect.lifts_doubt:
        memory = _remembered(memory, response, effect, game.memory.trusting)
    said = new_tuple(
        State,
        (
            place,
            contact,
            clamped(anger + more_anger),
            clamped(trust + more_trust),
            clamped(openness + more_openness),
            memory,
            0 if response.touches else silence,
            began_trust,
            began_openness,
        ),
    )
    if game.unmasks is not None:
        said = _seen_through(game, said)
    if game.leaves and not turn.private:
        leaving = _leaving(game, said)
        if leaving is not None:
            return _ended(game, said, effect, said, leaving, left=True)
    target = response.then.choose(said) or FIRST_ENDING
    if target.turn is not None:
        return _arrived(game, said, effect, said, target.turn)
    if target.contact is not None:
        return _met(game, said, effect, game.contacts[target.contact], response.script.after)
    return _ended(game, said, effect, said, target.ending)


def effects(game: Game, turn: GameTurn, state: State) -> tuple[Effect, ...]:
    """The effects that the responses of a turn would have in this state, by their places.

    They depend on few things, and are worked out once for each combination of those.
    """
    memory = state.memory
    making_good = turn.script.detour or memory & turn.given != 0
    if turn.private:
        deaf = doubting = False
    else:
        deaf = state.anger >= game.deaf
        doubting = game.memory.trusting != 0 and not memory & game.memory.trusting
    key: object = (deaf, doubting, making_good)
    if turn.varies:
        key = (key, *[(response.shows.place(state), response.breaks.place(state)) for response in turn.responses])
    known = turn.effects.get(key)
    if known is None:
        known = turn.effects[key] = _worked_out(
            game, turn, state, deaf=deaf, doubting=doubting, making_good=making_good
        )
    return known


def _worked_out(
    game: Game, turn: GameTurn, state: State, *, deaf: bool, doubting: bool, making_good: bool
) -> tuple[Effect, ...]:
    customer = game.script.customer
    evidence = [
        terms_of(
            response.shows.choose(state) or (),
            response.breaks.choose(state) or (),
            customer,
            game.principles,
            deaf=deaf,
        )
        for response in turn.responses
    ]
    worths = [worth(terms) for terms in evidence]
    worked_out = []
    for response, terms, given in zip(turn.responses, evidence, worths, strict=True):
        points = points_at_turn(worths, given, making_good=making_good)
        if turn.private:
            worked_out.append(private_effect(terms, points))
        else:
            worked_out.append(effect_of(terms, points, customer, response.script.shift, doubting=doubting))
    return tuple(worked_out)


def _remembered(memory: int, response: GameResponse, effect: Effect, trusting: int) -> int:
    """Memory after a response: what it learns, sets, promises and keeps, that it was given, and a doubt it lifts."""
    memory |= response.adds
    for owed, kept in response.keeps:
        if memory & owed:
            memory = memory & ~owed | kept
    if response.given:
        memory |= (memory & response.given) << 1 & response.given | lowest(response.given)
    if effect.lifts_doubt:
        memory |= trusting
    return memory


def _leaving(game: Game, state: State) -> int | None:
    """The ending by which the customer leaves in this state, if they do."""
    for holds, ending in game.leaves:
        if holds is None or holds(state):
            return ending
    return None


def _first_ending(game: Game, state: State) -> int:
    for ending in game.endings:
        if ending.when is None or ending.when(state):
            return ending.place
    raise ValueError("a script has at least one ending without a condition")


def _arrived(game: Game, said: State, effect: Effect, state: State, turn: int, course: _Course = NOTHING_YET) -> Answer:
    """Come to a turn; where nothing can be answered there, the first ending that holds is reached."""
    if turn != state.turn:
        state = new_tuple(State, (turn, *state[1:]))
    if not answerable(game, state):
        return _ended(game, said, effect, state, None, course)
    if game.unmasks is not None:
        state = _seen_through(game, state)
    points = effect.points + course.points if course.points else effect.points
    _, broken, charges, days, apart = course
    return new_tuple(Answer, (state, points, None, effect, said, broken, charges, days, apart, False))


def _met(game: Game, said: State, effect: Effect, contact: GameContact, after: int | None) -> Answer:
    """Close the open contact, let the days go by, and open the next, unless the customer has left by then."""
    parted, course = _settled(game, said, game.contacts[said.contact].due, NOTHING_YET)
    days = contact.script.after if after is None else after
    _, _, anger, trust, openness, memory, silence, began_trust, began_openness = parted
    met = new_tuple(
        State,
        (
            contact.opens,
            contact.place,
            cooled(anger, days),
            drifted(untouched(trust, silence, days), began_trust, days),
            drifted(openness, began_openness, days),
            memory,
            (silence + days) % DAYS_OF_SILENCE,
            began_trust,
            began_openness,
        ),
    )
    course = _Course(course.points, course.broken, course.charges, days, (parted, met))
    leaving = _leaving(game, met)
    if leaving is not None:
        # They left before the contact opened: what was due by it could not have been kept, and is not broken.
        return _ended(game, said, effect, met, leaving, course, left=True)
    if contact.opened:
        met = met._replace(memory=memory | contact.opened)
    return _arrived(game, said, effect, met, contact.opens, course)


def _ended(
    game: Game,
    said: State,
    effect: Effect,
    state: State,
    ending: int | None,
    course: _Course = NOTHING_YET,
    *,
    left: bool = False,
) -> Answer:
    """Reach an ending, or the first that holds; what is owed and could have been kept by now is broken."""
    due = [(name, owed) for name, owed, opened in game.due_at_ending if state.memory & opened]
    state, course = _settled(game, state, due, course)
    if ending is None:
        ending = _first_ending(game, state)
    points = effect.points + course.points
    return Answer(state, points, ending, effect, said, course.broken, course.charges, course.days, course.apart, left)


def _settled(game: Game, state: State, due: Sequence[tuple[str, int]], course: _Course) -> tuple[State, _Course]:
    """Break the promises among those due that are still owed, and charge them to the response."""
    broken = [(name, owed) for name, owed in due if state.memory & owed]
    if not broken:
        return state, course
    charge = broken_promises_effect(len(broken), game.script.customer, game.principles)
    memory = state.memory
    for _, owed in broken:
        memory &= ~owed
    anger, trust, openness = charge.moves
    state = state._replace(
        anger=clamped(state.anger + anger),
        trust=clamped(state.trust + trust),
        openness=clamped(state.openness + openness),
        memory=memory,
    )
    return state, course._replace(
        points=course.points + charge.points,
        broken=(*course.broken, *(name for name, _ in broken)),
        charges=(*course.charges, charge),
    )


def _seen_through(game: Game, state: State) -> State:
    """The same state, with the mask off if its condition holds; it stays off."""
    if game.unmasks and not state.memory & game.memory.unmasked and game.unmasks(state):
        return state._replace(memory=state.memory | game.memory.unmasked)
    return state


def ending_points(game: Game, ending: int) -> int:
    """What reaching an ending is worth."""
    return ENDING_POINTS[game.endings[ending].script.outcome]
