"""The plain line mode: the same engine with numbered prompts, for screen readers, pipes and tests. No Textual here."""
