"""The command line: one small function a command, each importing what it needs when it runs.

Data goes to standard output, messages to standard error. What can go wrong becomes an exit code here and nowhere else.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

from simulator.app.plain.exit_codes import ExitCode, exit_code_of
from simulator.app.plain.options import InOrder, complete_scenario, ids_in_list, json_option, seed_in_range, who_options
from simulator.app.plain.streams import abandon_output, prepare_streams
from simulator.app.plain.who import Who, login

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.scenario.library import Library

SHELLS = ("bash", "zsh", "fish")

COMPLETE = "_COOLHEAD_COMPLETE"
"""The variable by which a shell asks what may follow."""


def main() -> NoReturn:
    """Run the command line, or complete it for a shell that asks, and leave with the exit code."""
    prepare_streams()
    if asked := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        sys.exit(shell_complete(coolhead, {}, "coolhead", COMPLETE, asked))
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line with these arguments; what goes wrong is told on standard error."""
    # Not click's own `main`, which answers a closed pipe and an interrupt in ways that change with its versions.
    try:
        with coolhead.make_context("coolhead", arguments) as context:
            result = coolhead.invoke(context)
        sys.stdout.flush()
        return result if isinstance(result, int) else ExitCode.OK
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(shown)
        _tell(shown.getvalue().rstrip())
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has had enough of it.
        abandon_output()
        return ExitCode.OK
    except Exception as error:
        code = exit_code_of(error)
        if code is None:
            raise
        if isinstance(error, OSError):
            abandon_output()
        _tell(f"{error.strerror}." if isinstance(error, OSError) and error.strerror else str(error))
        return code


@click.group(
    cls=InOrder,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 scenario with problems, 4 records out of use, "
    "130 interrupted.",
)
@click.version_option(package_name="coolhead", message="%(prog)s %(version)s")
@who_options("The team you are in from now on.")
@click.pass_context
def coolhead(context: click.Context, who: Who) -> int:
    """A flight simulator for difficult customers.

    Without a command it opens on the whole terminal. The commands work in lines of text, on the same records.
    """
    said = {"name": who.name, "team": who.team, "database": who.database}
    context.default_map = dict.fromkeys(coolhead.commands, said)
    return ExitCode.OK if context.invoked_subcommand else _open_app(who)


@coolhead.command("list")
@json_option()
@who_options()
def list_(as_json: bool, who: Who) -> None:
    """List the scenarios, with your best scores."""
    from simulator.app.catching_up import CatchingUp
    from simulator.app.plain import lists
    from simulator.app.plain.next_practice import next_in_words
    from simulator.app.plain.results import write_json
    from simulator.records.history import best_scores

    with who.records() as records:
        CatchingUp(records).run()
        looker = who.looker(records)
        best = best_scores(records, looker.id) if looker else {}
        summaries = tuple(_library().summaries())
        following = next_in_words(records, looker, summaries, who.options)
    rows = lists.scenario_rows(summaries, best)
    if as_json:
        write_json(sys.stdout, rows)
        return
    lists.print_scenarios(rows)
    for row in rows:
        if row["problem"]:
            _tell(f"{row['path']}:{row['problem']}")
    if following:
        _tell(following)


@coolhead.command()
@click.argument("scenario", shell_complete=complete_scenario)
@click.option("--plain", is_flag=True, help="Play in lines of text, with numbers on standard input.")
@click.option("--record", is_flag=True, help="Play for the record: it counts, once, and is explained at its end.")
@click.option("--resume", is_flag=True, help="Go on with the practice that was interrupted last.")
@click.option(
    "--seed", type=int, metavar="N", callback=seed_in_range, help="What chance draws from, to play the same again."
)
@click.option(
    "--answers", metavar="IDS", callback=ids_in_list, help="Answers to give first, by their ids, parted by commas."
)
@json_option("Print the review as JSON, the conversation on standard error.")
@who_options("The team you are in from now on.")
def play(
    scenario: str,
    plain: bool,
    record: bool,
    resume: bool,
    seed: int | None,
    answers: tuple[str, ...],
    as_json: bool,
    who: Who,
) -> int:
    """Play SCENARIO, an id or the path of a file.

    Without --plain it opens on the whole terminal, if there is one. The end of input saves what was played.
    """
    loaded = _library().load(scenario)
    if loaded.reading.problems:
        return _check([loaded.entry.path], sys.stderr)
    if not (plain or as_json or answers) and _has_terminal():
        return _open_app(who, scenario=None if resume else scenario, record=record, seed=seed)
    from simulator.app.plain import session

    wish = session.Wish(record, seed, resume, answers, as_json, scenario, who.options)
    with who.records() as records:
        session.play(records, who.player(records), loaded, wish)
    return ExitCode.OK


