"""What becomes of a promise that nobody kept. A broken one moves anger +4, trust -8 and openness -4, held to 5 each."""

from __future__ import annotations

from typing import Any

import pytest

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
    moved,
    played,
    response,
    says,
)

PROMISE = response(promises="ring")
KEEP = response(keeps="ring")


def promising(by: str = "here", *, first: Part | None = None, **keys: Any) -> Conversation:
    """A conversation of two contacts, two turns at the first and one at the second; nobody waits between them."""
    turns = {
        "first": says({"promise": PROMISE, "nothing": NOTHING}, then="second"),
        "second": first or says({"keep": KEEP, "go": NOTHING, "stop": response(then="end")}, then="later"),
        "third": says({"keep-at-last": KEEP, "stop-there": NOTHING}, then="end"),
    }
    return begun(turns, promises={"ring": by}, contacts={"later": contact("third", 0)}, **keys)


def test_a_promise_still_open_when_its_contact_closes_is_broken() -> None:
    after = played(promising(), "promise", "go")
    assert moved(after) == (4, -5, -4)
    assert last_points(after) == -4
    assert last_answer(after).broken == ("ring",)


def test_a_promise_kept_by_then_is_not_broken() -> None:
    after = played(promising(), "promise", "keep")
    assert (moved(after), last_points(after), last_answer(after).broken) == ((0, 0, 0), 0, ())


def test_a_promise_never_made_is_not_broken() -> None:
    after = played(promising(), "nothing", "go")
    assert (moved(after), last_points(after)) == ((0, 0, 0), 0)


def test_it_is_charged_to_the_response_that_led_there_and_not_to_the_one_that_promised() -> None:
    after = played(promising(), "promise", "go")
    assert [last_points(moment) for moment in after.path[1:]] == [0, -4]


def test_the_same_response_may_promise_and_leave_it_broken() -> None:
    turns = {"first": says({"promise": PROMISE}, then="later"), "next": OVER}
    start = begun(turns, promises={"ring": "here"}, contacts={"later": contact("next", 0)})
    assert last_points(start.respond("promise")) == -4


def test_a_promise_for_the_next_contact_is_open_until_that_closes() -> None:
    after = played(promising(by="later"), "promise", "go")
    assert last_points(after) == 0
    assert last_points(after.respond("keep-at-last")) == 0
    assert last_points(after.respond("stop-there")) == -4


def test_a_promise_open_at_an_ending_is_broken_if_its_contact_has_opened() -> None:
    assert moved(played(promising(by="here"), "promise", "stop")) == (4, -5, -4)
    assert last_points(played(promising(by="here"), "promise", "stop")) == -4


def test_a_promise_open_at_an_ending_is_not_broken_if_its_contact_never_opened() -> None:
    after = played(promising(by="later"), "promise", "stop")
    assert (moved(after), last_points(after), last_answer(after).broken) == ((0, 0, 0), 0, ())


def test_a_promise_whose_contact_has_long_been_closed_is_broken_at_the_ending() -> None:
    turns = {
        "first": says({"go": NOTHING}, then="later"),
        "second": says({"promise": PROMISE, "nothing": NOTHING}, then="third"),
        "third": OVER,
    }
    start = begun(turns, promises={"ring": "here"}, contacts={"later": contact("second", 0)})
    assert last_points(played(start, "go", "promise", "end")) == -4
    assert last_points(played(start, "go", "nothing", "end")) == 0


def test_a_promise_is_broken_at_a_named_ending_too() -> None:
    turns = {"first": says({"promise": PROMISE}, then="next"), "next": says({"stop": response(then="the-end")})}
    assert last_points(played(begun(turns, promises={"ring": "here"}), "promise", "stop")) == -4


def test_a_promise_is_broken_once_only() -> None:
    after = played(promising(), "promise", "go", "stop-there")
    assert [last_points(moment) for moment in after.path[1:]] == [0, -4, 0]


