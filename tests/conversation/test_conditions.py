"""What a condition asks for, and of which moment each of them is asked."""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import Any

import pytest

from scoring.principles import FEELINGS
from simulator.conversation.conditions import compiled
from simulator.conversation.conversation import Conversation
from simulator.scenario.model import Condition, FeelingIn, Range
from simulator.scenario.moods import MOODS
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
    moved,
    played,
    response,
    says,
    turn_id,
)


def holds(when: object, *given: str, feels: tuple[int, int, int] = (10, 10, 10)) -> bool:
    """Whether a response with this condition can be given after these of a first turn that can be come back to."""
    stay: dict[str, object] = {"then": "first"}
    turns = {
        "first": says(
            {
                "on": response(then="second"),
                "learn": response(learns="fact", sets="note", **stay),
                "learn-more": response(learns="other-fact", **stay),
                "promise": response(promises="ring", **stay),
                "keep": response(keeps="ring", **stay),
            }
        ),
        "second": says({"if": response(when=when), "else": NOTHING, "learn": NOTHING}, then="end"),
    }
    start = begun(turns, feels=feels, facts=("fact", "other-fact"), promises={"ring": "here"})
    return "if" in ids(played(start, *given, "on"))


@pytest.mark.parametrize(("value", "held"), [(14, False), (15, True), (20, True)])
def test_a_feeling_with_a_plus_holds_from_there_on(value: int, held: bool) -> None:
    assert holds({"anger": "15+"}, feels=(value, 10, 10)) == held
    assert holds({"trust": "15+"}, feels=(10, value, 10)) == held
    assert holds({"openness": "15+"}, feels=(10, 10, value)) == held


@pytest.mark.parametrize(("value", "held"), [(1, False), (2, True), (3, True), (4, True), (5, False)])
def test_a_range_holds_at_both_of_its_ends(value: int, held: bool) -> None:
    assert holds({"trust": "2-4"}, feels=(10, value, 10)) == held


@pytest.mark.parametrize(("value", "held"), [(6, False), (7, True), (8, False)])
def test_a_number_alone_is_that_number(value: int, held: bool) -> None:
    assert holds({"openness": 7}, feels=(10, 10, value)) == held


@pytest.mark.parametrize("feeling", FEELINGS)
def test_every_range_holds_for_what_lies_in_it_and_for_nothing_else(feeling: str) -> None:
    begin = begun({"first": OVER})
    for low, high in combinations_with_replacement(range(21), 2):
        asked = compiled(Condition(((FeelingIn(feeling, Range(low, high)),),)), begin.game.memory)
        assert asked is not None
        held = {value for value in range(21) if asked(begin.state._replace(**{feeling: value}))}
        assert held == set(range(low, high + 1))


@pytest.mark.parametrize("mood", MOODS)
def test_a_mood_holds_at_the_ends_of_its_ranges_and_not_beyond_them(mood: str) -> None:
    region = MOODS[mood]
    lows, highs = [each.low for each in region], [each.high for each in region]
    assert holds({"mood": mood}, feels=(lows[0], lows[1], lows[2]))
    assert holds({"mood": mood}, feels=(highs[0], highs[1], highs[2]))
    for part in range(3):
        for value in (region[part].low - 1, region[part].high + 1):
            if 0 <= value <= 20:
                beyond = [*lows[:part], value, *lows[part + 1 :]]
                assert not holds({"mood": mood}, feels=(beyond[0], beyond[1], beyond[2]))


@pytest.mark.parametrize(
    ("when", "given"),
    [
        ({"knows": "fact"}, ["learn"]),
        ({"promised": "ring"}, ["promise"]),
        ({"kept": "ring"}, ["promise", "keep"]),
        ({"noted": "note"}, ["learn"]),
        ({"said": "first.learn"}, ["learn"]),
        ({"said": "learn-more"}, ["learn-more"]),
    ],
)
def test_what_happened_is_remembered_from_then_on(when: Part, given: list[str]) -> None:
    assert not holds(when)
    assert not holds(when, *given[:-1])
    assert holds(when, *given)


def test_a_promise_that_was_never_made_can_not_be_kept() -> None:
    assert not holds({"kept": "ring"}, "keep")
    assert not holds({"kept": "ring"}, "keep", "promise")


def test_a_promise_kept_is_still_one_that_was_made() -> None:
    assert holds({"promised": "ring", "kept": "ring"}, "promise", "keep")


