"""What `solve` prints: the proof of a scenario in plain lines, or a sample where it is too large to be proven."""

from __future__ import annotations

import sys
import time
from typing import Any

from scoring.principles import load_principles
from simulator.analysis.exploration import TooManyStates
from simulator.analysis.proof import MOST_STATES, Proof, ProvenStart, proof_data, prove
from simulator.analysis.sampling import Sample, sampled
from simulator.app.plain.printer import Printer
from simulator.app.plain.results import write_json
from simulator.app.plain.waiting import states_visited
from simulator.conversation.conversation import Conversation
from simulator.conversation.game import Game
from simulator.scenario.library import Loaded

BAR = 40
"""How wide the longest bar of the distribution is."""


def solve_scenario(loaded: Loaded, asked: str, most_states: int | None, *, as_json: bool) -> None:
    """Prove a scenario and print the proof; where there are more states than that, print a sample and say so.

    `asked` is how the scenario was asked for, and is in the commands that are printed.
    """
    game = Game(loaded.script, load_principles())
    limit = MOST_STATES if most_states is None else most_states
    began = time.perf_counter()
    found: Proof | Sample
    try:
        with states_visited() as visited:
            found = prove(game, limit, visited)
    except TooManyStates:
        found = sampled(game)
    seconds = time.perf_counter() - began
    if as_json:
        known = {"scenario": loaded.entry.id, "digest": game.digest, "seconds": round(seconds, 3)}
        write_json(sys.stdout, known | (proof_data(found) if isinstance(found, Proof) else _sample_data(found, limit)))
    elif isinstance(found, Proof):
        _print_proof(Printer(sys.stdout), asked, found, seconds)
    else:
        _print_sample(Printer(sys.stdout), found, limit)


def _sample_data(sample: Sample, limit: int) -> dict[str, Any]:
    return {
        "proven": False,
        "limit": limit,
        "plays": sample.plays,
        "best_found": sample.best.points,
        "least_found": sample.least.points,
        "mean_points": sample.mean,
        "error": sample.error,
        "endings": dict(sample.endings),
    }


def _print_proof(printer: Printer, asked: str, proof: Proof, seconds: float) -> None:
    printer.say(
        f"{proof.game.script.title}: {proof.states:,} states and {proof.transitions:,} transitions, all visited, "
        f"in {seconds:.1f} seconds."
    )
    for start in proof.starts:
        printer.say()
        _print_start(printer, start)
    printer.say()
    printer.say("Endings, and their share if every answer is left to chance")
    for ending in proof.endings:
        if ending.way is None:
            printer.say(f"{ending.id} ({ending.outcome}): no play reaches it.", "  ")
            continue
        printer.say(f"{ending.id} ({ending.outcome}): {_percent(ending.share)}. The shortest way there:", "  ")
        printer.copyable(ending.way.command(asked))
    printer.say()
    _print_scores(printer, proof)
    printer.say()
    printer.say("What habits score, on average and at most")
    for habit, scored in proof.habits.items():
        printer.say(f"{habit}: {float(scored.mean):.0f}, {scored.highest}", "  ")


def _print_start(printer: Printer, start: ProvenStart) -> None:
    anger, trust, openness = start.feelings
    printer.say(f"From anger {anger}, trust {trust}, openness {openness}")
    printer.say(f"Par {start.bounds.par}, worst {start.bounds.worst}.", "  ")
    if start.mean_score is not None:
        printer.say(f"Chance scores {start.mean_score:.1f} on average, give or take {start.score_spread:.1f}.", "  ")
    printer.say(f"Best, in {_counted(start.best_line.number, 'answer')}: {_answers(start.best_line)}", "  ")
    printer.say(f"Worst, in {_counted(start.worst_line.number, 'answer')}: {_answers(start.worst_line)}", "  ")


def _print_scores(printer: Printer, proof: Proof) -> None:
    """The distribution of the score in steps of five."""
    scores, sample = proof.scores, proof.sampled_scores
    printer.say("Scores, if every answer is left to chance")
    if sample is not None:
        scores = sample.shares
        printer.say(
            "To work out all of them would take too long. Mean and spread above are exact; this is a sample of "
            f"{sample.plays:,} plays, with a standard error of {_percent(sample.error)} of all plays at most."
        )
    assert scores is not None
    steps = [0.0] * 21
    for score, share in scores.items():
        steps[score // 5] += share
    highest = max(steps)
    for step, share in enumerate(steps):
        if share:
            last = min(100, 5 * step + 4)
            bar = "#" * round(BAR * share / highest)
            printer.say(f"{5 * step:>3} to {last:>3}: {_percent(share):>9} {bar}", "  ")


def _print_sample(printer: Printer, sample: Sample, limit: int) -> None:
    printer.say(f"Not proven: there are more than {limit:,} states. --max-states allows more.")
    printer.say(f"A sample of {sample.plays:,} random plays tells this much:")
    printer.say(f"Par is at least {sample.best.points}: {_answers(sample.best)}", "  ")
    printer.say(f"The worst is at most {sample.least.points}: {_answers(sample.least)}", "  ")
    printer.say(f"The mean of the points is about {sample.mean:.1f}, standard error {sample.error:.2f}.", "  ")
    for ending, count in sample.endings.items():
        printer.say(f"{ending}: {_counted(count, 'play')} of {sample.plays:,}", "  ")
    printer.say("An ending that is not named here may be reached all the same.", "  ")


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _answers(conversation: Conversation) -> str:
    return ", ".join(conversation.response_ids)


def _percent(share: float) -> str:
    percent = 100 * share
    return f"{percent:.1f} %" if percent >= 0.1 else f"{percent:.2g} %"