@coolhead.command()
@click.option("--all", "everybody", is_flag=True, help="Everybody's, not only yours.")
@click.option("--scenario", metavar="ID", help="Only those of this scenario.", shell_complete=complete_scenario)
@click.option("--limit", type=click.IntRange(1), metavar="N", default=50, show_default=True, help="How many at most.")
@json_option()
@who_options("Everybody's of this team.")
def attempts(everybody: bool, scenario: str | None, limit: int, as_json: bool, who: Who) -> None:
    """List what you have played, the latest first."""
    from simulator.app.catching_up import CatchingUp
    from simulator.app.plain import lists
    from simulator.app.plain.results import write_json
    from simulator.records import history

    everybody = everybody or (who.team is not None and who.name is None)
    with who.records() as records:
        CatchingUp(records).run()
        looker = None if everybody else who.looker(records)
        chosen = history.Filter(person=looker.id if looker else None, scenario=scenario, team=who.team)
        found = history.attempts(records, chosen, limit=min(limit, 1 << 31)) if everybody or looker else []
    if as_json:
        write_json(sys.stdout, lists.attempt_rows(found))
    else:
        from simulator.app.text import one_line

        of = f" of “{one_line(scenario)}”" if scenario else ""
        lists.print_attempts(
            found, f"There are none{of}." if everybody else f"You have none{of}; --all lists everybody's."
        )


@coolhead.command()
@click.argument("attempt", type=click.IntRange(1))
@json_option()
@who_options()
def review(attempt: int, as_json: bool, who: Who) -> None:
    """Review an attempt, by its number.

    Whoever sees a review of a scenario before playing it for the record has practised it.
    """
    from simulator.app.plain.session import print_attempt

    with who.records() as records:
        print_attempt(records, attempt, who.looker(records), as_json=as_json)


@coolhead.command()
@click.option("--plain", is_flag=True, help="Drill in lines of text, with numbers on standard input.")
@json_option("Print what was answered and what is due as JSON, the rest on standard error.")
@who_options()
def drill(plain: bool, as_json: bool, who: Who) -> int:
    """Answer again where an answer was a mistake.

    Every mistake and blunder of yours is put again when it is due: soon where you miss it again, later and later where
    you don't. Each answer is kept at once, and you may stop before any.

    Without --plain it opens on the whole terminal, if there is one. With --json and no input it only lists what is due.
    """
    if not (plain or as_json) and _has_terminal():
        return _open_app(who, drills=True)
    from simulator.app.catching_up import CatchingUp
    from simulator.app.plain.drill import drill as put_drills
    from simulator.app.plain.next_practice import next_in_words

    library = _library()
    with who.records() as records:
        CatchingUp(records).run()
        looker = who.looker(records)
        put_drills(records, looker, library, as_json=as_json)
        following = next_in_words(records, looker, tuple(library.summaries()), who.options)
        if following and not as_json:
            _tell(following)
    return ExitCode.OK


@coolhead.command()
@json_option()
@who_options("Only those of this team.")
def leaderboard(as_json: bool, who: Who) -> None:
    """Show who stands where, and who improved."""
    from simulator.app.catching_up import CatchingUp
    from simulator.app.plain import boards
    from simulator.app.plain.results import write_json

    with who.records() as records:
        CatchingUp(records).run()
        found = boards.boards(records, who.team)
    if as_json:
        write_json(sys.stdout, found)
    else:
        boards.print_boards(found)


@coolhead.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--max-states", type=click.IntRange(1), metavar="N", help="How many states to visit at most.")
@json_option()
@who_options(hidden=True)
def check(paths: tuple[str, ...], max_states: int | None, as_json: bool, who: Who) -> int:
    """Check scenario files or folders.

    Every problem of a file is told with its line and with how to mend it. Of a file without problems all plays are
    looked through, and what is found is told with the shortest answers that show it.
    """
    return _check(paths, sys.stdout, max_states=max_states, as_json=as_json)


