"""What the parts of a script mean, and which of them contradict one another."""

from __future__ import annotations

import pytest

from simulator.scenario.model import ALWAYS, END, Case, Condition, FeelingIn, MoodIs, Not, Range, Remembers, Said
from tests.scenario.scripts import REPLY, SOUND, codes_with, reading_with, response_of, script_with

CUE = "cue: She lays two delivery slips on the counter, edges lined up."
WHEN = "when: {openness: 10+}"
CARD = "      card: {say: Send a card., touch: yes}"
LETTER = "{channel: letter, after: 4 weeks, opens: what-next}"


def condition(typed: str) -> Condition:
    """How a condition is read."""
    return response_of(script_with((WHEN, f"when: {typed}")), "third-time", "ask-about-it").when


def test_all_of_a_mapping_must_hold_and_any_of_a_list() -> None:
    angry, warm = FeelingIn("anger", Range(15, 20)), FeelingIn("openness", Range(0, 9))
    assert condition("{anger: 15+, openness: 0-9}") == Condition(((angry, warm),))
    assert condition("[{anger: 15+}, {openness: 0-9}]") == Condition(((angry,), (warm,)))


def test_not_takes_a_condition() -> None:
    assert condition("{not: {mood: furious}}") == Condition(((Not(Condition(((MoodIs("furious"),),))),),))
    inner = Condition(((MoodIs("furious"),), (MoodIs("won over"),)))
    assert condition("{not: [{mood: furious}, {mood: won over}]}") == Condition(((Not(inner),),))


def test_a_name_key_takes_one_name_or_a_list_all_of_which_hold() -> None:
    one, both = Remembers("knows", "anniversary"), Remembers("knows", "two-mornings")
    assert condition("{knows: anniversary}") == Condition(((one,),))
    assert condition("{knows: [anniversary, two-mornings]}") == Condition(((one, both),))
    assert condition("{promised: call-friday, kept: call-friday, noted: took-it-on}") == Condition(
        ((Remembers("promised", "call-friday"), Remembers("kept", "call-friday"), Remembers("noted", "took-it-on")),)
    )


def test_said_names_a_response_with_its_turn_or_bare_where_it_is_unique() -> None:
    expected = Condition(((Said("what-happened", "blame"),),))
    assert condition("{said: what-happened.blame}") == condition("{said: blame}") == expected
    twin = (CARD, CARD + "\n      blame: {say: Blame the depot.}")
    assert codes_with((WHEN, "when: {said: blame}"), twin) == ["ambiguous-response"]
    assert codes_with((WHEN, "when: {said: ring-or-not.blame}"), twin) == []


@pytest.mark.parametrize(
    "typed",
    [
        "{knows: the-price}",
        "{promised: call-monday}",
        "{kept: call-monday}",
        "{noted: never-set}",
        "{said: unheard-of}",
        "{said: third-time.blame}",
        "{said: no-turn.blame}",
        "{mood: cross}",
        "{not: {knows: the-price}}",
    ],
)
def test_a_condition_on_what_is_not_defined_is_a_problem(typed: str) -> None:
    assert codes_with((WHEN, f"when: {typed}")) == ["unknown-name"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("{}", "empty-condition"),
        ("[]", "empty-condition"),
        ("[{}]", "empty-condition"),
        ("{not: {}}", "empty-condition"),
        ("{knows: []}", "empty-list"),
        ("{feeling: 3}", "unknown-key"),
        ("always", "wrong-type"),
        ("[always]", "wrong-type"),
        ("{not: always}", "wrong-type"),
        ("{knows: {a: b}}", "wrong-type"),
        ("{knows: [[anniversary]]}", "wrong-type"),
    ],
)
def test_what_is_no_condition_is_a_problem(typed: str, code: str) -> None:
    assert codes_with((WHEN, f"when: {typed}")) == [code]


