"""The third late sofa: what its story turns on."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.principles import load_principles
from simulator.analysis.solver import solve
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.scenario.reader import read_file

READING = read_file(
    Path(__file__).parents[2] / "scenarios" / "repeat-problem" / "third-late-sofa.yaml", load_principles()
)
assert READING.script is not None
GAME = Game(READING.script, load_principles())

GOOD_SATURDAY = ("own-it", "which-number", "not-yet", "who-for", "forty-years", "friday-noon", "own-number")

POLITE_AND_CORRECT = (
    *("look-it-up", "which-number", "not-yet", "by-when", "forty-years", "friday-noon", "in-the-notes"),
    *("station-road", "the-fortieth", "ring-now", "refund-of-course", "sign-here", "button", "hers-today", "any-of-us"),
)

starts = pytest.mark.parametrize("start", list(GAME.starts()), ids=lambda start: f"anger {start.anger}")


def played(start: Feelings, *responses: str) -> Conversation:
    conversation = Conversation.begin(GAME, 1, start)
    for response in responses:
        conversation = conversation.respond(response)
    return conversation


def turn_of(conversation: Conversation) -> str:
    assert conversation.turn is not None
    return conversation.turn.id


@starts
@pytest.mark.parametrize("lead", ["cheery-text", "priya"])
def test_the_van_passes_her_by_again_unless_somebody_saw_to_the_sheet(start: Feelings, lead: str) -> None:
    friday = ("the-fortieth", "ring-now", "in-pencil")
    assert turn_of(played(start, *GOOD_SATURDAY, lead, *friday)) == "fourth-time"
    assert turn_of(played(start, *GOOD_SATURDAY, "station-road", *friday)) == "at-the-house"


@starts
def test_only_going_there_lifts_her_doubt_before_july(start: Feelings) -> None:
    friday = ("the-fortieth", "ring-now")
    wrote = played(start, *GOOD_SATURDAY, "chase-email", *friday)
    went = played(start, *GOOD_SATURDAY, "station-road", *friday)
    assert went.state.memory & GAME.memory.trusting
    assert not wrote.state.memory & GAME.memory.trusting


@starts
def test_an_honest_date_is_lost_on_her_while_she_is_furious(start: Feelings) -> None:
    furious = played(start, "look-it-up", "making-tea", "gary-left", "cancel-it")
    answered = furious.respond("friday-noon")
    assert furious.feelings.anger >= 15
    assert answered.feelings == furious.feelings
    assert answered.reply.startswith("You don't know.")


@starts
def test_she_speaks_of_her_father_only_once_she_has_been_listened_to(start: Feelings) -> None:
    listened = played(start, "own-it", "which-number", "not-yet", "who-for")
    brushed_off = played(start, "never-again", "apologise", "changed-it", "by-when")
    assert "sitting-on" in [response.id for response in listened.responses]
    assert "sitting-on" not in [response.id for response in brushed_off.responses]


@starts
def test_friday_noon_is_broken_by_waiting_for_something_definite(start: Feelings) -> None:
    waited = played(start, *GOOD_SATURDAY, "station-road", "the-fortieth", "till-four")
    assert waited.given is not None
    assert waited.given.answer.broken == ("call-friday",)
    assert waited.line.startswith("It's Monday.")


@starts
def test_polite_and_correct_and_nobody_in_particular_is_not_enough(start: Feelings) -> None:
    assert played(start, *POLITE_AND_CORRECT).outcome == "doubtful"


@starts
def test_the_best_line_breaks_nothing_and_wins_her_back(start: Feelings) -> None:
    line = solve(GAME).best_line(Conversation.begin(GAME, 1, start))
    assert line[-1].outcome == "loyal"
    assert len(line) - 1 == 17
    for moment in line[1:]:
        assert moment.given is not None
        assert all(term.shown for term in moment.given.answer.effect.terms)
        assert not moment.given.answer.broken
