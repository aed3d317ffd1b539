"""The sums in words: short enough to be read aloud, and exact."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.principles import FEELINGS, load_principles
from simulator.conversation.arithmetic import events_in_words, feelings_in_words, points_in_words, sums_in_words
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.scenario.model import (
    ALWAYS,
    Case,
    Contact,
    Customer,
    Defence,
    Ending,
    FeelingIn,
    Line,
    Mask,
    Promise,
    Range,
    Response,
    Script,
    Turn,
    TurnKind,
)
from simulator.scenario.model import Condition as When
from tests.generated_scripts import scripts

PRINCIPLES = load_principles()

SUM = re.compile(r"(anger|trust|openness|points) ([+-]\d+|0): (.+)")
AMOUNT = re.compile(r"(?<= )[+-]\d+")
TIMES = {"twice": 2, "three times over": 3}


def line(text: str) -> Line:
    return (Case(ALWAYS, (text,)),)


def played(
    response: Response, *, feels: Mapping[str, int] = {}, kind: TurnKind = "says", **customer: object
) -> Conversation:
    """The conversation after the first of two responses, the other of which shows and breaks nothing."""
    starts = {"anger": 10, "trust": 10, "openness": 10, **feels}
    script = Script(
        title="A sum",
        kind="angry",
        difficulty=1,
        setting="Here.",
        teaches=(),
        customer=Customer(
            name="Dana Whitfield",
            about="Somebody.",
            feels={feeling: Range(value, value) for feeling, value in starts.items()},
            **customer,  # type: ignore[arg-type]
        ),
        facts={},
        promises={"ring": Promise("Ring her.", "later")},
        contacts={"here": Contact("in person", "now"), "later": Contact("phone", "then", 6)},
        turns={
            "now": Turn(kind, line("Well?"), {"given": response, "other": Response("...", (Case(ALWAYS, "then"),))}),
            "then": Turn("says", line("And?"), {"end": Response("...", (Case(ALWAYS, "end"),))}),
        },
        endings={"end": Ending("doubtful", line("The end."))},
    )
    return Conversation.begin(Game(script, PRINCIPLES), 0).respond("given")


def saying(
    *, shows: Mapping[str, int] = {}, breaks: Mapping[str, int] = {}, then: str = "then", **more: object
) -> Response:
    def case(evidence: Mapping[str, int]) -> object:
        return (Case(ALWAYS, tuple(sorted(evidence.items()))),)

    return Response("Words.", (Case(ALWAYS, then),), shows=case(shows), breaks=case(breaks), **more)  # type: ignore[arg-type]


def test_one_reason_stands_alone_with_its_strength_and_what_the_customer_cares_about() -> None:
    after = played(saying(shows={"love-what-you-sell": 2}), cares={"love-what-you-sell": 2})
    assert feelings_in_words(after) == ("openness +4: stood by what you sell (2), which Dana cares about twice",)


def test_several_reasons_have_their_amounts_and_what_holds_for_all_is_said_once() -> None:
    after = played(
        saying(breaks={"own-the-problem": 1, "listen-first": 1}),
        cares={"own-the-problem": 2},
        volatility=50,
        forgiving=50,
    )
    assert feelings_in_words(after) == (
        "anger +1: answered before listening +2, and a loss weighs double; passed the problem on +4, which Dana cares "
        "about twice; Dana's even temper (50 %) -3; forgiven (50 %) -2",
        "trust -2: passed the problem on -4; forgiven +2",
        "openness -2: answered before listening -4; forgiven +2",
    )


def test_a_quick_temper_doubt_the_answers_own_shift_and_both_limits_are_named() -> None:
    after = played(
        saying(shows={"stay-kind": 3, "fix-the-cause": 1}, shift={"openness": 5}),
        feels={"anger": 3, "openness": 18},
        volatility=150,
        defence=Defence(doubt="fix-the-cause"),
    )
    assert feelings_in_words(after) == (
        "anger -3: fixed the cause -1; stayed kind (3) -6; Dana's quick temper (150 %) -3; held to 5 at once +5; "
        "stopped at 0 +2",
        "trust +1: fixed the cause +2; halved while Dana doubts you -1",
        "openness +2: this very answer +5; stopped at 20 -3",
    )


def test_points_are_measured_from_the_worst_to_say_there() -> None:
    assert (
        points_in_words(played(saying(shows={"own-the-problem": 2})))
        == "points +2: worth 2, against 0 for the worst to say there"
    )


def test_nothing_is_said_of_feelings_when_the_customer_is_not_there() -> None:
    after = played(saying(shows={"own-the-problem": 2}), kind="asks")
    assert sums_in_words(after) == ("points +2: worth 2, against 0 for the worst to answer there",)


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        ({"own-the-problem": 1}, "nothing to say there is worth less"),
        ({}, "nothing to say there is worth less or more"),
    ],
)
def test_an_answer_without_points_says_why(breaks: Mapping[str, int], said: str) -> None:
    assert points_in_words(played(saying(breaks=breaks))) == f"points 0: {said}"


def test_what_a_deaf_customer_did_not_hear_is_told() -> None:
    after = played(saying(shows={"fix-the-cause": 1, "give-first": 1}), feels={"anger": 16}, defence=Defence(deaf=14))
    assert feelings_in_words(after) == ()
    assert events_in_words(after) == (
        "Dana was too angry to hear it when you fixed the cause and gave before asking: "
        "it moved nothing and earned nothing.",
    )


def test_a_broken_promise_says_what_it_cost_and_what_it_moved() -> None:
    after = played(saying(promises=("ring",), then="later")).respond("end")
    assert events_in_words(after)[:2] == (
        "Left open, and so broken: “Ring her.”",
        "Not keeping your word cost 4 points: anger +4, trust -5 and openness -4.",
    )


def test_days_tell_what_they_did() -> None:
    assert events_in_words(played(saying(then="later"))) == ("6 days went by: anger -3.",)


def test_a_mask_that_comes_off_and_a_doubt_that_is_lifted_are_told() -> None:
    until = When(((FeelingIn("openness", Range(11, 20)),),))
    after = played(
        saying(shows={"fix-the-cause": 1, "listen-first": 1}),
        defence=Defence(mask=Mask(dict.fromkeys(FEELINGS, 10), until), doubt="fix-the-cause"),
    )
    assert events_in_words(after) == (
        "That lifts the doubt: from here on Dana's trust grows in full.",
        "The mask is off: what you see of Dana now is what Dana feels.",
    )


def test_the_beginning_has_no_sums() -> None:
    start = played(saying()).rewound(0)
    assert sums_in_words(start) == events_in_words(start) == ()
    assert points_in_words(start) == ""


def changes_named(sentence: str) -> Mapping[str, int]:
    return {feeling: int(amount) for feeling, amount in re.findall(r"(anger|trust|openness) ([+-]\d+)", sentence)}


def amount_of_lone(reason: str, feeling: str, *, doubled: bool, cares: Mapping[str, int]) -> int:
    """What a reason that stands alone moves, by what its words say of it and what its principle moves."""
    phrase = re.split(r" \(|, ", reason)[0]
    principle = next(each for each in PRINCIPLES.values() if phrase in (each.shown, each.broken))
    strength = re.search(r"\((\d)\)", reason)
    weight = (int(strength[1]) if strength else 1) * cares.get(principle.id, 1)
    if phrase == principle.broken:
        assert doubled, "that a loss weighs double is said no later than here"
        weight *= -2
    return weight * principle.moves[FEELINGS.index(feeling)]


@given(scripts(most_turns=8), st.integers(0, 99), st.randoms(use_true_random=False))
def test_the_amounts_named_add_up_to_the_change_and_all_changes_to_where_the_feelings_are_now(
    script: Script, seed: int, choose: random.Random
) -> None:
    conversation = Conversation.begin(Game(script, PRINCIPLES), seed)
    while not conversation.ended:
        conversation = conversation.after(choose.choice(conversation.responses))
        changes: Counter[str] = Counter()
        earned = 0
        points, *feelings = sums_in_words(conversation)
        for number, sentence in enumerate(feelings):
            match = SUM.fullmatch(sentence)
            assert match, sentence
            feeling, change, reasons = match[1], int(match[2]), match[3]
            if amounts := AMOUNT.findall(reasons):
                assert sum(map(int, amounts)) == change, sentence
                assert len(amounts) == len(reasons.split("; ")), sentence
            elif reasons != "this very answer":
                doubled = any("double" in said for said in feelings[: number + 1])
                assert amount_of_lone(reasons, feeling, doubled=doubled, cares=script.customer.cares) == change, (
                    sentence
                )
            changes[feeling] += change
        for sentence in events_in_words(conversation):
            changes.update(changes_named(sentence))
            earned -= sum(map(int, re.findall(r"cost (\d+) points", sentence)))
        assert conversation.previous is not None
        assert conversation.feelings == Feelings(
            *(
                before + changes[feeling]
                for feeling, before in zip(FEELINGS, conversation.previous.feelings, strict=True)
            )
        )
        match = SUM.fullmatch(points)
        assert match, points
        worth = re.search(r"worth (-?\d+), against (-?\d+)", points)
        assert int(match[2]) == (int(worth[1]) - int(worth[2]) if worth else 0), points
        assert conversation.given is not None
        assert int(match[2]) + earned == conversation.given.answer.points
        everything = " ".join(feelings)
        assert everything.count("a loss weighs double") <= 1
        assert all(everything.count(f"about {times}") <= len(script.customer.cares) for times in TIMES)
