"""Every command and every option is explained: in its own help, and in the README."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from simulator.app.plain.exit_codes import ExitCode
from simulator.cli import coolhead
from tests.cli.conftest import Coolhead
from tests.house.checkout import text_of

LONGEST_SUMMARY = 45
"""Characters of a summary that shells and `--help` show whole."""

COMMANDS = tuple(coolhead.commands)


def options() -> Iterator[tuple[str, click.Option]]:
    """Every option with its command, the group's own with an empty one."""
    for name, command in (("", coolhead), *coolhead.commands.items()):
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield name, parameter


def words_of_the_readme() -> set[str]:
    return set(re.findall(r"(?<![\w-])(?:--)?[a-z][a-z-]*", text_of("README.md")))


def test_every_command_says_what_it_does_in_a_line() -> None:
    for name, command in coolhead.commands.items():
        summary = command.get_short_help_str(limit=200)
        assert summary, name
        assert len(summary) <= LONGEST_SUMMARY, name


def test_every_option_says_what_it_does_and_one_that_says_nothing_is_hidden() -> None:
    for name, option in options():
        assert option.help or option.hidden, (name, option.opts)
        assert option.metavar or option.is_flag, (name, option.opts)


def test_the_readme_names_every_command() -> None:
    for name in COMMANDS:
        assert f"coolhead {name}" in text_of("README.md"), name


def test_the_readme_names_every_option() -> None:
    known = words_of_the_readme()
    for name, option in options():
        long = [each for each in option.opts if each.startswith("--")]
        assert set(long) & known, (name, option.opts)


def test_the_readme_and_the_help_name_every_exit_code() -> None:
    for code in ExitCode:
        assert f"| {int(code)} |" in text_of("README.md"), code
        assert coolhead.epilog is not None
        assert re.search(rf"\b{int(code)} ", coolhead.epilog), code


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_a_terminal(coolhead: Coolhead, command: str) -> None:
    done = coolhead(*([command] if command else []), "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: coolhead")
    assert max(map(len, done.out.splitlines())) <= 80


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != "completion"])
def test_every_command_that_keeps_or_looks_takes_the_options_of_who(command: str) -> None:
    names = {name for parameter in coolhead.commands[command].params for name in parameter.opts}
    assert {"--as", "--team", "--database", "--json"} <= names


def test_the_version_is_that_of_the_distribution(coolhead: Coolhead) -> None:
    assert re.fullmatch(r"coolhead \d+\.\d+\.\d+\n", coolhead("--version").out)
