"""What is particular to this scenario: politeness alone is never enough, and silence is never taken at its word."""

from __future__ import annotations

from simulator.conversation.feelings import Feelings
from tests.scenarios.story import Story, broken, offered, turn_of

STORY = Story("its-fine-thank-you")
GAME, played = STORY.game, STORY.played

TO_THE_CALL = (
    *("what-you-said", "the-old-one", "round-what", "afraid", "we-wrote-less", "i-believe-you"),
    *("what-would-you-have-asked", "take-the-red-one", "read-it-then-ring", "not-you"),
)
AT_COLLECTION = ("hers-to-show", "and-then-what", "now-with-me", "gone-quiet", "my-own-number", "card")


def test_her_last_its_fine_taken_for_an_answer_loses_her_quietly() -> None:
    ending = GAME.script.turns["spring-call"].responses["brilliant"].then[0].value
    assert GAME.script.endings[ending].outcome == "lost quietly"


def test_naming_it_too_soon_gets_another_no() -> None:
    start = Feelings(10, 5, 3)
    unready = ["thats-lovely", "getting-used-to-it", "round-what", "afraid", "we-wrote-less"]
    ready = ["what-you-said", "the-old-one", "round-what", "afraid", "we-wrote-less"]
    assert turn_of(played(start, *unready)) == "the-pen"
    assert turn_of(played(start, *ready)) == "the-tenth"


def test_the_mask_comes_off_when_the_fright_is_believed() -> None:
    told = ["what-you-said", "the-old-one", "round-what", "afraid", "we-wrote-less"]
    moment = played(Feelings(10, 5, 3), *told)
    assert moment.masked
    assert not moment.respond("i-believe-you").masked
    assert moment.respond("thank-goodness").masked


def test_she_draws_back_when_her_card_still_says_sharp_whatever_is_said() -> None:
    moment = played(Feelings(10, 5, 3), *TO_THE_CALL, "it-might", "tuesdays-fridays", "hers-to-show")
    assert moment.line == "It still says “sharp”."
    assert all(moment.after(response).feelings.openness < moment.feelings.openness for response in moment.responses)


def test_her_years_at_the_front_desk_mend_the_form_only_if_she_was_believed() -> None:
    told = [*TO_THE_CALL, "it-might", "tuesdays-fridays", "hers-to-show"]
    untold = ["thank-goodness" if response == "i-believe-you" else response for response in told]
    assert "and-then-what" in offered(played(Feelings(10, 5, 3), *told))
    assert "and-then-what" not in offered(played(Feelings(10, 5, 3), *untold))


def test_that_it_did_it_again_angers_her_whatever_is_said() -> None:
    april = played(Feelings(10, 5, 3), *TO_THE_CALL, "it-might", "tuesdays-fridays", *AT_COLLECTION)
    assert april.line.endswith("You did say it might.")
    assert all(april.after(response).feelings.anger > april.feelings.anger for response in april.responses)


def test_whoever_said_that_they_would_come_out_breaks_their_word_by_booking_her_in() -> None:
    said = played(Feelings(10, 5, 3), *TO_THE_CALL, "it-might", "tuesdays-fridays", *AT_COLLECTION)
    unsaid = played(Feelings(10, 5, 3), *TO_THE_CALL, "right-as-rain", "tuesdays-fridays", *AT_COLLECTION)
    assert broken(said.respond("newer-version")) == ["keep-your-word"]
    assert broken(unsaid.respond("newer-version")) == ["fix-the-cause"]


def test_who_forgot_her_fathers_days_cannot_offer_the_red_car_for_them() -> None:
    silent = ["say-nothing" if response == "round-what" else response for response in TO_THE_CALL]
    remembered = played(Feelings(10, 5, 4), *silent, "it-might", "tuesdays-fridays", *AT_COLLECTION)
    forgot = played(Feelings(10, 5, 4), *silent, "it-might", "wednesdays", *AT_COLLECTION)
    assert "for-the-hospital" in offered(remembered)
    assert "for-the-hospital" not in offered(forgot)


def test_a_call_that_nobody_promised_is_not_taken_for_a_word_kept() -> None:
    vague = ["look-into-it" if response == "take-the-red-one" else response for response in TO_THE_CALL[:8]]
    rang = played(Feelings(10, 5, 3), *vague, "find-her-number")
    assert rang.given is not None
    assert [term.principle.id for term in rang.given.answer.effect.terms] == ["follow-up", "know-them"]
    assert "find-her-number" not in offered(played(Feelings(10, 5, 3), *TO_THE_CALL[:8]))