def test_a_line_is_a_text_or_texts_that_vary_or_cases() -> None:
    def line(typed: str) -> object:
        return script_with((CUE, f"cue: {typed}")).turns["third-time"].cue

    angry = Condition(((FeelingIn("anger", Range(15, 20)),),))
    assert line("She waits.") == (Case(ALWAYS, ("She waits.",)),)
    assert line("{any: [She waits., She looks up.]}") == (Case(ALWAYS, ("She waits.", "She looks up.")),)
    assert line("[{when: {anger: 15+}, text: She stands.}, She waits.]") == (
        Case(angry, ("She stands.",)),
        Case(ALWAYS, ("She waits.",)),
    )
    assert line("[{when: {anger: 15+}, any: [A., B.]}, {any: [C., D.]}]") == (
        Case(angry, ("A.", "B.")),
        Case(ALWAYS, ("C.", "D.")),
    )


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("{when: {anger: 15+}, text: She stands.}", "no-last-case"),
        ("[{when: {anger: 15+}, text: She stands.}]", "no-last-case"),
        ("[She waits., {when: {anger: 15+}, text: She stands.}, She looks up.]", "unreachable-case"),
        ("[She waits., She looks up.]", "unreachable-case"),
        ("[]", "empty-list"),
        ("{any: []}", "empty-list"),
        ("{any: She waits.}", "wrong-type"),
        ("{when: {anger: 15+}}", "text-and-any"),
        ("{text: She waits., any: [She stands.]}", "text-and-any"),
    ],
)
def test_what_is_no_line_is_a_problem(typed: str, code: str) -> None:
    assert code in codes_with((CUE, f"cue: {typed}"))


def test_where_a_response_leads_may_be_said_once_for_its_turn() -> None:
    script = script_with()
    assert response_of(script, "third-time", "own-it").then == (Case(ALWAYS, "what-happened"),)
    assert response_of(script, "what-next", "read-it").then == (Case(ALWAYS, END),)
    assert response_of(script, "what-next", "put-it-away").then == (Case(ALWAYS, "stormed-out"),)
    assert [case.value for case in response_of(script, "what-happened", "blame").then] == ["calm-down", "friday"]


def test_the_last_place_that_a_response_may_lead_to_has_no_condition() -> None:
    assert codes_with(("          - friday\n", "")) == ["no-last-case"]


def test_evidence_may_have_no_case_that_holds() -> None:
    shows = "        shows: {listen-first: 2}"
    (case,) = response_of(
        script_with((shows, "        shows: [{when: {trust: 9+}, listen-first: 2}]")), "third-time", "ask-about-it"
    ).shows
    assert case.value == (("listen-first", 2),)
    assert response_of(script_with((shows, "        shows: {}")), "third-time", "ask-about-it").shows == ()
    assert codes_with((shows, "        shows: [{listen-first: 2}, {when: {trust: 9+}, listen-first: 1}]")) == [
        "unreachable-case"
    ]


def test_a_principle_may_be_shown_under_one_condition_and_broken_under_another() -> None:
    shows = "        shows: {listen-first: 2}"
    assert codes_with((shows, shows + "\n        breaks: {listen-first: 1}")) == ["shown-and-broken"]
    assert codes_with((shows, shows + "\n        breaks: [{when: {anger: 9+}, listen-first: 1}]")) == []


@pytest.mark.parametrize(
    ("written", "touch"),
    [
        ("{say: Send a card.}", False),
        ("{say: Send a card., why: It costs nothing., sets: sent, learns: anniversary, after: 3 days}", False),
        ("{say: Send a card., touch: yes}", True),
        ("{say: Send a card., shows: {follow-up: 1}}", True),
        ("{say: Send a card., shows: {follow-up: 1}, touch: no}", False),
        ("{say: Send a card., breaks: {follow-up: 1}}", True),
        ("{say: Send a card., shift: {trust: 1}}", True),
        ("{say: Send a card., promises: call-friday}", True),
        ("{say: Send a card., keeps: call-friday}", True),
        ("{say: Send a card., reply: Thank you.}", True),
    ],
)
def test_a_step_of_the_follow_up_touches_the_customer_if_anything_in_it_could(written: str, touch: bool) -> None:
    assert response_of(script_with((CARD, f"      card: {written}")), "ring-or-not", "card").touch is touch


def test_only_the_first_contact_comes_after_nothing() -> None:
    assert codes_with((LETTER, "{channel: letter, opens: what-next}")) == ["missing-key"]
    assert codes_with((LETTER, "{channel: letter, after: 0 days, opens: what-next}")) == []
    assert codes_with(("{channel: in person,", "{channel: in person, after: 1 day,")) == ["first-contact-waits"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by: friday}", "by: showrom}"),
        ("opens: friday-call}", "opens: nowhere}"),
        ("ending: stormed-out}", "ending: not-there}"),
        ("doubt: fix-the-cause", "doubt: fix-the-cars"),
        ("teaches: [own-the-problem,", "teaches: [own-a-boat,"),
        ("shows: {give-first: 1}", "shows: {take-first: 1}"),
        ("keeps: call-friday", "keeps: call-monday"),
        ("promises: call-friday", "promises: call-monday"),
        ("    then: ring-or-not", "    then: somewhere"),
        ("{when: {anger: 15+}, to: calm-down}", "{when: {anger: 15+}, to: calm-up}"),
        ("shift: {openness: 1, anger: -1}", "shift: {openness: 1, joy: -1}"),
    ],
)
def test_a_name_that_nothing_has_is_a_problem(old: str, new: str) -> None:
    assert codes_with((old, new)) == ["unknown-name"]


