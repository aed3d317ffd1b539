"""What is forgotten, so that states merge: all that nothing ahead can read, and nothing else."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scoring.principles import load_principles
from simulator.analysis.merging import Merging, feelings_index
from simulator.analysis.solver import solve
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.conversation.rules import answer, available
from simulator.conversation.state import State
from simulator.scenario.model import Script
from tests.conversation.scripts import (
    NOTHING,
    OVER,
    Part,
    asks,
    begun,
    contact,
    ending,
    plans,
    played,
    response,
    says,
)
from tests.generated_scripts import scripts


def merged(one: Conversation, other: Conversation, *, words: bool = False) -> bool:
    """Whether two moments of the same game are one state to the solver."""
    merging = Merging(one.game, words=words)
    situations = [merging.situation(each.state) for each in (one, other)]
    return situations[0] == situations[1] and one.feelings == other.feelings


def after_either(either: Part, *, then: Mapping[str, Part], **keys: Any) -> tuple[Conversation, Conversation]:
    """The moments after a response that does something and after one that does nothing, at the turn that follows."""
    start = begun({"first": says({"either": either, "or": NOTHING}, then="second"), **then}, **keys)
    return start.respond("either"), start.respond("or")


NOTE = response(sets="note")
NOTED = {"noted": "note"}
TO_THIRD = {"go": response(then="third")}


def test_a_note_that_nobody_reads_ahead_is_forgotten() -> None:
    assert merged(*after_either(NOTE, then={"second": OVER}))


def test_a_note_that_a_response_of_this_turn_reads_is_kept() -> None:
    readers: list[Part] = [
        response(when=NOTED),
        response(shows=[{"when": NOTED, "soothe": 1}]),
        response(breaks=[{"when": NOTED, "soothe": 1}]),
        response(then=[{"when": NOTED, "to": "third"}, "end"]),
        response(when={"not": NOTED}),
        response(when=[{"anger": 0}, NOTED]),
    ]
    for reader in readers:
        second = says({"reader": reader, "go": NOTHING}, then="end")
        assert not merged(*after_either(NOTE, then={"second": second, "third": OVER}))


def test_a_note_that_is_read_further_ahead_is_kept_until_then() -> None:
    then = {"second": says(TO_THIRD), "third": says({"reader": response(when=NOTED), "go": NOTHING}, then="fourth")}
    noted, other = after_either(NOTE, then={**then, "fourth": OVER})
    assert not merged(noted, other)
    assert not merged(noted.respond("go"), other.respond("go"))
    assert merged(played(noted, "go", "go"), played(other, "go", "go"))


def test_a_note_that_is_read_beyond_the_days_of_a_contact_is_kept() -> None:
    then = {"second": says({"go": NOTHING}, then="later"), "third": says({"reader": response(when=NOTED, then="end")})}
    assert not merged(*after_either(NOTE, then=then, contacts={"later": contact("third", 3)}))


def test_a_note_that_an_ending_or_leaving_reads_is_kept_everywhere() -> None:
    endings = {"noted": ending("loyal", when=NOTED), "otherwise": ending()}
    assert not merged(*after_either(NOTE, then={"second": OVER}, endings=endings))
    leaves = [{"when": {"anger": 0, **NOTED}, "ending": "the-end"}]
    assert not merged(*after_either(NOTE, then={"second": OVER}, leaves=leaves))


def test_what_only_words_read_is_forgotten_unless_words_are_asked_for() -> None:
    line = [{"when": NOTED, "text": "You again."}, "Well?"]
    for part in ("says", "cue"):
        both = after_either(NOTE, then={"second": says({"end": response(then="end")}, **{part: line})})
        assert merged(*both)
        assert not merged(*both, words=True)
    both = after_either(NOTE, then={"second": says({"end": response(reply=line, then="end")})})
    assert merged(*both)
    assert not merged(*both, words=True)
    both = after_either(NOTE, then={"second": OVER}, endings={"it": ending(text=line)})
    assert merged(*both)
    assert not merged(*both, words=True)


def test_facts_are_forgotten_like_notes() -> None:
    fact: dict[str, object] = {"facts": ("fact",)}
    learns = response(learns="fact")
    reader = says({"reader": response(when={"knows": "fact"}), "go": NOTHING}, then="end")
    assert merged(*after_either(learns, then={"second": OVER}, **fact))
    assert not merged(*after_either(learns, then={"second": reader}, **fact))


def test_which_responses_of_a_left_turn_were_given_is_forgotten() -> None:
    assert merged(*after_either(NOTHING, then={"second": OVER}))


def test_which_responses_were_given_is_kept_while_there_is_a_way_back_to_their_turn() -> None:
    second = says({"back": response(then="first"), "go": response(then="third")})
    either, other = after_either(NOTHING, then={"second": second, "third": OVER})
    assert not merged(either, other)
    assert merged(either.respond("go"), other.respond("go"))


def test_how_often_a_response_was_given_is_kept_while_it_can_be_given_again() -> None:
    turns = {"first": says({"more": response(then="first", again=3), "go": response(then="second")}), "second": OVER}
    once = begun(turns).respond("more")
    twice = once.respond("more")
    assert not merged(once, twice)
    assert merged(once.respond("go"), twice.respond("go"))


def test_that_a_response_was_given_is_kept_where_a_condition_ahead_asks_for_it() -> None:
    reader = says({"reader": response(when={"said": "first.either"}), "go": NOTHING}, then="end")
    assert not merged(*after_either(NOTHING, then={"second": reader}))


def test_a_promise_that_is_owed_is_kept_everywhere() -> None:
    promised = response(promises="ring")
    assert not merged(*after_either(promised, then={"second": OVER}, promises={"ring": "here"}))


def test_a_promise_that_was_kept_is_as_good_as_none_where_nobody_asks() -> None:
    promised = response(promises="ring", keeps="ring")
    both = {"promises": {"ring": "here"}}
    assert merged(*after_either(promised, then={"second": OVER}, **both))
    for asked in ({"kept": "ring"}, {"promised": "ring"}):
        reader = says({"reader": response(when=asked), "go": NOTHING}, then="end")
        assert not merged(*after_either(promised, then={"second": reader}, **both))


def test_that_a_contact_has_opened_is_kept_for_the_promises_due_by_it() -> None:
    turns = {
        "first": says({"by-the-way": response(then="on-the-way"), "straight": response(then="later")}),
        "second": says({"go": NOTHING}, then="later"),
        "third": says({"promise": response(promises="ring"), "go": NOTHING}, then="end"),
    }
    contacts = {"on-the-way": contact("second", 0), "later": contact("third", 0)}
    start = begun(turns, contacts=contacts, promises={"ring": "on-the-way"})
    by_the_way, straight = played(start, "by-the-way", "go"), start.respond("straight")
    assert not merged(by_the_way, straight)
    assert (by_the_way.respond("promise").points, straight.respond("promise").points) == (-4, 0)


def test_that_a_doubt_is_lifted_is_kept() -> None:
    back_to_ten = response(shows={"remedy": 1}, shift={"trust": -1})
    assert not merged(*after_either(back_to_ten, then={"second": OVER}, defence={"doubt": "remedy"}))


def test_that_a_mask_is_off_is_forgotten_since_it_hides_feelings_and_changes_none() -> None:
    mask = {"shows": {"anger": 0, "trust": 20, "openness": 20}, "until": {"knows": "fact"}}
    learned, other = after_either(
        response(learns="fact"), then={"second": OVER}, facts=("fact",), defence={"mask": mask}
    )
    assert learned.masked != other.masked
    assert merged(learned, other)


def after_silence(moment: Part) -> tuple[Conversation, Conversation]:
    """A moment after 3 days of silence, and the same after 12; nobody feels the difference."""
    turns = {
        "first": says({"soon": response(after=3), "late": response(after=12)}, then="later"),
        "moment": moment,
        "follow-up": plans({"nothing": NOTHING}, then="much-later"),
        "last": OVER,
    }
    contacts = {"later": contact("moment", 1), "much-later": contact("last", 7)}
    start = begun(turns, feels=(0, 0, 10), contacts=contacts)
    return start.respond("soon"), start.respond("late")


def test_silence_is_forgotten_where_every_response_ends_it() -> None:
    assert merged(*after_silence(says({"go": NOTHING}, then="follow-up")))
    assert merged(*after_silence(plans({"card": response(touch=True)}, then="follow-up")))


def test_silence_is_kept_where_some_response_leaves_it_running() -> None:
    assert not merged(*after_silence(asks({"go": NOTHING}, then="follow-up")))
    assert not merged(*after_silence(plans({"card": response(touch=True), "nothing": NOTHING}, then="follow-up")))


def test_feelings_and_nothing_but_them_are_told_apart_within_a_situation() -> None:
    calmed, other = after_either(response(shows={"soothe": 1}), then={"second": OVER})
    merging = Merging(calmed.game)
    assert merging.situation(calmed.state) == merging.situation(other.state)
    assert feelings_index(calmed.state) != feelings_index(other.state)


def test_different_ways_to_the_same_feelings_are_one_state() -> None:
    turns = {
        "first": says({"up": response(shift={"trust": 1}), "down": response(shift={"trust": -1})}, then="second"),
        "second": says({"up": response(shift={"trust": 1}), "down": response(shift={"trust": -1})}, then="third"),
        "third": OVER,
    }
    start = begun(turns)
    assert merged(played(start, "up", "down"), played(start, "down", "up"))
    assert solve(start.game).states == 1 + 2 + 3


def test_a_note_that_nobody_reads_costs_the_solver_no_states() -> None:
    def states(second: Part) -> int:
        start = begun({"first": says({"note": NOTE, "go": NOTHING}, then="second"), "second": second, "third": OVER})
        return solve(start.game).states

    assert states(says(TO_THIRD)) == 3
    assert states(says({**TO_THIRD, "reader": response(when=NOTED, then="third")})) == 1 + 2 + 1


@given(scripts(most_turns=6), st.integers(0, 99), st.randoms(use_true_random=False))
def test_states_that_merge_have_the_same_responses_with_the_same_points_and_lead_to_states_that_merge(
    script: Script, seed: int, choose: random.Random
) -> None:
    game = Game(script, load_principles())
    merging = Merging(game)

    def key(state: State) -> tuple[int, int]:
        return merging.situation(state), feelings_index(state)

    together: dict[tuple[int, int], set[State]] = defaultdict(set)
    for _ in range(20):
        conversation = Conversation.begin(game, seed)
        while not conversation.ended:
            together[key(conversation.state)].add(conversation.state)
            conversation = conversation.after(choose.choice(conversation.responses))
    for states in together.values():
        futures = set()
        for state in states:
            given_there = [(each.id, answer(game, state, each)) for each in available(game, state)]
            futures.add(
                tuple(
                    (name, given.points, given.ending, None if given.ending is not None else key(given.state))
                    for name, given in given_there
                )
            )
        assert len(futures) == 1


def test_contacts_are_told_apart_however_many_there_are() -> None:
    contacts = {f"contact-{number}": contact("next", 0) for number in range(1, 1026)}
    answers = {"early": response(then="contact-1"), "late": response(then="contact-1025")}
    turns = {"first": says(answers), "next": says({"go": NOTHING}, then="last"), "over": OVER}
    start = begun(turns, contacts={**contacts, "last": contact("over", 0)})
    assert not merged(start.respond("early"), start.respond("late"))


def test_where_trust_began_is_kept_while_days_are_ahead_and_then_forgotten() -> None:
    turns = {"first": says({"go": NOTHING}, then="later"), "second": says({"go": NOTHING}, then="end")}
    start = begun(turns, contacts={"later": contact("second", 7)})
    ones = [Conversation.begin(start.game, 0, Feelings(0, trust, 5)) for trust in (4, 5)]
    keys = [
        {Merging(start.game).situation(each.state) for each in moments}
        for moments in (ones, [each.respond("go") for each in ones])
    ]
    assert [len(each) for each in keys] == [2, 1]
