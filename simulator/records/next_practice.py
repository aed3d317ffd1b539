"""What to practise next, and why in one sentence, from what is kept of a person."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scoring.principles import Principle
from scoring.scorecard import PASS, Mark
from scoring.weakness import Weakness, weaknesses
from simulator.records.database import Database
from simulator.records.history import Best, best_scores, unfinished
from simulator.records.lessons import profile_over_all
from simulator.scenario.library import Headline, Summary
from simulator.scenario.model import KINDS

STRANGERS: Mapping[str, str] = {
    "angry": "You have not yet met a customer who is angry.",
    "silent": "You have not yet met a customer who says that all is well, and means goodbye.",
    "repeat-problem": "You have not yet met a customer whose problem keeps coming back.",
}
"""Why to meet a kind of customer for the first time."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A scenario worth playing now."""

    scenario: str
    title: str
    why: str
    record: bool = False
    """Whether it is worth playing for the record."""


class _Playable(NamedTuple):
    """A scenario that could be suggested, with the person's best of either way to play, None without one."""

    id: str
    headline: Headline
    best: int | None


def why_drill(due: int) -> str:
    """Why to drill before anything else, while so many drills are due; empty without any."""
    if not due:
        return ""
    moments = "One moment that went wrong is" if due == 1 else f"{due} moments that went wrong are"
    return f"{moments} due again: answer better this time."


def next_practice_of(
    database: Database, person: int | None, summaries: Sequence[Summary], principles: Mapping[str, Principle]
) -> Suggestion | None:
    """Which scenario a person should play next; None as the person is somebody new."""
    if person is None:
        return next_practice(summaries, {})
    interrupted = {attempt.scenario for attempt in unfinished(database, person)}
    return next_practice(
        summaries, best_scores(database, person), interrupted, profile_over_all(database, person), principles
    )


def next_practice(
    summaries: Sequence[Summary],
    bests: Mapping[str, Best],
    interrupted: Collection[str] = (),
    profile: Mapping[str, Mark] | None = None,
    principles: Mapping[str, Principle] | None = None,
) -> Suggestion | None:
    """Which scenario to play next, None without any; the order of the reasons stands in docs/drills.md.

    What is `interrupted` waits to be resumed, and is not suggested beside that. `profile` is how each principle fared
    over all attempts.
    """
    playable = sorted(
        (
            _Playable(summary.entry.id, summary.headline, _best(bests.get(summary.entry.id)))
            for summary in summaries
            if summary.headline is not None and summary.entry.id not in interrupted
        ),
        key=lambda each: (each.headline.difficulty, each.headline.title),
    )
    if not playable:
        return None
    if not bests:
        return _suggested(playable[0], "A good first customer to meet: nothing you say here counts against you.")
    weak = weaknesses((profile or {}).values())
    named = principles or {}
    met = {summary.headline.kind for summary in summaries if summary.headline and summary.entry.id in bests}
    return (
        _stranger(playable, met)
        or _weakness([each for each in playable if each.best is None or each.best < PASS], weak, named)
        or _not_passed(playable)
        or _ready_for_the_record(playable, bests)
        or _not_met(playable)
        or _weakness([each for each in playable if each.best is not None and each.best < 100], weak, named)
        or _most_to_win(playable)
    )


def _stranger(playable: Sequence[_Playable], met: Collection[str]) -> Suggestion | None:
    for kind in KINDS:
        if kind not in met:
            for each in playable:
                if each.headline.kind == kind:
                    return _suggested(each, STRANGERS[kind])
    return None


def _weakness(
    playable: Sequence[_Playable], weak: Sequence[Weakness], principles: Mapping[str, Principle]
) -> Suggestion | None:
    for weakness in weak:
        for each in playable:
            if weakness.principle in each.headline.teaches and weakness.principle in principles:
                name, mark = principles[weakness.principle].name, weakness.mark
                why = (
                    f"You took {mark.percent} % of your chances to {name[:1].lower()}{name[1:]}, "
                    f"in {mark.moments} moments so far. Here it counts."
                )
                return _suggested(each, why)
    return None


def _not_passed(playable: Sequence[_Playable]) -> Suggestion | None:
    for each in playable:
        if each.best is not None and each.best < PASS:
            return _suggested(each, f"Your best so far is {each.best}; a pass is {PASS}.")
    return None


def _ready_for_the_record(playable: Sequence[_Playable], bests: Mapping[str, Best]) -> Suggestion | None:
    for each in playable:
        own = bests.get(each.id)
        if own is not None and own.practice is not None and own.record is None:
            why = f"You pass it in practice with {own.practice}: it is ready to be played for the record."
            return _suggested(each, why, record=True)
    return None


def _not_met(playable: Sequence[_Playable]) -> Suggestion | None:
    for each in playable:
        if each.best is None:
            return _suggested(each, f"You have not met {each.headline.customer} yet.")
    return None


def _most_to_win(playable: Sequence[_Playable]) -> Suggestion:
    lowest = min(playable, key=lambda each: each.best or 0)
    if lowest.best == 100:
        return _suggested(lowest, "You have played every scenario to par. Keep the easiest one warm.")
    return _suggested(lowest, f"Your best there, {lowest.best}, leaves the most to win.")


def _suggested(playable: _Playable, why: str, *, record: bool = False) -> Suggestion:
    return Suggestion(playable.id, playable.headline.title, why, record)


def _best(best: Best | None) -> int | None:
    scores = [score for score in (best.practice, best.record) if score is not None] if best else []
    return max(scores, default=None)
