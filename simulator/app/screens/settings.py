"""The settings: who one is, how the app looks, which folders of scenarios join the library."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Select, Static

from simulator.app.commands import command
from simulator.app.screens.section import SectionScreen
from simulator.app.text import content
from simulator.app.widgets.field import Field
from simulator.app.wording import count
from simulator.records.errors import NameRefused
from simulator.settings import SettingsError


class NoSuchFolder(Exception):
    """What was typed is not a folder."""


class SettingsScreen(SectionScreen):
    """Fields that hold as soon as they are left with enter or saved."""

    NAME = "settings"
    CSS_PATH = "../styles/settings.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        command("ctrl+s", "save", "Save", "Keep the name, the team and the folder."),
        command("escape", "leave", "Back", "Back home; what was not kept stays as it was."),
    ]

    def body(self) -> ComposeResult:
        """The fields, each with a line about it."""
        with VerticalScroll(id="settings", can_focus=False):
            yield Static("Name", classes="label")
            yield Field(id="name", max_length=80, compact=True)
            yield Static("Your attempts and your standing go with you under a new name.", classes="about")
            yield Static("Team", classes="label")
            yield Field(id="team", max_length=80, compact=True)
            yield Static("May be empty. A team of two ranked people is on the board of teams.", classes="about")
            yield Static("Scenario folder", classes="label")
            yield Field(id="folder", compact=True, placeholder="none")
            yield Static("", id="about-folder", classes="about")
            yield Static("Theme", classes="label")
            yield Select[str]([], id="theme", allow_blank=True, compact=True, prompt="Theme")
            yield Static("Kept at once. The palette changes it too.", classes="about")
            yield Static("", id="said")

    def on_mount(self) -> None:
        """Offer the themes, our own first."""
        own = [name for name in self.app.available_themes if name.startswith("coolhead")]
        others = sorted(name for name in self.app.available_themes if name not in own)
        theme = self.query_one("#theme", Select)
        theme.set_options((content(name), name) for name in (*own, *others))
        theme.value = self.app.theme
        self.query_one("#name", Input).focus()

    async def load(self) -> None:
        """Show what holds now."""
        desk, settings = self.desk, self.coolhead.settings
        self.query_one("#theme", Select).value = self.app.theme
        self._say("")
        self.query_one("#name", Input).value = desk.person.name
        self.query_one("#team", Input).value = desk.person.team
        self.query_one("#folder", Input).value = os.pathsep.join(map(str, settings.scenarios))
        await self._count_scenarios()

    async def _count_scenarios(self) -> None:
        """Say what the folder brings to the library."""
        summaries = await self.desk.summaries()
        own = [summary for summary in summaries if summary.entry.source != "bundled"]
        broken = sum(summary.broken for summary in own)
        said = "Your own scenarios join the library from here."
        if own:
            said = f"{count(len(own) - broken, 'scenario')} of your own in the library"
            said += f", {broken} with problems: the library says which." if broken else "."
        self.query_one("#about-folder", Static).update(content(said))

    @on(Select.Changed, "#theme")
    def choose_theme(self, event: Select.Changed) -> None:
        """Change the colours, and keep the choice."""
        if isinstance(event.value, str) and event.value != self.app.theme:
            self.app.theme = event.value

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Keep the fields."""
        self.work(self._save(), group="save")

    async def _save(self) -> None:
        name, team, folder = (self.query_one(field, Input) for field in ("#name", "#team", "#folder"))
        try:
            await self.desk.ask(self.desk.rename, name.value, team.value)
            await self.desk.ask(self.coolhead.keep_folders, _folders(folder.value))
        except (NameRefused, NoSuchFolder, SettingsError) as error:
            self._say(str(error), trouble=True)
            return
        self.entitle(self.NAME)
        await self.load()
        self._say("Kept.")

    def _say(self, text: str, *, trouble: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.set_class(trouble, "trouble")
        said.update(content(text))

    def action_leave(self) -> None:
        """Go home."""
        self.coolhead.action_go("home")


def _folders(written: str) -> tuple[Path, ...]:
    """The folders of a field, parted as in PATH. Raises NoSuchFolder."""
    folders = []
    for part in written.split(os.pathsep):
        if not part.strip():
            continue
        path = Path(os.path.expanduser(part.strip()))
        if not path.is_dir():
            raise NoSuchFolder(f"There is no folder {path}.")
        folders.append(path.resolve())
    return tuple(folders)