def test_turns_contacts_and_endings_share_their_names_and_others_do_not() -> None:
    assert codes_with(("facts:\n", "facts:\n  friday: It is a Friday.\n")) == []
    assert codes_with(("  what-next:\n    says", "  not-sure:\n    says"), ("opens: what-next", "opens: not-sure")) == [
        "name-taken"
    ]
    assert codes_with(("  a-month-on: ", "  end: "), ("    then: a-month-on", "    then: end")) == ["end-taken"]


@pytest.mark.parametrize("name", ["Own-it", "own it", "own_it", "-own", "own-", "ähm", "own--it", "own.it"])
def test_a_name_is_lower_case_words_joined_by_hyphens(name: str) -> None:
    reading = reading_with((CARD, f"      {name}: {{say: Send a card.}}"))
    assert [problem.code for problem in reading.problems] == ["bad-name"]


def test_every_key_of_a_script_that_has_to_be_there_is_missed() -> None:
    for line in ("title: The third late sofa\n", "kind: repeat-problem\n", "difficulty: 3\n"):
        assert codes_with((line, "")) == ["missing-key"]
    assert codes_with(("  name: Dana Whitfield\n", "")) == ["missing-key"]
    assert codes_with(("trust: 5, openness: 12}\n  cares", "openness: 12}\n  cares")) == ["missing-key"]
    assert codes_with(("{shows: {anger: 3, trust: 11, ", "{shows: {trust: 11, ")) == ["missing-key"]
    assert codes_with((", until: {openness: 12+}}", "}")) == ["missing-key"]
    assert codes_with(("{say: Send a card., touch: yes}", "{touch: yes}")) == ["missing-key"]
    assert codes_with(("    - {when: {anger: 19+}, ending: stormed-out}", "    - {ending: stormed-out}")) == [
        "missing-key"
    ]
    assert codes_with(("outcome: doubtful, ", "")) == ["missing-key"]


def test_facts_and_promises_may_be_absent() -> None:
    minimal = """
title: A minute
kind: angry
difficulty: 1
setting: A counter.
teaches: stay-kind
customer: {name: Al, about: In a hurry., feels: {anger: 9, trust: 5, openness: 5}}
contacts: {counter: {channel: in person, opens: hello}}
turns: {hello: {says: Well?, responses: {hi: {say: Hi., then: end}}}}
endings: {over: {outcome: satisfied, text: He goes.}}
"""
    script = script_with((SOUND, minimal))
    assert script.facts == {}
    assert script.promises == {}
    assert script.customer.called == "Al"


def test_a_turn_is_said_or_asked_or_planned() -> None:
    script = script_with()
    assert [turn.kind for turn in script.turns.values()] == ["says", "says", "says", "asks", "plans", "says"]
    assert codes_with(("    says: A note came back from Dana.\n", "")) == ["turn-kind"]


def test_a_turn_named_by_nobody_is_no_problem_of_reading() -> None:
    lonely = "  alone:\n    says: Hello?\n    responses: {hi: {say: Hi., then: end}}\n"
    assert codes_with(("endings:\n", lonely + "endings:\n")) == []


def test_the_order_of_the_file_is_kept() -> None:
    script = script_with()
    assert list(script.turns["third-time"].responses) == ["own-it", "never-again", "ask-about-it"]
    assert list(script.endings) == ["won-back", "not-sure", "stormed-out"]
    assert next(iter(script.contacts)) == "showroom"


def test_a_private_turn_may_have_a_cue() -> None:
    assert codes_with(("    asks: What is the sofa for?", "    asks: What is the sofa for?\n    cue: Think.")) == []


def test_a_hint_names_what_is_near() -> None:
    problem = reading_with((REPLY, "        replies: Fine.")).problems[0]
    assert "`reply`" in problem.hint
    problem = reading_with(("teaches: [own-the-problem,", "teaches: [own-the-problems,")).problems[0]
    assert problem.hint == "Did you mean `own-the-problem`?"


@pytest.mark.parametrize("typed", ["{mood: furios}", "{angre: 16+}", "{}", "[]", "yes"])
def test_a_condition_with_a_problem_is_not_taken_for_one_that_always_holds(typed: str) -> None:
    reply = f"        reply: [{{when: {typed}, text: THREE times.}}, Fine.]"
    assert "unreachable-case" not in codes_with((REPLY, reply))
    assert len(codes_with((REPLY, reply))) == 1
