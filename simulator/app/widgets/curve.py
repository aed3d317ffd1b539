"""The curve of feelings, with a cursor that goes from answer to answer."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from simulator.app.commands import command
from simulator.app.drawing.chart import Chart, Drawing, drawn

STEP = Binding.Group("Go", compact=True)


class Curve(Widget, can_focus=True):
    """A chart that is drawn anew for every size."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"curve--{kind}"
        for kind in ("axis", "number", "anger", "trust", "openness", "guide", "turn", "cursor", "contact", "sign")
    }

    DEFAULT_CSS = """
    Curve {
        height: 1fr; background: transparent; color: $foreground;
        & > .curve--axis, & > .curve--guide { color: $border; }
        & > .curve--number, & > .curve--contact { color: $foreground-muted; }
        & > .curve--anger { color: $error; }
        & > .curve--trust { color: $success; }
        & > .curve--openness { color: $primary; }
        & > .curve--turn { color: $accent; text-style: bold; }
        & > .curve--cursor { color: $accent; text-style: bold; }
        & > .curve--sign { color: $foreground; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        command("right", "step(1)", "Step", "The next answer.", shown_as="←→", group=STEP),
        command("t", "turn", "Turning point", "The next answer at which the conversation turned.", group=STEP),
        command("left", "step(-1)", "Step back", "The answer before.", show=False),
        command("home", "to(0)", "Beginning", "Before the first answer.", show=False),
        command("end", "to(-1)", "End", "The last answer.", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    """The number of an answer, or 0 for the beginning."""

    class Moved(Message):
        """The cursor came to another answer."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._chart: Chart | None = None
        self._drawn: tuple[tuple[int, int, int], Drawing] | None = None

    @property
    def last(self) -> int:
        """The number of the last answer."""
        return len(self._chart.signs) if self._chart else 0

    def show(self, chart: Chart) -> None:
        """Draw a chart."""
        self._chart, self._drawn = chart, None
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """Keep to the answers there are."""
        return max(0, min(cursor, self.last))

    def watch_cursor(self, number: int) -> None:
        """Tell whoever shows that answer."""
        self.post_message(self.Moved(number))

    def action_step(self, by: int) -> None:
        """Move the cursor."""
        self.cursor += by

    def action_to(self, place: int) -> None:
        """Move the cursor to the beginning, or with -1 to the end."""
        self.cursor = 0 if place == 0 else self.last

    def action_turn(self) -> None:
        """Move the cursor to the next turning point, or from the last one to the first."""
        turns = [sign.number for sign in self._chart.signs if sign.turning] if self._chart else []
        if turns:
            self.cursor = next((number for number in turns if number > self.cursor), turns[0])

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the answer nearest to the mouse."""
        if self._drawn is not None:
            columns = self._drawn[1].columns
            self.cursor = min(columns, key=lambda number: abs(columns[number] - event.x))

    def render_line(self, y: int) -> Strip:
        """One line of the chart."""
        width, height = self.size
        if self._chart is None:
            return Strip.blank(width, self.rich_style)
        drawing = self._draw(self._chart, width, height)
        if y >= len(drawing.lines):
            return Strip.blank(width, self.rich_style)
        segments = []
        begins = 0
        for kind, group in groupby(drawing.kinds[y]):
            ends = begins + sum(1 for _ in group)
            style = self.rich_style
            if kind != "empty":
                style += self.get_component_rich_style(f"curve--{kind}", partial=True)
            segments.append(Segment(drawing.lines[y][begins:ends], style))
            begins = ends
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _draw(self, chart: Chart, width: int, height: int) -> Drawing:
        key = (width, height, self.cursor)
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = (key, drawn(chart, width, height, self.cursor))
        return self._drawn[1]
