"""What several commands share on the command line: options, completion, the order of commands."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from simulator.app.plain.who import Who

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])


class InOrder(click.Group):
    """Commands in the order in which somebody comes to need them."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names as they were added."""
        return list(self.commands)


def who_options(team: str | None = None, *, hidden: bool = False) -> Callable[[F], F]:
    """Hand a command who asks, by options that may as well stand before the command.

    `team` says what the team means to it; where it means nothing, it is taken all the same.
    """

    def decorate(function: F) -> F:
        @click.option("--as", "name", metavar="NAME", help="Who you are this time; your profile stays.", hidden=hidden)
        @click.option("--team", metavar="NAME", help=team, hidden=team is None)
        @click.option("--database", metavar="PATH", help="The file of records, instead of your own.", hidden=hidden)
        @functools.wraps(function)
        def command(*args: Any, name: str | None, team: str | None, database: str | None, **rest: Any) -> Any:
            return function(*args, who=Who(name, team, database), **rest)

        return command  # type: ignore[return-value]

    return decorate


def json_option(help: str = "Print JSON.") -> Callable[[F], F]:
    """Let a command answer programs."""
    return click.option("--json", "as_json", is_flag=True, help=help)


def seed_in_range(context: click.Context, parameter: click.Parameter, seed: int | None) -> int | None:
    """The seed, if it is one that can be kept. Raises click.BadParameter."""
    if seed is not None and not 0 <= seed < 1 << 63:
        raise click.BadParameter("it is a whole number from 0 to 2**63 - 1.", context, parameter)
    return seed


def ids_in_list(context: click.Context, parameter: click.Parameter, listed: str | None) -> tuple[str, ...]:
    """The ids of a list parted by commas."""
    return tuple(part.strip() for part in (listed or "").split(",") if part.strip())


def complete_scenario(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids that begin like this; files, where none does or a path has been begun. No scenario is read for it."""
    from click.shell_completion import CompletionItem

    from simulator.scenario.library import Library
    from simulator.settings import SettingsError, chosen_folders

    try:
        ids = [scenario for scenario in Library(chosen_folders()).entries if scenario.startswith(incomplete)]
    except (SettingsError, OSError):
        ids = []
    if not ids or incomplete.startswith((".", "/", "~")):
        return [CompletionItem(incomplete, type="file")]
    return [CompletionItem(scenario) for scenario in ids]
