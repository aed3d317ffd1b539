"""Where there is little room, the gaps between answers go before what was said does."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.containers import Vertical

from simulator.app.prose import Paragraph
from simulator.app.text import content
from simulator.app.widgets.responses import Responses
from simulator.app.widgets.transcript import Transcript

ANSWERS = ("Yes.", "No.", "Perhaps.", "Ask me tomorrow.")


class Talking(App[None]):
    """What was said, and the answers beneath it."""

    CSS = "Responses { max-height: 62%; }"

    def compose(self):
        with Vertical():
            yield Transcript()
            yield Responses()


@pytest.mark.parametrize(("said", "gaps"), [(5, True), (9, True), (10, False), (12, False)])
async def test_gaps_between_answers_are_given_up_for_what_was_said_last(said, gaps):
    app = Talking()
    async with app.run_test(size=(40, 16)) as pilot:
        transcript, responses = app.query_one(Transcript), app.query_one(Responses)
        transcript.begin([Paragraph(content("Long ago."))])
        transcript.tell([Paragraph(content("Word."))] * said)
        assert transcript.latest == said
        responses.offer(ANSWERS, leaving=transcript.latest)
        await pilot.pause()
        assert ("\n\n" in responses.text) == gaps
        assert transcript.hidden_beneath == 0
