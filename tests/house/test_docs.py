"""What the docs say of scripts and rules is what the program does."""

from __future__ import annotations

import re

import pytest
import yaml

from scoring.principles import load_principles
from scoring.scorecard import ENDING_POINTS, LIMITS, PASS
from simulator.analysis.solver import solve
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.model import KINDS, OUTCOMES, Range
from simulator.scenario.moods import ANY, MOODS
from simulator.scenario.reader import KEYS, read_script
from simulator.scenario.reading import conditions, customers, turns
from tests.house.checkout import text_of

FORMAT = text_of("docs/scripts.md")

RULES = text_of("docs/rules.md")

FRAGMENTS = re.findall(r"```yaml\n(.*?)```", FORMAT, re.DOTALL)


def rows(text: str, heading: str) -> list[list[str]]:
    """The rows of the tables under a heading, as cells, header and rule left out."""
    section = re.split(r"^#+ ", text.split(f"# {heading}\n", 1)[1], flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [row for row, below in zip(cells, [*cells[1:], [""]], strict=True) if "---" not in (row[0], below[0])]


def written(number: int) -> str:
    return f"{number:+d}".replace("-", "−") if number else ""


def described(span: Range) -> str:
    if span == ANY:
        return "any"
    return f"{span.low}+" if span.high == ANY.high else f"{span.low}-{span.high}"


def test_the_whole_scenario_is_read_without_a_problem() -> None:
    assert read_script(FRAGMENTS[0], load_principles()).problems == ()


def test_the_whole_scenario_can_be_won_from_every_start() -> None:
    script = read_script(FRAGMENTS[0], load_principles()).script
    assert script is not None
    game = Game(script, load_principles())
    solution = solve(game)
    for start in game.starts():
        assert solution.best_line(Conversation.begin(game, 0, start))[-1].outcome == "loyal"


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_every_fragment_is_yaml(fragment: str) -> None:
    # `when` stands twice in the fragment that shows both forms, so only the syntax is read.
    assert list(yaml.parse(fragment))


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("The scenario", KEYS),
        ("The customer", customers.KEYS),
        ("Turns", turns.TURN_KEYS),
        ("Responses", turns.RESPONSE_KEYS),
        ("Endings", ("when", "outcome", "text", "aftermath")),
        ("Conditions", conditions.KEYS),
    ],
)
def test_every_key_of_the_format_has_a_row(heading: str, keys: tuple[str, ...]) -> None:
    named = {name for row in rows(FORMAT, heading) for name in re.findall(r"`([a-z]+)[`:]", row[0])}
    assert set(keys) - named == set()


@pytest.mark.parametrize("word", [*KINDS, *OUTCOMES])
def test_every_kind_and_outcome_is_named(word: str) -> None:
    assert f"`{word}`" in FORMAT


def test_the_moods_are_the_programs() -> None:
    assert rows(FORMAT, "Moods") == [[mood, *map(described, region)] for mood, region in MOODS.items()]


def test_the_principles_are_the_programs() -> None:
    principles = load_principles().values()
    assert rows(FORMAT, "Principles") == [[f"`{each.id}`", each.statement] for each in principles]
    assert rows(RULES, "What the principles move") == [
        [each.name, each.group, *map(written, each.moves), "yes" if each.heard_when_angry else "no"]
        for each in principles
    ]


def test_what_an_angry_customer_cannot_hear_is_listed() -> None:
    listed = RULES.split("can't hear:")[1].split(".")[0]
    unheard = {each.name.lower() for each in load_principles().values() if not each.heard_when_angry}
    assert set(re.findall(r"\*(.+?)\*", " ".join(listed.split()))) == unheard


def test_the_points_of_endings_are_the_programs() -> None:
    assert rows(RULES, "Points") == [[outcome, written(points) or "0"] for outcome, points in ENDING_POINTS.items()]


def test_the_judgements_and_the_pass_are_the_programs() -> None:
    limits = [[name, f"up to {percent} % of a fair move"] for percent, name in LIMITS]
    assert rows(RULES, "Score, cost, judgement") == [["best", "nothing"], *limits, ["blunder", "more"]]
    assert f"{PASS} is a pass" in RULES
