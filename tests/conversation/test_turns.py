"""What can be answered at a turn, how often, and where it leads; private turns and steps of the follow-up."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.principles import load_principles
from simulator.conversation.conversation import Conversation
from simulator.conversation.errors import NotAvailable
from simulator.conversation.game import Game
from simulator.scenario.model import Script
from tests.conversation.scripts import (
    NOTHING,
    OVER,
    Part,
    asks,
    begun,
    contact,
    ending,
    ending_id,
    ids,
    last_answer,
    last_points,
    moved,
    plans,
    played,
    response,
    says,
    turn_id,
)
from tests.generated_scripts import scripts

STRONG = response(shows={"soothe": 2, "assure": 2}, breaks={"welcome": 2}, shift={"anger": -1})
STAY = response(then="first")


def test_responses_are_offered_in_the_order_of_the_file() -> None:
    turns = {"first": says({"zebra": NOTHING, "apple": NOTHING, "mango": NOTHING}, then="end")}
    assert ids(begun(turns)) == ["zebra", "apple", "mango"]


def test_what_can_not_be_said_now_is_hidden() -> None:
    hidden = response(when={"anger": 0})
    turns = {"first": says({"a": NOTHING, "b": hidden, "c": NOTHING}, then="end")}
    assert ids(begun(turns)) == ["a", "c"]
    with pytest.raises(NotAvailable):
        begun(turns).respond("b")


def test_at_most_five_are_offered_and_those_are_the_first_that_can_be_said() -> None:
    hidden = response(when={"anger": 0})
    written = {"a": NOTHING, "b": hidden, "c": NOTHING, "d": NOTHING, "e": NOTHING, "f": NOTHING, "g": NOTHING}
    start = begun({"first": says(written, then="end")})
    assert ids(start) == ["a", "c", "d", "e", "f"]
    with pytest.raises(NotAvailable, match="“g” can't be answered at the turn “first”"):
        start.respond("g")


def test_at_most_five_are_offered_though_all_can_always_be_said() -> None:
    assert ids(begun({"first": says(dict.fromkeys("abcdefg", NOTHING), then="end")})) == ["a", "b", "c", "d", "e"]


def test_what_was_given_makes_room_for_the_sixth() -> None:
    turns = {"first": says(dict.fromkeys("abcdef", STAY))}
    assert ids(begun(turns).respond("b")) == ["a", "c", "d", "e", "f"]


def test_a_response_can_be_given_once_in_a_conversation() -> None:
    turns = {
        "first": says({"a": response(then="second"), "b": response(then="second")}),
        "second": says({"back": response(then="first"), "go": response(then="end")}),
    }
    assert ids(played(begun(turns), "a", "back")) == ["b"]
    assert ids(played(begun(turns), "a", "back", "b")) == ["go"]


@pytest.mark.parametrize("times", [2, 3, 5])
def test_a_response_can_be_given_as_often_as_the_script_says(times: int) -> None:
    conversation = begun({"first": says({"more": response(then="first", again=times), "go": response(then="end")})})
    for _ in range(times):
        assert ids(conversation) == ["more", "go"]
        conversation = conversation.respond("more")
    assert ids(conversation) == ["go"]


def test_responses_of_the_same_name_at_two_turns_are_two() -> None:
    turns = {"first": says({"a": response(then="second")}), "second": says({"a": response(then="end")})}
    assert played(begun(turns), "a", "a").ended


def test_if_nothing_can_be_answered_the_first_ending_that_holds_is_reached() -> None:
    turns = {"first": says({"a": response(shows={"soothe": 1}, then="first")})}
    endings = {"angry": ending("lost loudly", when={"anger": "10+"}), "calm": ending("satisfied")}
    after = begun(turns, endings=endings).respond("a")
    assert (ending_id(after), after.points) == ("calm", 18)
    assert not last_answer(after).left


def test_the_same_holds_at_the_very_beginning() -> None:
    turns = {"first": says({"a": response(when={"anger": 0}, then="end")})}
    start = begun(turns, endings={"it": ending("lost quietly")})
    assert (start.ended, start.points, start.number, start.responses) == (True, -18, 0, ())


def test_the_same_holds_where_a_contact_opens() -> None:
    turns = {
        "first": says({"go": NOTHING}, then="later"),
        "next": says({"a": response(when={"anger": "10+"}, then="end")}),
    }
    after = begun(turns, contacts={"later": contact("next", "6 days")}).respond("go")
    assert (ending_id(after), after.day, after.contact.id) == ("the-end", 6, "later")


def test_a_promise_left_open_is_broken_where_nothing_can_be_answered() -> None:
    turns = {"first": says({"promise": response(promises="ring", then="first")})}
    assert last_points(begun(turns, promises={"ring": "here"}).respond("promise")) == -4


def test_nothing_can_be_answered_once_it_has_ended() -> None:
    over = begun({"first": OVER}).respond("end")
    assert (over.ended, over.turn, over.responses, over.line, over.cue) == (True, None, (), "", "")
    with pytest.raises(NotAvailable, match="after the conversation has ended"):
        over.respond("end")


def test_then_leads_to_a_turn_a_contact_an_ending_or_the_first_ending_that_holds() -> None:
    answers = {each: response(then=each) for each in ("second", "later", "named", "end")}
    start = begun(
        {"first": says(answers), "second": OVER, "third": OVER},
        contacts={"later": contact("third", 3)},
        endings={"the-end": ending(), "named": ending("loyal", when={"anger": 0})},
    )
    assert (turn_id(start.respond("second")), start.respond("second").contact.id) == ("second", "here")
    assert (turn_id(start.respond("later")), start.respond("later").contact.id) == ("third", "later")
    assert ending_id(start.respond("named")) == "named"
    assert ending_id(start.respond("end")) == "the-end"


def test_the_then_of_a_turn_is_for_those_of_its_responses_that_have_none() -> None:
    turns = {"first": says({"a": NOTHING, "b": response(then="end")}, then="next"), "next": OVER}
    assert turn_id(begun(turns).respond("a")) == "next"
    assert begun(turns).respond("b").ended


def test_on_a_private_turn_no_feeling_moves() -> None:
    after = begun({"first": asks({"it": STRONG}, then="next"), "next": OVER}).respond("it")
    assert moved(after) == (0, 0, 0)


def test_on_a_private_turn_nobody_is_deaf() -> None:
    turns = {"first": asks({"right": response(shows={"remedy": 2}), "wrong": NOTHING}, then="next"), "next": OVER}
    assert last_points(begun(turns, feels=(20, 10, 10), defence={"deaf": 5}).respond("right")) == 2


def test_what_is_learned_promised_kept_and_noted_in_private_is_remembered() -> None:
    whens: dict[str, Part] = {
        "learned": {"knows": "fact"},
        "promised": {"promised": "ring"},
        "kept": {"kept": "ring"},
        "noted": {"noted": "note"},
    }
    turns = {
        "first": asks({"it": response(learns="fact", promises="ring", sets="note")}, then="second"),
        "second": asks({"keep": response(keeps="ring")}, then="third"),
        "third": says({name: response(when=when) for name, when in whens.items()}, then="end"),
    }
    after = played(begun(turns, facts=("fact",), promises={"ring": "here"}), "it", "keep")
    assert ids(after) == list(whens)


def test_a_step_of_the_follow_up_reaches_the_customer_and_all_rules_apply() -> None:
    start = begun(
        {"first": plans({"it": STRONG, "nothing": NOTHING}, then="next"), "next": OVER},
        feels=(10, 10, 10),
        volatility=200,
        defence={"doubt": "remedy"},
    )
    assert moved(start.respond("it")) == (-4 - 1, 1, -4)
    assert last_points(start.respond("nothing")) == 0 - (2 + 2 - 4)


def test_a_deaf_customer_does_not_hear_a_step_of_the_follow_up_either() -> None:
    turns = {"first": plans({"it": response(shows={"remedy": 2}), "nothing": NOTHING}, then="next"), "next": OVER}
    after = begun(turns, feels=(14, 10, 10), defence={"deaf": 14}).respond("it")
    assert (moved(after), last_points(after)) == ((0, 0, 0), 0)


@given(scripts(most_turns=8), st.integers(0, 99), st.randoms(use_true_random=False))
def test_every_conversation_ends_and_gives_no_response_more_often_than_it_may(
    script: Script, seed: int, choose: random.Random
) -> None:
    conversation = Conversation.begin(Game(script, load_principles()), seed)
    every = {(name, each): response for name, turn in script.turns.items() for each, response in turn.responses.items()}
    times = dict.fromkeys(every, 0)
    while not conversation.ended:
        assert 1 <= len(conversation.responses) <= 5
        assert conversation.turn is not None
        order = list(conversation.turn.script.responses)
        places = [order.index(each.id) for each in conversation.responses]
        assert places == sorted(places)
        chosen = choose.choice(conversation.responses)
        times[conversation.turn.id, chosen.id] += 1
        conversation = conversation.after(chosen)
    assert all(count <= every[name].again for name, count in times.items())
    assert conversation.number <= sum(response.again for response in every.values())
