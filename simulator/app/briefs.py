"""The brief: what is told before a conversation, and the ways in which it can be begun or gone on with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from textual.content import Content

from scoring.principles import FEELINGS, load_principles
from simulator.app.desk import Desk
from simulator.app.prose import Paragraph
from simulator.app.telling import filled_in
from simulator.app.text import content
from simulator.app.wording import difficulty
from simulator.conversation.feelings import Feelings
from simulator.records.attempts import AttemptKept, for_the_record, load_events, standing_responses
from simulator.records.history import unfinished
from simulator.records.reviews import has_seen_review
from simulator.scenario.model import Script

MUTED = "$foreground-muted"

Way: TypeAlias = Literal["practise", "resume", "record", "resume the record", "review the record"]
"""What can be done with a scenario."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A scenario and how a person stands with it."""

    scenario: str
    """Its id."""
    script: Script
    interrupted: AttemptKept | None
    """The practice that was interrupted last."""
    recorded: AttemptKept | None
    """The attempt for the record, finished or not."""
    answered: int
    """How many answers the interrupted practice has, or else the interrupted attempt for the record."""
    practised: bool
    """Whether an attempt for the record would count as practised."""

    @property
    def ways(self) -> tuple[Way, ...]:
        """What can be done, what comes to mind first standing first."""
        ways: list[Way] = []
        if self.recorded is not None and self.recorded.finished is None:
            ways.append("resume the record")
        if self.interrupted is not None:
            ways.append("resume")
        ways.append("practise")
        if self.recorded is None:
            ways.append("record")
        elif self.recorded.finished is not None:
            ways.append("review the record")
        return tuple(ways)


def brief(desk: Desk, scenario: str) -> Brief:
    """Read a scenario and what the person who plays has made of it. Blocks; raises ScenarioError, RecordsError."""
    loaded = desk.library.load(scenario)
    name, person, database = loaded.entry.id, desk.person.id, desk.database
    waiting = [kept for kept in unfinished(database, person) if kept.scenario == name and not kept.for_the_record]
    recorded = for_the_record(database, person, name)
    interrupted = waiting[0] if waiting else None
    open_one = recorded if recorded is not None and recorded.finished is None else interrupted
    return Brief(
        scenario=name,
        script=loaded.script,
        interrupted=interrupted,
        recorded=recorded,
        answered=0 if open_one is None else len(standing_responses(load_events(database, open_one.id))),
        practised=has_seen_review(database, person, name),
    )


def told(brief: Brief) -> Iterator[Paragraph]:
    """What a trainee knows before it begins."""
    script = brief.script
    yield Paragraph(content(script.title, "bold $accent"))
    tags = (script.trade, script.kind, difficulty(script.difficulty))
    yield Paragraph(content(" · ".join(filter(None, tags)), MUTED))
    for number, text in enumerate(script.setting.split("\n\n")):
        yield Paragraph(content(filled_in(text, script)), above=1 - min(number, 1))
    yield Paragraph(content(script.customer.name, "bold"), above=1)
    yield Paragraph(content(filled_in(script.customer.about, script)))
    principles = load_principles()
    names = [principles[each].name.lower() for each in script.teaches if each in principles]
    if names:
        yield Paragraph(Content.assemble(("Teaches: ", MUTED), content(", ".join(names), MUTED)), above=1)


def way_in_words(way: Way, brief: Brief) -> str:
    """What a way is, in a sentence or two."""
    answer = f"at answer {brief.answered + 1}"
    match way:
        case "practise":
            again = " anew" if brief.interrupted is not None else ""
            return f"Practise{again}. Every answer is explained, any can be taken back. As often as you like."
        case "resume":
            where = f", {answer}" if brief.recorded is None or brief.recorded.finished is not None else ""
            return f"Go on with the practice that was interrupted{where}."
        case "resume the record":
            return f"Go on with your attempt for the record, {answer}."
        case "record":
            return "Play it for the record. Once only: no hint, no way back, no explanation until the end."
        case "review the record":
            result = brief.recorded.result if brief.recorded else None
            scored = f": {result.score} of 100" if result is not None and result.score is not None else ""
            return f"You have played it for the record{scored}. See that review again."


def warning(brief: Brief) -> Iterator[Paragraph]:
    """What to know before playing for the record."""
    bar = "$warning"
    yield Paragraph(Content.styled("For the record", "bold"), bar=bar)
    yield Paragraph(content("This is your only recorded attempt at this scenario."), bar=bar)
    yield Paragraph(
        content("No hint, no way back, and no explanation until the end. Interrupted, it waits where you left it."),
        bar=bar,
    )
    if brief.practised:
        yield Paragraph(
            content("You have seen what answers are worth here, so the boards will count it as practised."), bar=bar
        )


def first_impression(script: Script) -> Feelings:
    """The face to expect: the mask where there is one, else the middle of where the feelings begin."""
    customer = script.customer
    if customer.defence.mask is not None:
        return Feelings(*(customer.defence.mask.shows[feeling] for feeling in FEELINGS))
    ranges = [customer.feels[feeling] for feeling in FEELINGS]
    return Feelings(*((each.low + each.high) // 2 for each in ranges))
