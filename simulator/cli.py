"""The command line: one small function a command, each importing what it needs when it runs.

Data goes to standard output, messages to standard error. What can go wrong becomes an exit code here and nowhere else.
"""

from __future__ import annotations

import enum
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from simulator.records.database import Database
    from simulator.records.people import Person
    from simulator.scenario.library import Library

F = TypeVar("F", bound=Callable[..., Any])


class ExitCode(enum.IntEnum):
    """What the shell is told."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    INVALID_SCENARIO = 3
    DATABASE = 4
    INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line with these arguments; what goes wrong is told on standard error."""
    try:
        result = coolhead.main(arguments, prog_name="coolhead", standalone_mode=False)
        return result if isinstance(result, int) else ExitCode.OK
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has enough; the interpreter must not try to flush the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except Exception as error:
        code = _exit_code(error)
        if code is None:
            raise
        click.echo(str(error), err=True)
        return code


def _exit_code(error: Exception) -> ExitCode | None:
    """The exit code of an error that a person can act on; None for a fault of the program."""
    from simulator.conversation.errors import ConversationError
    from simulator.records.errors import DatabaseError, RecordsError
    from simulator.scenario.errors import ScenarioInvalid, ScenarioNotFound
    from simulator.settings import SettingsError

    if isinstance(error, ScenarioInvalid):
        return ExitCode.INVALID_SCENARIO
    if isinstance(error, ScenarioNotFound):
        return ExitCode.USAGE
    if isinstance(error, DatabaseError):
        return ExitCode.DATABASE
    if isinstance(error, RecordsError | ConversationError | SettingsError):
        return ExitCode.FAILURE
    return None


def _records_options(function: F) -> F:
    for option in (
        click.option("--database", metavar="PATH", help="The records to use instead of your own."),
        click.option("--team", metavar="NAME", help="The team to play for."),
        click.option("--as", "name", metavar="NAME", help="Who you are, instead of the saved profile."),
    ):
        function = option(function)
    return function


_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="coolhead", message="%(prog)s %(version)s")
@_records_options
@click.pass_context
def coolhead(context: click.Context, name: str | None, team: str | None, database: str | None) -> None:
    """A flight simulator for difficult customers. Without a command it opens the simulator."""
    if context.invoked_subcommand is None:
        context.exit(_open_app(name, team, database))
    context.default_map = {command: {"name": name, "team": team, "database": database} for command in coolhead.commands}


@coolhead.command("list")
@_json_option
@_records_options
def list_(as_json: bool, name: str | None, team: str | None, database: str | None) -> None:
    """The scenarios there are, with your best scores."""
    from simulator.app.plain.tables import print_table, scenario_rows
    from simulator.records.history import best_scores

    with _records(database) as records:
        best = dict(best_scores(records, _person(records, name, team).id))
    rows = scenario_rows(_library().summaries(), best)
    if as_json:
        _write_json(rows)
        return
    playable = [row for row in rows if row["problem"] is None]
    columns = ("id", "kind", "difficulty", "title", "practice", "record")
    print_table(columns, [[row[column] for column in columns] for row in playable], "There are no scenarios.")
    for row in rows:
        if row["problem"]:
            click.echo(f"{row['id']}: {row['problem']}", err=True)


