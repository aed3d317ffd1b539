"""Solutions as bytes, for the cache: rows of fixed width, sorted by key, looked up without being unpacked.

The layout, all big-endian, compressed as one: the transitions (8 bytes), the width of a key in bytes (2), how many rows
(8); then all the keys, then all the pars, then all the worsts (4 bytes each, signed).
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from simulator.analysis.solver import Solution, Worth
from simulator.conversation.game import Game

ENGINE_VERSION = 1
"""Goes up with every change of the solver, its keys or this layout; a solution of another version is solved again."""

_HEAD = struct.Struct(">QHQ")


class PackedWorths(Mapping[int, Worth]):
    """The worths of a solution by key, as they lie in bytes. Raises ValueError for bytes that are not a solution."""

    def __init__(self, data: bytes) -> None:
        try:
            raw = zlib.decompress(data)
            head: tuple[int, int, int] = _HEAD.unpack_from(raw)
        except (zlib.error, struct.error) as error:
            raise ValueError("these bytes are not a solution") from error
        self.transitions, self._width, self._count = head
        keys = self._width * self._count
        if len(raw) != _HEAD.size + keys + 8 * self._count:
            raise ValueError("this solution is cut short")
        self._keys = raw[_HEAD.size : _HEAD.size + keys]
        numbers = _numbers(raw[_HEAD.size + keys :])
        self._pars, self._worsts = numbers[: self._count], numbers[self._count :]

    def __getitem__(self, key: int) -> Worth:
        try:
            wanted = key.to_bytes(self._width, "big")
        except OverflowError as error:
            raise KeyError(key) from error
        place = bisect_left(range(self._count), wanted, key=self._key)
        if place == self._count or self._key(place) != wanted:
            raise KeyError(key)
        return Worth(self._pars[place], self._worsts[place])

    def __iter__(self) -> Iterator[int]:
        return (int.from_bytes(self._key(place), "big") for place in range(self._count))

    def __len__(self) -> int:
        return self._count

    def _key(self, place: int) -> bytes:
        return self._keys[place * self._width : (place + 1) * self._width]


def packed(solution: Solution) -> bytes:
    """A solution as bytes."""
    rows = sorted(solution.worths.items())
    width = max((key.bit_length() + 7) // 8 for key, _ in rows) if rows else 1
    numbers = array("i", [worth.par for _, worth in rows] + [worth.worst for _, worth in rows])
    if sys.byteorder == "little":
        numbers.byteswap()
    head = _HEAD.pack(solution.transitions, width, len(rows))
    keys = b"".join(key.to_bytes(width, "big") for key, _ in rows)
    return zlib.compress(head + keys + numbers.tobytes(), level=1)


def unpacked(game: Game, data: bytes) -> Solution:
    """The solution of a game that these bytes hold. Raises ValueError if they hold none."""
    worths = PackedWorths(data)
    return Solution(game, worths, worths.transitions)


def _numbers(raw: bytes) -> array[int]:
    numbers = array("i")
    numbers.frombytes(raw)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
