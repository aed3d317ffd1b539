"""Proving a scenario from the command line, and playing the ways it names."""

from __future__ import annotations

import re
import shlex

from tests.cli.conftest import Coolhead


def test_every_ending_is_told_with_a_way_there_that_can_be_played(coolhead: Coolhead) -> None:
    proven = coolhead("solve", "wobbly-shelf", "--json").data
    assert proven["proven"] is True
    for ending in proven["endings"]:
        if ending["reached"]:
            way = ending["shortest"]
            answers = ["--answers", ",".join(way["answers"])] if way["answers"] else []
            played = coolhead("play", "wobbly-shelf", "--json", "--seed", str(way["seed"]), *answers).data
            assert played["ending"] == ending["id"]


def test_the_best_and_the_worst_line_earn_par_and_worst(coolhead: Coolhead) -> None:
    for start in coolhead("solve", "wobbly-shelf", "--json").data["starts"]:
        for line, points in (("best_line", "par"), ("worst_line", "worst")):
            played = coolhead("play", "wobbly-shelf", "--json", "--seed", "1", "--answers", ",".join(start[line])).data
            assert played["points"] == start[points]


def test_a_printed_command_plays_as_it_stands(coolhead: Coolhead) -> None:
    printed = coolhead("solve", "wobbly-shelf").out
    commands = re.findall(r"^ +coolhead (play .*)$", printed, re.MULTILINE)
    assert commands
    assert all(coolhead(*shlex.split(command)).code == 0 for command in commands)


def test_shares_of_chance_are_whole(coolhead: Coolhead) -> None:
    proven = coolhead("solve", "wobbly-shelf", "--json").data
    assert abs(sum(ending["share"] for ending in proven["endings"]) - 1) < 1e-9
    assert abs(sum(proven["random_scores"].values()) - 1) < 1e-9


def test_beyond_the_limit_nothing_is_called_proven(coolhead: Coolhead) -> None:
    told = coolhead("solve", "wobbly-shelf", "--max-states", "2")
    assert told.out.startswith("Not proven")
    assert "at least" in told.out
    data = coolhead("solve", "wobbly-shelf", "--max-states", "2", "--json").data
    assert data["proven"] is False
    assert "par" not in data


def test_an_answer_that_can_not_be_given_stops_the_play_and_keeps_what_was_given(coolhead: Coolhead) -> None:
    told = coolhead("play", "wobbly-shelf", "--plain", "--answers", "hear,shout")
    assert told.code == 1
    assert "“shout” can't be answered" in told.err
    assert "--resume" in told.err
    assert "You go on after 1 answer" in coolhead("play", "wobbly-shelf", "--plain", "--resume").out


def test_after_the_given_answers_the_input_is_read(coolhead: Coolhead) -> None:
    played = coolhead("play", "wobbly-shelf", "--json", "--answers", " hear , nothing ", lines="1\n1\n").data
    assert [answer["id"] for answer in played["responses"]] == ["hear", "nothing", "find-out", "ring"]
