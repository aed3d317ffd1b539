"""Five pence for scale: she is to be asked, her figures count, and at the end no explanation serves."""

from __future__ import annotations

import pytest

from simulator.conversation.feelings import Feelings
from simulator.conversation.game import GameResponse
from simulator.conversation.state import State
from tests.scenarios.story import Story, broken, offered, outcomes_of

STORY = Story("five-pence-for-scale")
GAME, played, starts = STORY.game, STORY.played, STORY.starts

LISTENED = ("eleven-yes", "ask-her", "copy-it", "switch-off", "two-notes")
TO_THURSDAY = (*LISTENED, "who-is-it", "dont-know", "thursday-bea")
TO_SUNDAY = (*TO_THURSDAY, "two-pictures", "nobody-counted")
TO_THE_BOARD = (*TO_SUNDAY, "where-is-bea", "three-sundays", "no-props", "ring-des")
TO_NOVEMBER = (*TO_THE_BOARD, "hand-it-over", "put-keys-down", "told-us")

POLITE_AND_CORRECT = (
    *(*LISTENED, "good-practice", "dont-know", "the-minute", "two-pictures", "nobody-counted", "anybody-in-there"),
    *("half-the-speed", "no-props", "ring-des", "hand-it-over", "put-keys-down", "a-minute", "the-council"),
    *("solicitors", "guarantee-it", "only-you"),
)


@starts
def test_a_gauge_is_not_heard_while_she_is_furious_and_that_hers_do_not_count_is(start: Feelings) -> None:
    glued = played(start, "shake-hands", "ask-tom", "gauge")
    assert glued.given is not None
    terms = glued.given.answer.effect.terms
    assert [term.principle.id for term in terms if not term.heard] == ["fix-the-cause"]
    assert [term.principle.id for term in terms if not term.shown] == ["know-them"]


@starts
def test_thursday_at_six_is_a_promise_once_she_can_hear_it(start: Feelings) -> None:
    calm = played(start, *TO_THURSDAY)
    furious = played(start, "ring-road", "ask-tom", "fill-it", "by-text", "two-notes", "who-is-it", "dont-know")
    hot = furious.respond("thursday-bea")
    assert calm.reply.startswith("She will love that.")
    assert hot.reply.startswith("I do not need to be told")
    assert hot.feelings.trust - furious.feelings.trust < 4


@starts
def test_the_engineer_gets_the_widths_from_whoever_copied_the_page(start: Feelings) -> None:
    gauged = ("eleven-yes", "ask-her", "gauge", *TO_SUNDAY[3:])
    assert "three-sundays" in offered(played(start, *TO_SUNDAY, "where-is-bea"))
    assert "three-sundays" not in offered(played(start, *gauged, "where-is-bea"))
    assert "have-to-ask" in offered(played(start, *gauged, "where-is-bea"))


@starts
def test_where_is_bea_can_be_asked_by_name_only_by_who_asked_who_walks_up_there(start: Feelings) -> None:
    praised = (*LISTENED, "good-practice", "dont-know", "thursday-six", "two-pictures", "nobody-counted")
    assert "where-is-bea" in offered(played(start, *TO_SUNDAY))
    assert "where-is-bea" not in offered(played(start, *praised))


@starts
def test_thursday_is_kept_by_writing_and_broken_by_waiting_for_mick(start: Feelings) -> None:
    assert broken(played(start, *TO_SUNDAY)) == []
    assert broken(played(start, *TO_THURSDAY, "hear-mick", "take-it-back")) == ["file-thursday"]


@starts
def test_a_crack_dealt_with_by_sunday_is_a_promise_that_nothing_keeps(start: Feelings) -> None:
    sunday = played(start, *TO_THURSDAY[:-1], "before-sunday", "two-pictures", "nobody-counted")
    assert "This is Sunday." in sunday.line
    asked = sunday.respond("where-is-bea").respond("three-sundays").respond("no-props").respond("ring-des")
    assert broken(asked) == ["mended-sunday"]


@starts
@pytest.mark.parametrize("lead", [(*TO_THURSDAY, "two-pictures"), TO_SUNDAY], ids=["her mail", "the rain"])
def test_what_happens_on_friday_and_on_sunday_costs_trust_whatever_is_said(start: Feelings, lead: tuple[str]) -> None:
    before = played(start, *lead)
    after = [before.respond(response) for response in offered(before)]
    assert all(then.feelings.trust < before.feelings.trust for then in after)
    assert all(then.feelings.anger >= before.feelings.anger for then in after)


@starts
def test_however_well_it_is_explained_she_is_lost_unless_she_is_handed_the_pictures(start: Feelings) -> None:
    def hands_it_over(response: GameResponse, state: State) -> bool:
        return response.id in ("hand-it-over", "now-then")

    outcomes = outcomes_of(GAME, [played(start, *TO_THE_BOARD).state], hands_it_over)
    assert outcomes <= {"lost quietly", "lost loudly"}


@starts
@pytest.mark.parametrize("first", ["how-these-happen", "des-to-say", "not-here-then"])
def test_however_furious_she_asks_a_second_time_and_not_a_third(start: Feelings, first: str) -> None:
    furious = ("ring-road", "ask-tom", "fill-it", "by-text", "on-our-side", "not-lie-awake", "settlement", "report")
    monday = played(start, *furious, "usual-settlement", "old-school", "sideways-light", "hairline", "carry-a-bus")
    evaded = monday.respond("no-need").respond(first)
    assert evaded.feelings.anger >= 19
    assert "I shall ask you once more" in evaded.line
    if evaded.feelings.anger == 20:
        assert evaded.respond("mixed-up").outcome == "lost loudly"


@starts
def test_the_truth_costs_the_job_and_des_remembers_who_rang_him_first(start: Feelings) -> None:
    rang = played(start, *TO_THE_BOARD, "hand-it-over")
    waited = played(start, *TO_THE_BOARD[:-1], "see-how-it-goes", "hand-it-over")
    assert "You did ring" in rang.line
    assert "Behind my back" in waited.line


@starts
def test_tom_is_given_back_what_he_said_on_tuesday_or_cannot_be(start: Feelings) -> None:
    unasked = (*LISTENED, "who-is-it", "settlement", *TO_THE_BOARD[7:], "hand-it-over", "put-keys-down")
    assert "told-us" in offered(played(start, *TO_NOVEMBER[:-1]))
    assert "told-us" not in offered(played(start, *unasked))


@starts
def test_polite_and_correct_and_nobody_in_particular_is_not_enough(start: Feelings) -> None:
    assert played(start, *POLITE_AND_CORRECT).outcome == "doubtful"
