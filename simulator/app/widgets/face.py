"""The customer's face: a portrait that moves with the feelings it is shown, and with nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from simulator.app.drawing.expression import expression
from simulator.app.drawing.portrait import HAIRS, Portrait, portrait
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
        self._drawn: tuple[object, ...] = ()
        self._portrait: Portrait | None = None

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

    def render_line(self, y: int) -> Strip:
        """One line of the portrait."""
        width, height = self.size
        if self.pose is None or width < NARROWEST or height < LOWEST:
            return Strip.blank(width, self.rich_style)
        drawing = self._draw(self.pose, width, height)
        ink, hair = self._styles(self.pose)
        segments: list[Segment] = []
        line, is_hair = drawing.lines[y], drawing.hair[y]
        begins = 0
        for column in range(1, width + 1):
            if column == width or is_hair[column] != is_hair[begins]:
                segments.append(Segment(line[begins:column], hair if is_hair[begins] else ink))
                begins = column
        return Strip(segments, width)

    def _draw(self, pose: Pose, width: int, height: int) -> Portrait:
        key = (pose, self._hair, width, height)
        if self._portrait is None or self._drawn != key:
            self._drawn = key
            face = expression(pose.anger, pose.trust, pose.openness)
            self._portrait = portrait(face, self._hair, width, height)
        return self._portrait

    def _styles(self, pose: Pose) -> tuple[Style, Style]:
        """The styles of lines and hair: an angry face is flushed."""
        background = self.rich_style
        calm = self.get_component_styles("face--ink").color
        flushed = self.get_component_styles("face--flushed").color
        hair = self.get_component_styles("face--hair").color
        ground = self.background_colors[1]
        flush = expression(pose.anger, pose.trust, pose.openness).flush
        return (
            background + Style.from_color(_on(ground, calm.blend(flushed, flush * 0.85)).rich_color),
            background + Style.from_color(_on(ground, hair).rich_color),
        )


def _on(ground: Color, color: Color) -> Color:
    """A colour that may be see-through, as it looks on a ground."""
    return ground.blend(color, color.a, alpha=1.0)
