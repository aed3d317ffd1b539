"""Make the pictures of the README from the app itself: `.venv/bin/python docs/pictures.py`.

The same scenario, seed and answers each time, so that a picture changes only when the app or the scenario does.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent
SCENARIO = "third-late-sofa"
SEED = 3
SIZE = (100, 30)
MISTAKES = {3: -1, 7: 1, 11: -1}
"""By how many answers were given: which of the answers, from the cheapest to the dearest, in place of a best one."""
TALKED = 5
"""How many answers the picture of the conversation has behind it."""

FONT_FACES = re.compile(r"\s*@font-face\s*\{.*?\}", re.DOTALL)
"""They fetch a font from a stranger's computer; its name is enough."""


def main() -> None:
    """Play, take the pictures, and write them beside this file."""
    os.environ.update(TEXTUAL_ANIMATIONS="none", TERM="xterm-256color", COLORTERM="truecolor", TZ="UTC")
    os.environ.pop("NO_COLOR", None)
    sys.path.insert(0, str(DOCS.parent))
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in asyncio.run(pictures(Path(folder) / "coolhead.db")).items():
            (DOCS / f"{name}.svg").write_text(FONT_FACES.sub("", picture).replace("\r", "") + "\n", encoding="utf-8")
            print(f"docs/{name}.svg")


async def pictures(database_path: Path) -> dict[str, str]:
    """The conversation, half way through, and the review of the whole of it."""
    from simulator.app import routes
    from simulator.app.application import CoolheadApp
    from simulator.app.playing import begin
    from simulator.app.screens.conversation import ConversationScreen
    from simulator.scenario.library import Library

    made = {}
    app = CoolheadApp(database_path, lambda: Library([]), name="Ana", login="ana")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        attempt = begin(app.desk, SCENARIO, record=False, seed=SEED)
        answers = list(played(attempt))
        for response in answers[:TALKED]:
            attempt.respond(response)
        routes.resume(app, attempt.id)
        await settled(pilot)
        while isinstance(app.screen, ConversationScreen) and not app.screen.at_rest:
            await pilot.pause(0.02)
        made["conversation"] = app.export_screenshot(title="Coolhead")
        await pilot.press("escape")
        await settled(pilot)
        for response in answers[TALKED:]:
            attempt.respond(response)
        routes.review(app, attempt.id)
        await settled(pilot)
        await pilot.press("t")
        await settled(pilot)
        made["review"] = app.export_screenshot(title="Coolhead")
    return made


def played(attempt: Any) -> Iterator[str]:
    """The answers of a play that goes well, but for a few."""
    from simulator.analysis.solver import solve

    conversation = attempt.conversation
    solution = solve(attempt.scenario.game, [conversation.feelings])
    while not conversation.ended:
        options = sorted(solution.options(conversation.state), key=lambda option: -option.worth.par)
        place = MISTAKES.get(conversation.number, 0)
        response = options[place if -len(options) <= place < len(options) else -1].response
        yield response.id
        conversation = conversation.after(response)


async def settled(pilot: Any) -> None:
    """Wait until the app has nothing more to do."""
    await pilot.pause()
    while any(worker.is_running for worker in pilot.app.workers):
        await pilot.pause(0.02)
    await pilot.pause()


if __name__ == "__main__":
    main()
