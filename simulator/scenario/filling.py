"""Filling in: the customer's name where an author wrote `{customer}`, in every text of a script at once."""

from __future__ import annotations

from dataclasses import replace

from simulator.scenario.model import Case, Line, Response, Script, Turn

PLACEHOLDER = "{customer}"
"""The only placeholder that there is."""


def filled_in(script: Script) -> Script:
    """The script as it is read out: what the customer is called stands in its texts."""
    name = script.customer.called
    return replace(
        script,
        setting=_text(script.setting, name),
        customer=replace(script.customer, about=_text(script.customer.about, name)),
        facts={fact: _text(text, name) for fact, text in script.facts.items()},
        promises={each: replace(promise, text=_text(promise.text, name)) for each, promise in script.promises.items()},
        turns={each: _turn(turn, name) for each, turn in script.turns.items()},
        endings={
            each: replace(ending, text=_line(ending.text, name), aftermath=_line(ending.aftermath, name))
            for each, ending in script.endings.items()
        },
    )


def _turn(turn: Turn, name: str) -> Turn:
    responses = {each: _response(response, name) for each, response in turn.responses.items()}
    return replace(turn, line=_line(turn.line, name), cue=_line(turn.cue, name), responses=responses)


def _response(response: Response, name: str) -> Response:
    say, why = _text(response.say, name), _text(response.why, name)
    return replace(response, say=say, why=why, reply=_line(response.reply, name))


def _line(line: Line, name: str) -> Line:
    return tuple(Case(case.when, tuple(_text(text, name) for text in case.value)) for case in line)


def _text(text: str, name: str) -> str:
    return text.replace(PLACEHOLDER, name)
