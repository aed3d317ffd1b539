"""Commands: what a person can do, defined once.

A command is a Textual binding whose description is the word in the footer and whose tooltip is the sentence about it.
Key press, footer, palette, and the help screen's list of keys all come from that one definition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen


def command(
    keys: str,
    action: str,
    name: str,
    sentence: str,
    *,
    show: bool = True,
    shown_as: str | None = None,
    group: Binding.Group | None = None,
) -> Binding:
    """A command for the BINDINGS of a widget, screen or app: `keys` parted by commas, the action they call.

    With `show` false it is left out of the footer only.
    """
    return Binding(keys, action, name, show=show, key_display=shown_as, tooltip=sentence, group=group)


_RANGE = re.compile(r"\d-\d")


class KeyHelp(NamedTuple):
    """One line of the help screen."""

    keys: str
    name: str
    sentence: str


def active_commands(screen: Screen[Any]) -> Iterator[SystemCommand]:
    """What can be done on a screen now, for the palette."""
    for namespace, binding, _ in _distinct(screen, enabled_only=True):
        yield SystemCommand(
            binding.description, binding.tooltip, partial(screen.app.run_action, binding.action, namespace)
        )


def key_help(screen: Screen[Any]) -> tuple[KeyHelp, ...]:
    """The keys of a screen as it is now, for the help. What is shown as "1-5" is one line, not five."""
    found = list(_distinct(screen, enabled_only=False))
    as_range = {_verb(binding) for _, binding, _ in found if _RANGE.fullmatch(binding.key_display or "")}
    return tuple(
        KeyHelp(", ".join(keys), binding.description, binding.tooltip)
        for _, binding, keys in found
        if binding.show or not binding.key.isdigit() or _verb(binding) not in as_range
    )


def _verb(binding: Binding) -> str:
    return binding.action.partition("(")[0]


def _distinct(screen: Screen[Any], *, enabled_only: bool) -> Iterator[tuple[Any, Binding, list[str]]]:
    """Each active command once, with all its keys as they are shown. Bindings without a sentence are Textual's own."""
    found: dict[tuple[int, str], tuple[Any, Binding, list[str]]] = {}
    for namespace, binding, enabled, _ in screen.active_bindings.values():
        if not binding.tooltip or not binding.description or binding.system or (enabled_only and not enabled):
            continue
        keys = found.setdefault((id(namespace), binding.action), (namespace, binding, []))[2]
        shown = screen.app.get_key_display(binding)
        if shown not in keys:
            keys.append(shown)
    yield from found.values()
