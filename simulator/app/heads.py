"""Which head of hair a customer has: one that goes with the word the script uses, she or he, and with the name."""

from __future__ import annotations

import hashlib
import re

from simulator.app.drawing.portrait import HAIRS
from simulator.scenario.model import Line, Script

HERS = ("bob", "long", "curls")
HIS = ("receding", "crop", "parted")

_SHE = re.compile(r"\b(she|her|hers|mrs|ms|miss)\b", re.IGNORECASE)
_HE = re.compile(r"\b(he|him|his|mr)\b", re.IGNORECASE)


def head_of(script: Script) -> str:
    """The head of a scenario's customer: always the same for the same script."""
    customer = script.customer
    seen = [turn.cue for turn in script.turns.values()] + [ending.text for ending in script.endings.values()]
    told = " ".join((customer.name, customer.about, *(text for line in seen for text in _texts(line))))
    she, he = len(_SHE.findall(told)), len(_HE.findall(told))
    heads = HAIRS if she == he else HERS if she > he else HIS
    return heads[hashlib.sha256(customer.name.encode()).digest()[0] % len(heads)]


def _texts(line: Line) -> list[str]:
    return [text for case in line for text in case.value]
