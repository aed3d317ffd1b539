"""Playing in plain lines: what is said, what can be typed, what is explained and what is not."""

from __future__ import annotations

import pytest

from simulator.analysis.solution import Solution
from simulator.app.solving import SolvingFailed
from simulator.records.attempts import load_events
from simulator.records.database import Database
from simulator.records.open_attempt import resume_attempt
from tests.app.plain.conftest import Begin, Play
from tests.small_scenarios import SOUP

BEGINNING = """\
The wobbly shelf

A hardware shop, ten to six. Mr Amir Haddad is holding one end of a shelf.

Your customer is Mr Amir Haddad. Put it up twice. It came down on the cat, which
is fine.

Practice: every answer is explained, and can be taken back.
Mr Amir Haddad's anger, trust and openness go from 0 to 20.
Type the number of your answer, ? for help, q to stop and go on another time.

In person.
Mr Amir Haddad: It fell off. Twice! What do you sell here, firewood?
He doesn't put it down.
Mr Amir Haddad is angry. Anger 13, trust 8, openness 10.

1. Twice. Is anybody hurt?
2. Did you follow the leaflet?
Answer, 1 to 2: """

AFTER_A_MISTAKE = """\
2

You: Did you follow the leaflet?
Mr Amir Haddad: Did I... I can read, thank you.

Mistake, at a cost of 10 points.
Anger +5: answered before listening +2, and a loss weighs double; passed the
problem on +4, which Mr Amir Haddad cares about twice; Mr Amir Haddad's quick
temper (120 %) +1; forgiven (20 %) -1; held to 5 at once -1.
Trust -3: passed the problem on -4; forgiven +1.
Openness -3: answered before listening -4; forgiven +1.
You have told him that it's his fault before you know whose it is.
Better: “Twice. Is anybody hurt?”

"""


def test_it_begins_with_who_where_and_how_to_answer(begin: Begin, play: Play) -> None:
    assert play(begin()).startswith(BEGINNING)


def test_an_answer_is_explained_in_few_lines(begin: Begin, play: Play) -> None:
    written = play(begin(), "2")
    assert AFTER_A_MISTAKE in written


def test_for_the_record_nothing_is_explained_hinted_or_taken_back(begin: Begin, play: Play) -> None:
    attempt = begin(mode="record")
    written = play(attempt, "1", "h", "r", "2")
    assert "For the record: this counts, once." in written
    assert written.count("This is for the record: no hint, and nothing is taken back.") == 2
    for word in ("Best", "Good", "cost", "Better", "Hint", "trust +", "Trust +"):
        assert word not in written
    assert attempt.conversation.response_ids == ("hear", "plaster")


@pytest.mark.parametrize("typed", ["1", " 1 ", "1.", "1)", "hear", "HEAR".lower()])
def test_a_number_or_a_name_answers(begin: Begin, play: Play, typed: str) -> None:
    attempt = begin()
    play(attempt, typed)
    assert attempt.conversation.response_ids == ("hear",)


@pytest.mark.parametrize("typed", ["0", "3", "-1", "1 2", "one", "1.5", "²", "voucher", "x" * 5000, "\x1b[A", "[/]"])
def test_anything_else_says_what_can_be_typed_and_changes_nothing(begin: Begin, play: Play, typed: str) -> None:
    attempt = begin()
    written = play(attempt, typed)
    assert "That is none of the answers. Type a number from 1 to 2, or ? for help." in written
    assert "\x1b" not in written
    assert attempt.conversation.number == 0


def test_an_empty_line_is_no_answer(begin: Begin, play: Play) -> None:
    attempt = begin()
    assert play(attempt, "", "   ").count("Answer, 1 to 2: ") == 3
    assert attempt.conversation.number == 0


@pytest.mark.parametrize("typed", ["q", "Q", "quit", "exit"])
def test_one_may_stop_at_any_turn(begin: Begin, play: Play, typed: str) -> None:
    attempt = begin()
    play(attempt, "1", typed, "1")
    assert attempt.conversation.number == 1


def test_help_names_everything_that_can_be_typed(begin: Begin, play: Play) -> None:
    written = play(begin(), "?")
    for letter in "nthrq":
        assert f"\n{letter}: " in written


