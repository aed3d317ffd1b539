"""The review: an attempt beside the best line, each response with its cost, its judgement and its sums in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scoring.evidence import Term
from scoring.scorecard import PASS, Judgement, Mark, Moment, judge, profile, score
from simulator.analysis.random_play import RandomPlay
from simulator.analysis.solution import Option, Solution, Worth
from simulator.conversation.arithmetic import events_in_words, sums_in_words
from simulator.conversation.conversation import Conversation, Given
from simulator.scenario.model import Outcome

SWING = 4
"""A feeling that moves by this much in one answer makes it a turning point."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A response that could have been given at a moment, and what it would have cost."""

    response: str
    say: str
    cost: int
    judgement: Judgement
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """One response of an attempt, reviewed."""

    number: int
    """From 1."""
    before: Conversation
    after: Conversation
    given: Given
    points: int
    """Its own points, without an ending's."""
    cost: int
    """What it gave away for good: 0 for a best response."""
    judgement: Judgement
    alternatives: tuple[Alternative, ...]
    """Everything that could be answered, in order, the response given among it."""
    arithmetic: tuple[str, ...]
    """The points, and each feeling touched, as sums in words."""
    events: tuple[str, ...]
    """What else happened, in sentences."""

    @property
    def best(self) -> tuple[Alternative, ...]:
        """The responses that would have cost nothing."""
        return tuple(each for each in self.alternatives if each.cost == 0)

    @property
    def turning_point(self) -> bool:
        """Whether the conversation turned here: a mistake, a defence gone, or a feeling that swung."""
        effect = self.given.answer.effect
        return (
            self.judgement in ("mistake", "blunder")
            or effect.lifts_doubt
            or (self.before.masked and not self.after.masked)
            or any(
                abs(now - then) >= SWING for then, now in zip(self.before.feelings, self.after.feelings, strict=True)
            )
        )


@dataclass(frozen=True, slots=True)
class Review:
    """A conversation, finished or not, beside the best that its own start allows."""

    conversation: Conversation
    moves: tuple[Move, ...]
    par: int
    worst: int
    best_line: tuple[Conversation, ...]
    """The moments of the best play from the same start."""
    profile: tuple[Mark, ...]
    random_play: RandomPlay | None
    """What random play comes to from the same start."""

    @property
    def bounds(self) -> Worth:
        """Par and worst of its start."""
        return Worth(self.par, self.worst)

    @property
    def points(self) -> int:
        """The points of all responses and of the ending."""
        return self.conversation.points

    @property
    def score(self) -> int | None:
        """0 to 100; None until the conversation has ended."""
        return score(self.points, self.par, self.worst) if self.conversation.ended else None

    @property
    def passed(self) -> bool:
        """Whether the score is a pass."""
        return self.score is not None and self.score >= PASS

    @property
    def outcome(self) -> Outcome | None:
        """How the relationship ended."""
        return self.conversation.outcome

    @property
    def better_than(self) -> float | None:
        """The share of random play from the same start that has fewer points; None while that is not known."""
        if self.random_play is None or not self.conversation.ended:
            return None
        return self.random_play.below(self.points)

    @property
    def judgements(self) -> Mapping[Judgement, int]:
        """How many responses were judged how."""
        return Counter(move.judgement for move in self.moves)

    @property
    def turning_points(self) -> tuple[int, ...]:
        """The numbers of the moves at which the conversation turned."""
        return tuple(move.number for move in self.moves if move.turning_point)


class Reviewer:
    """Reviews the conversations that begin in one state, against the solution of its game."""

    def __init__(self, conversation: Conversation, solution: Solution) -> None:
        """Raises KeyError if the solution does not cover the conversation's start."""
        self._solution = solution
        self.start = conversation.rewound(0)
        self.best_line = solution.best_line(self.start)
        self.bounds = Worth(self.start.points, self.start.points) if self.start.ended else solution.worth(self.start)

    def review(self, conversation: Conversation) -> Review:
        """The review of a conversation from this start."""
        moves = tuple(self.move(moment) for moment in conversation.path[1:])
        return Review(
            conversation=conversation,
            moves=moves,
            par=self.bounds.par,
            worst=self.bounds.worst,
            best_line=self.best_line,
            profile=profile_of(moves),
            random_play=self._solution.random_plays.get(self.start.feelings),
        )

    def move(self, after: Conversation) -> Move:
        """The response that led to a moment, reviewed. Raises ValueError for the beginning, to which none led."""
        before, given = after.previous, after.given
        if before is None or given is None:
            raise ValueError("no response led to the beginning of a conversation")
        options = self._solution.options(before.state)
        par = max(option.worth.par for option in options)
        alternatives = tuple(self._alternative(option, par) for option in options)
        chosen = next(each for each in alternatives if each.response == given.response.id)
        return Move(
            number=after.number,
            before=before,
            after=after,
            given=given,
            points=given.answer.points,
            cost=chosen.cost,
            judgement=chosen.judgement,
            alternatives=alternatives,
            arithmetic=sums_in_words(after),
            events=events_in_words(after),
        )

    def best_line_from(self, move: Move) -> tuple[Conversation, ...]:
        """The moments of the best play from just before a response, that moment first."""
        return self._solution.best_line(move.before)

    def _alternative(self, option: Option, par: int) -> Alternative:
        cost = par - option.worth.par
        return Alternative(
            response=option.response.id,
            say=option.response.script.say,
            cost=cost,
            judgement=judge(cost, self.bounds.par, self.bounds.worst, len(self.best_line) - 1),
            terms=option.answer.effect.terms,
        )


def review(conversation: Conversation, solution: Solution) -> Review:
    """The review of a conversation. Raises KeyError if the solution does not cover its start."""
    return Reviewer(conversation, solution).review(conversation)


def move_of(after: Conversation, solution: Solution) -> Move:
    """The last response of a conversation, reviewed alone. Raises ValueError if there is none."""
    return Reviewer(after, solution).move(after)


def profile_of(moves: Iterable[Move]) -> tuple[Mark, ...]:
    """How each principle fared over these moves."""
    return profile(_moment(move) for move in moves)


def _moment(move: Move) -> Moment:
    """What a move says about the principles; of what was broken an open promise is part."""
    terms = list(move.given.answer.effect.terms)
    for charge in move.given.answer.charges:
        terms += charge.terms
    best: dict[str, int] = {}
    for alternative in move.best:
        for principle, strength in _strengths(alternative.terms, shown=True).items():
            best[principle] = max(best.get(principle, 0), strength)
    return Moment(
        best=best,
        shown=_strengths(terms, shown=True),
        broken=_strengths(terms, shown=False),
        is_best=move.cost == 0,
    )


def _strengths(terms: tuple[Term, ...] | list[Term], *, shown: bool) -> dict[str, int]:
    strengths: dict[str, int] = {}
    for term in terms:
        if term.heard and term.shown == shown:
            strengths[term.principle.id] = max(strengths.get(term.principle.id, 0), term.strength)
    return strengths