def test_a_promise_can_be_kept_before_and_after_but_only_one_that_was_made_counts() -> None:
    turns = {
        "first": says({"keep-early": KEEP}, then="second"),
        "second": says({"promise": PROMISE}, then="third"),
        "third": OVER,
    }
    assert last_points(played(begun(turns, promises={"ring": "here"}), "keep-early", "promise", "end")) == -4


def test_keeping_it_after_it_was_broken_makes_nothing_good() -> None:
    after = played(promising(), "promise", "go", "keep-at-last")
    assert after.points == -4


def test_the_customer_who_cares_about_it_is_hit_twice_as_hard() -> None:
    after = played(promising(cares={"keep-your-word": 2}), "promise", "go")
    assert last_points(after) == -8
    assert moved(after) == (5, -5, -5)


def test_volatility_and_forgiving_weigh_a_broken_promise_like_anything_broken() -> None:
    assert moved(played(promising(volatility=50, forgiving=50), "promise", "go")) == (1, -4, -2)


def test_forgiving_takes_nothing_off_the_points() -> None:
    assert last_points(played(promising(forgiving=100), "promise", "go")) == -4


def test_a_deaf_customer_hears_that_a_promise_is_broken() -> None:
    after = played(promising(feels=(16, 10, 10), defence={"deaf": 5}), "promise", "go")
    assert (moved(after), last_points(after)) == ((4, -5, -4), -4)


def test_a_broken_promise_moves_feelings_after_a_private_turn_too() -> None:
    after = played(promising(first=asks({"go": NOTHING}, then="later")), "promise", "go")
    assert (moved(after), last_points(after)) == ((4, -5, -4), -4)


def test_its_points_come_on_top_of_what_the_response_earns() -> None:
    answers = says({"go": response(shows={"soothe": 3}), "shout": response(breaks={"soothe": 1})}, then="later")
    after = played(promising(first=answers), "promise", "go")
    assert last_points(after) == 3 - (-2) - 4
    assert moved(after) == (-3 + 4, -5, -4)


def test_every_promise_left_open_costs_its_own_points() -> None:
    turns = {"first": says({"promise": response(promises=["ring", "write"])}, then="second"), "second": OVER}
    after = played(begun(turns, promises={"ring": "here", "write": "here"}), "promise", "end")
    assert last_answer(after).broken == ("ring", "write")
    assert last_points(after) == -4 - 4


def test_promises_broken_together_move_the_feelings_as_one() -> None:
    turns = {"first": says({"promise": response(promises=["ring", "write"])}, then="second"), "second": OVER}
    after = played(begun(turns, promises={"ring": "here", "write": "here"}), "promise", "end")
    assert moved(after) == (5, -5, -5)


@pytest.mark.parametrize(("responses", "reached"), [(["promise", "stop"], "upset"), (["nothing", "stop"], "content")])
def test_the_first_ending_that_holds_is_looked_for_after_promises_are_broken(
    responses: list[str], reached: str
) -> None:
    endings = {"content": ending("satisfied", when={"trust": "10+"}), "upset": ending("lost quietly")}
    assert ending_id(played(promising(endings=endings), *responses)) == reached


def test_conditions_know_what_was_promised_and_what_was_kept() -> None:
    turns = {
        "first": says({"promise": PROMISE, "nothing": NOTHING}, then="second"),
        "second": says({"keep": KEEP, "go": NOTHING}, then="third"),
        "third": says(
            {
                "promised": response(when={"promised": "ring"}),
                "kept": response(when={"kept": "ring"}),
                "neither": response(when={"not": [{"promised": "ring"}, {"kept": "ring"}]}),
            },
            then="end",
        ),
    }
    start = begun(turns, promises={"ring": "here"})
    assert [each.id for each in played(start, "promise", "keep").responses] == ["promised", "kept"]
    assert [each.id for each in played(start, "promise", "go").responses] == ["promised"]
    assert [each.id for each in played(start, "nothing", "keep").responses] == ["neither"]
