"""The customer's feelings as they show: the mood in a word, and three bars of twenty cells."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from simulator.app.text import content, one_line
from simulator.conversation.feelings import HIGHEST, Feelings

FULL, GAINED, LOST, EMPTY = "━", "━", "╍", "─"
"""The cells of a bar: what is, what came last, what went last, what could be."""


class FeelingsPanel(Widget):
    """Name, mood, and a bar for each feeling with its number and how it last changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "feelings--anger",
        "feelings--trust",
        "feelings--openness",
    }

    DEFAULT_CSS = """
    FeelingsPanel { width: 20; height: 8; background: transparent; color: $foreground; }
    """

    STYLES: ClassVar[dict[str, str]] = {"anger": "$error", "trust": "$success", "openness": "$primary"}

    customer: reactive[str] = reactive("")
    feelings: reactive[Feelings | None] = reactive(None)
    """What shows: under a mask, the mask."""
    before: reactive[Feelings | None] = reactive(None)
    """What showed before the last response; None where it can't be compared."""

    def render(self) -> Content:
        """Eight lines of twenty cells."""
        lines = [content(one_line(self.customer), "bold").truncate(HIGHEST, ellipsis=True)]
        if self.feelings is None:
            return lines[0]
        lines.append(Content.styled(self.feelings.mood, _style_of(self.feelings)))
        for place, name in enumerate(Feelings._fields):
            now = self.feelings[place]
            then = now if self.before is None else self.before[place]
            lines += _bar(name, now, then, self.STYLES[name])
        return Content("\n").join(lines)


def _bar(name: str, now: int, then: int, style: str) -> list[Content]:
    change = f"{now - then:+d}" if now != then else ""
    heading = Content.assemble(
        f"{name.capitalize():<{HIGHEST - 7}}", (f"{now:>2}", "bold"), (f" {change:>4}", f"bold {style}")
    )
    kept, came, went = min(now, then), max(0, now - then), max(0, then - now)
    bar = Content.assemble(
        (FULL * kept, style),
        (GAINED * came, f"bold {style}"),
        (LOST * went, f"{style} 60%"),
        (EMPTY * (HIGHEST - kept - came - went), "$foreground 25%"),
    )
    return [heading, bar]


def _style_of(feelings: Feelings) -> str:
    if feelings.anger >= 7:
        return "$text-error"
    return "$text-success" if feelings.mood in ("won over", "warming") else "$foreground-muted"
