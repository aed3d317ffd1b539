"""Playing an attempt beside a screen: begun or taken up, answered, taken back and judged away from the key press."""

from __future__ import annotations

import secrets

from scoring.principles import load_principles
from simulator.analysis.review import Move, Reviewer
from simulator.analysis.solution import Option
from simulator.app.desk import Desk
from simulator.app.solving import Solving, solving
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.records.attempts import for_the_record
from simulator.records.lessons import keep_review
from simulator.records.open_attempt import OpenAttempt, Scenario, resume_attempt, start_attempt

HIGHEST_SEED = 2**31 - 1


class Playing:
    """An attempt that is being played, with the solution that judges it as soon as there is one."""

    def __init__(self, desk: Desk, attempt: OpenAttempt) -> None:
        self._desk = desk
        self.attempt = attempt
        self.beside: Solving | None = None
        self._reviewer: Reviewer | None = None

    @property
    def conversation(self) -> Conversation:
        """The conversation as it stands."""
        return self.attempt.conversation

    @property
    def recorded(self) -> bool:
        """Whether it counts: no way back, no hint, no explanation until the end."""
        return self.attempt.for_the_record

    @property
    def judged(self) -> bool:
        """Whether answers can be judged by now."""
        return self._reviewer is not None

    async def respond(self, response: str) -> Conversation:
        """Give a response; it is kept when this returns."""
        after = await self._desk.ask(self.attempt.respond, response)
        if after.ended:
            await self._keep_review()
        return after

    async def rewind(self, to: int) -> Conversation:
        """Go back to what it was after so many responses."""
        return await self._desk.ask(self.attempt.rewind, to)

    async def solve(self) -> None:
        """Have it solved. Raises SolvingFailed; when it is stopped meanwhile, it is simply not solved."""
        start = self.conversation.rewound(0)
        self.beside = await self._desk.ask(solving, self._desk.database, self.attempt.scenario, start.feelings)
        solution = await self._desk.ask(self.beside.result, self._desk.database)
        self._reviewer = Reviewer(start, solution)
        await self._keep_review()

    def move(self, after: Conversation) -> Move | None:
        """The response that led to a moment, reviewed; None as long as that is not known."""
        return None if self._reviewer is None or after.given is None else self._reviewer.move(after)

    def options(self) -> tuple[Option, ...]:
        """Everything that can be answered now with what it is worth; nothing as long as that is not known."""
        if self.beside is None or self.beside.known is None or self.conversation.ended:
            return ()
        return self.beside.known.options(self.conversation.state)

    def stop(self) -> None:
        """Stop what goes on beside it."""
        if self.beside is not None:
            self.beside.stop()

    async def _keep_review(self) -> None:
        if self._reviewer is not None and self.conversation.ended:
            at = self._desk.clock()
            await self._desk.ask(keep_review, self._desk.database, self.attempt, self._reviewer, at=at)


def begin(desk: Desk, scenario: str, *, record: bool, seed: int | None) -> OpenAttempt:
    """Begin an attempt, or take up the one for the record that was interrupted. Blocks.

    Raises ScenarioError, RecordsError.
    """
    principles = load_principles()
    loaded = desk.library.load(scenario)
    if record:
        earlier = for_the_record(desk.database, desk.person.id, loaded.entry.id)
        if earlier is not None and earlier.finished is None:
            return resume(desk, earlier.id)
    playable = Scenario(loaded.entry.id, loaded.reading.text, Game(loaded.script, principles))
    return start_attempt(
        desk.database,
        playable,
        person=desk.person.id,
        mode="record" if record else "practice",
        seed=secrets.randbelow(HIGHEST_SEED) if seed is None else seed,
        clock=desk.clock,
    )


def resume(desk: Desk, attempt: int, *, keeping: int | None = None) -> OpenAttempt:
    """Take up an attempt, or a practice as it was after `keeping` responses. Blocks; raises RecordsError."""
    opened = resume_attempt(desk.database, attempt, load_principles(), clock=desk.clock)
    if keeping is not None:
        opened.rewind(keeping)
    return opened
