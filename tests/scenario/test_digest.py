"""The digest is of a script's meaning: of every word and number, and of nothing else."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.digest import digest
from simulator.scenario.reader import read_script
from simulator.scenario.reading.texts import collapsed
from tests.scenario.scripts import PRINCIPLES, SOUND, script_with

SCRIPT = script_with()
ROOT: Any = yaml.compose(SOUND, Loader=yaml.SafeLoader)
DIGEST = "4cdc42c4aaad27d1f6cd960b18d56f2aad2a98441713b4e0c6f57241a5c2d37c"


def rewritten(node: yaml.Node, shuffle: random.Random, path: tuple[str, ...] = ()) -> Any:
    """The sound script as plain data, the keys of mappings whose order means nothing in another order."""
    if isinstance(node, yaml.ScalarNode):
        return collapsed(node.value, node.style or "")
    if isinstance(node, yaml.SequenceNode):
        return [rewritten(item, shuffle, (*path, "-")) for item in node.value]
    assert isinstance(node, yaml.MappingNode)
    items = [(key.value, rewritten(value, shuffle, (*path, key.value))) for key, value in node.value]
    first, rest = (items[:1], items[1:]) if path == ("contacts",) else ([], items)
    if path[-1:] not in (("responses",), ("endings",)):
        shuffle.shuffle(rest)
    return dict(first + rest)


@settings(deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from([None, 1, 4]))
def test_quotes_white_space_comments_and_the_order_of_keys_keep_the_digest(
    shuffle: random.Random, indent: int | None
) -> None:
    data = rewritten(ROOT, shuffle)
    text = "# another comment\n\n" + json.dumps(data, indent=indent, ensure_ascii=shuffle.random() < 0.5)
    assert "# A complete script" not in text
    reading = read_script(text, PRINCIPLES)
    assert reading.problems == ()
    assert reading.script is not None
    assert digest(reading.script) == digest(SCRIPT)


def changed(value: Any) -> Iterator[Any]:
    """Every way to change one word or number of a value, or to drop or swap parts of it."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, str):
        yield value + "x"
        if len(value) > 3:
            yield value[:2] + value[3:]
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            for other in changed(part):
                yield (*value[:place], other, *value[place + 1 :])
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield {name: other for name, other in value.items() if name != key}
            yield {(name + "x" if name == key else name): other for name, other in value.items()}
            for other in changed(part):
                yield {**value, key: other}
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            for other in changed(getattr(value, field.name)):
                yield replace(value, **{field.name: other})


def test_any_change_of_a_word_or_a_number_changes_the_digest() -> None:
    digests = [digest(script) for script in changed(SCRIPT)]
    assert len(digests) > 400
    assert digest(SCRIPT) not in digests
    # Two different changes of one text can be the same; nearly all are not.
    assert len(set(digests)) > 0.98 * len(digests)


WORDS = [place for place, letter in enumerate(SOUND) if letter in "abcdefghijklmnopqrstuvwxyz"]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(WORDS[100:]), st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
def test_a_letter_changed_in_the_file_changes_the_digest_unless_it_breaks_the_script(place: int, letter: str) -> None:
    text = SOUND[:place] + letter + SOUND[place + 1 :]
    script = read_script(text, PRINCIPLES).script
    if script is not None:
        assert (digest(script) == digest(SCRIPT)) == (script == SCRIPT)


def test_the_order_of_responses_and_endings_is_meaning() -> None:
    turn = SCRIPT.turns["third-time"]
    turned = replace(turn, responses=dict(reversed(list(turn.responses.items()))))
    assert digest(replace(SCRIPT, turns={**SCRIPT.turns, "third-time": turned})) != digest(SCRIPT)
    assert digest(replace(SCRIPT, endings=dict(reversed(list(SCRIPT.endings.items()))))) != digest(SCRIPT)


def test_which_contact_is_first_is_meaning() -> None:
    names = list(SCRIPT.contacts)
    others_swapped = {name: SCRIPT.contacts[name] for name in (names[0], names[2], names[1])}
    first_swapped = {name: SCRIPT.contacts[name] for name in (names[1], names[0], names[2])}
    assert digest(replace(SCRIPT, contacts=others_swapped)) == digest(SCRIPT)
    assert digest(replace(SCRIPT, contacts=first_swapped)) != digest(SCRIPT)


def test_what_is_written_out_as_the_default_is_as_if_left_out() -> None:
    assert digest(script_with(("  volatility: 120\n", ""))) == digest(
        script_with(("volatility: 120", "volatility: 100"))
    )
    assert digest(script_with(("    detour: yes\n", ""))) == digest(script_with(("detour: yes", "detour: no")))


def test_a_script_without_what_was_added_to_the_format_keeps_its_digest() -> None:
    assert digest(script_with(("trade: furniture\n", ""))) == DIGEST
