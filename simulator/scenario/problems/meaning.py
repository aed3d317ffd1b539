"""Kinds of problem in what a script means: parts that contradict one another or leave the play without a way on."""

from simulator.scenario.problems.problem import Example, ProblemKind

TURN_KIND = ProblemKind(
    "turn-kind",
    "The turn {name} has {found} of says, asks and plans; it needs exactly one.",
    "`says` for the customer's words, `asks` for a private question, `plans` for a step of the follow-up.",
    Example(mended="    says: Always? Then why", faulty="    asks: How does he feel?\n    ▸says: Always? Then why"),
)
NO_RESPONSES = ProblemKind(
    "no-responses",
    "The turn {name} has no responses.",
    "Give it two or more under `responses:`.",
    Example(
        mended="    responses:\n      read-it:",
        faulty="    ▸responses: {}\n  odd:\n    says: Well?\n    then: end\n    responses:\n      read-it:",
    ),
)
NO_THEN = ProblemKind(
    "no-then",
    "The response {name} doesn't say what comes next.",
    "Add `then:` with a turn, a contact, `end` or an ending, to the response or to its whole turn.",
    Example(
        mended="sorry: {say: \"You're right. I'm sorry.\", shows: {own-the-problem: 1}, then: friday}",
        faulty="▸sorry: {say: \"You're right. I'm sorry.\", shows: {own-the-problem: 1}}",
    ),
)
UNREACHABLE_CASE = ProblemKind(
    "unreachable-case",
    "This one always holds, so none of those after it is ever reached.",
    "{suggestion}",
    Example(
        mended="cue: She lays two delivery slips on the counter, edges lined up.",
        faulty="cue: [▸She waits., She looks up.]",
    ),
)
NO_LAST_CASE = ProblemKind(
    "no-last-case",
    "The last of these has a condition, so that there may be {nothing}.",
    "Add one without `when` at the end.",
    Example(
        mended='reply: "Fine. Then you explain it to me."',
        faulty="reply: [▸{when: {anger: 15+}, text: Fine.}]",
    ),
)
NO_LAST_ENDING = ProblemKind(
    "no-last-ending",
    "Every ending has a condition, so that the conversation may find none.",
    "Take `when` out of the ending that is left when no other holds.",
    Example(
        mended="  not-sure: {outcome: doubtful, text: She keeps the sofa., aftermath: She buys the table elsewhere.}\n"
        "  stormed-out: {outcome: lost loudly,",
        faulty="  not-sure: {outcome: doubtful, when: {anger: 0-9}, text: She keeps the sofa.}\n"
        "  ▸stormed-out: {outcome: lost loudly, when: {anger: 10+},",
    ),
)
FIRST_CONTACT_WAITS = ProblemKind(
    "first-contact-waits",
    "The first contact is where it all begins, so it comes after nothing.",
    "Take `after` out.",
    Example(
        mended="{channel: in person, opens: third-time}",
        faulty="{channel: in person, ▸after: 2 days, opens: third-time}",
    ),
)
SHOWN_AND_BROKEN = ProblemKind(
    "shown-and-broken",
    "This response both shows and breaks {name}.",
    "Decide which it does, or give each a condition.",
    Example(
        mended="        shows: {listen-first: 2}",
        faulty="        shows: {listen-first: 2}\n        breaks: {▸listen-first: 1}",
    ),
)
TOUCH_OUTSIDE_PLANS = ProblemKind(
    "touch-outside-plans",
    "Only a response to a turn that `plans` says whether it touches the customer.",
    "Take `touch` out.",
    Example(mended="        sets: took-it-on", faulty="        sets: took-it-on\n        ▸touch: no"),
)
TEXT_AND_ANY = ProblemKind(
    "text-and-any",
    "A line has either `text` or `any`, and here is {found}.",
    "Write `text: ...` for one text or `any: [...]` for several that mean the same.",
    Example(
        mended="          - any: [No more promises., \"Don't: I've heard it.\"]",
        faulty="          - ▸{any: [No more promises.], text: I've heard it.}",
    ),
)
TOO_MANY_RESPONSES = ProblemKind(
    "too-many-responses",
    "The turn {name} has {found} responses; {most} is the most.",
    "Split the turn; at most five responses are offered at once.",
    Example(
        mended="    responses:\n      read-it:",
        faulty="    ▸responses:\n      read-it:",
        repeated=" {say: Wait.}\n      wait-№:",
        times=64,
    ),
)
TOO_MANY_TURNS = ProblemKind(
    "too-many-turns",
    "The script has {found} turns; {most} is the most.",
    "Split it into several scenarios.",
    Example(
        mended="turns:\n",
        faulty="turns:\n  ▸t: {says: A., then: end, responses: {b: {say: B.}}}\n",
        repeated="  t-№: {says: A., then: end, responses: {b: {say: B.}}}\n",
        times=2000,
    ),
)
