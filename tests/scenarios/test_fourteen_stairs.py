"""Fourteen stairs: who is looked at, what she needs it by, and whether anybody went to look at the list."""

from __future__ import annotations

import pytest

from simulator.analysis.solver import solve
from simulator.conversation.feelings import Feelings
from tests.scenarios.story import Story, offered, turn_of

STORY = Story("fourteen-stairs")
GAME, played, starts = STORY.game, STORY.played, STORY.starts

HEARD = ("room-two", "her", "long-one", "as-if-a-turn", "by-when", "only-a-pipe", "to-nobody", "our-doing")
DESK = (*HEARD, "even-if-nothing", "shout-at-me")
FRIDAY = ("take-the-roll", "signed-by", "one-minute", "typed-by-hand")
EVE = ("off-the-door", "on-the-ramp")

FURIOUS = ("low-end", "letter", "screen", "to-owen", "complaints-form", "six-this-morning", "to-nobody", "our-doing")

POLITE_AND_CORRECT = (
    *(*HEARD, "even-if-nothing", "option-two", "take-the-roll", "the-twelfth", "one-minute", "typed-by-hand"),
    *(*EVE, "the-van", "you-choose", "how-did-we-do", "never-looked", "access-page"),
)


@starts
def test_a_room_offered_while_she_is_still_telling_it_does_not_reach_her(start: Feelings) -> None:
    told = played(start, "room-two", "her")
    fixed = told.respond("plaster-clinic")
    assert told.feelings.anger >= 15
    assert fixed.feelings == told.feelings
    assert turn_of(fixed) == "again"
    assert turn_of(told.respond("long-one")) == "fourteen"


@starts
def test_an_honest_promise_counts_for_nothing_with_somebody_who_was_talked_over(start: Feelings) -> None:
    furious, heard = played(start, *FURIOUS), played(start, *HEARD)
    assert furious.feelings.anger >= 15 > heard.feelings.anger
    assert furious.respond("even-if-nothing").feelings == furious.feelings
    assert heard.respond("even-if-nothing").feelings.trust > heard.feelings.trust


@starts
def test_she_is_not_asked_into_the_lift_by_somebody_who_knows_how_she_came_down(start: Feelings) -> None:
    never_asked = (*HEARD[:2], "plaster-clinic", "from-here", *HEARD[4:], "even-if-nothing", "shout-at-me")
    assert "g-four-please" in offered(played(start, *DESK, *FRIDAY, *EVE, "the-van"))
    assert "g-four-please" not in offered(played(start, *never_asked, *FRIDAY, *EVE, "the-van"))


@starts
def test_only_who_asked_for_a_date_has_one_to_give(start: Feelings) -> None:
    asked = played(start, *DESK, "take-the-roll")
    not_asked = played(start, *HEARD[:4], "what-for", *HEARD[5:], "even-if-nothing", "shout-at-me", "take-the-roll")
    assert "signed-by" in offered(asked)
    assert "signed-by" not in offered(not_asked)
    assert "never-asked" in offered(not_asked)


@starts
def test_four_on_friday_is_kept_with_half_an_answer_and_broken_for_the_plumber(start: Feelings) -> None:
    friday = played(start, *DESK, "take-the-roll", "signed-by")
    rang = friday.respond("one-minute").respond("typed-by-hand")
    waited = friday.respond("plumber-first").respond("typed-by-hand")
    assert rang.given is not None
    assert waited.given is not None
    assert rang.given.answer.broken == ()
    assert waited.given.answer.broken == ("ring-friday",)


@starts
def test_the_text_on_the_eve_makes_it_worse_whatever_is_said(start: Feelings) -> None:
    eve = played(start, *DESK, *FRIDAY)
    for response in offered(eve):
        after = eve.respond(response).feelings
        assert after.anger > eve.feelings.anger
        assert after.trust < eve.feelings.trust


@starts
@pytest.mark.parametrize("by_letter", ["hoist", "red-flag", "log-it"])
def test_the_text_tells_the_truth_unless_somebody_went_to_the_lodge(start: Feelings, by_letter: str) -> None:
    friday = ("signed-by", "one-minute")
    assert turn_of(played(start, *DESK, by_letter, *friday, "no-room-yet", "off-the-door")) == "still-two"
    assert turn_of(played(start, *DESK, "take-the-roll", *friday, "typed-by-hand", "off-the-door")) == "which-one"


@starts
def test_a_fix_that_hangs_on_one_pair_of_hands_is_found_by_whoever_reads_the_list(start: Feelings) -> None:
    signed = played(start, *DESK, *FRIDAY, *EVE, "the-van", "g-four-please")
    assert "prints-now" in offered(signed.respond("boat-and-list"))
    assert "prints-now" not in offered(signed.respond("every-monday"))
    assert signed.respond("every-monday").line.endswith("Take four.")


@starts
@pytest.mark.parametrize(("before", "slip"), [((), "low-end"), (HEARD[:4], "what-for"), (HEARD[:6], "mrs-yeo")])
def test_one_thing_said_badly_at_the_desk_can_still_be_made_good(
    start: Feelings, before: tuple[str, ...], slip: str
) -> None:
    slipped = played(start, *before, slip)
    assert solve(GAME).best_line(slipped)[-1].outcome == "loyal"


@starts
def test_polite_and_correct_and_nobody_in_particular_is_not_enough(start: Feelings) -> None:
    assert played(start, *POLITE_AND_CORRECT).outcome == "doubtful"
