"""The app's own themes: calm and warm, since this is about keeping a cool head. Textual's own can be chosen too."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

DARK = "coolhead-dark"
LIGHT = "coolhead-light"

THEMES = (
    Theme(
        name=DARK,
        primary="#7fb5b5",
        secondary="#a3b899",
        accent="#e0a872",
        warning="#e6bd6a",
        error="#e08176",
        success="#9cc48a",
        foreground="#e6e1d8",
        background="#1c2226",
        surface="#232b30",
        panel="#2d373d",
        dark=True,
        variables={
            "block-cursor-background": "#3d5157",
            "block-cursor-foreground": "#f6f1e7",
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": "#2d373d",
            "footer-background": "#232b30",
            "footer-key-foreground": "#e0a872",
            "border": "#4b6068",
            "border-blurred": "#37454b",
            "input-selection-background": "#7fb5b5 35%",
        },
    ),
    Theme(
        name=LIGHT,
        primary="#2f6f73",
        secondary="#5d7a4f",
        accent="#a85b1f",
        warning="#8f6400",
        error="#b23a31",
        success="#3d7336",
        foreground="#2b2a27",
        background="#faf6ee",
        surface="#f3ede1",
        panel="#e8e0d0",
        dark=False,
        variables={
            "block-cursor-background": "#cfe0db",
            "block-cursor-foreground": "#1d2b2b",
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": "#e8e0d0",
            "footer-background": "#efe7d8",
            "footer-key-foreground": "#a85b1f",
            "border": "#8fa9a4",
            "border-blurred": "#cdc5b4",
            "input-selection-background": "#2f6f73 25%",
        },
    ),
)


def settled(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables of a theme with its muted colours worked out.

    Textual leaves them to be contrasted with whatever lies beneath, which text drawn by ourselves doesn't know of.
    """
    settled = dict(variables)
    for name, share in (("text-muted", 0.68), ("text-disabled", 0.45)):
        if settled[name].startswith("auto"):
            foreground, background = (Color.parse(variables[ground]) for ground in ("foreground", "background"))
            settled[name] = background.blend(foreground, share).hex
    return settled
