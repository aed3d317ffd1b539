"""The list on home: what to resume, what to practise next, what was played lately."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.app.drill_wording import on_day
from simulator.app.text import content, one_line
from simulator.app.wording import ago, count, mode, score
from simulator.records.drills import today
from simulator.records.next_practice import why_drill

if TYPE_CHECKING:
    from simulator.app.overview import Overview
    from simulator.records.attempts import AttemptKept

RIGHT = 46
"""Cells of the right-hand part of a line."""


class ToDo(OptionList):
    """Lines under headings; enter or a click does what a line says."""

    DEFAULT_CSS = """
    ToDo { background: transparent; border: none; padding: 0; height: 1fr; }
    ToDo:focus { background: transparent; border: none; background-tint: transparent; }
    ToDo > .option-list--option { padding: 0 1; }
    ToDo > .option-list--option-disabled { color: $text-muted; }
    """

    class Resumed(Message):
        """An attempt is to be resumed."""

        def __init__(self, attempt: int) -> None:
            super().__init__()
            self.attempt = attempt

    class Reviewed(Message):
        """A review is to be shown."""

        def __init__(self, attempt: int) -> None:
            super().__init__()
            self.attempt = attempt

    class Drilled(Message):
        """The drills that are due are to be put."""

    class Practised(Message):
        """The suggestion is taken up."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._shown: tuple[Overview, datetime] | None = None

    @property
    def resumable(self) -> int | None:
        """The attempt to be resumed that the cursor is on."""
        what, _, number = ((self.highlighted_option.id if self.highlighted_option else None) or "").partition("-")
        return int(number) if what == "resume" else None

    def show(self, overview: Overview, now: datetime, *, afresh: bool = False) -> None:
        """Show what there is, the cursor on the line it was on; `afresh` it comes first again, but for a review."""
        self._shown = overview, now
        before = self.highlighted_option.id if self.highlighted_option else None
        self.set_options(self._to_dos(overview, now))
        places = {option.id: place for place, option in enumerate(self.options) if not option.disabled}
        first = min(places.values(), default=None)
        stays = before is not None and (not afresh or before.startswith("review"))
        self.highlighted = places.get(before, first) if stays else first

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        if self._shown is not None:
            self.show(*self._shown)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say what the chosen line stands for."""
        event.stop()
        what, _, number = (event.option.id or "").partition("-")
        if what == "resume":
            self.post_message(self.Resumed(int(number)))
        elif what == "review":
            self.post_message(self.Reviewed(int(number)))
        elif what == "drill":
            self.post_message(self.Drilled())
        elif what == "practise":
            self.post_message(self.Practised())

    def _to_dos(self, overview: Overview, now: datetime) -> list[Option]:
        options = []
        if overview.interrupted:
            options.append(_heading("Resume"))
            for each in overview.interrupted:
                how = f"{mode(each.attempt.mode)} · {count(each.answers, 'answer')} · {ago(each.attempt.played, now)}"
                options.append(Option(self._line(each.attempt.title, how), id=f"resume-{each.attempt.id}"))
        if overview.drills.due:
            options.append(_heading("Drills"))
            options.append(Option(content(why_drill(overview.drills.due)), id="drill"))
        elif overview.drills.next_day is not None:
            options.append(_heading("Drills"))
            said = f"Nothing is due. The next comes {on_day(overview.drills.next_day, today(now))}."
            options.append(Option(content(said), disabled=True))
        if overview.suggestion is not None:
            options.append(_heading("For the record next" if overview.suggestion.record else "Practise next"))
            both = Content.assemble(
                content(one_line(overview.suggestion.title)), "\n", content(overview.suggestion.why, "$text-muted")
            )
            options.append(Option(both, id="practise"))
        elif overview.scenarios is None:
            options.append(_heading("Practise next"))
            options.append(Option(content("Reading the library…"), disabled=True))
        elif overview.scenarios == 0:
            options.append(_heading("Practise next"))
            options.append(Option(content("There is no scenario to play. The library says why.")))
        options.append(_heading("Lately"))
        if not overview.recent:
            options.append(Option(content("Nothing yet. What you play comes here, with its review."), disabled=True))
        options.extend(
            Option(self._line(each.title, _result(each, now)), id=f"review-{each.id}") for each in overview.recent
        )
        return options

    def _line(self, title: str, right: str) -> Content:
        """A title, and at the right what is to be said of it; the title is cut where both do not fit."""
        width = max(20, self.scrollable_content_region.width - 2)
        right = set_cell_size(one_line(right), min(RIGHT, width * 2 // 3))
        room = width - cell_len(right) - 2
        title = one_line(title)
        if cell_len(title) > room:
            title = set_cell_size(title, room - 1) + "…"
        return Content.assemble(content(set_cell_size(title, room)), "  ", content(right, "$text-muted"))


def _heading(title: str) -> Option:
    return Option(content("\n" + title, "bold $primary"), disabled=True)


def _result(attempt: AttemptKept, now: datetime) -> str:
    scored = score(attempt.result.score if attempt.result else None, missing="  ?  ")
    outcome = attempt.result.outcome if attempt.result else ""
    how = "record" if attempt.for_the_record else "practice"
    return f"{how:<8} {scored:>5}  {outcome:<12}  {ago(attempt.finished or attempt.played, now)}"
