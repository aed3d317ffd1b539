"""How judgements look: a sign, a word and a colour each, so that none is known by its colour alone."""

from __future__ import annotations

from textual.content import Content

from scoring.scorecard import Judgement

SIGNS: dict[Judgement, str] = {"best": "✓", "good": "+", "inaccuracy": "~", "mistake": "!", "blunder": "✗"}

PLURALS: dict[Judgement, str] = {
    "best": "best",
    "good": "good",
    "inaccuracy": "inaccuracies",
    "mistake": "mistakes",
    "blunder": "blunders",
}

STYLES: dict[Judgement, str] = {
    "best": "$text-success",
    "good": "$text-success",
    "inaccuracy": "$text-warning",
    "mistake": "$text-error",
    "blunder": "$text-error",
}


def sign(judgement: Judgement) -> Content:
    """The sign of a judgement, one cell wide."""
    return Content.styled(SIGNS[judgement], f"bold {STYLES[judgement]}")


def judged(judgement: Judgement) -> Content:
    """Sign and word."""
    return Content.styled(f"{SIGNS[judgement]} {judgement}", f"bold {STYLES[judgement]}")


def cost_in_words(cost: int) -> str:
    """What an answer gave away for good."""
    return "cost nothing" if cost == 0 else f"cost {cost} {'point' if cost == 1 else 'points'}"
