"""The shelf: which scenarios of the library are shown, in which order, and what is said about one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from scoring.principles import load_principles
from simulator.app.text import content, harmless
from simulator.app.wording import difficulty, times
from simulator.records.history import Best
from simulator.scenario.library import BUNDLED, Headline, Summary
from simulator.scenario.model import KINDS

KIND_CHOICES = ("All", "Angry", "Silent", "Repeat problem")
"""The choices of kind; after the first, in the order of KINDS."""

ORDERS = ("difficulty", "kind", "title", "own best score")


def shelved(
    summaries: Sequence[Summary],
    bests: Mapping[str, Best],
    *,
    kind: int = 0,
    wanted: str = "",
    order: str = ORDERS[0],
) -> list[Summary]:
    """The scenarios of a kind in which every word that is wanted occurs, in an order; what can't be read comes last."""
    words = wanted.casefold().split()
    found = [
        summary
        for summary in summaries
        if (kind == 0 or (summary.headline is not None and summary.headline.kind == KINDS[kind - 1]))
        and all(word in _searched(summary) for word in words)
    ]
    return sorted(found, key=lambda summary: _place(summary, bests.get(summary.entry.id), order))


def about(summary: Summary, own: Best | None) -> Content:
    """What a scenario is about: its customer, its setting, what it teaches, how often one practised it."""
    headline = summary.headline
    if headline is None:
        problem = summary.problem
        parts = [content(summary.entry.path.name, "bold"), content(f"in {summary.entry.path.parent}", "$text-muted")]
        if problem is not None:
            parts += [
                content(f"Line {problem.line}, column {problem.column}: {problem.message}", "$text-error"),
                content(problem.hint),
            ]
        return Content("\n").join(parts)
    principles = load_principles()
    teaches = [principles[name].name for name in headline.teaches if name in principles]
    lines = [
        content(headline.title, "bold $accent"),
        content(" · ".join(filter(None, _tags(headline))), "$text-muted"),
        Content(""),
        content(headline.setting.strip()),
    ]
    if teaches:
        lines += [Content(""), Content.assemble(content("Teaches ", "$text-muted"), content(", ".join(teaches)))]
    if own is not None and own.practices:
        lines.append(content(f"You practised it {times(own.practices)}.", "$text-muted"))
    if own is not None and own.record is not None:
        lines.append(content("You have played it for the record. Practice stays open.", "$text-muted"))
    if summary.entry.source != BUNDLED:
        lines.append(content(f"From {summary.entry.source}", "$text-muted"))
    return Content("\n").join(lines)


def _tags(headline: Headline) -> tuple[str, ...]:
    return headline.customer, headline.trade, headline.kind, difficulty(headline.difficulty)


def _searched(summary: Summary) -> str:
    """Everything that a search looks through."""
    headline = summary.headline
    if headline is None:
        return summary.entry.id.casefold()
    principles = load_principles()
    names = [principles[name].name for name in headline.teaches if name in principles]
    return harmless(
        " ".join((summary.entry.id, headline.title, *_tags(headline), *headline.teaches, *names))
    ).casefold()


def _place(summary: Summary, own: Best | None, order: str) -> tuple[bool, int | str, int, str]:
    headline = summary.headline
    if headline is None:
        return True, "" if order == "title" else 0, 0, summary.entry.id
    best = max(own.practice or 0, own.record or 0) if own else -1
    firsts: dict[str, int | str] = {
        "difficulty": headline.difficulty,
        "kind": KINDS.index(headline.kind),
        "title": headline.title.casefold(),
        "own best score": best,
    }
    return False, firsts[order], headline.difficulty, headline.title.casefold()
