"""Play every scenario of an installed `coolhead` from standard input, and find the attempts again.

    python play_from_the_wheel.py PATH-OF-COOLHEAD

Needs the standard library alone, so that nothing but the wheel and what it requires need be installed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

IN_A_REVIEW = {
    "attempt", "scenario", "digest", "seed", "outcome", "points", "par", "worst", "score", "responses", "principles",
}  # fmt: skip

MORE_ANSWERS_THAN_A_PLAY_HAS = 500


def main(coolhead: str) -> None:
    """Play, and end with a message at the first thing that isn't as promised."""

    def data(*arguments: str, given: str = "") -> Any:
        command = [coolhead, *arguments, "--json"]
        done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return json.loads(done.stdout)

    scenarios = [scenario["id"] for scenario in data("list")]
    if len(scenarios) < 3:
        sys.exit(f"The wheel has the scenarios {scenarios}, and should have at least three.")
    answers = "1\n" * MORE_ANSWERS_THAN_A_PLAY_HAS
    for seed, scenario in enumerate(scenarios):
        for mode in ([], ["--record"]):
            options = ["--plain", "--seed", str(seed), "--as", "Ada", "--team", "Wheel", *mode]
            review = data("play", scenario, *options, given=answers)
            if missing := IN_A_REVIEW - set(review):
                sys.exit(f"The review of {scenario} lacks {', '.join(sorted(missing))}.")
            if not (review["worst"] <= review["points"] <= review["par"] and 0 <= review["score"] <= 100):
                sys.exit(f"The review of {scenario} does not add up: {review}")
            again = data("review", str(review["attempt"]))
            if again["score"] != review["score"]:
                sys.exit(f"Attempt {review['attempt']} scores {review['score']}, and later {again['score']}.")
            mode_name = "for the record" if mode else "practice"
            print(f"{scenario}, {mode_name}: {review['outcome']}, score {review['score']}")
    kept = len(data("attempts", "--all"))
    if kept < 2 * len(scenarios):
        sys.exit(f"{2 * len(scenarios)} attempts were played and {kept} are listed.")
    if "Ada" not in json.dumps(data("leaderboard")):
        sys.exit("Ada played three scenarios for the record and isn't on the leaderboard.")


if __name__ == "__main__":
    main(sys.argv[1])
