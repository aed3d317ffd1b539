"""Findings about what no play comes to."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.scorecard import ENDING_POINTS
from simulator.analysis.findings.conditions import case_path, lines_that_depend
from simulator.analysis.findings.finding import Change, Example, FindingKind, Found
from simulator.analysis.findings.known import Known
from simulator.analysis.findings.unused import named_by_then, responses_of
from simulator.scenario.model import Script


def _unreachable_turns(known: Known) -> Iterator[Found]:
    missed = [
        turn for turn in known.script.turns if turn not in known.coverage.turns and turn not in known.coverage.closed
    ]
    for turn in missed:
        doors = _doors_to(known.script, turn)
        opened = [door for door in doors if door[0] in known.coverage.turns]
        if opened:
            turn_id, response = opened[0]
            words = {"name": turn, "door": response, "turn": turn_id}
            yield Found(("turns", turn), known.shortest_to_turn(turn_id), words)
        elif doors and _first_of_a_ring(known, turn, missed):
            turn_id, response = doors[0]
            yield Found(("turns", turn), words={"name": turn, "door": response, "turn": turn_id})


def _doors_to(script: Script, turn: str) -> list[tuple[str, str]]:
    """The responses that lead to a turn at once, by turn and response."""
    return [
        (turn_id, response_id)
        for turn_id, response_id, response in responses_of(script)
        if any(case.value == turn for case in response.then)
    ]


def _first_of_a_ring(known: Known, turn: str, missed: list[str]) -> bool:
    """Whether a turn is the first of a ring of them that lead to one another, and to which nothing else leads."""
    ways = known.game.ways
    before = [other for other in missed if turn in ways[other]]
    return bool(before) and all(other in ways[turn] for other in before) and before[0] == turn


UNREACHABLE_TURN = FindingKind(
    "unreachable-turn",
    "warning",
    "No play comes to the turn `{name}`, though `{door}` at `{turn}` leads there.",
    "See why `{door}` can't be given, or why something else comes first: a condition, or the customer leaving.",
    "Some response names this turn, and all the same no play stands at it. What follows only from here is not listed "
    "again.",
    Example(
        (
            Change(
                "    then: [{when: {noted: blamed-fitters}, to: whose-van}, which-day]\n",
                "    then: [{when: {noted: blamed-fitters, trust: 20}, to: whose-van}, which-day]\n",
            ),
            Change(
                "  whose-van:\n",
                "  ▸whose-van:\n",
            ),
        ),
        ("never-true",),
    ),
    _unreachable_turns,
)


def _unreachable_responses(known: Known) -> Iterator[Found]:
    coverage = known.coverage
    for turn, response_id, _ in responses_of(known.script):
        path = ("turns", turn, "responses", response_id)
        asked = coverage.asked.get((*path, "when"))
        never = asked is not None and asked.never(0)
        if turn in coverage.turns and (turn, response_id) not in coverage.responses and not never:
            yield Found(path, known.shortest_to_turn(turn), {"name": response_id, "turn": turn})


UNREACHABLE_RESPONSE = FindingKind(
    "unreachable-response",
    "warning",
    "No play can give the response `{name}` at `{turn}`: whenever it could be given, five others stand before it.",
    "Move it up, give those before it conditions, or split the turn.",
    "A turn offers at most five responses at once, the first in the file that can be given. This one is always the "
    "sixth or later.",
    Example(
        (
            Change(
                "  whose-van:\n",
                "      glue: {say: A drop of glue will hold that., breaks: {fix-the-cause: 1}}\n"
                "      after-lunch: {say: Could you come back after lunch?, breaks: {leave-baggage: 1}}\n"
                '      ▸show-me: {say: "Show me on the door over there how it fell.", shows: {listen-first: 2}}\n'
                "  whose-van:\n",
            ),
        ),
    ),
    _unreachable_responses,
)


def _unreachable_lines(known: Known) -> Iterator[Found]:
    for asked in lines_that_depend(known):
        for place in range(len(asked.choices.cases)):
            if asked.never(place):
                yield Found(case_path(known, asked.path, place), known.shortest_asked(asked, place))


UNREACHABLE_LINE = FindingKind(
    "unreachable-line",
    "warning",
    "This line is never said: its condition does not hold in any play that comes here.",
    "Change the condition, or take the line out.",
    "A line with a condition is said where that is the first to hold. This one is asked, and never holds.",
    Example(
        (
            Change(
                "        reply: Blue. It's blue.\n",
                "        reply: [{▸when: {anger: 18+}, text: BLUE!}, Blue. It's blue.]\n",
            ),
        ),
    ),
    _unreachable_lines,
)


def _unreachable_contacts(known: Known) -> Iterator[Found]:
    named = named_by_then(known.script)
    for contact in known.script.contacts:
        if contact not in known.coverage.contacts and contact in named:
            doors = [door for door in _doors_to(known.script, contact) if door[0] in known.coverage.turns]
            if doors:
                turn, response = doors[0]
                words = {"name": contact, "door": response, "turn": turn}
                yield Found(("contacts", contact), known.shortest_to_turn(turn), words)


UNREACHABLE_CONTACT = FindingKind(
    "unreachable-contact",
    "warning",
    "No play comes to the contact `{name}`, though `{door}` at `{turn}` leads there.",
    "See why `{door}` can't be given, or why something else comes first: a condition, or the customer leaving.",
    "Some response names this contact, and all the same it never takes place.",
    Example(
        (
            Change(
                "  call: {channel: phone, after: 5 days, opens: the-call}\n",
                "  call: {channel: phone, after: 5 days, opens: the-call}\n"
                "  ▸visit: {channel: at her house, after: 9 days, opens: the-call}\n",
            ),
            Change(
                "    then: call\n",
                "    then: [{when: {trust: 20}, to: visit}, call]\n",
            ),
        ),
        ("never-true",),
    ),
    _unreachable_contacts,
)


def _best_outcome(script: Script) -> str:
    return max((ending.outcome for ending in script.endings.values()), key=lambda outcome: ENDING_POINTS[outcome])


def _best_is_out_of_reach(known: Known) -> bool:
    best = _best_outcome(known.script)
    return not any(known.script.endings[name].outcome == best for name in known.coverage.endings)


def _best_endings(known: Known) -> Iterator[Found]:
    if not _best_is_out_of_reach(known):
        return
    best = _best_outcome(known.script)
    reached = max(
        (known.script.endings[name].outcome for name in known.coverage.endings), key=ENDING_POINTS.__getitem__
    )
    nearest = [name for name in known.coverage.endings if known.script.endings[name].outcome == reached]
    for name, ending in known.script.endings.items():
        if ending.outcome == best:
            words = {"name": name, "outcome": best, "reached": reached}
            yield Found(("endings", name), known.shortest_to_ending(nearest), words)


BEST_ENDING = FindingKind(
    "best-ending-out-of-reach",
    "error",
    "Nobody can reach the best ending `{name}` ({outcome}); the best that anybody reaches is {reached}.",
    "Ask less of it in its `when`, or let good answers move the feelings further.",
    "No play ends with the best outcome that the script has. Whoever answers as well as can be is told that it was not "
    "enough. The play shown reaches the best outcome there is.",
    Example(
        (
            Change(
                "  tells-her-sister:\n    when: {trust: 13+, anger: 0-4}\n",
                "  ▸tells-her-sister:\n    when: {trust: 20, openness: 0-2}\n",
            ),
        ),
    ),
    _best_endings,
)


def _unreachable_endings(known: Known) -> Iterator[Found]:
    best = _best_outcome(known.script) if _best_is_out_of_reach(known) else None
    for name, ending in known.script.endings.items():
        if name not in known.coverage.endings and ending.outcome != best:
            yield Found(("endings", name), words={"name": name})


UNREACHABLE_ENDING = FindingKind(
    "unreachable-ending",
    "warning",
    "No play reaches the ending `{name}`.",
    "Change its `when` or those of the endings above it, or name it in a `then` or in `leaves`.",
    "`end` takes the first ending that holds, in the order of the file; this one is never it, and nothing that happens "
    "names it.",
    Example(
        (
            Change(
                "  door-holds:\n    when: {trust: 7+}\n",
                "  ▸door-holds:\n    when: {trust: 18+, openness: 0-4}\n",
            ),
        ),
    ),
    _unreachable_endings,
)

KINDS = (
    UNREACHABLE_TURN,
    UNREACHABLE_RESPONSE,
    UNREACHABLE_LINE,
    UNREACHABLE_CONTACT,
    BEST_ENDING,
    UNREACHABLE_ENDING,
)
