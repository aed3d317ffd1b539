"""The review: what each response cost, what it is called, what could have been said, and where it turned.

In the small sale of these tests anger begins at 10; at 7 it ends loyal, at 9 satisfied, else doubtful. So from its
beginning `great` leads to 5 + 4 + 30 points at best, `fair` to 3 + 4 + 18 and `bad` to 0 + 4 + 0.
"""

from __future__ import annotations

from typing import Any

import pytest

from simulator.analysis.review import Review, Reviewer, move_of, review
from simulator.analysis.solver import solve
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from tests.conversation.scripts import (
    NOTHING,
    OVER,
    Part,
    begun,
    contact,
    ending,
    played,
    response,
    says,
)

PAR = 5 + 4 + 30

SALE = {
    "first": says(
        {
            "great": response(shows={"soothe": 3}),
            "fair": response(shows={"soothe": 1}),
            "bad": response(breaks={"soothe": 1}),
        },
        then="second",
    ),
    "second": says(
        {"sure": response(shows={"assure": 2}), "meh": NOTHING, "odd": response(breaks={"assure": 1})}, then="end"
    ),
}
ENDINGS = {
    "won": ending("loyal", when={"anger": "0-7"}),
    "sold": ending("satisfied", when={"anger": "0-9"}),
    "not-sure": ending("doubtful"),
}


def sale(*responses: str) -> Review:
    conversation = played(begun(SALE, endings=ENDINGS), *responses)
    return review(conversation, solve(conversation.game))


def reviewed(conversation: Conversation) -> Review:
    return review(conversation, solve(conversation.game))


def first_of(turns: dict[str, Part], *responses: str, **keys: Any) -> Review:
    return reviewed(played(begun(turns, **keys), *responses))


def test_par_and_worst_are_those_of_the_start_whatever_was_played() -> None:
    for responses in (["great", "sure"], ["bad", "odd"], ["fair"], []):
        assert (sale(*responses).par, sale(*responses).worst) == (PAR, 0)


@pytest.mark.parametrize(
    ("responses", "costs"),
    [
        (["great", "sure"], [0, 0]),
        (["fair", "sure"], [PAR - (3 + 4 + 18), 0]),
        (["bad", "sure"], [PAR - (0 + 4 + 0), 0]),
        (["great", "meh"], [0, 4 - 2]),
        (["bad", "odd"], [PAR - (0 + 4 + 0), 4 - 0]),
    ],
)
def test_a_response_costs_what_it_gave_away_for_good_at_its_own_moment(responses: list[str], costs: list[int]) -> None:
    found = sale(*responses)
    assert [move.cost for move in found.moves] == costs
    assert found.points + sum(costs) == PAR


@pytest.mark.parametrize(
    ("responses", "judgements"),
    [
        (["great", "meh"], ["best", "good"]),
        (["great", "odd"], ["best", "inaccuracy"]),
        (["fair", "sure"], ["mistake", "best"]),
        (["bad", "sure"], ["blunder", "best"]),
    ],
)
def test_it_is_judged_by_a_fair_move_of_the_whole_conversation(responses: list[str], judgements: list[str]) -> None:
    a_fair_move = PAR / 2
    assert 2 < 0.15 * a_fair_move < 4 < 0.45 * a_fair_move < PAR - 25 < a_fair_move < PAR - 4
    found = sale(*responses)
    assert [move.judgement for move in found.moves] == judgements
    assert sum(found.judgements.values()) == 2


@pytest.mark.parametrize(
    ("responses", "points", "score", "passed"),
    [
        (["great", "sure"], PAR, 100, True),
        (["great", "meh"], 37, 95, True),
        (["great", "odd"], 35, 90, True),
        (["fair", "sure"], 25, 64, False),
        (["fair", "meh"], 23, 59, False),
        (["bad", "odd"], 0, 0, False),
    ],
)
def test_the_score_says_how_far_it_came_from_worst_to_par(
    responses: list[str], points: int, score: int, passed: bool
) -> None:
    found = sale(*responses)
    assert (found.points, found.score, found.passed) == (points, score, passed)


def test_the_outcome_is_that_of_the_ending() -> None:
    assert (sale("great", "sure").outcome, sale("bad", "sure").outcome) == ("loyal", "doubtful")


