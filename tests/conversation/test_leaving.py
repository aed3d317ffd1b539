"""When a customer leaves of their own accord."""

from __future__ import annotations

from typing import Any

from simulator.conversation.conversation import Conversation
from tests.conversation.scripts import (
    NOTHING,
    OVER,
    Part,
    asks,
    begun,
    contact,
    ending,
    ending_id,
    last_answer,
    last_points,
    plans,
    played,
    response,
    says,
    turn_id,
)

ENDINGS = {"stormed-out": ending("lost loudly"), "slipped-away": ending("lost quietly"), "the-end": ending()}
FURIOUS = {"when": {"anger": "14+"}, "ending": "stormed-out"}
DISTRUSTING = {"when": {"trust": "0-7"}, "ending": "slipped-away"}
SHOUT = response(breaks={"soothe": 2})


def leaving(*leaves: Part, first: Part | None = None, **keys: Any) -> Conversation:
    """A conversation with somebody who feels 10 of everything and may leave, loudly at an anger of 14."""
    turns = {
        "first": first or says({"shout": SHOUT, "nothing": NOTHING}, then="second"),
        "second": says({"go": NOTHING}, then="later"),
        "third": OVER,
    }
    keys = {"contacts": {"later": contact("third", 0)}, "endings": ENDINGS, **keys}
    return begun(turns, leaves=leaves or [FURIOUS], **keys)


def test_a_customer_leaves_once_the_condition_holds_after_a_response() -> None:
    after = leaving().respond("shout")
    assert (ending_id(after), after.outcome) == ("stormed-out", "lost loudly")
    assert last_answer(after).left


def test_until_it_holds_the_response_leads_where_it_says() -> None:
    after = leaving().respond("nothing")
    assert turn_id(after) == "second"
    assert not last_answer(after).left


def test_who_comes_to_an_ending_because_the_response_leads_there_does_not_leave() -> None:
    for target in ("stormed-out", "end"):
        assert not last_answer(leaving(first=says({"nothing": NOTHING}, then=target)).respond("nothing")).left


def test_leaving_overrides_a_turn_a_contact_and_an_ending() -> None:
    for target in ("second", "later", "the-end", "end"):
        assert ending_id(leaving(first=says({"shout": SHOUT}, then=target)).respond("shout")) == "stormed-out"


def test_who_leaves_after_the_response_does_not_wait_for_the_days_that_would_have_calmed_them() -> None:
    keys = {"contacts": {"later": contact("third", "8 weeks")}}
    after = leaving(first=says({"shout": SHOUT}, then="later"), **keys).respond("shout")
    assert (after.day, after.feelings.anger, after.contact.id) == (0, 14, "here")


def test_nobody_leaves_before_the_first_response() -> None:
    before = leaving(feels=(20, 10, 10))
    assert turn_id(before) == "first"
    assert ending_id(before.respond("nothing")) == "stormed-out"


def test_the_first_of_the_list_that_holds_is_how_they_leave() -> None:
    both = response(breaks={"soothe": 2, "assure": 2})
    assert ending_id(leaving(FURIOUS, DISTRUSTING, first=says({"both": both}, then="end")).respond("both")) == (
        "stormed-out"
    )
    assert ending_id(leaving(DISTRUSTING, FURIOUS, first=says({"both": both}, then="end")).respond("both")) == (
        "slipped-away"
    )
    assert ending_id(leaving(DISTRUSTING, FURIOUS).respond("shout")) == "stormed-out"


def test_they_leave_after_days_that_brought_the_condition_about() -> None:
    turns = {"first": says({"go": response(shift={"trust": -1})}, then="later"), "next": OVER}
    start = begun(
        turns,
        feels=(10, 9, 10),
        contacts={"later": contact("next", "2 days")},
        leaves=[{"when": {"anger": "0-9"}, "ending": "slipped-away"}],
        endings=ENDINGS,
    )
    after = start.respond("go")
    assert (ending_id(after), after.day) == ("slipped-away", 2)
    assert last_answer(after).left


def test_they_leave_over_a_promise_that_fell_due_once_the_days_are_over() -> None:
    turns = {"first": says({"promise": response(promises="ring")}, then="later"), "next": OVER}

    def after(days: int) -> Conversation:
        return begun(
            turns,
            promises={"ring": "here"},
            contacts={"later": contact("next", days)},
            leaves=[FURIOUS],
            endings=ENDINGS,
        ).respond("promise")

    assert ending_id(after(0)) == ending_id(after(1)) == "stormed-out"
    assert turn_id(after(2)) == "next"


def test_nobody_leaves_on_a_private_turn() -> None:
    before = leaving(feels=(14, 10, 10), first=asks({"name": NOTHING}, then="second"))
    assert turn_id(before.respond("name")) == "second"
    assert ending_id(played(before, "name", "go")) == "stormed-out"


def test_after_the_days_that_follow_a_private_turn_they_may_leave() -> None:
    before = leaving(feels=(14, 10, 10), first=asks({"name": NOTHING}, then="later"))
    assert ending_id(before.respond("name")) == "stormed-out"


def test_a_step_of_the_follow_up_can_make_them_leave() -> None:
    assert ending_id(leaving(first=plans({"shout": SHOUT}, then="second")).respond("shout")) == "stormed-out"


def test_leaving_reads_what_the_response_itself_brought_about() -> None:
    turns = {"first": says({"ask": response(learns="fact"), "nothing": NOTHING}, then="next"), "next": OVER}
    leaves = [{"when": {"knows": "fact"}, "ending": "slipped-away"}]
    start = begun(turns, facts=("fact",), leaves=leaves, endings=ENDINGS)
    assert ending_id(start.respond("ask")) == "slipped-away"
    assert turn_id(start.respond("nothing")) == "next"


def test_the_ending_they_leave_by_is_reached_whatever_its_own_condition() -> None:
    endings = {**ENDINGS, "stormed-out": ending("lost loudly", when={"anger": 0})}
    assert ending_id(leaving(endings=endings).respond("shout")) == "stormed-out"


def test_who_leaves_with_a_promise_open_has_it_broken_if_its_contact_has_opened() -> None:
    shout = {"shout": response(breaks={"soothe": 2}, promises="ring")}

    def cost(by: str) -> int:
        return last_points(leaving(first=says(shout, then="second"), promises={"ring": by}).respond("shout"))

    assert (cost("here"), cost("later")) == (-4, 0)


def test_who_leaves_in_the_days_before_a_contact_has_nothing_broken_that_was_due_by_it() -> None:
    promised = {"promise": response(promises="ring")}

    def cost(days: int) -> int:
        before = leaving(
            {"when": {"anger": "0-9"}, "ending": "slipped-away"},
            first=says(promised, then="later"),
            promises={"ring": "later"},
            contacts={"later": contact("third", days)},
        )
        after = before.respond("promise")
        assert ending_id(after) == ("slipped-away" if days else None)
        return last_points(after)

    assert (cost(2), cost(0)) == (0, 0)


def test_leaving_is_worth_what_its_ending_is_worth() -> None:
    before = leaving(first=says({"shout": SHOUT, "snub": response(breaks={"assure": 1})}, then="second"))
    assert before.respond("shout").points == 0 - 30
