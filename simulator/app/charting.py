"""From a review to its chart."""

from __future__ import annotations

from simulator.analysis.review import Review
from simulator.app.drawing.chart import BETWEEN, Chart, Guide, Point, Sign
from simulator.app.judgements import SIGNS
from simulator.app.telling import days_later
from simulator.app.text import one_line


def chart_of(review: Review) -> Chart:
    """The feelings of a conversation as they truly were, with the contacts and the judgements."""
    path = review.conversation.path
    first = path[0]
    points = [Point(0, first.feelings, 0)]
    guides = [Guide(0, one_line(first.contact.script.channel))]
    at = 0.0
    for moment in path[1:]:
        assert moment.given is not None
        at += 1
        answer = moment.given.answer
        if answer.apart is None:
            points.append(Point(at, moment.feelings, moment.number))
            continue
        points.append(Point(at, answer.said.feelings, moment.number))
        guides.append(Guide(at + BETWEEN / 2, one_line(f"{days_later(answer.days)}, {moment.contact.script.channel}")))
        at += BETWEEN
        points.append(Point(at, moment.feelings, moment.number, arrival=True))
    turning = set(review.turning_points)
    signs = tuple(Sign(move.number, SIGNS[move.judgement], move.number in turning) for move in review.moves)
    masked = [point.x for point, moment in zip(_answers(points), path, strict=True) if moment.masked]
    return Chart(tuple(points), signs, tuple(guides), masked_to=_following(points, masked[-1]) if masked else 0)


def _answers(points: list[Point]) -> list[Point]:
    return [point for point in points if not point.arrival]


def _following(points: list[Point], x: float) -> float:
    """The place of the answer after the one at `x`, or that one where it is the last."""
    return next((point.x for point in _answers(points) if point.x > x), x)
