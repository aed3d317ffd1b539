"""What days between two contacts do. Feelings are anger, trust and openness."""

from __future__ import annotations

import pytest

from simulator.conversation.conversation import Conversation
from tests.conversation.scripts import NOTHING, OVER, Part, asks, begun, contact, plans, played, response, says


def parted(days: object, *, feels: tuple[object, object, object] = (10, 10, 10), **shift: int) -> Conversation:
    """The conversation when the days are over after a response that shifted the feelings."""
    given = response(shift=shift) if shift else NOTHING
    turns = {"first": says({"given": given}, then="later"), "next": OVER}
    return begun(turns, feels=feels, contacts={"later": contact("next", days)}).respond("given")


@pytest.mark.parametrize(("days", "anger"), [(0, 10), (1, 10), (2, 9), (3, 9), (4, 8), (11, 5), (12, 4)])
def test_anger_cools_by_1_for_every_2_days(days: int, anger: int) -> None:
    assert parted(days).feelings.anger == anger


@pytest.mark.parametrize("days", [13, 14, 60, 3650])
def test_anger_cools_by_6_at_most(days: int) -> None:
    assert parted(days).feelings.anger == 4


def test_anger_does_not_cool_below_0() -> None:
    assert parted(12, feels=(3, 10, 10)).feelings.anger == 0


def test_anger_does_not_come_back_to_where_it_began() -> None:
    assert parted(7, anger=-5).feelings.anger == 10 - 5 - 3


@pytest.mark.parametrize(("days", "openness"), [(6, 15), (7, 14), (13, 14), (14, 13), (34, 11), (35, 10), (90, 10)])
def test_openness_that_rose_drifts_back_1_a_week_and_not_past_where_it_began(days: int, openness: int) -> None:
    assert parted(days, openness=5).feelings.openness == openness


@pytest.mark.parametrize(("days", "openness"), [(6, 5), (7, 6), (20, 7), (35, 10), (90, 10)])
def test_openness_that_fell_drifts_back_1_a_week_and_not_past_where_it_began(days: int, openness: int) -> None:
    assert parted(days, openness=-5).feelings.openness == openness


@pytest.mark.parametrize(
    ("days", "trust"),
    [(6, 15), (7, 15 - 1), (13, 15 - 1), (14, 15 - 1 - 2), (21, 15 - 1 - 3), (27, 15 - 1 - 3), (28, 10), (90, 10)],
)
def test_trust_that_rose_falls_1_for_every_full_14_days_of_silence_and_drifts_1_a_week(days: int, trust: int) -> None:
    assert parted(days, trust=5).feelings.trust == trust


@pytest.mark.parametrize(("days", "trust"), [(7, 5 + 1), (14, 5 - 1 + 2), (28, 5 - 2 + 4)])
def test_trust_that_fell_drifts_up_while_silence_takes_from_it(days: int, trust: int) -> None:
    assert parted(days, trust=-5).feelings.trust == trust


def test_silence_takes_its_share_before_trust_drifts_back() -> None:
    assert parted(14).feelings.trust == 10
    assert parted(14, feels=(10, 0, 10)).feelings.trust == 0


def test_silence_takes_trust_to_0_and_no_further() -> None:
    assert parted(28, feels=(10, 5, 10), trust=-5).feelings.trust == 0 + 4


@pytest.mark.parametrize("seed", range(6))
def test_they_drift_back_to_where_this_very_conversation_began(seed: int) -> None:
    turns = {"first": says({"given": response(shift={"trust": 5, "openness": -4})}, then="later"), "next": OVER}
    start = begun(turns, feels=(10, "5-15", "5-15"), contacts={"later": contact("next", "10 weeks")}, seed=seed)
    assert start.respond("given").feelings[1:] == start.feelings[1:]


def test_promises_fall_due_before_the_days_go_by() -> None:
    turns = {"first": says({"promise": response(promises="ring")}, then="later"), "next": OVER}
    start = begun(turns, feels=(18, 10, 10), promises={"ring": "here"}, contacts={"later": contact("next", "1 week")})
    assert start.respond("promise").feelings == (20 - 3, 10 - 5 + 1, 10 - 4 + 1)


