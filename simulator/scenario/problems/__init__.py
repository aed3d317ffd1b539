"""The problems a script can have: what one is, and every kind of them as data, a file a subject."""

from simulator.scenario.problems.problem import Example, Problem, ProblemKind, Severity, Situation

__all__ = ["Example", "Problem", "ProblemKind", "Severity", "Situation"]
