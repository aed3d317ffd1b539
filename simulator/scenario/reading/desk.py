"""What every part of the reading has before it: the source, the names, the principles, and where problems go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from simulator.scenario.characters import shown
from simulator.scenario.problems import ProblemKind, names, shape, syntax
from simulator.scenario.reading.forms import FORMS, form_of
from simulator.scenario.reading.mending import QUOTE_IT, quoted_text, spaced, value_start
from simulator.scenario.reading.names import Names, closest, is_name, name_like
from simulator.scenario.reading.nodes import Damaged, MappingNode, Node, Scalar, SequenceNode, described
from simulator.scenario.reading.reports import Placed, Reports, quoted
from simulator.scenario.reading.source import Place, Source, write

A_MAPPING = "a mapping (keys with values)"
A_LIST = "a list"
A_TEXT = "a text"
A_NAME = "a name"

DEFINED = {
    "fact": "A fact is defined under `facts`.",
    "promise": "A promise is defined under `promises`.",
    "note": "A note is made by a response that `sets` it.",
    "response": "A response of another turn is named `turn.response`.",
}
"""Where the names of the author come from, for hints."""

MOST_LISTED = 12
"""How many known names a hint lists."""

MOST_GUESSES = 50
"""After how many problems no nearest name is looked for any more, since that takes time."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Passed to every function that reads a part. `principles` are the ids of those that a script may name."""

    source: Source
    reports: Reports
    names: Names
    principles: Collection[str]

    def report(self, kind: ProblemKind, at: Placed, **words: object) -> None:
        """Report a problem at a place; the words fill the templates of its kind."""
        self.reports.report(kind, at, **words)

    def unexpected(self, node: Node, what: str, expected: str) -> None:
        """Report that something of the wrong type stands here."""
        if isinstance(node, Damaged) or (expected == A_TEXT and self.text_in_disguise(node)):
            return
        key = what.strip("`")
        suggestion = f"Write for example {form_of(key)}." if key in FORMS else f"Write {expected} here."
        if expected == A_TEXT and not isinstance(node, Scalar):
            suggestion = "Write one text on the line of the key, in quotes if it has : or # in it."
        elif expected == A_LIST:
            suggestion = f"Write [{shown(node.text)}]." if isinstance(node, Scalar) else "Put a dash before each entry."
        elif expected == A_MAPPING and isinstance(node, SequenceNode):
            suggestion = "Take out the dashes or square brackets: keys and values stand without."
        elif expected == A_MAPPING and isinstance(node, Scalar) and (found := spaced(node.text)):
            self.report(syntax.NO_SPACE, node, sign=found[1], mended=write(found[0]))
            return
        self.report(shape.WRONG_TYPE, node, what=what, expected=expected, found=described(node), suggestion=suggestion)

    def text_in_disguise(self, node: Node) -> bool:
        """Whether what YAML takes for a mapping or a list is a text that lacks its quotes; reports it if so."""
        if not isinstance(node, MappingNode | SequenceNode) or _is_meant(node):
            return False
        line = self.source.line(node.line)
        sign = line[node.column - 1 : node.column]
        if sign in ("{", "["):
            self.report(syntax.SPECIAL_START, node, sign=sign, mended=self.quoting(node))
            return True
        if isinstance(node, SequenceNode) or not node.items:
            return False
        key, value = node.items[0]
        if key.line != value.line:
            return False
        mended = QUOTE_IT if node.flow else self.source.mended(node, quoted_text(line[node.column - 1 :]))
        self.report(syntax.COLON_IN_TEXT, Place(key.end_line, key.end_column), mended=mended)
        return True

    def quoting(self, value: Placed) -> str:
        """A hint with the line on which a value begins, the value in quotes, if it takes the rest of that line."""
        line = self.source.line(value.line)
        if value_start(line) != value.column - 1:
            return QUOTE_IT
        return self.source.mended(value, quoted_text(line[value.column - 1 :]))

    def is_known(self, node: Scalar, noun: str, known: Collection[str] | None) -> bool:
        """Whether a name is among those known (any name is, if those are None); reports it if not."""
        if known is None or node.text in known:
            return True
        suggestion = self.instead_of(node.text, known, DEFINED.get(noun, ""))
        self.report(names.UNKNOWN_NAME, node, what=noun, name=quoted(node.text), suggestion=suggestion)
        return False

    def is_well_formed(self, name: Scalar) -> bool:
        """Whether a name of the author's own is one; reports it if not."""
        if is_name(name.text):
            return True
        self.report(shape.BAD_NAME, name, found=quoted(name.text), mended=quoted(name_like(name.text)))
        return False

    def instead_of(self, text: str, known: Collection[str], how_defined: str = "") -> str:
        """What to write instead of an unknown name: the nearest known one, else the first few of those known."""
        if (near := self.nearest(text, known)) is not None:
            return f"Did you mean {quoted(near)}?"
        return f"{_there_are(sorted(known))} {how_defined}".strip()

    def nearest(self, text: str, known: Collection[str]) -> str | None:
        """The known name that may be meant, unless there are so many problems that it is not worth the time."""
        return closest(text, known) if len(self.reports) < MOST_GUESSES else None


def _there_are(names: Sequence[str]) -> str:
    if len(names) < 2:
        return f"There is only `{names[0]}`." if names else "There are none yet."
    shown = names[:MOST_LISTED] if len(names) > MOST_LISTED else names[:-1]
    last = f"{len(names) - MOST_LISTED} more" if len(names) > MOST_LISTED else names[-1]
    return f"There are {', '.join(shown)} and {last}."


def _is_meant(node: MappingNode | SequenceNode) -> bool:
    """Whether a mapping or a list was surely meant as one: by keys of a line, or by quotes inside."""
    if isinstance(node, MappingNode):
        return any(key.text in ("when", "text", "any") for key, _ in node.items)
    return any(isinstance(item, Scalar) and item.style for item in node.items)
