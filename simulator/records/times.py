"""Times as they are kept: UTC, ISO 8601, milliseconds and a Z, so that text sorts as time does."""

from __future__ import annotations

from datetime import UTC, datetime


def kept_time(at: datetime) -> str:
    """The text of an aware time. Raises ValueError for one that does not say its zone."""
    if at.tzinfo is None:
        raise ValueError("a time to be kept says its zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


def read_time(text: str) -> datetime:
    """The time that a text keeps."""
    return datetime.fromisoformat(text)
