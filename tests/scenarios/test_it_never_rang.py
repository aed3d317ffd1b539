"""It never rang: he must be heard first, every promise comes due, and nobody is won by correctness alone."""

from __future__ import annotations

import pytest

from scoring.principles import load_principles
from simulator.analysis.merging import Merging
from simulator.analysis.solver import solve
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.conversation.rules import answer, available, begin
from simulator.scenario.library import Library

PERSONAL = {"be-their-person", "know-them", "follow-up", "give-first"}

HEARD = ("dial", "read-it", "never-the-phone", "this-counter", "his-idea", "second-one", "easy-half")
TO_THE_REFUSAL = (*HEARD, "friday-noon", "my-own", "sixth")


def _game() -> Game:
    script = Library().load("it-never-rang").reading.script
    assert script is not None
    return Game(script, load_principles())


GAME = _game()

starts = pytest.mark.parametrize("start", list(GAME.starts()), ids=lambda start: f"anger {start.anger}")


def played(start: Feelings, *responses: str) -> Conversation:
    conversation = Conversation.begin(GAME, 1, start)
    for response in responses:
        conversation = conversation.respond(response)
    return conversation


@starts
def test_a_remedy_before_he_is_heard_does_not_reach_him(start: Feelings) -> None:
    offered = played(start, "dial", "ringing-first")
    assert offered.given is not None
    terms = offered.given.answer.effect.terms
    assert [term.principle.id for term in terms if not term.heard] == ["promise-honestly"]
    assert offered.feelings.trust == start.trust
    assert offered.reply.startswith("Did I say the phone?")


@starts
def test_he_does_not_leave_before_he_has_said_what_it_is_about(start: Feelings) -> None:
    shouted = played(start, "jordan", "other-number", "credit", "between-us")
    assert not shouted.ended


def test_met_with_nothing_but_wrong_answers_he_leaves_loudly_from_the_counter() -> None:
    left = played(Feelings(17, 2, 3), "jordan", "other-number", "credit", "between-us", "tone")
    assert left.given is not None
    assert left.given.answer.left
    assert left.outcome == "lost loudly"
    assert "the rain comes in" in left.ending_text


@starts
def test_a_letter_by_five_today_is_a_promise_that_nothing_keeps(start: Feelings) -> None:
    friday = played(start, *HEARD, "by-five", "my-own", "sixth", "plain", "they-said-no", "list")
    closing = friday.respond("the-number")
    assert closing.given is not None
    assert closing.given.answer.broken == ("letter-today",)


@starts
def test_the_times_that_he_gave_are_missed_when_they_are_wrong_in_the_letter(start: Feelings) -> None:
    counter = TO_THE_REFUSAL[:-1]
    right = played(start, *counter, "sixth", "plain")
    wrong = played(start, *counter, "fourth", "plain")
    assert "Our mistake" in right.line
    assert "that's wrong" in wrong.line
    assert "give-me-them" in [response.id for response in wrong.responses]


@starts
def test_noon_on_friday_is_kept_by_ringing_and_broken_by_waiting_for_monday(start: Feelings) -> None:
    rang = played(start, *TO_THE_REFUSAL, "plain", "they-said-no", "list", "the-number")
    waited = played(start, *TO_THE_REFUSAL, "monday", "inside-the-hour", "list", "the-number")
    assert rang.given is not None
    assert waited.given is not None
    assert rang.given.answer.broken == ()
    assert waited.given.answer.broken == ("letter-friday",)


def test_no_play_without_anything_personal_ends_better_than_doubtful() -> None:
    merging = Merging(GAME)
    outcomes, seen = set(), set()
    waiting = [begin(GAME, start)[0] for start in GAME.starts()]
    while waiting:
        state = waiting.pop()
        for response in available(GAME, state):
            if PERSONAL & {principle for principle, _ in response.shows.choose(state) or ()}:
                continue
            given = answer(GAME, state, response)
            if given.ending is not None:
                outcomes.add(GAME.endings[given.ending].script.outcome)
            elif (alike := (merging.situation(given.state), given.state.feelings)) not in seen:
                seen.add(alike)
                waiting.append(given.state)
    assert outcomes == {"doubtful", "lost quietly", "lost loudly"}


@starts
def test_the_best_line_breaks_nothing_and_wins_him(start: Feelings) -> None:
    line = solve(GAME).best_line(Conversation.begin(GAME, 1, start))
    assert line[-1].outcome == "loyal"
    assert len(line) - 1 == 17
    for moment in line[1:]:
        assert moment.given is not None
        assert all(term.shown for term in moment.given.answer.effect.terms)
        assert not moment.given.answer.broken