@coolhead.command()
@click.argument("scenario", shell_complete=complete_scenario)
@click.option("--max-states", type=click.IntRange(1), metavar="N", help="How many states to visit at most.")
@json_option()
@who_options(hidden=True)
def solve(scenario: str, max_states: int | None, as_json: bool, who: Who) -> int:
    """Prove what SCENARIO allows, from every start.

    Par and worst, every ending and the shortest way there, what chance scores, and what habits score.
    """
    loaded = _library().load(scenario)
    if loaded.reading.problems:
        return _check([loaded.entry.path], sys.stderr)
    from simulator.app.plain.proving import solve_scenario

    solve_scenario(loaded, scenario, max_states, as_json=as_json)
    return ExitCode.OK


@coolhead.command()
@click.argument("scenarios", nargs=-1, metavar="[SCENARIO...]", shell_complete=complete_scenario)
@click.option("--max-states", type=click.IntRange(1), metavar="N", help="How many states to visit at most.")
@json_option()
@who_options(hidden=True)
def measure(scenarios: tuple[str, ...], max_states: int | None, as_json: bool, who: Who) -> int:
    """Measure scenarios, or the whole library.

    How long each takes to play, how hard it is, how many words it has and how they read, where its best answers stand
    and how long they are among the others, and what habits score.
    """
    library = _library()
    loaded = [library.load(scenario) for scenario in scenarios or library.entries]
    from simulator.app.plain.measuring import measure_scenarios

    sound = [each for each in loaded if each.reading.script is not None]
    all_measured = measure_scenarios(sound, max_states, as_json=as_json)
    if broken := [each.entry.path for each in loaded if each.reading.script is None]:
        return _check(broken, sys.stderr)
    return ExitCode.OK if all_measured else ExitCode.FAILURE


@coolhead.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the completion script of a shell.

    \b
    bash:  eval "$(coolhead completion bash)"        in ~/.bashrc
    zsh:   eval "$(coolhead completion zsh)"         in ~/.zshrc
    fish:  coolhead completion fish | source         in ~/.config/fish/config.fish
    """
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    assert complete is not None
    click.echo(complete(coolhead, {}, "coolhead", COMPLETE).source())


def _check(paths: Iterable[str | Path], stream: TextIO, *, max_states: int | None = None, as_json: bool = False) -> int:
    from scoring.principles import load_principles
    from simulator.app.plain.checking import check_paths, print_checked
    from simulator.app.plain.results import write_json

    checked = check_paths(paths, load_principles(), max_states)
    if not checked:
        _tell("There is no scenario file there.")
        return ExitCode.USAGE
    if as_json:
        write_json(stream, [each.data for each in checked])
    else:
        print_checked(checked, stream)
    return ExitCode.OK if all(each.sound for each in checked) else ExitCode.INVALID_SCENARIO


def _open_app(
    who: Who, *, scenario: str | None = None, record: bool = False, seed: int | None = None, drills: bool = False
) -> int:
    """Open the simulator on this terminal; without one, say what to do instead."""
    if not _has_terminal():
        _tell("There is no terminal to open on. In lines of text: coolhead play SCENARIO --plain")
        return ExitCode.USAGE
    from simulator.app.application import CoolheadApp
    from simulator.locations import database_file, settings_file
    from simulator.settings import read_settings

    app = CoolheadApp(
        database_file(who.database),
        _library,
        name=who.name,
        team=who.team,
        login=login(),
        open_scenario=scenario,
        record=record,
        seed=seed,
        open_drills=drills,
        settings=read_settings(),
        settings_path=settings_file(),
    )
    app.run()
    return app.return_code or ExitCode.OK


def _has_terminal() -> bool:
    """Whether whole screens can be drawn."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _library() -> Library:
    from simulator.scenario.library import Library
    from simulator.settings import chosen_folders

    return Library(chosen_folders())


def _tell(text: str) -> None:
    """A message to whoever runs this."""
    from simulator.app.text import harmless

    click.echo(harmless(text), err=True)
