"""What to practise next, and why in one sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from scoring.scorecard import PASS
from simulator.records.history import Best
from simulator.scenario.library import Summary
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


def next_practice(
    summaries: Sequence[Summary], bests: Mapping[str, Best], interrupted: Collection[str] = ()
) -> Suggestion | None:
    """What to play next: a gentle beginning, every kind once, what is not yet passed, then what is not yet recorded.

    What is `interrupted` waits to be resumed, and is not suggested beside that.
    """
    playable = sorted(
        (summary for summary in summaries if summary.headline is not None and summary.entry.id not in interrupted),
        key=_easiest,
    )
    if not playable:
        return None
    if not bests:
        return _suggested(playable[0], "A good first customer to meet: nothing you say here counts against you.")
    met = {summary.headline.kind for summary in summaries if summary.headline and summary.entry.id in bests}
    for kind in KINDS:
        if kind not in met and (of_kind := [each for each in playable if each.headline and each.headline.kind == kind]):
            return _suggested(of_kind[0], STRANGERS[kind])
    best = {summary.entry.id: _best(bests.get(summary.entry.id)) for summary in playable}
    for summary in playable:
        if (reached := best[summary.entry.id]) is not None and reached < PASS:
            return _suggested(summary, f"Your best so far is {reached}; a pass is {PASS}.")
    for summary in playable:
        own = bests.get(summary.entry.id)
        if own is not None and own.practice is not None and own.record is None:
            why = f"You pass it in practice with {own.practice}: it is ready to be played for the record."
            return _suggested(summary, why, record=True)
    for summary in playable:
        if best[summary.entry.id] is None and summary.headline is not None:
            return _suggested(summary, f"You have not met {summary.headline.customer} yet.")
    lowest = min(playable, key=lambda summary: best[summary.entry.id] or 0)
    reached = best[lowest.entry.id]
    if reached == 100:
        return _suggested(lowest, "You have played every scenario to par. Keep the easiest one warm.")
    return _suggested(lowest, f"Your best there, {reached}, leaves the most to win.")


def _suggested(summary: Summary, why: str, *, record: bool = False) -> Suggestion:
    assert summary.headline is not None
    return Suggestion(summary.entry.id, summary.headline.title, why, record)


def _best(best: Best | None) -> int | None:
    """The best score of either way to play, None without one."""
    scores = [score for score in (best.practice, best.record) if score is not None] if best else []
    return max(scores, default=None)


def _easiest(summary: Summary) -> tuple[int, str]:
    assert summary.headline is not None
    return summary.headline.difficulty, summary.headline.title