def test_days_can_be_written_as_weeks() -> None:
    assert parted("2 weeks", openness=5).feelings.openness == 13
    assert parted("2 weeks").day == 14


def test_no_days_go_by_within_a_contact() -> None:
    turns = {"first": says({"given": response(shift={"openness": 5})}, then="next"), "next": OVER}
    after = begun(turns, contacts={"later": contact("next", "10 weeks")}).respond("given")
    assert (after.feelings, after.day) == ((10, 10, 15), 0)


def test_a_response_may_say_how_many_days_it_takes() -> None:
    turns = {
        "first": says({"usual": NOTHING, "soon": response(after="2 days"), "at-once": response(after=0)}, then="later"),
        "next": OVER,
    }
    start = begun(turns, contacts={"later": contact("next", "6 days")})
    assert [(start.respond(each).feelings.anger, start.respond(each).day) for each in ("usual", "soon", "at-once")] == [
        (7, 6),
        (9, 2),
        (10, 0),
    ]


def test_days_add_up() -> None:
    turns = {
        "first": says({"go": NOTHING}, then="later"),
        "second": says({"go": NOTHING}, then="much-later"),
        "x": OVER,
    }
    start = begun(turns, contacts={"later": contact("second", "6 days"), "much-later": contact("x", "3 weeks")})
    assert [moment.day for moment in played(start, "go", "go").path] == [0, 6, 27]


QUIET = {"nothing": NOTHING}


def three_contacts(*moments: Part, days: int = 10) -> Conversation:
    """The end of three contacts some days apart, at which the only response is given; trust stood at 15, began at 0.

    Three weeks of drift, one a contact, take 3; what is missing beyond that, silence took.
    """
    rise = {"first": says({"go": response(shift={"trust": 5})}, then="second")}
    rise |= {"second": says({"go": response(shift={"trust": 5})}, then="third")}
    rise |= {"third": says({"go": response(shift={"trust": 5})}, then="contact-1")}
    turns: dict[str, Part] = dict(rise)
    for number, moment in enumerate(moments, start=1):
        following = f"contact-{number + 1}" if number < 3 else "end"
        turns[f"turn-{number}"] = {**moment, "then": following}
    contacts = {f"contact-{number}": contact(f"turn-{number}", days) for number in (1, 2, 3)}
    conversation = begun(turns, feels=(10, 0, 10), contacts=contacts)
    conversation = played(conversation, "go", "go", "go")
    while not conversation.ended:
        conversation = conversation.after(conversation.responses[0])
    return conversation


def test_a_touch_ends_the_silence() -> None:
    assert three_contacts(says(QUIET), says(QUIET), says(QUIET)).feelings.trust == 15 - 3


def test_doing_nothing_is_silence_and_the_days_of_it_add_up_over_contacts() -> None:
    assert three_contacts(plans(QUIET), plans(QUIET), plans(QUIET)).feelings.trust == 15 - 3 - 2
    assert three_contacts(plans(QUIET), says(QUIET), plans(QUIET)).feelings.trust == 15 - 3 - 1
    assert three_contacts(says(QUIET), plans(QUIET), plans(QUIET)).feelings.trust == 15 - 3 - 1


def test_days_of_silence_that_have_cost_trust_do_not_cost_it_again() -> None:
    assert three_contacts(plans(QUIET), plans(QUIET), plans(QUIET), days=9).feelings.trust == 15 - 3 - 1


def test_what_the_narrator_asks_in_private_is_no_touch() -> None:
    assert three_contacts(asks(QUIET), asks(QUIET), asks(QUIET)).feelings.trust == 15 - 3 - 2


@pytest.mark.parametrize(
    "touch", [{"shows": {"soothe": 1}}, {"shift": {"openness": 1}}, {"reply": "Oh."}, {"touch": True}]
)
def test_a_step_of_the_follow_up_that_reaches_the_customer_is_a_touch(touch: Part) -> None:
    reached = plans({"go": response(**touch)})
    assert three_contacts(reached, reached, reached).feelings.trust == 15 - 3


def test_what_a_script_calls_no_touch_is_none() -> None:
    unnoticed = plans({"go": response(shows={"soothe": 1}, touch=False)})
    assert three_contacts(unnoticed, unnoticed, unnoticed).feelings.trust == 15 - 3 - 2
