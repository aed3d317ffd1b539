"""What is measured of a scenario: what there is to read, how long it takes, how hard its words are."""

from __future__ import annotations

import json
import sys
from dataclasses import replace

import pytest

from scoring.principles import load_principles
from simulator.analysis.measures import measure, measures_data, median_of, principles_broken, principles_shown
from simulator.analysis.play_time import SECONDS_TO_CHOOSE, WORDS_A_MINUTE, minutes, words_read
from simulator.analysis.readability import grade, texts, word_count
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.library import Library
from tests.conversation.scripts import PRINCIPLES, ending, response, says, script

SHORT = script(
    {
        "one": says(
            {
                "yes": response(say="Yes I can.", reply="Good to hear.", why="A plain word helps."),
                "no": response(say="No.", when={"anger": "0-3"}),
            },
            cue="He waits.",
            then="end",
        )
    },
    endings={"over": ending(aftermath="He came back in May.")},
)


def test_a_play_is_read_with_all_that_is_offered_and_nothing_that_is_hidden() -> None:
    game = Game(SHORT, PRINCIPLES)
    played = Conversation.begin(game, 0).respond("yes")
    briefing = len(SHORT.setting.split()) + len(SHORT.customer.about.split())
    # “Well?”, the cue, one answer, its reply and its why, the ending, what came of it
    assert words_read(played) == briefing + 1 + 2 + 3 + 3 + 4 + 2 + 5


def test_a_play_takes_the_time_to_read_and_the_time_to_choose() -> None:
    played = Conversation.begin(Game(SHORT, PRINCIPLES), 0).respond("yes")
    assert minutes(played) == pytest.approx(words_read(played) / WORDS_A_MINUTE + SECONDS_TO_CHOOSE / 60)


def test_every_text_of_a_script_is_counted_once() -> None:
    found = list(texts(SHORT))
    for text in ("Yes I can.", "Good to hear.", "A plain word helps.", "No.", "He waits.", "He came back in May."):
        assert found.count(text) == 1
    assert word_count(texts(SHORT)) == sum(len(text.split()) for text in found)


def test_longer_words_take_more_schooling() -> None:
    plain = replace(SHORT, setting="We sat down. It was warm. She said no. " * 20)
    learned = replace(
        SHORT, setting="Institutional considerations predominated. Responsibility was unattributable. " * 20
    )
    easy, hard = grade(plain), grade(learned)
    assert easy is not None
    assert hard is not None
    assert hard.smog > easy.smog + 3
    assert hard.flesch_kincaid > easy.flesch_kincaid


def test_without_textstat_there_is_no_grade(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    assert grade(SHORT) is None


def test_the_median_is_the_score_that_half_of_all_plays_do_not_exceed() -> None:
    assert median_of([{10: 0.25, 40: 0.25, 90: 0.5}]) == 40
    assert median_of([{10: 1.0}, {20: 0.5, 30: 0.5}]) == 10
    assert median_of([{10: 0.4, 50: 0.6}, {20: 0.5, 30: 0.5}]) == 30


def test_principles_count_where_any_case_shows_or_breaks_them() -> None:
    turn = says(
        {
            "one": response(shows=[{"when": {"anger": "0-3"}, "assure": 1}, {"soothe": 1}]),
            "two": response(breaks={"welcome": 1}),
        },
        then="end",
    )
    found = script({"one": turn})
    assert principles_shown(found) == {"assure", "soothe"}
    assert principles_broken(found) == {"welcome"}


def test_measures_go_into_json() -> None:
    found = measure(Game(Library().load("third-late-sofa").script, load_principles()))
    data = json.loads(json.dumps(measures_data(found)))
    assert data["answers"] == found.best_line.number
    assert data["minutes"]["shortest"] <= data["minutes"]["longest"]
    assert 0 <= data["learner_score"] <= 100
