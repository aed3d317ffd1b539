"""Solutions as bytes, for the cache.

The layout, all big-endian, compressed as one: how many transitions, how many situations, and the width of their numbers
in bytes; then for each situation its number and how many states it has; then, situation after situation, the three
columns of these states, feelings in two bytes a number and points in four; then what random play comes to, as JSON.
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from array import array
from dataclasses import astuple

from simulator.analysis.random_play import RandomPlay
from simulator.analysis.solution import COLUMNS, Solution, Solved
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game

ENGINE_VERSION = 4
"""Goes up with every change of the solver, its situations or this layout; a solution of another is solved again."""

_HEAD = struct.Struct(">QQH")
_COUNT = struct.Struct(">H")
_STATE = sum(array(code).itemsize for code in COLUMNS)
"""Bytes of a state, over the columns."""


def packed(solution: Solution) -> bytes:
    """A solution as bytes."""
    situations = solution.situations
    width = max(((key.bit_length() + 7) // 8 for key in situations), default=0)
    parts = [_HEAD.pack(solution.transitions, len(situations), width)]
    parts += [key.to_bytes(width, "big") + _COUNT.pack(len(solved.feelings)) for key, solved in situations.items()]
    parts += [_big_endian(column).tobytes() for solved in situations.values() for column in solved]
    parts.append(json.dumps([[start, *astuple(play)] for start, play in solution.random_plays.items()]).encode())
    return zlib.compress(b"".join(parts), level=1)


def unpacked(game: Game, data: bytes) -> Solution:
    """The solution of a game that these bytes hold. Raises ValueError if they hold none."""
    try:
        raw = memoryview(zlib.decompress(data))
        transitions, count, width = _HEAD.unpack_from(raw)
        row = width + _COUNT.size
        start = _HEAD.size + count * row
        situations = {}
        for place in range(_HEAD.size, start, row):
            (states,) = _COUNT.unpack_from(raw, place + width)
            if start + states * _STATE > len(raw):
                raise ValueError("this solution is cut short")
            columns = []
            for code in COLUMNS:
                end = start + states * array(code).itemsize
                columns.append(_column(code, raw[start:end]))
                start = end
            situations[int.from_bytes(raw[place : place + width], "big")] = Solved(*columns)
        random_plays = dict(_random_play(*row) for row in json.loads(bytes(raw[start:])))
    except (zlib.error, struct.error, json.JSONDecodeError, TypeError) as error:
        raise ValueError("these bytes are not a solution") from error
    return Solution(game, situations, transitions, random_plays)


def _random_play(
    start: list[int], mean: float, spread: float, endings: list[float], shares: dict[str, float] | None
) -> tuple[Feelings, RandomPlay]:
    distribution = None if shares is None else {int(points): share for points, share in shares.items()}
    return Feelings(*start), RandomPlay(mean, spread, tuple(endings), distribution)


def _column(code: str, raw: memoryview) -> array[int]:
    column = array(code)
    column.frombytes(raw)
    return _big_endian(column)


def _big_endian(column: array[int]) -> array[int]:
    """The column with its bytes turned round where this machine has them the other way; the same turns them back."""
    if sys.byteorder == "big":
        return column
    turned = column[:]
    turned.byteswap()
    return turned