def test_what_is_known_and_promised_can_be_asked_for(begin: Begin, play: Play) -> None:
    assert "You have learned nothing yet, and promised nothing." in play(begin(), "n")
    written = play(begin(), "1", "1", "1", "n")
    assert "You know: The cat is called Bolt." in written
    assert "You promised, open: Ring him tomorrow about the brackets." in written


def test_a_hint_names_the_principle_and_not_the_answer(begin: Begin, play: Play) -> None:
    assert "Hint: listen first and own the problem." in play(begin(), "h")


def test_an_answer_is_taken_back_and_given_anew(begin: Begin, play: Play, database: Database) -> None:
    attempt = begin()
    written = play(attempt, "2", "r", "1")
    assert "Back to answer 1." in written
    assert attempt.conversation.response_ids == ("hear",)
    assert len(load_events(database, attempt.id)) == 3


def test_several_answers_are_taken_back_at_once_but_no_more_than_there_are(begin: Begin, play: Play) -> None:
    attempt = begin()
    assert "Back to answer 2." in play(attempt, "1", "1", "1", "r 2")
    assert "Back to answer 1." in play(attempt, "r 99")


@pytest.mark.parametrize("typed", ["r 0", "r x", "r -1"])
def test_taking_back_nothing_says_how(begin: Begin, play: Play, typed: str) -> None:
    attempt = begin()
    assert "Type r to take back your last answer, or r and how many." in play(attempt, "1", typed)
    assert attempt.conversation.number == 1


def test_at_the_beginning_there_is_nothing_to_take_back(begin: Begin, play: Play) -> None:
    assert "There is no answer to take back yet." in play(begin(), "r")


def test_the_turn_can_be_heard_again(begin: Begin, play: Play) -> None:
    assert play(begin(), "t").count("He doesn't put it down.") == 2


def test_days_and_another_channel_stand_between_two_contacts(begin: Begin, play: Play) -> None:
    assert "\nA day later, phone.\nIt is five to six on the next day" in play(begin(), "1", "1", "1")


def test_a_private_turn_moves_no_feeling_and_is_explained_without_any(begin: Begin, play: Play) -> None:
    written = play(begin(), "1", "2")
    explained = written.split("You: That it's plaster.")[1].split("Mr Amir Haddad:")[0]
    assert explained == "\n\nGood, at a cost of 1 point.\nHe never said so.\nBetter: “Nothing yet. I'd ask.”\n\n"


def test_the_end_is_told(begin: Begin, play: Play) -> None:
    attempt = begin()
    assert play(attempt, "1", "1", "1", "1").endswith("\nHe came back on Saturday, for a shelf.\n\n")
    assert attempt.kept.finished is not None


def test_a_resumed_play_says_how_far_it_had_come(begin: Begin, play: Play, database: Database) -> None:
    attempt = begin()
    play(attempt, "1")
    again = resume_attempt(database, attempt.id, attempt.scenario.game.principles)
    written = play(again)
    assert "You go on after 1 answer, the last of which was this.\n\nYou: Twice. Is anybody hurt?\n" in written
    assert "What has he told you about the wall?" in written


def test_under_a_mask_practice_tells_principle_and_judgement_but_no_sum(begin: Begin, play: Play) -> None:
    written = play(begin(SOUP), "2", "2")
    assert written.count("Ines seems warming. Anger 0, trust 14, openness 12.") == 3
    explained = written.split("It was never warm.")[1].split("Ines:")[0]
    assert explained == "\n\nBest.\nYou heard what wasn't said.\nYou listened first.\n\n"
    explained = written.split("You: Sorry about that.")[1].split("Ines:")[0]
    assert explained == (
        "\n\nBlunder.\nYou passed the problem on.\nSorry and nothing else.\nBetter: “I'll bring you a hot one.”\n\n"
    )


def test_a_mask_that_comes_off_is_told_with_what_is_felt(begin: Begin, play: Play) -> None:
    written = play(begin(SOUP), "2", "1")
    assert "The mask is off: what you see of Ines now is what Ines feels." in written
    assert "Ines is wavering. Anger 2, trust 9, openness 10." in written


def test_a_solver_that_fails_stops_nobody_from_playing(begin: Begin, play: Play) -> None:
    def fails() -> Solution:
        raise SolvingFailed("The solver gave up: it was ended from outside.")

    attempt = begin()
    written = play(attempt, "h", "1", "1", solution=fails)
    assert "There is no hint. The solver gave up" in written
    assert written.count("It can't be explained. The solver gave up") == 2
    assert attempt.conversation.number == 2
