"""Kinds of problem with names: those that nothing is called by, and those that two things are."""

from simulator.scenario.problems.problem import Example, ProblemKind

UNKNOWN_NAME = ProblemKind(
    "unknown-name",
    "There is no {what} {name}.",
    "{suggestion}",
    Example(mended="learns: [anniversary, two-mornings]", faulty="learns: [▸aniversary, two-mornings]"),
)
NAME_TAKEN = ProblemKind(
    "name-taken",
    "{name} is the name of a {what} already, on line {line}.",
    "Turns, contacts and endings share their names, and `end` is taken: give this one another.",
    Example(
        mended="  calm-down:\n    says: Always?",
        faulty="  ▸friday:\n    says: Always?",
        along_with=("unknown-name",),
    ),
)
END_TAKEN = ProblemKind(
    "end-taken",
    "`end` means the first ending that holds, so nothing can be called by it.",
    "Give this {what} another name.",
    Example(mended="  not-sure: {outcome: doubtful", faulty="  ▸end: {outcome: doubtful"),
)
AMBIGUOUS_RESPONSE = ProblemKind(
    "ambiguous-response",
    "Several turns have a response {name}.",
    "Say which is meant: {mended}.",
    Example(
        mended="      read-it: {say: Read it to the team.",
        faulty="      never-again: {say: No., when: {said: ▸never-again}}\n      read-it: {say: Read it to the team.",
    ),
)
REPEATED_NAME = ProblemKind(
    "repeated-name",
    "{name} is in this list twice.",
    "Name it once.",
    Example(mended="learns: [anniversary, two-mornings]", faulty="learns: [anniversary, ▸anniversary]"),
)
