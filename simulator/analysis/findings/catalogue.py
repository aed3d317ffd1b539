"""Every kind of finding by its code, in the order of the docs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from simulator.analysis.findings import (
    best_lines,
    conditions,
    detours,
    guessing,
    memory,
    moments,
    stakes,
    unreachable,
    unused,
)
from simulator.analysis.findings.finding import FindingKind

SUBJECTS: Mapping[str, tuple[FindingKind, ...]] = MappingProxyType(
    {
        "Names that nothing needs": unused.KINDS,
        "What no play comes to": unreachable.KINDS,
        "Conditions": conditions.KINDS,
        "Moments without a way on": moments.KINDS,
        "Promises and facts": memory.KINDS,
        "Choices": stakes.KINDS,
        "Best lines": (*best_lines.KINDS, *detours.KINDS),
        "Guessing": guessing.KINDS,
    }
)

KINDS: Mapping[str, FindingKind] = MappingProxyType({kind.code: kind for kinds in SUBJECTS.values() for kind in kinds})
