"""Kinds of problem in the shape of a script: keys, and what stands where text, numbers or lists are expected."""

from simulator.scenario.problems.problem import Example, ProblemKind

MISSING_KEY = ProblemKind(
    "missing-key",
    "{owner} has no {key}.",
    "Add it, for example {form}.",
    Example(
        mended="  friday: {channel: phone, after: 6 days, opens: friday-call}",
        faulty="  ▸friday: {after: 6 days, opens: friday-call}",
    ),
)
UNKNOWN_KEY = ProblemKind(
    "unknown-key",
    "{key} is not a key of {owner}.",
    "{suggestion}",
    Example(mended="    cue: She lays two", faulty="    ▸queue: She lays two"),
)
WRONG_TYPE = ProblemKind(
    "wrong-type",
    "{what} is {expected}, and here is {found}.",
    "{suggestion}",
    Example(mended="feels: {anger: 12-14, trust: 5, openness: 12}", faulty="feels: ▸calm"),
)
EMPTY_TEXT = ProblemKind(
    "empty-text",
    "{what} is empty.",
    "Write the text, or take the key out if it may be absent.",
    Example(mended="title: The third late sofa", faulty='title: ▸""'),
)
LONG_TEXT = ProblemKind(
    "long-text",
    "{what} has {length} characters; {most} is the most.",
    "Shorten it to {most} characters.",
    Example(mended="title: The third late sofa", faulty="title: ▸The", repeated=" third late sofa", times=10),
)
UNKNOWN_PLACEHOLDER = ProblemKind(
    "unknown-placeholder",
    "{placeholder} is not a placeholder.",
    "{suggestion}",
    Example(mended="{customer} is already at the counter.", faulty="▸{name} is already at the counter."),
)
EMPTY_LIST = ProblemKind(
    "empty-list",
    "{what} is empty.",
    "Name at least one, or take the key out if it may be absent.",
    Example(mended="teaches: [own-the-problem, promise-honestly]", faulty="teaches: ▸[]"),
)
NOT_A_NUMBER = ProblemKind(
    "not-a-number",
    "{what} is a whole number, and here is {found}.",
    "Write a number from {low} to {high}, for example `{key}: {mended}`.",
    Example(mended="volatility: 120", faulty="volatility: ▸high"),
)
OUT_OF_RANGE = ProblemKind(
    "out-of-range",
    "{what} lies between {low} and {high}, and here is {found}.",
    "Write a number from {low} to {high}.",
    Example(mended="difficulty: 3", faulty="difficulty: ▸6"),
)
NOT_A_RANGE = ProblemKind(
    "not-a-range",
    "{what} is a range, and here is {found}.",
    "Write {mended}.",
    Example(mended="feels: {anger: 12-14,", faulty="feels: {anger: ▸12 to 14,"),
)
REVERSED_RANGE = ProblemKind(
    "reversed-range",
    "This range runs backwards: {found}.",
    "Write the smaller number first: {mended}.",
    Example(mended="feels: {anger: 12-14,", faulty="feels: {anger: ▸14-12,"),
)
NOT_DAYS = ProblemKind(
    "not-days",
    "{what} is a number of days, and here is {found}.",
    "Write {mended}; a bare number is days.",
    Example(mended="after: 6 days", faulty="after: ▸next Friday"),
)
NOT_YES_OR_NO = ProblemKind(
    "not-yes-or-no",
    "{what} is yes or no, and here is {found}.",
    "Write `{key}: yes` or `{key}: no`.",
    Example(mended="detour: yes", faulty="detour: ▸maybe"),
)
UNKNOWN_CHOICE = ProblemKind(
    "unknown-choice",
    "{found} is not {what}.",
    "{suggestion}",
    Example(mended="outcome: doubtful", faulty="outcome: ▸unsure"),
)
BAD_NAME = ProblemKind(
    "bad-name",
    "{found} can't be a name: names are lower-case words joined by hyphens.",
    "Write {mended}.",
    Example(mended="      own-it:\n", faulty="      ▸Own It:\n", along_with=("unknown-name",)),
)
EMPTY_CONDITION = ProblemKind(
    "empty-condition",
    "This condition asks nothing.",
    "Write what must hold, for example `when: {{anger: 15+}}`, or take it out.",
    Example(mended="when: {openness: 10+}", faulty="when: ▸{}"),
)
