"""A review in plain lines: it tells everything, hides nothing any more, and can be read aloud."""

from __future__ import annotations

import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.principles import load_principles
from simulator.analysis.review import Review, review
from simulator.analysis.solver import solve
from simulator.app.plain.explanation import explained, hint
from simulator.app.plain.printer import Printer
from simulator.app.plain.review import print_review
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.library import Library
from simulator.scenario.model import Script
from tests.app.plain.conftest import SEED, solution_of
from tests.generated_scripts import scripts
from tests.small_scenarios import SHELF, SOUP, playable

PRINCIPLES = load_principles()

BUNDLED = Library()

SHELF_REVIEW = """\
Outcome: loyal. Score: 86 of 100, a pass.
35 points. The best that could be had was 46, the worst -30.

What came of it: He tells two people at the club.

Your answers: 2 best, 1 good, 1 mistake

1. “Did you follow the leaflet?”
"""


def reviewed(path: object, *responses: str) -> Review:
    conversation = Conversation.begin(playable(path).game, SEED)  # type: ignore[arg-type]
    for response in responses:
        conversation = conversation.respond(response)
    return review(conversation, solution_of(path))  # type: ignore[arg-type]


def printed(found: Review, *, retold: bool = False) -> str:
    stream = io.StringIO()
    print_review(Printer(stream), found, PRINCIPLES, retold=retold)
    return stream.getvalue()


def test_it_begins_with_the_outcome_and_goes_on_answer_by_answer() -> None:
    assert printed(reviewed(SHELF, "manual", "plaster", "find-out", "ring")).startswith(SHELF_REVIEW)


def test_an_answer_has_its_judgement_its_sums_its_feelings_and_the_coachs_word() -> None:
    said = printed(reviewed(SHELF, "hear", "nothing", "voucher", "wait"))
    assert (
        "3. “Have a ten pound voucher.”\n"
        "Blunder, at a cost of 66 points. A turning point.\n"
        "Points 0: nothing to say there is worth less.\n"
        "Anger +4: brushed their feelings aside +4, and a loss weighs double; Mr Amir\n"
        "Haddad's quick temper (120 %) +1; forgiven (20 %) -1.\n"
        "Openness -2: brushed their feelings aside.\n"
        "Anger 9 to 13, trust 9, openness 12 to 10.\n"
        "Money to make it stop.\n"
        "Better: “I find out why these brackets bend, and ring you tomorrow.”\n"
    ) in said


def test_a_mask_is_lifted() -> None:
    said = printed(reviewed(SOUP, "the-spoon", "sorry", "leave"))
    assert "Anger 6 to 5, trust 6 to 8, openness 3 to 8. What showed: anger 0, trust 14," in said
    assert "Openness +5: heard what wasn't said (2) +4; listened first +2; held to 5 at once" in said


def test_a_promise_left_open_is_told_with_its_cost() -> None:
    said = printed(reviewed(SHELF, "hear", "nothing", "find-out", "wait"))
    assert "Left open, and so broken: “Ring him tomorrow about the brackets.”" in said
    assert "Not keeping your word cost 4 points: " in said


def test_the_best_conversation_is_told_unless_it_was_played() -> None:
    assert "The best conversation from the same beginning\n\nIn person.\n" in printed(reviewed(SOUP, "lovely"))
    assert "The best conversation" not in printed(reviewed(SOUP, "the-spoon", "hot", "stay"))


def test_the_profile_is_a_line_for_each_principle_the_weakest_first_then_what_to_read() -> None:
    said = printed(reviewed(SHELF, "hear", "plaster", "find-out", "ring"))
    assert said.endswith(
        "The principles that counted here, and how far they were shown\n\n"
        "Listen first: 50 %.\nOwn the problem: 100 %.\nFix the cause: 100 %.\nKeep your word: 100 %.\n\n"
        "Where to read about those that were missed\n\n"
        "Your Sale Went Perfectly... Too Bad You Blew It!: listen first.\n"
        "Sales Stars Must Also Be Customer Service Stars: listen first.\n"
    )


def test_it_is_retold_for_whoever_has_not_played_it() -> None:
    told = reviewed(SHELF, "hear", "nothing", "find-out", "ring")
    assert "It fell off. Twice!" not in printed(told)
    said = printed(told, retold=True)
    assert (
        "In person.\nMr Amir Haddad: It fell off. Twice! What do you sell here, firewood?\nHe doesn't put it down.\n"
        "1. “Twice. Is anybody hurt?”\nMr Amir Haddad: Only the cat. Bolt. He's fine.\nBest. A turning point.\n"
    ) in said
    assert "A day later, phone.\n" in said
    assert "He came back on Saturday, for a shelf." in said


def test_what_has_not_ended_is_reviewed_as_far_as_it_went() -> None:
    said = printed(reviewed(SHELF, "hear"))
    assert said.startswith("Not ended yet.\n9 points so far. From its beginning the best was 46.\n")
    assert "Score" not in said


def test_before_the_first_answer_there_is_nothing_to_review_but_the_bounds() -> None:
    assert printed(reviewed(SHELF)) == "Not ended yet.\n0 points so far. From its beginning the best was 46.\n"


def test_it_can_be_read_aloud() -> None:
    said = printed(reviewed(SHELF, "manual", "plaster", "voucher"))
    assert not set(said) & set("|*_#<>[]{}═─│•→")
    assert max(map(len, said.splitlines())) <= 80


def test_a_hint_is_honest_where_nothing_makes_a_difference() -> None:
    solution = solution_of(SHELF)
    options = solution.options(Conversation.begin(playable(SHELF).game, SEED).state)
    assert hint(options[:1]) == "Hint: what you say here makes no difference."
    assert hint(options) == "Hint: listen first and own the problem."


@settings(max_examples=30)
@given(scripts(), st.integers(0, 99), st.randoms(use_true_random=False))
def test_whatever_was_played_can_be_explained_and_reviewed(script: Script, seed: int, choose: random.Random) -> None:
    game = Game(script, PRINCIPLES)
    solution = solve(game)
    conversation = Conversation.begin(game, seed)
    while not conversation.ended:
        assert hint(solution.options(conversation.state)).startswith("Hint: ")
        conversation = conversation.after(choose.choice(conversation.responses))
    found = review(conversation, solution)
    assert all(sentence for move in found.moves for sentence in explained(move))
    assert printed(found).startswith(f"Outcome: {found.outcome}. Score: {found.score} of 100, ")


@pytest.mark.parametrize("scenario", sorted(BUNDLED.entries))
def test_every_bundled_scenario_reads_well_in_plain_lines(scenario: str) -> None:
    game = Game(BUNDLED.load(scenario).script, PRINCIPLES)
    start = Conversation.begin(game, SEED)
    solution = solve(game, [start.feelings])
    said = printed(review(solution.worst_line(start)[-1], solution))
    assert max(map(len, said.splitlines())) <= 80
    assert not set(said) & set("{}\x1b\u202e")
