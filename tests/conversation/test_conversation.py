"""A conversation: never altered, the same every time, and of one seed the same everywhere."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.principles import load_principles
from simulator.conversation.attempt import Responded, replay
from simulator.conversation.conversation import Conversation
from simulator.conversation.draw import draw
from simulator.conversation.game import Game
from simulator.scenario.digest import digest
from simulator.scenario.model import Script
from tests.conversation.scripts import NOTHING, OVER, begun, contact, ending, played, response, says, script
from tests.conversation.scripts import PRINCIPLES as FEW
from tests.generated_scripts import scripts

PRINCIPLES = load_principles()

VARIED = {
    "first": says({"it": response(reply={"any": ["A.", "B.", "C."]})}, says={"any": ["1.", "2.", "3."]}, then="later"),
    "next": says({"it": response(then="end")}, says={"any": ["1.", "2.", "3."]}, cue={"any": ["x.", "y.", "z."]}),
}
VARIED_END = {"the-end": ending(text={"any": ["p.", "q.", "r."]}, aftermath={"any": ["s.", "t.", "u."]})}


def varied(seed: int) -> Conversation:
    return begun(VARIED, contacts={"later": contact("next", 3)}, endings=VARIED_END, feels=("5-15", 10, 10), seed=seed)


def everything_said(conversation: Conversation) -> list[tuple[str, ...]]:
    return [
        (each.line, each.cue, each.reply, each.ending_text, each.aftermath, *each.facts, *map(str, each.shown_feelings))
        for each in conversation.path
    ]


def random_play(conversation: Conversation, choose: random.Random) -> Conversation:
    while not conversation.ended:
        conversation = conversation.after(choose.choice(conversation.responses))
    return conversation


@given(scripts(most_turns=8), st.integers(0, 2**64), st.randoms(use_true_random=False))
def test_replay_of_the_same_responses_gives_the_identical_conversation_word_for_word(
    script: Script, seed: int, choose: random.Random
) -> None:
    first = random_play(Conversation.begin(Game(script, PRINCIPLES), seed), choose)
    events = [Responded(moment.given.turn.id, moment.given.response.id) for moment in first.path if moment.given]
    again = replay(Game(script, PRINCIPLES), seed, events)
    assert everything_said(again) == everything_said(first)
    assert [moment.state for moment in again.path] == [moment.state for moment in first.path]
    assert (again.points, again.day, again.outcome) == (first.points, first.day, first.outcome)
    assert again.response_ids == first.response_ids


@given(scripts(), st.integers(0, 99))
def test_responding_alters_nothing_so_that_every_response_can_be_tried_from_one_moment(
    script: Script, seed: int
) -> None:
    start = Conversation.begin(Game(script, PRINCIPLES), seed)
    moments = [start]
    for _ in range(4):
        moments += [moment.after(response) for moment in moments[-3:] for response in moment.responses]
    before = [(tuple(moment), everything_said(moment)) for moment in moments]
    for moment in moments:
        for each in moment.responses:
            assert moment.after(each).state == moment.after(each).state
    assert [(tuple(moment), everything_said(moment)) for moment in moments] == before


def test_a_conversation_and_its_state_can_not_be_written_to() -> None:
    conversation = begun({"first": OVER})
    with pytest.raises(AttributeError):
        conversation.points = 100  # type: ignore[misc]
    with pytest.raises(AttributeError):
        conversation.state.anger = 0  # type: ignore[misc]
    with pytest.raises(AttributeError):
        conversation.feelings.trust = 20  # type: ignore[misc]


@given(scripts(), st.integers(0, 99), st.randoms(use_true_random=False))
def test_a_game_remembers_nothing_of_the_plays_before(script: Script, seed: int, choose: random.Random) -> None:
    used = Game(script, PRINCIPLES)
    for start in used.starts():
        for _ in range(2):
            random_play(Conversation.begin(used, seed, start), choose)
    there = random_play(Conversation.begin(used, seed), choose)
    fresh = played(Conversation.begin(Game(script, PRINCIPLES), seed), *there.response_ids)
    assert [moment.state for moment in there.path] == [moment.state for moment in fresh.path]
    assert [moment.points for moment in there.path] == [moment.points for moment in fresh.path]


def test_what_is_shown_depends_on_the_state_of_this_play_and_not_of_the_one_before() -> None:
    it = response(shows=[{"when": {"trust": "10+"}, "soothe": 2}, {"soothe": 1}], then="next")
    game = Game(script({"first": says({"it": it}), "next": OVER}, feels=(10, "9-10", 10)), FEW)
    fallen = [Conversation.begin(game, 0, start).respond("it").feelings.anger for start in game.starts()]
    assert fallen == [9, 8]


def test_plays_that_take_turns_with_one_game_do_not_disturb_each_other() -> None:
    game = Game(script(VARIED, contacts={"later": contact("next", 3)}, endings=VARIED_END), FEW)
    one, other = Conversation.begin(game, 1), Conversation.begin(game, 2)
    mixed = [one, other]
    for _ in range(2):
        mixed = [each.respond("it") for each in mixed]
    assert everything_said(mixed[0]) == everything_said(played(one, "it", "it"))
    assert everything_said(mixed[1]) == everything_said(played(other, "it", "it"))


def test_a_draw_is_the_mixing_of_splitmix64_as_it_was_published() -> None:
    assert [draw(seed, -1, 2**64) for seed in (1, 2, 3)] == [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F]


def test_draws_mean_the_same_everywhere() -> None:
    assert [draw(7, place, 10) for place in range(12)] == [3, 5, 0, 2, 3, 4, 6, 1, 6, 6, 0, 3]
    assert [draw(seed, 0, 3) for seed in range(12)] == [2, 2, 2, 0, 0, 0, 0, 1, 0, 2, 1, 0]
    assert [draw(seed, 5, 100) for seed in (0, 12345, 2**63, 2**64 - 1)] == [48, 45, 22, 45]


@given(st.integers(0, 2**64), st.integers(-3, 10**6), st.integers(1, 1000))
def test_a_draw_is_one_of_what_there_is_to_draw_from(seed: int, place: int, count: int) -> None:
    assert 0 <= draw(seed, place, count) < count


def test_a_seed_means_the_same_start_everywhere() -> None:
    starts = [begun({"first": OVER}, feels=("12-14", 5, "0-20"), seed=seed).feelings for seed in range(6)]
    assert starts == [(12, 5, 18), (13, 5, 18), (12, 5, 5), (13, 5, 12), (13, 5, 14), (13, 5, 12)]


def test_every_start_of_a_range_is_drawn_and_none_beyond_it() -> None:
    game = Game(script({"first": OVER}, feels=("12-14", "4-5", 7)), FEW)
    drawn = {game.drawn_start(seed) for seed in range(200)}
    assert drawn == set(game.starts())
    assert len(drawn) == 3 * 2


def test_a_seed_means_the_same_words_everywhere() -> None:
    def words(seed: int) -> list[str]:
        first, second, last = played(varied(seed), "it", "it").path
        return [first.line, second.reply, second.line, second.cue, last.ending_text, last.aftermath]

    assert [words(seed) for seed in range(4)] == [
        ["3.", "B.", "1.", "x.", "q.", "s."],
        ["3.", "A.", "1.", "z.", "q.", "s."],
        ["3.", "B.", "1.", "z.", "q.", "u."],
        ["1.", "C.", "1.", "x.", "p.", "u."],
    ]


def test_over_many_seeds_every_variety_is_heard() -> None:
    assert {varied(seed).line for seed in range(50)} == {"1.", "2.", "3."}
    assert {varied(seed).respond("it").reply for seed in range(50)} == {"A.", "B.", "C."}


def test_variety_changes_neither_what_is_possible_nor_what_it_is_worth() -> None:
    ends = [
        played(begun(VARIED, contacts={"later": contact("next", 3)}, endings=VARIED_END, seed=seed), "it", "it")
        for seed in range(20)
    ]
    assert len({(each.state, each.points) for each in ends}) == 1


def test_the_same_line_of_a_turn_come_back_to_may_vary_but_reading_it_twice_does_not_change_it() -> None:
    turns = {"first": says({"more": response(then="first", again=5)}, says={"any": ["1.", "2.", "3."]})}
    conversations = [begun(turns, seed=seed) for seed in range(20)]
    assert all(each.line == each.line for each in conversations)
    assert any(each.line != each.respond("more").line for each in conversations)


def test_what_the_customer_is_called_stands_wherever_the_script_says_so() -> None:
    it = response(say="Yes, {customer}.", reply="No. And it's {customer}!", why="{customer} said so.", then="end")
    start = begun(
        {"first": says({"it": it}, says="I'm {customer}.", cue="{customer} sits down.")},
        endings={"it": ending(text="{customer} goes.", aftermath="{customer} tells everybody.")},
    )
    over = start.respond("it")
    assert (start.line, start.cue, start.responses[0].script.say) == ("I'm Dana.", "Dana sits down.", "Yes, Dana.")
    assert (over.reply, over.ending_text, over.aftermath) == (
        "No. And it's Dana!",
        "Dana goes.",
        "Dana tells everybody.",
    )
    assert over.given is not None
    assert over.given.response.script.why == "Dana said so."


def test_filling_in_the_name_leaves_the_digest_of_what_was_written() -> None:
    written = script({"first": says({"it": NOTHING}, says="I'm {customer}.", then="end")})
    assert Game(written, FEW).digest == digest(written)


def test_facts_are_told_in_the_order_of_the_script_once_they_are_learned() -> None:
    turns = {
        "first": says({"both": response(learns=["second", "first"]), "none": NOTHING}, then="next"),
        "next": OVER,
    }
    start = begun(turns, facts=("first", "second", "third"))
    assert start.respond("both").facts == ("The fact first.", "The fact second.")
    assert start.respond("none").facts == ()


def test_the_path_holds_every_moment_and_rewinding_goes_back_to_one() -> None:
    end = played(varied(3), "it", "it")
    assert [moment.number for moment in end.path] == [0, 1, 2]
    assert end.rewound(1) is end.path[1]
    assert end.rewound(2) is end
    assert end.response_ids == ("it", "it")
    for beyond in (-1, 3):
        with pytest.raises(IndexError):
            end.rewound(beyond)
