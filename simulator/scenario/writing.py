"""How a text is written in YAML, for the mended lines of hints."""

from __future__ import annotations


def quoted_text(text: str) -> str:
    """The text in the quotes that need the fewest changes to it; quotes already around the whole of it are taken off."""
    text = " ".join(text.split())
    for quote in ("'", '"'):
        if len(text) > 1 and text.startswith(quote) and text.endswith(quote):
            text = text[1:-1].replace("''", "'") if quote == "'" else text[1:-1]
            break
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
