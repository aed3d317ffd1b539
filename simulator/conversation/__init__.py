"""The play: feelings, the rules, a conversation, an attempt and its replay."""
