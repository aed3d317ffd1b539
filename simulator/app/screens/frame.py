"""The frame of every full screen: the top bar, the body, the footer; and work done beside it."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.worker import Worker

from simulator.app.widgets.key_bar import KeyBar
from simulator.app.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from simulator.app.application import CoolheadApp
    from simulator.app.desk import Desk

T = TypeVar("T")


class FramedScreen(Screen[T]):
    """A screen with the bar at the top and the footer. Its `body` is what stands between."""

    STAYS: ClassVar[bool] = True
    """Whether going back from the screen after it comes here; a conversation gives way to its review."""

    def compose(self) -> ComposeResult:
        """Top bar, body, footer."""
        yield self.top_bar()
        yield from self.body()
        yield KeyBar()

    def top_bar(self) -> TopBar:
        """The bar at the top."""
        return TopBar()

    def body(self) -> ComposeResult:
        """What stands between bar and footer."""
        yield from ()

    @property
    def coolhead(self) -> CoolheadApp:
        """The app, as what it is."""
        return cast("CoolheadApp", self.app)

    @property
    def desk(self) -> Desk:
        """The records, who plays, the library, the clock."""
        return self.coolhead.desk

    def entitle(self, place: str) -> None:
        """Say in the top bar where one is, and who plays."""
        bar = self.query_one(TopBar)
        bar.place = place
        bar.player = self.coolhead.player

    def work(self, coroutine: Coroutine[Any, Any, None], *, group: str = "work") -> Worker[None]:
        """Do something beside the screen, in place of what its group was at.

        What goes wrong with the records or a scenario is shown with what to do about it; it is not raised.
        """
        return self.run_worker(self._shown(coroutine), group=group, exclusive=True)

    async def _shown(self, coroutine: Coroutine[Any, Any, None]) -> None:
        from simulator.app.problems import is_problem

        try:
            await coroutine
        except NoMatches:
            # What is left while something is done beside it has no widgets to show that on.
            if self.is_attached and not self._pruning:
                raise
        except Exception as error:
            if not is_problem(error):
                raise
            self.coolhead.show_problem(error)
