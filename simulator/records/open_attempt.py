"""An attempt being played and kept as it is played: what is said is durable before the customer replies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from scoring.principles import Principles
from scoring.scorecard import score
from simulator.analysis.solution import Worth
from simulator.conversation.attempt import Event, Responded, Rewound, replay
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game, rules_digest
from simulator.records import attempts
from simulator.records.attempts import AttemptKept, EventKept, Mode, ResponseKept, Result
from simulator.records.database import Database
from simulator.records.errors import ScriptNotKept
from simulator.records.reviews import mark_review_seen
from simulator.records.scripts import KeptScript, keep_script, kept_script

Clock: TypeAlias = Callable[[], datetime]


def utc_now() -> datetime:
    """The time, for those who play for real."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A script that can be played: its id, its text as written, and its game."""

    id: str
    source: str
    game: Game


class OpenAttempt:
    """An attempt that can be played on. Each change is kept first; only then the conversation moves."""

    def __init__(
        self,
        database: Database,
        kept: AttemptKept,
        scenario: Scenario,
        conversation: Conversation,
        events: int,
        clock: Clock,
    ) -> None:
        self.kept = kept
        self.scenario = scenario
        self.conversation = conversation
        self._database = database
        self._events = events
        self._clock = clock

    @property
    def id(self) -> int:
        """The attempt's number."""
        return self.kept.id

    @property
    def for_the_record(self) -> bool:
        """Whether it is the person's only attempt of this scenario that counts: no rewind, no hint."""
        return self.kept.for_the_record

    def respond(self, response: str) -> Conversation:
        """Give a response. Raises NotAvailable, and what `attempts.append_response` raises; then nothing moves."""
        after = self.conversation.respond(response)
        turn = self.conversation.turn
        assert turn is not None
        at = self._clock()
        with self._database.transaction():
            attempts.append_response(
                self._database, self.id, after=self._events, turn=turn.id, response=response, at=at
            )
            if not self.for_the_record:
                # Practice explains every answer: from the first on, what answers are worth has been shown.
                mark_review_seen(self._database, self.kept.person.id, self.kept.scenario, at=at)
        self._events += 1
        self.conversation = after
        self.close_if_ended()
        return after

    def rewind(self, to: int) -> Conversation:
        """Take the conversation back to what it was after `to` responses.

        What had ended stays as it was, for the record too, and goes on as a new practice. Raises IndexError where
        there were not so many responses, and NotForTheRecord.
        """
        earlier = self.conversation.rewound(to)
        if earlier is self.conversation:
            return earlier
        if self.kept.finished is None:
            attempts.append_rewind(self._database, self.id, after=self._events, to=to, at=self._clock())
            self._events += 1
        else:
            self.kept = attempts.branch(self._database, self.id, to=to, at=self._clock())
            self._events = len(attempts.load_events(self._database, self.id))
        self.conversation = earlier
        return earlier

    def close_if_ended(self) -> None:
        """Finish the attempt once its conversation has ended; its score follows when the solver has answered."""
        ending = self.conversation.ending
        if ending is not None and self.kept.finished is None:
            result = Result(ending.id, ending.script.outcome, self.conversation.points)
            self.kept = attempts.finish(
                self._database, self.id, after=self._events, result=result, rules=self._rules, at=self._clock()
            )

    @property
    def under_present_rules(self) -> bool:
        """Whether the attempt was played by the rules by which its conversation is replayed now."""
        return self.kept.rules == self._rules

    @property
    def _rules(self) -> str:
        return rules_digest(self.scenario.game.principles)

    def keep_score(self, bounds: Worth) -> None:
        """Keep what the attempt scored between the bounds of its own start.

        Nothing is kept before it has ended, nor over the score of one that ended under other rules.
        """
        if self.kept.finished is not None and self.under_present_rules:
            scored = score(self.conversation.points, bounds.par, bounds.worst)
            attempts.keep_score(self._database, self.id, par=bounds.par, worst=bounds.worst, score=scored)


def start_attempt(
    database: Database, scenario: Scenario, *, person: int, mode: Mode, seed: int, clock: Clock = utc_now
) -> OpenAttempt:
    """Begin an attempt and keep its script. Raises AlreadyForTheRecord."""
    script = scenario.game.script
    at = clock()
    keep_script(
        database,
        KeptScript(scenario.game.digest, script.title, script.kind, script.difficulty, scenario.source),
        at=at,
    )
    kept = attempts.begin(
        database,
        person=person,
        scenario=scenario.id,
        script=scenario.game.digest,
        rules=rules_digest(scenario.game.principles),
        seed=seed,
        mode=mode,
        at=at,
    )
    opened = OpenAttempt(database, kept, scenario, Conversation.begin(scenario.game, seed), 0, clock)
    opened.close_if_ended()
    return opened


def resume_attempt(database: Database, attempt: int, principles: Principles, *, clock: Clock = utc_now) -> OpenAttempt:
    """Take up an attempt, finished or not, on the script it was begun on.

    Raises NoSuchAttempt; ScriptNotKept where that script is gone or no longer reads; ReplayError where script and
    attempt do not fit.
    """
    kept = attempts.load_attempt(database, attempt)
    scenario = kept_scenario(database, kept, principles)
    events = attempts.load_events(database, attempt)
    conversation = replay(scenario.game, kept.seed, map(event_of, events))
    opened = OpenAttempt(database, kept, scenario, conversation, len(events), clock)
    opened.close_if_ended()
    return opened


def kept_scenario(database: Database, kept: AttemptKept, principles: Principles) -> Scenario:
    """The scenario of an attempt as it was when it was played. Raises ScriptNotKept."""
    scenario = scenario_by_digest(database, kept.scenario, kept.script, principles)
    if scenario is None:
        raise ScriptNotKept(kept.id, kept.title)
    return scenario


def scenario_by_digest(database: Database, scenario: str, digest: str, principles: Principles) -> Scenario | None:
    """A scenario on the script of that digest; None where the script is gone or no longer reads."""
    from simulator.scenario.reader import read_script

    source = kept_script(database, digest)
    script = read_script(source.source, principles).script if source else None
    return Scenario(scenario, source.source, Game(script, principles)) if source and script else None


def event_of(kept: EventKept) -> Event:
    """The event of a conversation that is kept."""
    return Responded(kept.turn, kept.response) if isinstance(kept, ResponseKept) else Rewound(kept.to)
