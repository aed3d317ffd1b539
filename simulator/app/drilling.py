"""Drilling beside a screen: drills opened one after the other, judged and kept away from the key press."""

from __future__ import annotations

from datetime import date

from scoring.principles import load_principles
from scoring.scorecard import Judgement
from simulator.analysis.review import Move, Reviewer
from simulator.app.catching_up import CatchingUp
from simulator.app.desk import Desk
from simulator.app.solving import Solving, solving
from simulator.conversation.conversation import Conversation
from simulator.records.drills import Drill, DrillsWaiting, due_drills, today, waiting
from simulator.records.open_drill import OpenDrill, has_changed, open_drill


class Drilling:
    """One sitting: the drills that were due when it began."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._drills: list[Drill] = []
        self._beside: Solving | None = None
        self._catching_up: CatchingUp | None = None
        self.place = 0
        """The number of the drill that is being put, from 1."""
        self.judgements: list[Judgement] = []
        """How what was answered was judged, in order."""

    @property
    def count(self) -> int:
        """How many drills there are in this sitting."""
        return len(self._drills)

    @property
    def today(self) -> date:
        """The day by which drills are due."""
        return today(self._desk.clock())

    async def begin(self) -> None:
        """Find what is due, in attempts too that ended while nobody waited for their review."""
        desk = self._desk
        self._catching_up = CatchingUp(desk.database)
        await desk.ask(self._catching_up.run)
        self._drills = await desk.ask(due_drills, desk.database, desk.person.id, at=desk.clock())

    async def next(self) -> OpenDrill | None:
        """Open the next drill and have it solved; None after the last. Raises DrillLost for one that can't be put."""
        self.stop()
        if self.place >= self.count:
            return None
        self.place += 1
        desk = self._desk
        opened = await desk.ask(
            open_drill, desk.database, self._drills[self.place - 1], load_principles(), clock=desk.clock
        )
        start = opened.conversation.rewound(0)
        self._beside = await desk.ask(solving, desk.database, opened.scenario, start.feelings)
        return opened

    async def changed(self, opened: OpenDrill) -> bool:
        """Whether the scenario has another script by now."""
        return await self._desk.ask(has_changed, self._desk.library, opened.kept)

    async def judge(self, opened: OpenDrill, after: Conversation) -> Move:
        """Judge an answer and keep it. Raises SolvingFailed, and then nothing is kept."""
        assert self._beside is not None, "a drill that was opened is being solved"
        solution = await self._desk.ask(self._beside.result, self._desk.database)
        move = Reviewer(after, solution).move(after)
        await self._desk.ask(opened.keep, move)
        self.judgements.append(move.judgement)
        return move

    async def left(self) -> DrillsWaiting:
        """What is still to be drilled, now and later."""
        return await self._desk.ask(waiting, self._desk.database, self._desk.person.id, at=self._desk.clock())

    def stop(self) -> None:
        """Stop what goes on beside it."""
        if self._catching_up is not None:
            self._catching_up.stop()
        if self._beside is not None:
            self._beside.stop()
            self._beside = None
