"""The app: its screens by name, its themes, its signals, what holds on every screen.

Who opens it gives the database's path, a way to make the library, whose name to play under, and perhaps a scenario to
begin with; runs it with `run()` and exits with its `return_code`. Before the first paint nothing is read, and only what
that paint needs is imported.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import signal
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen
from textual.types import CSSPathType

from simulator.app.commands import active_commands, command
from simulator.app.desk import Desk, now
from simulator.app.screens.opening import OpeningScreen
from simulator.app.text import harmless
from simulator.app.themes import DARK, THEMES, settled
from simulator.app.widgets.section_bar import SECTIONS
from simulator.settings import Settings

if TYPE_CHECKING:
    from simulator.scenario.library import Library

DEFAULTS = Settings()

HOME = 2
"""How many screens there are when home is in front: the opening, and home."""


AHEAD = ("library", "briefing", "conversation", "drill", "attempts", "leaderboard", "settings", "help", "review")
"""The screens that are imported while home is looked at, so that no key press waits for it."""


class CoolheadApp(App[None], inherit_bindings=False):
    """Coolhead on a terminal."""

    TITLE = "Coolhead"
    CSS_PATH: ClassVar[CSSPathType | None] = "styles/application.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-very-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        command("question_mark,f1", "help", "Help", "The keys of this screen, the words, how scoring works."),
        command("q,ctrl+q,ctrl+c", "quit", "Quit", "Leave at any moment; everything is kept as it stands."),
    ]

    def __init__(
        self,
        database_path: Path,
        library: Callable[[], Library],
        *,
        name: str | None = None,
        team: str | None = None,
        login: str = "",
        open_scenario: str | None = None,
        record: bool = False,
        seed: int | None = None,
        open_drills: bool = False,
        settings: Settings = DEFAULTS,
        settings_path: Path | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        """`library` makes the library when it is first needed. `open_scenario` is the id of a scenario to begin with,
        `record` and `seed` are how; with `open_drills` it begins with the drills that are due.

        Settings that are changed are kept at `settings_path`, if there is one.
        """
        super().__init__()
        self.desk = Desk(database_path, library, name=name, team=team, login=login, clock=clock)
        self.settings = settings
        self._settings_path = settings_path
        self._open_scenario = open_scenario
        self._record = record
        self._seed = seed
        self._open_drills = open_drills
        self._code = 0
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = settings.theme if settings.theme in self.available_themes else DARK

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme."""
        self.theme_variables = settled(super().get_css_variables())
        return self.theme_variables

    def get_default_screen(self) -> Screen[Any]:
        """What lies beneath all other screens."""
        return OpeningScreen()

    @property
    def player(self) -> str:
        """Who plays and for which team, as the top bar says it."""
        if not self.desk.known:
            return ""
        person = self.desk.person
        return f"{person.name} · {person.team}" if person.team else person.name

    def on_mount(self) -> None:
        """Heed the signals; open the desk once the first screen is painted."""
        self._heed_signals()
        # What is read beside the screen must not hold up a key press for as long as Python would let it.
        sys.setswitchinterval(0.001)
        self.call_after_refresh(self.open_desk)

    async def on_unmount(self) -> None:
        """Close the records once whatever is still being kept is kept."""
        await self.desk.ask(self.desk.close)

    def open_desk(self) -> None:
        """Open the records and go on to whatever comes first."""
        self.run_worker(self._open_desk(), group="desk", exclusive=True)

    async def _open_desk(self) -> None:
        from simulator.app.problems import is_problem

        try:
            await self.desk.ask(self.desk.open)
        except Exception as error:
            if not is_problem(error):
                raise
            self.show_problem(error, stops=True)
            return
        if not self.desk.known:
            from simulator.app.screens.first_run import FirstRunScreen

            await self.push_screen_wait(FirstRunScreen())
        await self.desk.ask(_import_ahead, "home")
        from simulator.app import routes
        from simulator.app.screens.home import HomeScreen

        self._pop_to(1)
        await self.push_screen(HomeScreen())
        if self._open_scenario is not None:
            scenario, self._open_scenario = self._open_scenario, None
            routes.brief(self, scenario, record=self._record, seed=self._seed)
        elif self._open_drills:
            self._open_drills = False
            routes.drill(self)
        await self.desk.ask(_import_ahead, *AHEAD)

    def show_problem(self, error: Exception, *, stops: bool = False) -> None:
        """Tell of a problem. After one that stops everything, such as the records', all is opened anew."""
        from simulator.app.problems import exit_code, told
        from simulator.app.screens.problem import ProblemScreen

        if isinstance(self.screen, ProblemScreen):
            return
        problem = told(error, stops=stops)
        if problem.stops:
            self._code = exit_code(error)

        def answered(again: bool | None) -> None:
            if problem.stops and again:
                self._code = 0
                self.desk.close()
                self._pop_to(1)
                self.open_desk()

        self.push_screen(ProblemScreen(problem), answered)

    def watch_theme(self, theme_name: str) -> None:
        """Keep a theme that somebody chose."""
        if self.is_running and theme_name != (self.settings.theme or DARK):
            self.run_worker(self._keep_theme(theme_name), group="settings")

    async def _keep_theme(self, theme_name: str) -> None:
        from simulator.settings import SettingsError

        try:
            await self.desk.ask(self._keep, replace(self.settings, theme=theme_name))
        except SettingsError as error:
            self.notify(harmless(str(error)), title="The theme is not kept", severity="warning", markup=False)

    def keep_folders(self, folders: tuple[Path, ...]) -> None:
        """Let these folders join the library, now and from now on. Blocks; raises SettingsError."""
        from simulator.locations import scenario_folders
        from simulator.scenario.library import Library

        if folders != self.settings.scenarios:
            self._keep(replace(self.settings, scenarios=folders))
            self.desk.use_library(partial(Library, tuple(dict.fromkeys((*scenario_folders(), *folders)))))

    def _keep(self, settings: Settings) -> None:
        from simulator.settings import save_settings

        self.settings = settings
        if self._settings_path is not None:
            save_settings(settings, self._settings_path)

    def action_go(self, name: str) -> None:
        """Go to a section; home lies beneath the others, of which one is open at a time."""
        if not self.desk.known or len(self.screen_stack) < HOME:
            return
        if name == "home":
            self._pop_to(HOME)
        elif len(self.screen_stack) == HOME:
            self.push_screen(self._section(name))
        else:
            self._pop_to(HOME + 1)
            self.switch_screen(self._section(name))

    async def action_back(self) -> None:
        """Leave the screen for the one beneath it; home lies beneath all."""
        if len(self.screen_stack) > HOME:
            self.pop_screen()

    def action_help(self) -> None:
        """Show the help over the present screen."""
        from simulator.app.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    async def action_quit(self) -> None:
        """Leave. Nothing is lost, so nothing is asked."""
        self.exit(return_code=self._code)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Everything that can be done here, then the ways to the sections, for the palette."""
        titles = set()
        for each in active_commands(screen):
            titles.add(each.title)
            yield each
        for section in SECTIONS:
            if self.desk.known and section.title not in titles:
                yield SystemCommand(section.title, section.sentence, lambda name=section.name: self.action_go(name))
        yield SystemCommand("Theme", "Choose the colours.", self.action_change_theme)

    def _section(self, name: str) -> str:
        """The section of that name, made when somebody first goes there and kept as they leave it."""
        if not self.is_screen_installed(name):
            module = importlib.import_module(f"simulator.app.screens.{name}")
            self.install_screen(getattr(module, f"{name.capitalize()}Screen")(), name)
        return name

    def _pop_to(self, screens: int) -> None:
        """Leave every screen above these lowest ones."""
        while len(self.screen_stack) > screens:
            self.pop_screen()

    def _heed_signals(self) -> None:
        """Let a request to end leave the terminal as it was found. Windows has no such signals."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            if (number := getattr(signal, name, None)) is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._told_to_end, 128 + number)

    def _told_to_end(self, code: int) -> None:
        self.exit(return_code=code)


def _import_ahead(*names: str) -> None:
    """Import these screens beside what is shown."""
    for name in names:
        importlib.import_module(f"simulator.app.screens.{name}")
