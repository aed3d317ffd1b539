"""The principles: all sixteen, where they come from, and how each moves a customer."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import pytest

from scoring.principles import GROUPS, Principle, load_principles, principles_from

WORST_THING = "What's the Worst Thing That Could Happen?"
BLEW_IT = "Your Sale Went Perfectly... Too Bad You Blew It!"
REPEAT_PROBLEMS = "the repeat-problems article"
SALES_STARS = "Sales Stars Must Also Be Customer Service Stars"
FIRST_WORD = "First Word: Service after the sale"

COMES_FROM = {
    "stay-kind": {WORST_THING},
    "leave-baggage": {WORST_THING},
    "feel-with-them": {SALES_STARS, BLEW_IT},
    "listen-first": {BLEW_IT, SALES_STARS},
    "hear-the-silence": {BLEW_IT},
    "own-the-problem": {REPEAT_PROBLEMS, FIRST_WORD},
    "fix-the-cause": {REPEAT_PROBLEMS},
    "promise-honestly": {REPEAT_PROBLEMS, SALES_STARS},
    "keep-your-word": {FIRST_WORD},
    "be-their-person": {WORST_THING, BLEW_IT},
    "bend-the-policy": {BLEW_IT},
    "follow-up": {WORST_THING, SALES_STARS},
    "know-them": {WORST_THING, SALES_STARS},
    "give-first": {SALES_STARS},
    "keep-integrity": {FIRST_WORD, REPEAT_PROBLEMS},
    "love-what-you-sell": {SALES_STARS, WORST_THING},
}

NOT_HEARD_WHEN_ANGRY = {
    "fix-the-cause",
    "promise-honestly",
    "bend-the-policy",
    "give-first",
    "follow-up",
    "love-what-you-sell",
}

PRINCIPLES = load_principles()

every_principle = pytest.mark.parametrize("principle", PRINCIPLES.values(), ids=list(PRINCIPLES))


def test_there_are_exactly_the_sixteen() -> None:
    assert len(PRINCIPLES) == 16
    assert set(PRINCIPLES) == set(COMES_FROM)


def test_each_comes_from_the_documents_that_teach_it() -> None:
    documents = {key: {source.document.title for source in value.sources} for key, value in PRINCIPLES.items()}
    assert documents == COMES_FROM


def test_every_document_teaches_something() -> None:
    used = {source.document.title for principle in PRINCIPLES.values() for source in principle.sources}
    assert used == {WORST_THING, BLEW_IT, REPEAT_PROBLEMS, SALES_STARS, FIRST_WORD}


def test_an_angry_customer_hears_ten_of_them() -> None:
    unheard = {principle.id for principle in PRINCIPLES.values() if not principle.heard_when_angry}
    assert unheard == NOT_HEARD_WHEN_ANGRY


def test_every_group_has_principles_and_stands_together() -> None:
    groups = [principle.group for principle in PRINCIPLES.values()]
    assert tuple(dict.fromkeys(groups)) == GROUPS
    assert groups == sorted(groups, key=GROUPS.index)


def test_no_two_principles_move_the_feelings_alike() -> None:
    assert len({principle.moves for principle in PRINCIPLES.values()}) == len(PRINCIPLES)


@every_principle
def test_showing_a_principle_only_ever_helps(principle: Principle) -> None:
    anger, trust, openness = principle.moves
    assert anger <= 0 <= trust
    assert openness >= 0
    assert any(principle.moves)


@every_principle
def test_every_text_is_there_and_is_one_paragraph(principle: Principle) -> None:
    texts = [getattr(principle, field.name) for field in fields(Principle) if field.type == "str"]
    texts += [source.idea for source in principle.sources] + [figure.text for figure in principle.figures]
    for text in texts:
        assert text == " ".join(text.split())
        assert text


@every_principle
def test_headings_and_sums_read_as_such(principle: Principle) -> None:
    assert re.fullmatch(r"[A-Z][^.,!?]*", principle.name)
    for phrase in (principle.shown, principle.broken):
        assert phrase[0].islower()
        assert not phrase.endswith(".")
        assert len(phrase) <= 45
    assert principle.statement.endswith(".")
    assert principle.why.endswith(".")


@every_principle
def test_a_figure_names_the_document_that_reports_it(principle: Principle) -> None:
    for figure in principle.figures:
        assert figure.document.title in figure.text
        assert re.search(r"\d|half", figure.text)


@pytest.mark.parametrize(
    ("figure", "principle"),
    [
        ("17 others", "hear-the-silence"),
        ("up to 36 customers", "hear-the-silence"),
        ("about 15 times", "own-the-problem"),
        ("the 7th and the 9th contact", "follow-up"),
        ("once a month, better twice", "follow-up"),
    ],
)
def test_the_figures_stand_where_they_teach(figure: str, principle: str) -> None:
    assert [each.id for each in PRINCIPLES.values() if any(figure in text.text for text in each.figures)] == [principle]


def test_drawing_out_the_silent_is_said_to_be_our_own_answer() -> None:
    assert "our own answer" in PRINCIPLES["hear-the-silence"].sources[0].idea


def a_file_with(changes: dict[str, Any]) -> dict[str, Any]:
    """The file of one sound principle, but for the changes."""
    words = ("name", "statement", "why", "shown", "broken", "showing", "breaking")
    entry: dict[str, Any] = dict.fromkeys(words, "a text")
    entry |= {"group": "honesty", "moves": {"trust": 2}, "heard-when-angry": False, "sources": {"one": "an idea"}}
    return {"documents": {"one": "One"}, "principles": {"promise-honestly": entry | changes}}


def test_the_digest_is_of_what_the_rules_read_and_not_of_the_words() -> None:
    def digest(changes: dict[str, Any]) -> str:
        return principles_from(a_file_with(changes)).digest

    assert digest({"name": "another text", "sources": {"one": "another idea"}}) == digest({})
    assert digest({"moves": {"trust": 1}}) != digest({})
    assert digest({"heard-when-angry": True}) != digest({})


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"group": "manners"}, "not a group: manners"),
        ({"moves": {"fear": 1}}, "not a feeling: fear"),
        ({"moves": {"trust": 3}}, "no feeling by more than 2"),
    ],
)
def test_a_file_that_breaks_the_rules_is_refused(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        principles_from(a_file_with(changes))