def test_everything_that_could_be_answered_stands_beside_what_was_with_what_it_would_have_cost() -> None:
    first, second = sale("fair", "meh").moves
    assert [(each.response, each.cost, each.judgement) for each in first.alternatives] == [
        ("great", 0, "best"),
        ("fair", 14, "mistake"),
        ("bad", 35, "blunder"),
    ]
    assert [(each.response, each.cost) for each in second.alternatives] == [("sure", 0), ("meh", 2), ("odd", 4)]
    assert [each.response for each in first.best] == ["great"]


def test_what_could_not_be_answered_then_is_no_alternative() -> None:
    turns = {"first": says({"a": NOTHING, "b": response(when={"anger": 0}), "c": NOTHING}, then="next"), "next": OVER}
    (move,) = first_of(turns, "a").moves
    assert [each.response for each in move.alternatives] == ["a", "c"]


def test_the_best_line_begins_at_the_same_start_and_of_equals_takes_what_stands_first() -> None:
    turns = {
        "first": says(
            {"poor": NOTHING, "one": response(shows={"soothe": 1}), "two": response(shows={"assure": 1})}, then="next"
        ),
        "next": OVER,
    }
    found = first_of(turns, "poor")
    assert found.best_line[-1].response_ids == ("one", "end")
    assert found.best_line[0] == found.conversation.rewound(0)
    assert [each.response for each in found.moves[0].best] == ["one", "two"]


def test_the_best_line_from_a_response_begins_just_before_it_and_keeps_what_went_before() -> None:
    conversation = played(begun(SALE, endings=ENDINGS), "bad", "meh")
    reviewer = Reviewer(conversation, solve(conversation.game))
    first, second = reviewer.review(conversation).moves
    assert reviewer.best_line_from(first)[-1].response_ids == ("great", "sure")
    line = reviewer.best_line_from(second)
    assert [moment.number for moment in line] == [1, 2]
    assert line[0] == second.before
    assert line[-1].response_ids == ("bad", "sure")


def test_a_response_that_leaves_a_promise_broken_is_charged_for_it_and_for_what_comes_of_it() -> None:
    turns = {
        "first": says({"promise": response(promises="ring"), "no-promise": NOTHING}, then="second"),
        "second": says({"keep": response(keeps="ring"), "forget": NOTHING}, then="later"),
        "third": OVER,
    }
    endings = {"trusting": ending("satisfied", when={"trust": "10+"}), "otherwise": ending("lost quietly")}
    found = first_of(
        turns,
        "promise",
        "forget",
        "end",
        promises={"ring": "here"},
        contacts={"later": contact("third", 0)},
        endings=endings,
    )
    assert [move.points for move in found.moves] == [0, -4, 0]
    assert [move.cost for move in found.moves] == [0, 4 + 18 + 18, 0]
    assert found.par - found.worst == 40
    assert found.moves[1].judgement == "blunder"


def test_a_conversation_under_way_is_reviewed_so_far_and_has_no_score() -> None:
    found = sale("fair")
    assert [move.cost for move in found.moves] == [14]
    assert (found.score, found.passed, found.outcome) == (None, False, None)
    assert sale().moves == ()


def test_where_there_was_never_a_choice_everything_is_best_and_the_score_is_100() -> None:
    found = first_of({"first": OVER}, "end", endings={"it": ending("lost loudly")})
    assert (found.par, found.worst, found.points, found.score) == (-30, -30, -30, 100)
    assert [move.judgement for move in found.moves] == ["best"]


def test_a_conversation_that_ended_before_it_began_has_a_review_without_moves() -> None:
    turns = {"first": says({"never": response(when={"anger": 0}, then="end")})}
    found = first_of(turns, endings={"it": ending("lost quietly")})
    assert (found.moves, found.par, found.worst, found.points, found.score) == ((), -18, -18, -18, 100)


def test_a_solution_of_other_starts_has_no_review_of_this_one() -> None:
    conversation = begun({"first": OVER}, feels=("1-2", 10, 10))
    other = Feelings(3 - conversation.feelings.anger, 10, 10)
    with pytest.raises(KeyError):
        review(conversation, solve(conversation.game, [other]))


