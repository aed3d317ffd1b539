"""Findings about what somebody earns who does not listen."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from fractions import Fraction

from scoring.scorecard import PASS
from simulator.analysis.best_places import best_places
from simulator.analysis.findings.finding import Change, Example, FindingKind, Found
from simulator.analysis.findings.known import Known
from simulator.analysis.habits import HABITS, habit_scores
from simulator.conversation.conversation import Conversation

HIGHEST_MEAN = 60
"""A habit should average less than this."""

UNLIKELY = Fraction(1, 100)
"""How rare it has to be that shuffled responses stand like this, for their order to be a finding."""


def _paying_habits(known: Known) -> Iterator[Found]:
    if known.nothing_to_lose:
        return
    for name, habit in HABITS.items():
        found = habit_scores(known.solution, habit)
        if found.mean < HIGHEST_MEAN and found.highest < PASS:
            continue
        start = max(found.scores, key=lambda each: found.scores[each])
        conversation = Conversation.begin(known.game, 0, start)
        while not conversation.ended:
            conversation = conversation.after(habit(conversation.responses))
        words = {"habit": name, "mean": round(float(found.mean), 1), "highest": found.highest}
        yield Found(("turns",), known.way_of(conversation), words)


HABIT_PAYS = FindingKind(
    "habit-pays",
    "warning",
    "Whoever {habit} scores {mean} on average and {highest} at best, without listening.",
    "Let the habit go wrong where it matters: move the good responses, change their length or their tone.",
    "Six habits are played from every start: always the first response, the last, the longest, the shortest, the one "
    "that sounds sweetest (the highest compound of vaderSentiment), the first that says sorry. One that averages 60 or "
    "more, or passes (80) from any start, teaches itself. The play shown is the one that scores highest.",
    Example(
        (
            Change(
                "turns:\n",
                "▸turns:\n",
            ),
            Change(
                "        say: We hung it wrong, twice. I'll",
                "        say: I'm sorry. We hung it wrong, twice. I'll",
            ),
            Change(
                "        say: Is there a day it has to hold by?\n",
                "        say: Sorry to ask, but is there a day it has to hold by?\n",
            ),
        ),
    ),
    _paying_habits,
)


def _best_in_one_place(known: Known) -> Iterator[Found]:
    for start in known.game.starts():
        line = known.best_line(start)
        moments = [best_places(known.solution, moment) for moment in line[:-1]]
        for place in range(max((count for _, count in moments), default=0)):
            hits = sum(place in best for best, _ in moments)
            shares = tuple(sorted((len(best), count) for best, count in moments if place < count))
            if chance_of(hits, shares) < UNLIKELY:
                words = {"place": place + 1, "hits": hits, "all": len(moments)}
                yield Found(("turns",), known.way_of(line[-1]), words)
                return


@functools.lru_cache(maxsize=1024)
def chance_of(hits: int, shares: tuple[tuple[int, int], ...]) -> Fraction:
    """How likely at least so many hits are if of each moment's responses, so many of so many are hits."""
    # Counted in whole numbers: in how many of all equally likely ways there are 0, 1, 2 ... hits.
    ways, every = [1], 1
    for good, count in shares:
        every *= count
        missed = [each * (count - good) for each in ways] + [0]
        hit = [0] + [each * good for each in ways]
        ways = [sum(each) for each in zip(missed, hit, strict=True)]
    return Fraction(sum(ways[hits:]), every)


BEST_IN_ONE_PLACE = FindingKind(
    "best-in-one-place",
    "advice",
    "On a best line the best response stands in place {place} at {hits} of {all} moments.",
    "Shuffle the responses of some turns.",
    "Where the best response stands should give nothing away. Were the responses of every turn shuffled, each place "
    "would have its fair share; counted exactly over a best line, so large a share as this would come about in fewer "
    "than one of a hundred shuffles. (With four responses at each of twelve moments that is eight or more in a place.)",
    Example(
        (
            Change(
                "turns:\n",
                "▸turns:\n",
            ),
            Change(
                "      which-hinge:\n"
                "        say: It's two millimetres short, this screw. Nor will the other nine hold.\n"
                "        shows: {fix-the-cause: 2}\n"
                "      send-someone:\n"
                "        say: I'll put you down for a fitter, and they'll call you with a lovely free slot very soon.\n"
                "        breaks: {be-their-person: 1}\n",
                "      send-someone:\n"
                "        say: I'll put you down for a fitter, and they'll call you with a lovely free slot very soon.\n"
                "        breaks: {be-their-person: 1}\n"
                "      which-hinge:\n"
                "        say: It's two millimetres short, this screw. Nor will the other nine hold.\n"
                "        shows: {fix-the-cause: 2}\n",
            ),
            Change(
                "      ring-her: {say: Ring Ada from the back room., shows: {follow-up: 2}, keeps: ring-tuesday}\n"
                "      text-survey: {say: Send the usual text with five happy stars., breaks: {know-them: 1}}\n",
                "      text-survey: {say: Send the usual text with five happy stars., breaks: {know-them: 1}}\n"
                "      ring-her: {say: Ring Ada from the back room., shows: {follow-up: 2}, keeps: ring-tuesday}\n",
            ),
        ),
    ),
    _best_in_one_place,
)

KINDS = (HABIT_PAYS, BEST_IN_ONE_PLACE)
