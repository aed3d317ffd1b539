"""A made-up story as ink, for its players to play by the same numbers.

What each response moves and earns is worked out here, by the rules, and written into the story; the feelings, the
notes, who is deaf when, who leaves and which ending holds are ink's own variables and conditions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from scoring.principles import FEELINGS
from scoring.scorecard import ENDING_POINTS
from simulator.conversation.effect import Effect
from simulator.conversation.feelings import HIGHEST, Feelings
from simulator.conversation.game import Game, GameTurn
from simulator.conversation.rules import begin, effects
from simulator.conversation.state import State
from simulator.scenario.model import END, Case, Condition, FeelingIn, Remembers, Test

FELT = f"""
=== function felt(worth, {", ".join(f"more_{feeling}" for feeling in FEELINGS)})
~ points += worth
""" + "".join(f"~ {feeling} = MIN({HIGHEST}, MAX(0, {feeling} + more_{feeling}))\n" for feeling in FEELINGS)


def ink_story(game: Game, start: Feelings) -> str:
    """A made-up story from one start. Raises ValueError for what made-up stories never have."""
    notes = sorted(game.memory.noted)
    variables = dict(zip(FEELINGS, start, strict=True)) | dict.fromkeys(("points", *notes), 0)
    lines = [f"VAR {name} = {value}" for name, value in variables.items()]
    lines.append(f"-> {game.contacts[0].script.opens}")
    state, _ = begin(game, start)
    for turn in game.turns:
        lines += _turn(game, turn, state._replace(turn=turn.place))
    lines += ["", f"=== {END} ==="]
    lines += _choice((_holds(each.script.when), [f"-> {each.id}"]) for each in game.endings)
    for ending in game.endings:
        lines += ["", f"=== {ending.id} ===", f"~ points += {ENDING_POINTS[ending.script.outcome]}", "-> END"]
    return "\n".join(lines) + "\n" + FELT


def _turn(game: Game, turn: GameTurn, state: State) -> Iterator[str]:
    yield from ("", f"=== {turn.id} ===", *(each for case in turn.script.line for each in case.value))
    tables = dict(_tables(game, turn, state))
    for response in turn.responses:
        yield f"+ [{response.script.say}]"
        yield from _choice((asked, [_felt(table[response.place])]) for asked, table in tables.items())
        yield from (f"~ {note} = 1" for note in response.script.sets)
        for leave in game.script.customer.leaves:
            yield f"{{ {_holds(leave.when)}: -> {leave.ending} }}"
        yield from (f"-> {case.value}" for case in response.script.then)


def _tables(game: Game, turn: GameTurn, state: State) -> Iterator[tuple[str, tuple[Effect, ...]]]:
    """What the responses of a turn do, by the condition in ink under which they do it."""
    evidence = [case for each in turn.script.responses.values() for case in (*each.shows, *each.breaks)]
    notes = sorted({test.name for case in evidence for test in _tests(case) if isinstance(test, Remembers)})
    for deaf, *noted in product((False, True), repeat=1 + len(notes)):
        memory = sum(game.memory.noted[note] for note, is_set in zip(notes, noted, strict=True) if is_set)
        asked = [f"anger {'>=' if deaf else '<'} {game.deaf}"]
        asked += [f"{note} == {int(is_set)}" for note, is_set in zip(notes, noted, strict=True)]
        standing = state._replace(memory=memory, anger=HIGHEST if deaf else 0)
        yield " && ".join(asked), effects(game, turn, standing)


def _choice(cases: Iterable[tuple[str, list[str]]]) -> list[str]:
    """What to do in each case, of which the first that holds counts; the last needs no condition."""
    listed = list(cases)
    if all(lines == listed[0][1] for _, lines in listed):
        return listed[0][1]
    asked = [*(condition for condition, _ in listed[:-1]), "else"]
    written = [[f"- {each}:", *lines] for each, (_, lines) in zip(asked, listed, strict=True)]
    return ["{", *(line for lines in written for line in lines), "}"]


def _felt(effect: Effect) -> str:
    return f"~ felt({', '.join(map(str, (effect.points, *effect.moves)))})"


def _tests(case: Case[tuple[tuple[str, int], ...]]) -> Iterator[Test]:
    for tests in case.when.any_of:
        yield from tests


def _holds(condition: Condition) -> str:
    if len(condition.any_of) != 1:
        raise ValueError("conditions of made-up stories have no alternatives")
    return " && ".join(map(_asked, condition.any_of[0])) or "true"


def _asked(test: Test) -> str:
    if isinstance(test, FeelingIn):
        bounds = [f"{test.feeling} >= {test.range.low}"] * (test.range.low > 0)
        bounds += [f"{test.feeling} <= {test.range.high}"] * (test.range.high < HIGHEST)
        return " && ".join(bounds) or "true"
    if isinstance(test, Remembers) and test.what == "noted":
        return f"{test.name} == 1"
    raise ValueError(f"made-up stories never ask {test}")