@coolhead.command()
@click.argument("scenario")
@click.option("--plain", is_flag=True, help="Play in lines of text, with numbers on standard input.")
@click.option("--record", is_flag=True, help="Play for the record: once, with no way back, and it counts.")
@click.option("--resume", is_flag=True, help="Go on with the practice that was interrupted last.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), metavar="N", help="What chance draws from.")
@_json_option
@_records_options
def play(
    scenario: str,
    plain: bool,
    record: bool,
    resume: bool,
    seed: int | None,
    as_json: bool,
    name: str | None,
    team: str | None,
    database: str | None,
) -> int:
    """Play SCENARIO, an id of the library or the path of a file."""
    loaded = _library().load(scenario)
    loaded.script  # noqa: B018 -- raises if it has problems, before anything is opened
    if not (plain or as_json) and sys.stdin.isatty() and sys.stdout.isatty():
        return _open_app(name, team, database, scenario=scenario, record=record, seed=seed)
    from simulator.app.plain.session import Wish
    from simulator.app.plain.session import play as play_plain

    with _records(database) as records:
        person = _person(records, name, team)
        play_plain(records, person, loaded, Wish(record, seed, resume), as_json=as_json)
    return ExitCode.OK


@coolhead.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_json_option
def check(paths: tuple[str, ...], as_json: bool) -> int:
    """Check scenario files, or folders of them, and say what is wrong and where."""
    from scoring.principles import load_principles
    from simulator.app.plain.checking import check_paths

    results = check_paths([Path(path) for path in paths], load_principles())
    if as_json:
        _write_json([result.data for result in results])
    else:
        for result in results:
            for line in result.lines:
                click.echo(line)
    return ExitCode.OK if results and all(result.sound for result in results) else ExitCode.INVALID_SCENARIO


@coolhead.command()
@click.option("--all", "everybody", is_flag=True, help="Everybody's, not only yours.")
@click.option("--scenario", metavar="ID", help="Only those of this scenario.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@_json_option
@_records_options
def attempts(
    everybody: bool,
    scenario: str | None,
    limit: int,
    as_json: bool,
    name: str | None,
    team: str | None,
    database: str | None,
) -> None:
    """What was played, the latest first."""
    from simulator.app.plain.tables import attempt_rows, print_table
    from simulator.records import history

    with _records(database) as records:
        person = None if everybody else _person(records, name, team).id
        chosen = history.Filter(person=person, scenario=scenario, team=team if everybody else None)
        rows = attempt_rows(history.attempts(records, chosen, limit=limit))
    if as_json:
        _write_json(rows)
        return
    columns = ("attempt", "person", "scenario", "mode", "started", "outcome", "score")
    print_table(columns, [[row[column] for column in columns] for row in rows], "Nothing has been played yet.")


@coolhead.command()
@click.argument("attempt", type=click.IntRange(1))
@_json_option
@_records_options
def review(attempt: int, as_json: bool, name: str | None, team: str | None, database: str | None) -> None:
    """The review of ATTEMPT, by the number that `coolhead attempts` shows."""
    from simulator.app.plain.session import print_attempt

    with _records(database) as records:
        print_attempt(records, attempt, as_json=as_json)


@coolhead.command()
@_json_option
@_records_options
def leaderboard(as_json: bool, name: str | None, team: str | None, database: str | None) -> None:
    """Who stands where: at first sight, practised, by team, and who has improved most."""
    from simulator.app.plain.tables import boards as all_boards
    from simulator.app.plain.tables import print_boards

    with _records(database) as records:
        boards = all_boards(records, team)
    if as_json:
        _write_json(boards)
    else:
        print_boards(boards)


def _open_app(
    name: str | None,
    team: str | None,
    database: str | None,
    *,
    scenario: str | None = None,
    record: bool = False,
    seed: int | None = None,
) -> int:
    """Open the simulator on this terminal; without one, say what to do instead."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo("There is no terminal here. Play in lines of text: coolhead play SCENARIO --plain", err=True)
        return ExitCode.USAGE
    from simulator.app.application import CoolheadApp
    from simulator.locations import database_file, settings_file
    from simulator.settings import read_settings

    app = CoolheadApp(
        database_file(database),
        _library,
        name=name,
        team=team,
        login=_login(),
        open_scenario=scenario,
        record=record,
        seed=seed,
        settings=read_settings(),
        settings_path=settings_file(),
    )
    app.run()
    return app.return_code or ExitCode.OK


def _library() -> Library:
    from simulator.scenario.library import Library
    from simulator.settings import chosen_folders

    return Library(chosen_folders())


def _records(database: str | None) -> Database:
    from simulator.locations import database_file
    from simulator.records.database import open_database

    return open_database(database_file(database))


def _person(records: Database, name: str | None, team: str | None) -> Person:
    from simulator.records.open_attempt import utc_now
    from simulator.records.people import acting

    return acting(records, name=name, team=team, login=_login(), at=utc_now())


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


def _write_json(data: object) -> None:
    json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
