"""Kinds of problem in the YAML itself: its syntax, its traps, and what of it a script doesn't use."""

from simulator.scenario.problems.problem import Example, ProblemKind

COLON_IN_TEXT = ProblemKind(
    "colon-in-text",
    "A colon and a space inside a text without quotes: the text is cut in two here.",
    "{mended}",
    Example(
        mended="say: \"That's why I'm here, {customer}. I've got both slips, and I'm not handing you to anyone else.\"",
        faulty="say: That's why I'm here▸: I've got both slips.",
    ),
)
NO_BRACES = ProblemKind(
    "no-braces",
    "Keys and values on the line of another key need braces around them.",
    "{mended}",
    Example(mended="when: {openness: 10+}", faulty="when: ▸openness: 10+"),
)
OVER_INDENTED = ProblemKind(
    "over-indented",
    "This line stands further in than its neighbours, so it is taken for more of the line above.",
    "Begin it in the same column as its neighbours, or put the text above in quotes.",
    Example(mended="\nkind: repeat-problem", faulty="\n  ▸kind: repeat-problem"),
)
BAD_INDENT = ProblemKind(
    "bad-indent",
    "This line fits nothing above it in this column.",
    "Give it the same number of spaces as its neighbours; a dash only begins an item of a list.",
    Example(mended='        reply: "Fine.', faulty='       ▸reply: "Fine.'),
)
TAB_INDENT = ProblemKind(
    "tab-indent",
    "This line is indented with a tab; YAML allows only spaces.",
    "Replace the tab by spaces: {mended}",
    Example(mended="    cue: She lays two", faulty="▸\tcue: She lays two"),
)
NO_SPACE = ProblemKind(
    "no-space",
    "A space is missing after the {sign}.",
    "{mended}",
    Example(mended="    cue: She lays two", faulty="    ▸cue:She lays two"),
)
NO_COLON = ProblemKind(
    "no-colon",
    "A key with a colon is expected here, and there is only text.",
    "Write `key: value`; a text that goes on over several lines stands further in than its key.",
    Example(mended="    cue: She lays two", faulty="    ▸She lays two"),
)
SPECIAL_START = ProblemKind(
    "special-start",
    "A text without quotes can't start with {sign}: YAML gives that a meaning of its own.",
    "{mended}",
    Example(mended='reply: "Fine. Then you explain it to me."', faulty="reply: ▸@ten. Then you explain it to me."),
)
TEXT_AFTER_QUOTE = ProblemKind(
    "text-after-quote",
    "The quoted text has ended and more text follows it.",
    "{mended}",
    Example(mended='reply: "Fine. Then you explain it to me."', faulty='reply: "Fine." ▸Then you explain it to me.'),
)
UNCLOSED_QUOTE = ProblemKind(
    "unclosed-quote",
    "The text that begins here has an opening quote and no closing one at its end.",
    "{mended}",
    Example(mended='reply: "Fine. Then you explain it to me."', faulty='reply: ▸"Fine. Then you explain it to me.'),
)
UNCLOSED_BRACKET = ProblemKind(
    "unclosed-bracket",
    "The {sign} that opens here isn't closed where it should be.",
    "Close it with {closing}; inside brackets put every text that has , : {{ }} [ ] or # in double quotes.",
    Example(
        mended="cares: {own-the-problem: 2, promise-honestly: 2}",
        faulty="cares: ▸{own-the-problem: 2, promise-honestly: 2",
    ),
)
BRACKET_TEXT = ProblemKind(
    "bracket-text",
    "Inside brackets a text without quotes ends at a comma, a colon or a bracket, and this one is cut in two here.",
    "Put the whole text in double quotes.",
    Example(mended="{say: Send a card., touch: yes}", faulty="{say: Send a card▸: any card., touch: yes}"),
)
BAD_ESCAPE = ProblemKind(
    "bad-escape",
    "In double quotes a backslash begins a special character, and this is none.",
    "Write two backslashes for one, or use single quotes.",
    Example(mended='reply: "Fine. Then you explain it to me."', faulty='reply: "Fine. ▸\\Then you explain it to me."'),
)
COMMENT_IN_TEXT = ProblemKind(
    "comment-in-text",
    "A space and # begin a comment: the rest of this line is not part of the text.",
    "A comment goes on a line of its own, a text with # in it in quotes. {mended}",
    Example(mended="say: Is there a date you need it by?", faulty="say: Is it about order▸ #4711, or the other one?"),
)
YAML_SYNTAX = ProblemKind(
    "yaml-syntax",
    "This can't be read as YAML: {detail}.",
    "Compare the line and the one above it with their neighbours: indentation, colons, quotes, brackets.",
    Example(mended="contacts:\n", faulty="...\n▸contacts:\n"),
)
SEVERAL_DOCUMENTS = ProblemKind(
    "several-documents",
    "A second script begins here; a file holds one.",
    "Take out the line `---`, or move what follows to a file of its own.",
    Example(mended="contacts:\n", faulty="▸---\ncontacts:\n", along_with=("missing-key",)),
)
TOO_DEEP = ProblemKind(
    "too-deep",
    "Values are nested more than {most} deep here; the reading stopped.",
    "No part of a script needs more than 10: look for brackets that aren't closed.",
    Example(mended="sets: took-it-on", faulty="sets: [[[[[[[[[[[[[[[[[[[[[[[[[[[▸[]]]]]]]]]]]]]]]]]]]]]]]]]]]]"),
)
ANCHOR = ProblemKind(
    "anchor",
    "A value that starts with & is an anchor in YAML; scripts don't use them.",
    "{mended}",
    Example(mended="cue: She lays two", faulty="cue: ▸&she lays two"),
)
ALIAS = ProblemKind(
    "alias",
    "A value that starts with * is an alias in YAML; scripts don't use them.",
    "{mended}",
    Example(mended='reply: "Fine. Then you explain it to me."', faulty="reply: ▸*sighs"),
)
TAG = ProblemKind(
    "tag",
    "A value that starts with ! has a tag in YAML; scripts don't use them.",
    "{mended}",
    Example(mended="cue: She lays two", faulty="cue: ▸!She lays two"),
)
MERGE_KEY = ProblemKind(
    "merge-key",
    "The key << merges mappings in YAML; scripts don't use it.",
    "Write out the keys that are meant.",
    Example(mended="        sets: took-it-on", faulty="        ▸<<: {sets: took-it-on}", along_with=("unknown-name",)),
)
DUPLICATE_KEY = ProblemKind(
    "duplicate-key",
    "The key {key} is here a second time; the first is on line {line}.",
    "Take one of them out, or give it another name.",
    Example(mended="        sets: took-it-on", faulty="        sets: took-it-on\n        ▸sets: it"),
)
KEY_NOT_TEXT = ProblemKind(
    "key-not-text",
    "The key here is {found}; a key is a single word.",
    "{suggestion}",
    Example(mended="shift: {openness: 1, anger: -1}", faulty="shift: {▸[openness, trust]: 1, anger: -1}"),
)