def test_par_and_worst_are_of_the_start_that_was_drawn_and_not_of_another() -> None:
    starts = [begun(SALE, feels=("9-12", 10, 10), endings=ENDINGS, seed=seed) for seed in range(20)]
    pars = {start.feelings.anger: reviewed(start).par for start in starts}
    assert pars == {9: 39, 10: 39, 11: 5 + 4 + 18, 12: 5 + 4 + 18}


def test_one_move_can_be_reviewed_alone_but_the_beginning_is_none() -> None:
    conversation = played(begun(SALE, endings=ENDINGS), "fair", "meh")
    solution = solve(conversation.game)
    assert move_of(conversation, solution) == review(conversation, solution).moves[-1]
    with pytest.raises(ValueError, match="no response led to the beginning"):
        Reviewer(conversation, solution).move(conversation.rewound(0))


def percents(found: Review) -> dict[str, int]:
    return {mark.principle: mark.percent for mark in found.profile}


def test_the_profile_counts_what_a_best_response_shows_and_what_was_shown_and_broken() -> None:
    assert percents(sale("great", "sure")) == {"soothe": 100, "assure": 100}
    assert percents(sale("fair", "odd")) == {"soothe": 33, "assure": 0}
    assert [(mark.principle, mark.broken) for mark in sale("fair", "odd").profile] == [("soothe", 0), ("assure", 1)]


def test_the_profile_counts_nothing_that_was_not_heard() -> None:
    deaf = {"feels": (16, 10, 10), "defence": {"deaf": 14}}
    answers = {"remedy": response(shows={"remedy": 3}), "soothe": response(shows={"soothe": 1})}
    assert percents(first_of({"first": says(answers, then="end")}, "remedy", **deaf)) == {"soothe": 0}


def test_the_profile_counts_a_broken_promise_as_a_word_not_kept() -> None:
    turns = {"first": says({"promise": response(promises="ring"), "silent": NOTHING}, then="end")}
    found = first_of(turns, "promise", promises={"ring": "here"})
    (mark,) = found.profile
    assert (mark.principle, mark.percent, mark.broken) == ("keep-your-word", 0, 1)


def turned(given: Part, *others: Part, **keys: Any) -> bool:
    """Whether the conversation turned at the first of its responses, which is one of the best there."""
    written = {"given": given, **{f"other-{number}": other for number, other in enumerate(others)}}
    found = first_of({"first": says(written, then="next"), "next": OVER}, "given", **keys)
    assert found.turning_points == ((1,) if found.moves[0].turning_point else ())
    return found.moves[0].turning_point


def test_it_turns_at_a_mistake_and_at_a_blunder_but_not_at_less() -> None:
    assert sale("fair", "odd").turning_points == (1,)
    assert sale("bad", "sure").turning_points == (1,)
    assert sale("great", "odd").turning_points == ()
    assert sale("great", "sure").turning_points == ()


def test_it_turns_where_a_feeling_swings_by_4_or_more() -> None:
    assert not turned(response(shift={"anger": 3, "trust": -3}))
    for shift in ({"anger": 4}, {"anger": -4}, {"trust": -5}, {"openness": 4}):
        assert turned(response(shift=shift))


def test_days_and_broken_promises_may_turn_it_too() -> None:
    def after(days: int) -> tuple[int, ...]:
        turns = {"first": says({"go": NOTHING}, then="later"), "next": OVER}
        return first_of(turns, "go", contacts={"later": contact("next", days)}).turning_points

    assert (after(7), after(8)) == ((), (1,))
    turns = {"first": says({"promise": response(promises="ring")}, then="end")}
    assert first_of(turns, "promise", promises={"ring": "here"}).turning_points == (1,)


def test_it_turns_where_a_doubt_is_lifted_or_a_mask_comes_off() -> None:
    soothe = response(shows={"soothe": 1})
    mask = {"shows": {"anger": 0, "trust": 20, "openness": 20}, "until": {"anger": "0-9"}}
    assert not turned(soothe)
    assert turned(soothe, defence={"doubt": "soothe"})
    assert turned(soothe, defence={"mask": mask})
    assert not turned(NOTHING, defence={"doubt": "soothe", "mask": mask})
