"""The line at the top of the sections: all of them, the present one marked, each with its first letter as the key."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content

from simulator.app.widgets.top_bar import TopBar


class Section(NamedTuple):
    """One of the screens that are always a key away."""

    name: str
    key: str
    title: str
    sentence: str


SECTIONS = (
    Section("home", "h", "Home", "What to resume, what to practise next, where you stand."),
    Section("library", "l", "Library", "All scenarios, to practise or to play for the record."),
    Section("attempts", "a", "Attempts", "What you have played, each with its review."),
    Section("leaderboard", "b", "Boards", "How people and teams stand."),
    Section("settings", "s", "Settings", "Your name, your team, the theme, your own scenarios."),
)


class SectionBar(TopBar):
    """The sections; `place` is the name of the present one. A click goes there."""

    def titles(self) -> Content:
        """The titles, with the present one marked by more than its colour."""
        parts: list[Content] = []
        for section in SECTIONS:
            # Names and actions are the table's above; nothing a person wrote comes in here.
            here = section.name == self.place
            letter, rest = section.title[0], section.title[1:]
            title = f"[b reverse] {letter}{rest} [/]" if here else f" [b $accent]{letter}[/]{rest} "
            parts.append(Content.from_markup(f"[@click=app.go('{section.name}')]{title}[/]"))
        return Content("").join(parts)
