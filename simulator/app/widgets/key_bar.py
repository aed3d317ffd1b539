"""The line of keys at the bottom: what can be done here, one widget that draws them all.

Textual's footer makes a widget of every key and makes them all anew whenever one changes, which costs more than
anything else that an answer does to the screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from simulator.app.text import content, one_line


class Entry(NamedTuple):
    """Something that can be done: its keys as shown, each with the key to press for it, and its name."""

    keys: tuple[tuple[str, str], ...]
    name: str
    sentence: str

    @property
    def width(self) -> int:
        """Cells it takes."""
        return sum(cell_len(shown) + 1 for shown, _ in self.keys) + cell_len(self.name)


class KeyBar(Widget):
    """The keys of the screen as it is now, each with its name; a click presses it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--name"}

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: 1; width: 1fr; padding: 0 1; background: $footer-background; color: $footer-foreground;
        & > .key-bar--key { color: $footer-key-foreground; text-style: bold; }
        & > .key-bar--name { color: $footer-foreground; }
    }
    """

    def __init__(self, *, palette: bool = True) -> None:
        """With `palette` the key of the command palette stands at the right."""
        super().__init__()
        self._palette = palette
        self._entries: tuple[Entry, ...] = ()
        self._places: list[tuple[int, int, str, str]] = []
        """Of each key drawn, where it begins and ends, the key to press, and the sentence about it."""

    @property
    def names(self) -> set[str]:
        """The names that are shown."""
        return {entry.name for entry in self._entries}

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def on_unmount(self) -> None:
        """Follow them no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def render_line(self, y: int) -> Strip:
        """All keys on one line: with less room between them where they would not fit, and cut where they must be."""
        width = self.size.width
        last = self._palette_entry()
        room = width - (last.width + 1 if last else 0)
        gap = 2 if sum(entry.width + 2 for entry in self._entries) - 2 <= room else 1
        self._places = []
        background = self.rich_style
        styles = self._style("key-bar--key", background), self._style("key-bar--name", background)
        segments: list[Segment] = []
        at = 0
        for entry in self._entries:
            if at + entry.width > room:
                break
            segments += [*self._drawn(entry, at, styles), Segment(" " * gap, background)]
            at += entry.width + gap
        if last is not None:
            segments.append(Segment(" " * max(0, width - last.width - at), background))
            segments += self._drawn(last, max(at, width - last.width), styles)
        return Strip(segments).adjust_cell_length(width, background)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if (place := self._at(event.x)) is not None:
            self.app.simulate_key(place[2])

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say what the key under the mouse is for."""
        place = self._at(event.x)
        self.tooltip = content(place[3]) if place is not None and place[3] else None

    def _at(self, x: int) -> tuple[int, int, str, str] | None:
        x -= self.gutter.left
        return next((place for place in self._places if place[0] <= x < place[1]), None)

    def _follow(self, screen: Screen[Any]) -> None:
        if screen.app.app_focus and self.is_attached and screen is self.screen:
            entries = tuple(_entries(screen))
            if entries != self._entries:
                self._entries = entries
                self.refresh()

    def _drawn(self, entry: Entry, at: int, styles: tuple[Style, Style]) -> Iterator[Segment]:
        key_style, name_style = styles
        begins = at
        for shown, key in entry.keys:
            yield Segment(f"{shown} ", key_style)
            ends = at + cell_len(shown) + 1
            self._places.append((at, ends, key, entry.sentence))
            at = ends
        yield Segment(entry.name, name_style)
        if len(entry.keys) == 1:
            self._places[-1] = (begins, begins + entry.width, entry.keys[0][1], entry.sentence)

    def _style(self, name: str, background: Style) -> Style:
        return background + self.get_component_rich_style(name, partial=True)

    def _palette_entry(self) -> Entry | None:
        if not self._palette:
            return None
        key = self.app.COMMAND_PALETTE_BINDING
        shown = self.app.get_key_display(Binding(key, "command_palette", "palette"))
        return Entry(((shown, key),), "palette", "Everything that can be done here, by name.")


def _entries(screen: Screen[Any]) -> Iterator[Entry]:
    """What can be done on a screen, each once; neighbours of a group as one."""
    first: dict[str, Binding] = {}
    for _, binding, enabled, _ in screen.active_bindings.values():
        if binding.show and enabled and binding.action not in first:
            first[binding.action] = binding
    for group, members in groupby(first.values(), lambda binding: binding.group):
        bindings = list(members)
        if group is not None and len(bindings) > 1:
            yield Entry(_keys(screen, bindings), group.description, "")
        else:
            for binding in bindings:
                yield Entry(_keys(screen, [binding]), one_line(binding.description), binding.tooltip)


def _keys(screen: Screen[Any], bindings: list[Binding]) -> tuple[tuple[str, str], ...]:
    return tuple((screen.app.get_key_display(binding), binding.key) for binding in bindings)
