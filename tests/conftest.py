"""What holds for every test: laws are tried without a deadline, so that a busy machine fails none of them."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
