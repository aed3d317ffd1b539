"""What is typed wrong, or with bad intent."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Coolhead, Done
from tests.small_scenarios import SHELF

HOSTILE = ("\x1b[2J", "[/", "[@click=app.quit]", "\u202eevil", "a\nb", "'; DROP TABLE people; --")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_is_typed_reaches_the_terminal_as_more_than_text(coolhead: Coolhead, text: str) -> None:
    done: list[Done] = [
        coolhead("play", text),
        coolhead("play", "cold-soup", "--as", text, lines=f"{text}\n1\n"),
        coolhead("play", "cold-soup", "--team", text, lines="1\n"),
        coolhead("attempts", "--as", text, "--team", text, "--scenario", text),
        coolhead("leaderboard", "--team", text),
        coolhead("--database", f"/nowhere/{text}/x.db", "list"),
        coolhead("check", text),
        coolhead(f"--{text}"),
        coolhead(text),
        coolhead("attempts", "--all"),
    ]
    for each in done:
        written = each.out + each.err
        assert not set(written) & {"\x1b", "\u202e"}
        assert each.code in (0, 2, 3, 4)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("play",), "Missing argument 'SCENARIO'"),
        (("play", "cold-soup", "--seed", "x"), "--seed"),
        (("play", "cold-soup", "--seed", "-1"), "--seed"),
        (("play", "cold-soup", "--seed", str(1 << 63)), "--seed"),
        (("play", "nowhere/at-all.yaml"), "nowhere/at-all.yaml"),
        (("play", "cold-soup", "--as", "   "), "at least one letter"),
        (("play", "cold-soup", "--team", "\x1b[2J"), "U+001B"),
        (("review", "first"), "first"),
        (("review", "0"), "0"),
        (("check",), "PATH"),
        (("completion", "cmd"), "bash"),
    ],
)
def test_what_is_not_understood_is_told_and_is_2(coolhead: Coolhead, arguments: tuple[str, ...], said: str) -> None:
    done = coolhead(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize("arguments", [("review", str(1 << 70)), ("attempts", "--all", "--limit", str(1 << 70))])
def test_odd_numbers_are_no_fault(coolhead: Coolhead, arguments: tuple[str, ...]) -> None:
    assert coolhead(*arguments).code in (0, 1)


def test_a_file_that_is_no_database_is_left_alone_and_is_4(coolhead: Coolhead) -> None:
    before = SHELF.read_bytes()
    done = coolhead("attempts", "--database", str(SHELF))
    assert (done.code, done.out) == (4, "")
    assert SHELF.read_bytes() == before
