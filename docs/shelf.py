"""Make the tables of scenarios.md from the scenarios themselves: `.venv/bin/python docs/shelf.py`.

With --check nothing is written; it fails if a table isn't what the scenarios give. What stands between the tables is
written by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from scoring.principles import load_principles
from simulator.analysis.best_places import Spread
from simulator.analysis.habits import HABITS
from simulator.analysis.measures import Measures, measure, principles_broken, principles_shown
from simulator.conversation.game import Game
from simulator.scenario.library import Library
from simulator.scenario.model import KINDS

DOCS = Path(__file__).parent
GUIDE = DOCS / "scenarios.md"


def main(arguments: list[str]) -> int:
    """Write the guide with its tables made anew, or with --check compare; 1 if they differ."""
    written = GUIDE.read_text(encoding="utf-8")
    made = with_tables(written, tables(measured()))
    if written == made:
        return 0
    if "--check" in arguments:
        print("docs/scenarios.md is not what the scenarios give. To mend it: .venv/bin/python docs/shelf.py")
        return 1
    GUIDE.write_text(made, encoding="utf-8")
    print("docs/scenarios.md")
    return 0


def measured() -> dict[str, Measures]:
    """The measures of every bundled scenario, by kind and difficulty."""
    library, principles = Library(), load_principles()
    scripts = {scenario: library.load(scenario).script for scenario in library.entries}
    order = sorted(scripts, key=lambda name: (KINDS.index(scripts[name].kind), scripts[name].difficulty))
    return {name: measure(Game(scripts[name], principles)) for name in order}


def with_tables(text: str, made: Mapping[str, Iterable[str]]) -> str:
    """A text with what stands between the marks of each table replaced. Raises ValueError where a mark is missing."""
    for name, lines in made.items():
        opening, closing = f"<!-- table: {name} -->\n", "<!-- end of table -->"
        pattern = re.compile(f"({re.escape(opening)}).*?({re.escape(closing)})", re.DOTALL)
        table = "\n".join(lines)
        text, count = pattern.subn(lambda found, table=table: f"{found[1]}\n{table}\n\n{found[2]}", text)  # type: ignore[misc]
        if count != 1:
            raise ValueError(f"scenarios.md has {count} places for the table {name}")
    return text


def tables(found: Mapping[str, Measures]) -> dict[str, list[str]]:
    """Every table of the guide by its name, as lines of Markdown."""
    return {
        "shelf": _shelf(found),
        "principles": _principles(found),
        "measures": _measures(found),
        "habits": _habits(found),
        "places": _spread("place", Spread.total(each.by_place for each in found.values())),
        "lengths": _spread("rank", Spread.total(each.by_length for each in found.values())),
    }


def _shelf(found: Mapping[str, Measures]) -> list[str]:
    names = {each.id: each.name for each in load_principles().values()}
    rows = []
    for each in found.values():
        script = each.game.script
        teaches = ", ".join(names[principle].lower() for principle in script.teaches)
        link = f"[{script.title}](#{_anchor(script.title)})"
        rows.append((link, script.kind, script.difficulty, script.trade, teaches, round(each.minutes)))
    return _table(("scenario", "kind", "difficulty", "trade", "teaches", "minutes"), rows)


def _principles(found: Mapping[str, Measures]) -> list[str]:
    rows = []
    for principle in load_principles().values():
        cells = []
        for each in found.values():
            shown = principle.id in principles_shown(each.game.script)
            broken = principle.id in principles_broken(each.game.script)
            cells.append("".join(mark for mark, has in (("●", shown), ("○", broken)) if has))
        rows.append((principle.name, *cells))
    titles = [each.game.script.title for each in found.values()]
    return _table(("principle", *titles), rows)


def _measures(found: Mapping[str, Measures]) -> list[str]:
    rows = []
    for each in found.values():
        assert each.grade is not None, "textstat is among the packages for working on Coolhead"
        minutes = f"{round(each.minutes)} ({round(each.shortest)} to {round(each.longest)})"
        reading = (f"{each.grade.smog:.1f}", f"{each.grade.flesch_kincaid:.1f}")
        scores = (each.learner_score, each.chance_score)
        rows.append((each.game.script.title, each.best_line.number, minutes, f"{each.words:,}", *reading, *scores))
    header = ("scenario", "answers", "minutes", "words", "SMOG", "Flesch-Kincaid", "7 in 10", "chance")
    return _table(header, rows)


def _habits(found: Mapping[str, Measures]) -> list[str]:
    rows = [
        (
            each.game.script.title,
            *(f"{float(scored.mean):.0f}, {scored.highest}" for scored in each.habits.values()),
        )
        for each in found.values()
    ]
    return _table(("scenario", *HABITS), rows)


def _spread(what: str, spread: Spread) -> list[str]:
    ranks = range(1, len(spread.found) + 1)
    rows = [("best responses", *(f"{each:.1f}" for each in spread.found))]
    rows.append(("if they were even", *(f"{each:.1f}" for each in spread.even)))
    return _table((what, *map(str, ranks)), rows)


def _anchor(heading: str) -> str:
    """Where a heading is found in a page of Markdown."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _table(header: Iterable[object], rows: Iterable[Iterable[object]]) -> list[str]:
    cells = [list(map(str, row)) for row in (header, *rows)]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return [lines[0], f"|{' --- |' * len(cells[0])}", *lines[1:]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
