"""The shortest ways are plays, and there are none shorter."""

from __future__ import annotations

from hypothesis import assume, given

from scoring.principles import load_principles
from simulator.analysis.exploration import Exploration
from simulator.analysis.ways import Way, Ways, everywhere, seed_of, ways_to_endings
from simulator.conversation.conversation import Conversation
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game
from simulator.scenario.model import Script
from tests.analysis.brute_force import TooManyPlays, every_play
from tests.generated_scripts import scripts


def played(game: Game, way: Way) -> Conversation:
    conversation = Conversation.begin(game, way.seed)
    for response in way.answers:
        conversation = conversation.respond(response)
    return conversation


@given(scripts())
def test_the_way_to_an_ending_reaches_it_and_no_play_does_so_in_fewer_answers(script: Script) -> None:
    game = Game(script, load_principles())
    fewest: dict[str, int] = {}
    try:
        for play in every_play(game):
            assert play.ending is not None
            fewest[play.ending.id] = min(play.number, fewest.get(play.ending.id, play.number))
    except TooManyPlays:
        assume(False)
    exploration = Exploration(game, game.starts())
    found = ways_to_endings(exploration, Ways(exploration))
    assert {game.endings[ending].id: len(way.answers) for ending, way in found.items()} == fewest
    for ending, way in found.items():
        play = played(game, way)
        assert play.ending_place == ending
        assert play.rewound(0).feelings == way.start


@given(scripts(most_turns=8))
def test_the_way_to_a_turn_stands_at_that_turn(script: Script) -> None:
    game = Game(script, load_principles())
    exploration = Exploration(game, game.starts())
    ways = Ways(exploration)
    for situation in exploration.order:
        way = ways.shortest([everywhere(situation)])
        assert way is not None
        moment = played(game, way)
        assert moment.turn is not None
        assert moment.turn.place == situation.state.turn


@given(scripts())
def test_the_seed_of_a_start_draws_it(script: Script) -> None:
    game = Game(script, load_principles())
    for start in game.starts():
        assert game.drawn_start(seed_of(game, start)) == start


def test_the_command_names_scenario_seed_and_answers() -> None:
    start = Feelings(12, 5, 12)
    assert Way(start, 3, ("own-it", "ask")).command("my sofa.yaml") == (
        "coolhead play 'my sofa.yaml' --plain --seed 3 --answers own-it,ask"
    )
    assert Way(start, 0, ()).command("sofa") == "coolhead play sofa --plain --seed 0"
