"""Every kind of finding is data with an example: the faulty form shows it at its place, the mended form doesn't."""

from __future__ import annotations

import functools

import pytest

from scoring.principles import load_principles
from simulator.analysis.exploration import TooManyStates
from simulator.analysis.findings import Examination, Example, Finding, FindingKind, examine, findings
from simulator.analysis.findings.catalogue import KINDS
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.reader import Reading, read_script
from tests.analysis.findings_page import FIRST, PAGE, sections
from tests.house.checkout import text_of

TEXT = PAGE.read_text(encoding="utf-8")
CLEAN = TEXT.split("```yaml\n")[1].split("```")[0]
"""The scenario of the page, to which the examples are changes."""


@functools.cache
def reading_of(text: str) -> Reading:
    reading = read_script(text, load_principles())
    assert reading.problems == ()
    return reading


@functools.cache
def game_of(text: str) -> Game:
    script = reading_of(text).script
    assert script is not None
    return Game(script, load_principles())


@functools.cache
def examined(text: str) -> Examination:
    return examine(game_of(text), reading_of(text).places)


def build(example: Example) -> tuple[str, tuple[int, int]]:
    """The clean scenario with the fault in it, and the line and column of the fault's mark."""
    marked = CLEAN
    for change in example.changes:
        assert marked.count(change.mended) == 1, "the mended form stands in the clean scenario, once"
        marked = marked.replace(change.mended, change.faulty)
    assert marked.count("▸") == 1
    before = marked[: marked.index("▸")]
    return marked.replace("▸", ""), (before.count("\n") + 1, len(before) - before.rfind("\n"))


def played(text: str, finding: Finding) -> Conversation:
    """The play that a finding gives, answered as far as it goes."""
    assert finding.way is not None
    conversation = Conversation.begin(game_of(text), finding.way.seed)
    for response in finding.way.answers:
        conversation = conversation.respond(response)
    return conversation


def test_nothing_is_found_in_the_clean_scenario() -> None:
    assert examined(CLEAN).findings == ()
    assert examined(CLEAN).complete


def test_nothing_is_found_in_the_scenario_that_trainers_copy() -> None:
    assert examined(text_of("docs/scripts.md").split("```yaml\n")[1].split("```")[0]).findings == ()


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_the_example_of_a_kind_shows_it_at_its_place_and_nothing_else(kind: FindingKind) -> None:
    faulty, place = build(kind.example)
    found = examined(faulty).findings
    assert [(each.line, each.column) for each in found if each.code == kind.code] == [place]
    assert {each.code for each in found} - set(kind.example.along_with) == {kind.code}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_the_play_of_an_example_can_be_played(kind: FindingKind) -> None:
    faulty, _ = build(kind.example)
    for found in examined(faulty).findings:
        if found.way is not None:
            assert played(faulty, found).rewound(0).feelings == found.way.start


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_every_kind_has_a_message_a_hint_and_a_reason(kind: FindingKind) -> None:
    assert kind.message.endswith((".", "}."))
    assert kind.hint.endswith(".")
    assert kind.why.endswith((".", ".)"))
    assert kind.code == kind.code.lower()
    assert kind.code.replace("-", "").isalpha()


@pytest.mark.parametrize("code", KINDS)
def test_every_code_has_its_section_in_the_docs(code: str) -> None:
    assert TEXT.count(f"\n### {code}\n") == 1


def test_the_docs_say_of_every_kind_what_it_says_itself() -> None:
    assert FIRST + TEXT.split(FIRST)[1] == sections(), "python -m tests.analysis.findings_page writes it anew"


def test_findings_stand_in_the_order_of_the_file() -> None:
    faulty, _ = build(KINDS["unusable-fact"].example)
    places = [(each.line, each.column) for each in examined(faulty).findings]
    assert len(places) > 1
    assert places == sorted(places)


def test_the_play_to_a_closed_moment_ends_there_with_nothing_answered() -> None:
    faulty, _ = build(KINDS["no-response-left"].example)
    (found,) = examined(faulty).findings
    play = played(faulty, found)
    assert play.ended
    assert play.given is not None
    assert not play.given.answer.left
    assert play.given.response.then.choose(play.given.answer.said) is not None


def test_beyond_the_limit_only_what_takes_no_play_is_told_and_the_rest_is_named() -> None:
    faulty, _ = build(KINDS["unused-fact"].example)
    found = examine(game_of(faulty), reading_of(faulty).places, most_states=20)
    assert [each.code for each in found.findings] == ["unused-fact"]
    assert not found.complete
    assert set(found.unproven) == set(KINDS) - {
        "unused-note",
        "unused-fact",
        "unasked-fact",
        "unused-promise",
        "unused-contact",
        "orphan-turn",
        "words-alone",
    }


def test_whoever_wants_all_findings_or_none_is_told_that_there_are_too_many_states() -> None:
    clean, places = game_of(CLEAN), reading_of(CLEAN).places
    assert findings(clean, places) == ()
    with pytest.raises(TooManyStates):
        findings(clean, places, most_states=20)
