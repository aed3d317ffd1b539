"""Where findings begin and where they end: the edges that their examples don't show."""

from __future__ import annotations

from fractions import Fraction

import pytest

from simulator.analysis.findings import Finding
from simulator.analysis.findings.guessing import chance_of
from tests.analysis.test_findings import CLEAN, examined, played

THEN = "    then: [{when: {noted: blamed-fitters}, to: whose-van}, which-day]\n"
LEAVES = "    - {when: {anger: 18+}, ending: walked-out}\n"
MADE = "        promises: ring-tuesday\n"
KEPT = "shows: {follow-up: 2}, keeps: ring-tuesday}"


def with_changed(*changes: tuple[str, str]) -> str:
    text = CLEAN
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def found(*changes: tuple[str, str]) -> tuple[Finding, ...]:
    return examined(with_changed(*changes)).findings


def codes(*changes: tuple[str, str]) -> list[str]:
    return [each.code for each in found(*changes)]


def line_of(text: str, part: str) -> int:
    assert text.count(part) == 1, part
    return text[: text.index(part)].count("\n") + 1


def test_a_promise_that_nobody_can_keep_is_none_where_making_it_breaks_promise_honestly() -> None:
    unkept = (KEPT, "shows: {follow-up: 2}}")
    assert "unkeepable-promise" in codes(unkept)
    assert "unkeepable-promise" not in codes(unkept, (MADE, f"{MADE}        breaks: {{promise-honestly: 1}}\n"))


def test_wrong_answers_to_a_question_may_be_equally_wrong() -> None:
    asked = (
        "    then: end\n",
        "    then: how-old\n",
    )
    question = (
        "endings:\n",
        "  how-old:\n    asks: How old does her mother turn?\n    then: end\n    responses:\n"
        "      seventy: {say: Seventy.}\n      eighty: {say: Eighty., shows: {know-them: 1}}\n"
        "      ninety: {say: Ninety.}\nendings:\n",
    )
    assert codes(asked, question) == []
    assert codes(asked, (question[0], question[1].replace("asks:", "says:"))) == ["words-alone"]


def test_responses_that_are_remembered_apart_do_not_differ_in_words_alone() -> None:
    twin = ("  whose-van:\n", "      coupon: {say: Would a coupon help?, breaks: {listen-first: 1}}\n  whose-van:\n")
    cue = ("  which-day:\n", "  which-day:\n    cue: [{when: {said: coupon}, text: She tears it up., }, She waits.]\n")
    assert codes(twin) == ["words-alone"]
    assert codes(twin, cue) == []


def test_a_customer_who_can_only_leave_from_some_start_is_named_with_that_start() -> None:
    (only,) = (each for each in found((LEAVES, LEAVES.replace("18+", "8+"))) if each.code == "only-leaves")
    assert only.message.endswith("when it begins with anger 13, trust 5, openness 8.")
    assert only.way is not None
    assert only.way.start == (13, 5, 8)


def test_turns_that_lead_to_nothing_but_one_another_are_named_once() -> None:
    ring = (
        "endings:\n",
        "  round:\n    says: Round.\n    then: and-round\n    responses:\n      on: {say: On.}\n"
        "  and-round:\n    says: And round.\n    then: round\n    responses:\n      on: {say: On.}\nendings:\n",
    )
    (only,) = found(ring)
    assert only.code == "unreachable-turn"
    assert only.line == line_of(with_changed(ring), "  round:\n")


def test_what_follows_only_from_an_orphan_is_not_listed_again() -> None:
    behind = (
        "endings:\n",
        "  orphan:\n    says: Hello?\n    then: behind\n    responses:\n      on: {say: On.}\n"
        "  behind:\n    says: And then?\n    then: end\n    responses:\n      on: {say: On.}\nendings:\n",
    )
    assert codes(behind) == ["orphan-turn"]


def test_a_way_on_that_responses_share_is_judged_by_all_of_them() -> None:
    shared = (THEN, THEN.replace("{noted: blamed-fitters}", "{noted: blamed-fitters, said: send-someone}"))
    assert codes(shared) == []
    never = (THEN, THEN.replace("{noted: blamed-fitters}", "{noted: blamed-fitters, trust: 20}"))
    assert codes(never).count("never-true") == 1


@pytest.mark.parametrize(
    ("until", "code"), [("{trust: 20, openness: 0-2}", "never-true"), ("{anger: 5+}", "always-true")]
)
def test_a_mask_that_never_falls_or_never_shows_is_named(until: str, code: str) -> None:
    mask = f"  defence: {{mask: {{shows: {{anger: 2, trust: 9, openness: 9}}, until: {until}}}}}\n"
    text = with_changed(("  leaves:\n", f"{mask}  leaves:\n"))
    (only,) = examined(text).findings
    assert only.code == code
    assert only.line == line_of(text, "  defence:")


def test_a_leaving_that_never_comes_is_named_with_its_ending() -> None:
    assert codes((LEAVES, "    - {when: {anger: 20, trust: 15+}, ending: walked-out}\n")) == [
        "never-true",
        "unreachable-ending",
    ]


def test_an_ending_reached_by_name_may_keep_end_away_by_a_condition() -> None:
    slams = ("endings:\n", "endings:\n  slams-out: {when: {anger: 20}, outcome: lost loudly, text: Bang.}\n")
    assert codes(slams, (LEAVES, LEAVES.replace("walked-out", "slams-out"))) == ["unreachable-ending"]


def test_a_second_best_ending_that_nobody_reaches_is_an_ending_like_others() -> None:
    other = (
        "endings:\n",
        "endings:\n  adopts-you: {when: {trust: 20, openness: 0}, outcome: loyal, text: Dear me.}\n",
    )
    assert codes(other) == ["unreachable-ending"]


def test_a_beginning_with_nothing_to_answer_is_found_with_its_start_and_no_answers() -> None:
    text = CLEAN
    for response in ("was-it-slammed", "that-was-us", "driver"):
        text = text.replace(f"      {response}:\n", f"      {response}:\n        when: {{anger: 0-12}}\n")
    (closed,) = (each for each in examined(text).findings if each.code == "no-response-left")
    assert closed.line == line_of(text, "  the-foot:\n")
    assert closed.way is not None
    assert closed.way.answers == ()
    assert played(text, closed).ended


def test_evidence_under_a_condition_that_no_play_satisfies_is_named_at_it() -> None:
    shows = (
        "        shows: {fix-the-cause: 2}\n",
        "        shows: [{when: {knows: birthday}, fix-the-cause: 3}, {fix-the-cause: 2}]\n",
    )
    (only,) = found(shows)
    assert only.code == "never-true"
    assert only.line == line_of(with_changed(shows), shows[1])


def test_how_often_shuffled_responses_would_stand_so_is_counted_exactly() -> None:
    assert chance_of(2, ((1, 2), (1, 2))) == Fraction(1, 4)
    assert chance_of(1, ((1, 2), (1, 4))) == Fraction(5, 8)
    assert chance_of(0, ()) == 1
    assert chance_of(8, ((1, 4),) * 12) < Fraction(1, 100) < chance_of(7, ((1, 4),) * 12)
