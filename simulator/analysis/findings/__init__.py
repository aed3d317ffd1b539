"""Findings: what all plays of a sound script show that its author would want to know, each kind as data."""

from simulator.analysis.findings.examination import Examination, examine, findings
from simulator.analysis.findings.finding import Change, Example, Finding, FindingKind, Severity

__all__ = ["Change", "Examination", "Example", "Finding", "FindingKind", "Severity", "examine", "findings"]
