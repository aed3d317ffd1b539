"""The customer's face: a portrait that moves with the feelings it is shown, and with nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from simulator.app.drawing.expression import expression
from simulator.app.drawing.portrait import HAIRS, portrait
from simulator.app.heads import head_of
from simulator.conversation.feelings import Feelings
from simulator.scenario.model import Script

MOVING = 0.45
"""Seconds from one expression to the next."""

NARROWEST, LOWEST = 10, 5
"""A face in fewer cells can't be read, and is left out."""


@dataclass(frozen=True)
class Pose:
    """Feelings on their way from one state to another."""

    anger: float
    trust: float
    openness: float

    def blend(self, destination: Pose, factor: float) -> Pose:
        """The pose that far on the way to another; Textual's animator asks for it."""
        return Pose(
            self.anger + (destination.anger - self.anger) * factor,
            self.trust + (destination.trust - self.trust) * factor,
            self.openness + (destination.openness - self.openness) * factor,
        )


class Face(Widget):
    """A face. The same customer always has the same head."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"face--ink", "face--flushed", "face--hair"}

    DEFAULT_CSS = """
    Face {
        width: 1fr; height: 9; background: transparent;
        & > .face--ink { color: $foreground; }
        & > .face--flushed { color: $error; }
        & > .face--hair { color: $accent 55%; }
    }
    """

    pose: reactive[Pose | None] = reactive(None)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hair = HAIRS[0]
        self._drawn: tuple[tuple[Pose | None, str, Size], list[Strip]] | None = None

    def belong_to(self, script: Script) -> None:
        """Take the head of a scenario's customer."""
        self._hair = head_of(script)
        self.refresh()

    def show(self, feelings: Feelings, *, at_once: bool = False) -> None:
        """Move to the expression of these feelings."""
        pose = Pose(*feelings)
        if self.pose is None or at_once or not self.is_attached:
            self.pose = pose
        elif pose != self.pose:
            self.animate("pose", pose, duration=MOVING, easing="out_cubic", level="basic")

    def notify_style_update(self) -> None:
        """Draw it anew for another theme."""
        super().notify_style_update()
        self._drawn = None

    def validate_pose(self, pose: Pose | None) -> Pose | None:
        """Move in half points: a face that is drawn more often than it changes only costs time."""
        return pose and Pose(*(round(2 * feeling) / 2 for feeling in (pose.anger, pose.trust, pose.openness)))

    def render_line(self, y: int) -> Strip:
        """One line of the portrait."""
        size = self.size
        key = (self.pose, self._hair, size)
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = (key, self._draw(self.pose, size))
        lines = self._drawn[1]
        return lines[y] if y < len(lines) else Strip([])

    def _draw(self, pose: Pose | None, size: Size) -> list[Strip]:
        width, height = size
        if pose is None or width < NARROWEST or height < LOWEST:
            return [Strip.blank(width, self.rich_style)] * height
        face = expression(pose.anger, pose.trust, pose.openness)
        drawing = portrait(face, self._hair, width, height)
        ink, hair = self._styles(face.flush)
        lines = []
        for line, is_hair in zip(drawing.lines, drawing.hair, strict=True):
            runs = groupby(zip(line, is_hair, strict=True), key=itemgetter(1))
            segments = [Segment("".join(sign for sign, _ in run), hair if hairy else ink) for hairy, run in runs]
            lines.append(Strip(segments, width))
        return lines

    def _styles(self, flush: float) -> tuple[Style, Style]:
        """The styles of lines and hair: an angry face is flushed."""
        background = self.rich_style
        calm = self.get_component_styles("face--ink").color
        flushed = self.get_component_styles("face--flushed").color
        hair = self.get_component_styles("face--hair").color
        ground = self.background_colors[1]
        return (
            background + Style.from_color(_on(ground, calm.blend(flushed, flush * 0.85)).rich_color),
            background + Style.from_color(_on(ground, hair).rich_color),
        )


def _on(ground: Color, color: Color) -> Color:
    """A colour that may be see-through, as it looks on a ground."""
    return ground.blend(color, color.a, alpha=1.0)
