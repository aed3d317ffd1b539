"""Defects planted one by one in a scenario of forty turns are each named, with a play that shows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scoring.principles import load_principles
from simulator.analysis.findings import Finding, findings
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.reader import read_script
from tests.analysis.forty_turns import LOCK, TURNS, forty_turns

CLOSED = "{not: {noted: grumbled, trust: 3}}"
"""Rarely false: somebody was curt at one moment, and trust has one value of twenty-one."""

LOCKED = tuple(
    (f"      {name}-{LOCK}: {{say:", f"      {name}-{LOCK}: {{when: {CLOSED}, say:")
    for name in ("good", "middling", "curt", "false")
)


def looked_through(*changes: tuple[str, str]) -> tuple[Game, tuple[Finding, ...]]:
    reading = read_script(forty_turns(*changes), load_principles())
    assert reading.problems == ()
    assert reading.script is not None
    game = Game(reading.script, load_principles())
    return game, findings(game, reading.places)


def the_only(found: tuple[Finding, ...], code: str) -> Finding:
    assert [each.code for each in found] == [code]
    return found[0]


def played(game: Game, finding: Finding) -> Conversation:
    assert finding.way is not None
    conversation = Conversation.begin(game, finding.way.seed)
    for response in finding.way.answers:
        conversation = conversation.respond(response)
    return conversation


def line_of(*changes: tuple[str, str], text: str) -> int:
    whole = forty_turns(*changes)
    assert whole.count(text) == 1
    return whole[: whole.index(text)].count("\n") + 1


def fewest_answers(game: Game, shows: Callable[[Conversation], bool]) -> int:
    """After how many answers some play shows it: a search that merges equal states and nothing else."""
    level = [Conversation.begin(game, 0, start) for start in game.starts()]
    answers = 0
    while not any(map(shows, level)):
        following = (each.after(response) for each in level for response in each.responses)
        level = list({(each.state, each.ended, shows(each)): each for each in following}.values())
        answers += 1
    return answers


def test_there_are_forty_turns_and_nothing_is_found() -> None:
    game, found = looked_through()
    assert len(game.turns) == TURNS == 40
    assert found == ()


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("    then: moment-20\n", "    then: moment-200\n", "moment-200"),
        ("when: {knows: boat}", "when: {knows: boot}", "boot"),
    ],
    ids=["unknown target", "unknown name in a condition"],
)
def test_an_unknown_name_is_a_problem_of_reading_at_its_place(old: str, new: str, named: str) -> None:
    text = forty_turns((old, new))
    (problem,) = read_script(text, load_principles()).problems
    assert problem.code == "unknown-name"
    before = text[: text.index(named, text.index(new))]
    assert (problem.line, problem.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


def test_an_orphan_turn_is_named() -> None:
    change = ("    then: moment-20\n", "    then: meeting-2\n")
    _, found = looked_through(change)
    orphan = the_only(found, "orphan-turn")
    assert orphan.line == line_of(change, text="  moment-20:\n")
    assert "`moment-20`" in orphan.message


def test_a_condition_that_no_play_satisfies_is_named_with_the_shortest_way_to_it() -> None:
    change = ("when: {knows: boat}", "when: {knows: boat, trust: 20}")
    game, found = looked_through(change)
    never = the_only(found, "never-true")
    assert never.line == line_of(change, text=change[1])
    moment = played(game, never)
    assert moment.turn is not None
    assert moment.turn.id == "moment-34"
    assert moment.number == 32, "of the 33 turns before it one is a detour"


def test_a_rare_lock_is_named_with_the_shortest_play_into_it() -> None:
    game, found = looked_through(*LOCKED)
    locked = the_only(found, "no-response-left")
    assert locked.line == line_of(*LOCKED, text=f"  moment-{LOCK}:\n")
    play = played(game, locked)
    assert play.ended
    assert play.given is not None
    assert play.given.turn.id == f"moment-{LOCK - 1}"
    assert not play.given.answer.left
    assert play.number == LOCK - 1


def test_a_promise_that_no_play_can_keep_is_named_with_a_play_that_breaks_it() -> None:
    game, found = looked_through((", keeps: send-part", ""))
    promise = the_only(found, "unkeepable-promise")
    assert promise.line == line_of(text="  send-part:")
    play = played(game, promise)
    assert play.given is not None
    assert play.given.answer.broken == ("send-part",)
    assert play.number == fewest_answers(game, lambda each: each.given is not None and bool(each.given.answer.broken))


def test_a_customer_who_can_only_leave_is_named_with_a_play_in_which_they_do() -> None:
    game, found = looked_through(("{when: {anger: 20}, ending", "{when: {trust: 0-16}, ending"))
    leaving = the_only(found, "only-leaves")
    play = played(game, leaving)
    assert play.given is not None
    assert play.given.answer.left
    assert play.number == 1


def test_a_best_ending_out_of_reach_is_named_with_a_play_to_the_best_that_is_reached() -> None:
    change = ("{when: {trust: 12+, anger: 0-6}, outcome: loyal", "{when: {trust: 18+, anger: 0-6}, outcome: loyal")
    game, found = looked_through(change)
    ending = the_only(found, "best-ending-out-of-reach")
    assert ending.line == line_of(change, text="  stays:")
    assert played(game, ending).outcome == "satisfied"
