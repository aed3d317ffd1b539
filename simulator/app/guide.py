"""What the help says: the words, and how scoring works, in plain language."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.scorecard import ENDING_POINTS, PASS

SCORING = (
    "A conversation like this is a game that can be worked out to the end, and the program has done so.",
    "Each answer shows some principles of treating customers, or breaks some. That is worth points.",
    "What this customer cares about counts double or triple. What is broken counts twice as much as what is shown.",
    "An answer earns how far it stands above the worst thing to say there. Making good a misstep earns nothing back.",
    f"The ending counts too: from {ENDING_POINTS['loyal']} points for a loyal customer to "
    f"{ENDING_POINTS['lost loudly']} for one who leaves loudly.",
    "Par is the most that anyone could have had from the same beginning, the worst is the least. Both are proven.",
    f"The score is where you came between the two: 100 is par, 0 is the worst. {PASS} is a pass.",
    "The cost of an answer is how much of par it gave away for good. Best answers cost nothing; there may be several.",
    "Polite and correct is only the minimum. Nobody becomes loyal without something meant for them in person.",
    "How fast you answer never counts. Take your time.",
)
"""How scoring works, a sentence a line."""

WORDS: Mapping[str, str] = {
    "principle": "one thing about treating customers that the sources teach",
    "feelings": "the customer's anger, trust and openness, each from 0 to 20",
    "mood": "the feelings in one word",
    "turn": "one moment: something is said, and you answer",
    "contact": "one meeting, call or message; days may lie between two",
    "promise": "something you commit yourself to; it is kept or broken later",
    "attempt": "one play of a scenario, kept with every answer",
    "practice": "as often as you like, explained as you go, with steps back",
    "for the record": "once for each scenario, unaided; this is what the boards count",
    "first sight": "played for the record before any practice or review of that scenario",
    "review": "the attempt beside the best line, answer by answer",
    "drill": "a moment that went wrong, put to you again when it is due",
    "standing": "how far your scores lie above everybody's average",
}
"""What the words mean."""
