"""What a person sees: the screens, their widgets and styles, and the plain mode."""

import os

# How often Textual looks whether there is something to paint. At its own 60 times a second a reply waits up to 17 ms
# for its turn. Nothing is painted more often for it: only what has changed ever is.
os.environ.setdefault("TEXTUAL_FPS", "1000")
