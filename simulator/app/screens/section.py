"""The frame of the sections: home, library, attempts, boards, settings. Each is a key away from the others."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from simulator.app.commands import command
from simulator.app.screens.frame import FramedScreen
from simulator.app.widgets.section_bar import SECTIONS, SectionBar

GO = Binding.Group("Go to", compact=False)


class SectionScreen(FramedScreen[None]):
    """A section. It loads anew whenever it comes to the front, since anything may have been played meanwhile."""

    NAME: ClassVar[str]
    """Its name among the sections."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            command(section.key, f"app.go('{section.name}')", section.title, section.sentence, group=GO)
            for section in SECTIONS
        ),
        command("escape", "app.go('home')", "Home", "Back to where you began.", show=False),
    ]

    def top_bar(self) -> SectionBar:
        """All sections, this one marked."""
        return SectionBar()

    def on_screen_resume(self) -> None:
        """Load what it shows."""
        self.entitle(self.NAME)
        self.work(self.load(), group="load")

    def load(self) -> Coroutine[Any, Any, None]:
        """Read what the section shows and fill it in."""
        raise NotImplementedError