def test_the_same_name_at_another_turn_has_not_been_said() -> None:
    assert not holds({"said": "second.learn"}, "learn")


def test_what_may_be_said_again_has_been_said_after_the_first_time() -> None:
    turns = {
        "first": says({"more": response(then="first", again=3), "on": response(then="second")}),
        "second": says({"if": response(when={"said": "more"}), "else": NOTHING}, then="end"),
    }
    start = begun(turns)
    assert ids(played(start, "on")) == ["else"]
    assert ids(played(start, "more", "on")) == ids(played(start, "more", "more", "on")) == ["if", "else"]


def test_all_of_a_mapping_must_hold() -> None:
    both = {"knows": "fact", "anger": "5-10"}
    assert holds(both, "learn")
    assert not holds(both)
    assert not holds(both, "learn", feels=(11, 10, 10))


def test_any_of_a_list_may_hold() -> None:
    either = [{"knows": "fact"}, {"anger": "11+"}]
    assert holds(either, "learn")
    assert holds(either, feels=(11, 10, 10))
    assert not holds(either)


def test_of_names_in_a_list_all_must_hold() -> None:
    both = {"knows": ["fact", "other-fact"]}
    assert not holds(both, "learn")
    assert not holds(both, "learn-more")
    assert holds(both, "learn", "learn-more")


def test_moods_in_a_list_must_hold_together() -> None:
    assert holds({"mood": ["furious", "guarded"]}, feels=(16, 7, 10))
    assert not holds({"mood": ["furious", "guarded"]}, feels=(16, 8, 10))


def test_not_holds_while_its_condition_does_not() -> None:
    assert holds({"not": {"knows": "fact"}})
    assert not holds({"not": {"knows": "fact"}}, "learn")


def test_not_of_several_tests_holds_unless_all_of_them_do() -> None:
    not_both = {"not": {"knows": ["fact", "other-fact"]}}
    assert holds(not_both, "learn")
    assert not holds(not_both, "learn", "learn-more")


def test_not_of_a_list_holds_only_while_none_of_it_does() -> None:
    neither = {"not": [{"knows": "fact"}, {"promised": "ring"}]}
    assert holds(neither, "learn-more")
    assert not holds(neither, "learn")
    assert not holds(neither, "promise")


def test_not_can_stand_beside_other_tests_and_within_another_not() -> None:
    assert holds({"anger": 10, "not": {"knows": "fact"}})
    assert not holds({"anger": 11, "not": {"knows": "fact"}})
    assert holds({"not": {"not": {"knows": "fact"}}}, "learn")
    assert not holds({"not": {"not": {"knows": "fact"}}})


FIRST_OF_CASES = [{"when": {"trust": "12+"}, "assure": 3}, {"when": {"trust": "10+"}, "assure": 2}, {"assure": 1}]


@pytest.mark.parametrize(("trust", "gained"), [(9, 1), (10, 2), (11, 2), (12, 3)])
def test_of_what_is_shown_the_first_case_that_holds_before_the_response_counts(trust: int, gained: int) -> None:
    turns = {"first": says({"it": response(shows=FIRST_OF_CASES, then="next")}), "next": OVER}
    assert moved(begun(turns, feels=(10, trust, 10)).respond("it")) == (0, gained, 0)


def test_where_no_case_holds_nothing_is_shown_and_nothing_broken() -> None:
    never = {"when": {"anger": 0}}
    it = response(shows=[{**never, "assure": 1}], breaks=[{**never, "soothe": 1}], then="next")
    assert moved(begun({"first": says({"it": it}), "next": OVER}).respond("it")) == (0, 0, 0)


def test_what_is_broken_may_depend_too() -> None:
    it = response(breaks=[{"when": {"anger": "10+"}, "soothe": 2}, {"soothe": 1}], then="next")
    turns = {"first": says({"it": it}), "next": OVER}
    assert moved(begun(turns).respond("it")) == (4, 0, 0)
    assert moved(begun(turns, feels=(9, 10, 10)).respond("it")) == (2, 0, 0)


def leading(then: object, **keys: Any) -> Conversation:
    """The conversation after a response that takes anger from 10 to 12, learns a fact, and leads on."""
    turns = {
        "first": says({"it": response(breaks={"soothe": 1}, learns="fact", then=then)}),
        "on": OVER,
        "off": OVER,
    }
    return begun(turns, facts=("fact",), **keys).respond("it")


