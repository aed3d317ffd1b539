"""From a review to its chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from simulator.analysis.review import Review
from simulator.app.drawing.chart import BETWEEN, FEELINGS, Chart, Feeling, Guide, Point, Sign
from simulator.app.judgements import SIGNS
from simulator.app.telling import days_later
from simulator.app.text import one_line
from simulator.conversation.conversation import Conversation

Beside: TypeAlias = Literal["nothing", "the best line", "what showed"]
"""What the feelings of a conversation are compared with."""


def chart_of(review: Review, beside: Beside = "nothing", feelings: tuple[Feeling, ...] = FEELINGS) -> Chart:
    """The feelings of a conversation as they truly were, with the contacts and the judgements."""
    path = review.conversation.path
    points = _points(path)
    turning = set(review.turning_points)
    signs = tuple(Sign(move.number, SIGNS[move.judgement], move.number in turning) for move in review.moves)
    masked = [point.x for point, moment in zip(_answers(points), path, strict=True) if moment.masked]
    others: list[Point] = []
    if beside == "the best line":
        others = _points(review.best_line)
    elif beside == "what showed" and masked:
        others = [
            Point(point.x, moment.shown_feelings, point.number)
            for point, moment in zip(_answers(points), path, strict=True)
        ]
    return Chart(
        tuple(points),
        signs,
        tuple(_guides(path)),
        masked_to=_following(points, masked[-1]) if masked else 0,
        beside=tuple(others),
        feelings=feelings,
    )


def comparisons(review: Review) -> tuple[Beside, ...]:
    """What a conversation can be compared with; with what showed only where a mask was on."""
    masked = any(moment.masked for moment in review.conversation.path)
    return ("nothing", "the best line", "what showed") if masked else ("nothing", "the best line")


def _points(path: Sequence[Conversation]) -> list[Point]:
    """The true feelings at each answer of a conversation, and after the days between two contacts."""
    points = [Point(0, path[0].feelings, 0)]
    for at, moment in _places(path):
        assert moment.given is not None
        answer = moment.given.answer
        if answer.apart is None:
            points.append(Point(at, moment.feelings, moment.number))
        else:
            points.append(Point(at, answer.said.feelings, moment.number))
            points.append(Point(at + BETWEEN, moment.feelings, moment.number, arrival=True))
    return points


def _guides(path: Sequence[Conversation]) -> Iterator[Guide]:
    """Where each contact of a conversation begins."""
    yield Guide(0, one_line(path[0].contact.script.channel))
    for at, moment in _places(path):
        if moment.given is not None and moment.given.answer.apart is not None:
            later = days_later(moment.given.answer.days)
            yield Guide(at + BETWEEN / 2, one_line(f"{later}, {moment.contact.script.channel}"))


def _places(path: Sequence[Conversation]) -> Iterator[tuple[float, Conversation]]:
    """The moments after each answer, and where they stand on the way."""
    at = 0.0
    for moment in path[1:]:
        at += 1
        yield at, moment
        if moment.given is not None and moment.given.answer.apart is not None:
            at += BETWEEN


def _answers(points: list[Point]) -> list[Point]:
    return [point for point in points if not point.arrival]


def _following(points: list[Point], x: float) -> float:
    """The place of the answer after the one at `x`, or that one where it is the last."""
    return next((point.x for point in _answers(points) if point.x > x), x)
