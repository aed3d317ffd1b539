"""A drill being put: its conversation stands where it stood, is answered once, and the answer is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from scoring.principles import Principles
from simulator.analysis.review import Move
from simulator.conversation.conversation import Conversation
from simulator.conversation.errors import NotAvailable
from simulator.records.database import Database
from simulator.records.drills import Drill, answer_drill, set_drill_aside
from simulator.records.errors import DrillLost
from simulator.records.open_attempt import Scenario, scenario_by_digest, utc_now
from simulator.scenario.digest import digest
from simulator.scenario.library import Library


class OpenDrill:
    """A drill at its moment, on the script that was played then."""

    def __init__(
        self,
        database: Database,
        kept: Drill,
        scenario: Scenario,
        conversation: Conversation,
        clock: Callable[[], datetime],
    ) -> None:
        self.kept = kept
        self.scenario = scenario
        self.conversation = conversation
        """The moment to be answered; it stays, whatever is answered."""
        self._database = database
        self._clock = clock

    def respond(self, response: str) -> Conversation:
        """The conversation after this response, of which nothing is kept yet. Raises NotAvailable."""
        return self.conversation.respond(response)

    def keep(self, move: Move) -> Drill:
        """Keep the answer as it was reviewed; gives the drill with the day on which it is put again."""
        self.kept = answer_drill(
            self._database,
            self.kept.id,
            response=move.given.response.id,
            judgement=move.judgement,
            cost=move.cost,
            at=self._clock(),
        )
        return self.kept


def open_drill(
    database: Database, drill: Drill, principles: Principles, *, clock: Callable[[], datetime] = utc_now
) -> OpenDrill:
    """Take a drill to its moment. Raises DrillLost where today's program can't, and then it is put no more."""
    scenario = scenario_by_digest(database, drill.scenario, drill.script, principles)
    conversation = _moment(scenario, drill) if scenario else None
    if scenario is None or conversation is None:
        set_drill_aside(database, drill.id, at=clock())
        raise DrillLost(drill.id, drill.title)
    return OpenDrill(database, drill, scenario, conversation, clock)


def _moment(scenario: Scenario, drill: Drill) -> Conversation | None:
    """The conversation after the drill's responses, if there is still something to be answered at its turn."""
    conversation = Conversation.begin(scenario.game, drill.seed)
    try:
        for response in drill.before:
            conversation = conversation.respond(response)
    except NotAvailable:
        return None
    return conversation if conversation.turn is not None and conversation.turn.id == drill.turn else None


def has_changed(library: Library, drill: Drill) -> bool:
    """Whether the scenario of a drill has another script by now; one that left the library, or is broken, has none."""
    entry = library.entries.get(drill.scenario)
    script = library.load(entry).reading.script if entry else None
    return script is not None and digest(script) != drill.script