@pytest.mark.parametrize("when", [{"anger": 12}, {"knows": "fact"}, {"said": "it"}])
def test_where_it_leads_is_decided_by_the_state_after_the_response(when: Part) -> None:
    assert turn_id(leading([{"when": when, "to": "on"}, "off"])) == "on"
    assert turn_id(leading([{"when": {"not": when}, "to": "on"}, "off"])) == "off"


def test_where_it_leads_is_decided_before_the_days_go_by() -> None:
    cases = [{"when": {"anger": 12}, "to": "later"}, "off"]
    after = leading(cases, contacts={"later": contact("on", "6 days")})
    assert (turn_id(after), after.feelings.anger) == ("on", 9)


def test_the_first_ending_that_holds_is_reached_by_end() -> None:
    endings = {
        "calm": ending("loyal", when={"anger": "0-5"}),
        "cross": ending("doubtful", when={"anger": "12+"}),
        "also-cross": ending("satisfied", when={"anger": "11+"}),
        "otherwise": ending("lost quietly"),
    }
    assert ending_id(leading("end", endings=endings)) == "cross"
    assert ending_id(leading("end", endings=endings, feels=(9, 10, 10))) == "also-cross"
    assert ending_id(leading("end", endings=endings, feels=(8, 10, 10))) == "otherwise"
    assert ending_id(leading("end", endings=endings, feels=(3, 10, 10))) == "calm"


def test_a_named_ending_is_reached_whatever_its_condition() -> None:
    endings = {"calm": ending("loyal", when={"anger": 0}), "otherwise": ending("lost quietly")}
    assert ending_id(leading("calm", endings=endings)) == "calm"


def test_a_reply_reads_the_state_right_after_the_response_and_the_next_line_the_one_after_the_days() -> None:
    def lines(anger: int) -> list[Part | str]:
        return [{"when": {"anger": anger}, "text": f"I feel {anger}."}, "I feel something else."]

    turns = {
        "first": says({"it": response(breaks={"soothe": 1}, reply=lines(12), then="later")}),
        "next": says({"end": response(then="end")}, says=lines(9), cue=lines(9)),
    }
    after = begun(turns, contacts={"later": contact("next", "6 days")}).respond("it")
    assert (after.reply, after.line, after.cue) == ("I feel 12.", "I feel 9.", "I feel 9.")


def test_of_the_lines_of_a_turn_the_first_that_holds_is_said() -> None:
    line = [{"when": {"anger": "10+"}, "text": "One."}, {"when": {"anger": "5+"}, "text": "Two."}, "Three."]
    turns = {"first": says({"end": response(then="end")}, says=line)}
    assert [begun(turns, feels=(anger, 10, 10)).line for anger in (10, 9, 4)] == ["One.", "Two.", "Three."]


def test_the_texts_of_an_ending_may_depend_on_how_it_came_about() -> None:
    texts = [{"when": {"knows": "fact"}, "text": "You know."}, "You don't."]
    turns = {"first": says({"ask": response(learns="fact"), "nothing": NOTHING}, then="end")}
    start = begun(turns, facts=("fact",), endings={"it": ending(text=texts, aftermath=texts)})
    assert (start.respond("ask").ending_text, start.respond("ask").aftermath) == ("You know.", "You know.")
    assert (start.respond("nothing").ending_text, start.respond("nothing").aftermath) == ("You don't.", "You don't.")


def test_a_response_that_its_own_condition_allows_is_judged_by_the_state_before_it() -> None:
    turns = {"first": says({"it": response(when={"anger": 10}, breaks={"soothe": 1}, then="next")}), "next": OVER}
    after = begun(turns).respond("it")
    assert after.feelings.anger == 12
    assert last_answer(after).ending is None


def test_conditions_read_what_was_said_on_private_turns() -> None:
    turns = {
        "first": asks({"right": NOTHING, "wrong": NOTHING}, then="next"),
        "next": says({"known": response(when={"said": "right"}), "other": NOTHING}, then="end"),
    }
    assert ids(begun(turns).respond("right")) == ["known", "other"]
    assert ids(begun(turns).respond("wrong")) == ["other"]


def test_there_may_be_as_much_to_remember_as_fits_into_a_file() -> None:
    notes = [f"note-{number}" for number in range(15_000)]
    turns = {
        "first": says({"note": response(sets=notes), "none": NOTHING}, then="second"),
        "second": says({"if": response(when={"noted": notes[-1]}), "else": NOTHING}, then="end"),
    }
    assert ids(begun(turns).respond("note")) == ["if", "else"]
    assert ids(begun(turns).respond("none")) == ["else"]
