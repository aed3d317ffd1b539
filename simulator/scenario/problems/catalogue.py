"""Every kind of problem by its code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType, ModuleType

from simulator.scenario.problems import files, meaning, names, shape, syntax
from simulator.scenario.problems.problem import ProblemKind


def _kinds_in(module: ModuleType) -> list[ProblemKind]:
    return [value for value in vars(module).values() if isinstance(value, ProblemKind)]


KINDS: Mapping[str, ProblemKind] = MappingProxyType(
    {kind.code: kind for module in (files, syntax, shape, names, meaning) for kind in _kinds_in(module)}
)
