"""What is found of best lines, of staying and of stakes is what playing every play shows."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import assume, given

from scoring.principles import load_principles
from simulator.analysis.findings import examine
from simulator.analysis.findings.known import Known
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.scenario.model import Script
from tests.analysis.brute_force import TooManyPlays, every_play
from tests.generated_scripts import scripts


def all_plays(game: Game) -> dict[Feelings, list[Conversation]]:
    """Every play of a game by its start; a script with too many is passed over."""
    plays = defaultdict(list)
    try:
        for play in every_play(game):
            plays[play.rewound(0).feelings].append(play)
    except TooManyPlays:
        assume(False)
    return plays


def stays(play: Conversation) -> bool:
    left = play.given is not None and play.given.answer.left
    return not left and not (play.outcome or "").startswith("lost")


@given(scripts())
def test_the_lost_starts_are_those_from_which_every_play_ends_with_the_customer_gone(script: Script) -> None:
    game = Game(script, load_principles())
    plays = all_plays(game)
    lost = [start for start in game.starts() if plays[start][0].number and not any(map(stays, plays[start]))]
    assert list(Known(game, {}).lost_starts) == lost


@given(scripts())
def test_the_best_responses_that_break_something_are_those_of_the_plays_that_reach_par(script: Script) -> None:
    game = Game(script, load_principles())
    broken = set()
    for plays in all_plays(game).values():
        par = max(play.points for play in plays)
        for play in plays:
            for moment in play.path[1:] if play.points == par else ():
                assert moment.given is not None
                turn, response, answer = moment.given
                if any(not term.shown for each in (answer.effect, *answer.charges) for term in each.terms):
                    broken.add((turn.id, response.id))
    known = Known(game, {})
    found = {
        (game.turns[spot.situation.state.turn].id, spot.branch.response.id)
        for spot in known.best.spots
        if spot.branch is not None
        for answer in (known.best.answer(spot),)
        if any(not term.shown for each in (answer.effect, *answer.charges) for term in each.terms)
    }
    assert found == broken


@given(scripts())
def test_a_turn_without_stakes_is_one_at_which_every_answer_can_still_come_to_as_much(script: Script) -> None:
    game = Game(script, load_principles())
    worths: dict[tuple[object, ...], dict[str, int]] = defaultdict(dict)
    turns: dict[tuple[object, ...], str] = {}
    for plays in all_plays(game).values():
        for play in plays:
            for moment in play.path[1:]:
                assert moment.given is not None
                assert moment.previous is not None
                before = (moment.previous.rewound(0).feelings, *moment.previous.response_ids)
                response = moment.given.response.id
                worths[before][response] = max(worths[before].get(response, play.points), play.points)
                turns[before] = moment.given.turn.id
    choices = {turns[before] for before, each in worths.items() if len(each) > 1}
    at_stake = {turns[before] for before, each in worths.items() if len(set(each.values())) > 1}
    known = Known(game, {})
    found = {each.message.split("`")[1] for each in examine(game, {}).findings if each.code == "nothing-at-stake"}
    assert found == (set() if known.all_lost else choices - at_stake)
