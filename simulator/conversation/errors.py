"""What can go wrong with a conversation.

ConversationError
├── NotAvailable    a response that can't be given at this turn
└── ReplayError     an attempt that its script does not allow
"""

from __future__ import annotations


class ConversationError(Exception):
    """Something that a conversation can't do."""


class NotAvailable(ConversationError):
    """A response that can't be given at this turn."""

    def __init__(self, response: str, turn: str | None, available: tuple[str, ...]) -> None:
        self.response = response
        self.turn = turn
        self.available = available
        where = f"at the turn “{turn}”" if turn else "after the conversation has ended"
        offered = f": there it is one of {', '.join(available)}" if available else ""
        super().__init__(f"“{response}” can't be answered {where}{offered}.")


class ReplayError(ConversationError):
    """An attempt that its script does not allow: it belongs to another one, or was altered."""
