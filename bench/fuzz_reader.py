"""Feeds the reader two thousand mutated and random files and prints what came of them.

    .venv/bin/python bench/fuzz_reader.py [--count 2000] [--seed 20240]

Ends with status 1 if any file raised, was refused without a line number, or took longer than a second.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from scoring.principles import load_principles
from simulator.scenario.library import bundled_folder
from simulator.scenario.reader import read_script

FOLDER = Path(__file__).resolve().parents[1]

TRAPS = (
    ": ",
    " #",
    "\t",
    "- ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "*a",
    "&a ",
    "!!str ",
    "<<: *a\n",
    "? ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "\n",
    "\n\n",
    "  ",
    "---\n",
    "...\n",
    "\x00",
    "\x1b[2J",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\\",
    "no",
    "12:30",
    "010",
    "{name}",
    "~",
)


def change_characters(text: str, source: random.Random) -> bytes:
    """A few characters deleted, doubled or replaced by what YAML trips over."""
    for _ in range(source.randint(1, 6)):
        place = source.randrange(len(text) + 1)
        length = source.choice((0, 0, 1, 1, 2, 8))
        text = text[:place] + source.choice((*TRAPS, "", text[place : place + length] * 2)) + text[place + length :]
    return text.encode("utf-8", "surrogatepass")


def change_lines(text: str, source: random.Random) -> bytes:
    """A few lines deleted, repeated, moved or indented otherwise."""
    lines = text.split("\n")
    for _ in range(source.randint(1, 5)):
        place = source.randrange(len(lines))
        line = lines[place]
        match source.randrange(5):
            case 0:
                lines.pop(place)
                lines = lines or [""]
            case 1:
                lines.insert(place, line)
            case 2:
                lines.insert(source.randrange(len(lines)), lines.pop(place))
            case 3:
                lines[place] = " " * source.randrange(12) + line.lstrip()
            case 4:
                lines[place] = line.replace(*source.choice(((":", ""), ('"', ""), ("- ", "-"), (" ", "\t"), ("}", ""))))
    return "\n".join(lines).encode()


def change_words(text: str, source: random.Random) -> bytes:
    """A few words swapped for others of the same file, so that the YAML stays sound and the meaning doesn't."""
    words = text.split(" ")
    for _ in range(source.randint(1, 8)):
        words[source.randrange(len(words))] = source.choice(words)
    return " ".join(words).encode()


def change_bytes(text: str, source: random.Random) -> bytes:
    """A few bytes replaced by any others, or the file cut short."""
    content = bytearray(text.encode())
    for _ in range(source.randint(1, 20)):
        content[source.randrange(len(content))] = source.randrange(256)
    return bytes(content[: source.randrange(len(content))] if source.random() < 0.3 else content)


def random_bytes(_: str, source: random.Random) -> bytes:
    """Bytes without any sense."""
    return source.randbytes(source.choice((0, 1, 10, 1_000, 20_000)))


def random_signs(_: str, source: random.Random) -> bytes:
    """The signs of YAML in any order, now and then very many of one."""
    if source.random() < 0.3:
        return (source.choice(TRAPS) * source.randrange(60_000)).encode("utf-8", "surrogatepass")[:1_100_000]
    signs = source.choices((*TRAPS, "title", "turns:\n", "a: b\n", "says", "responses"), k=source.randrange(4_000))
    return "".join(signs).encode("utf-8", "surrogatepass")


MUTATIONS: tuple[Callable[[str, random.Random], bytes], ...] = (
    change_characters,
    change_lines,
    change_words,
    change_bytes,
    random_bytes,
    random_signs,
)


def main() -> int:
    """Run, print, and tell whether all held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=20_240)
    options = parser.parse_args()
    source = random.Random(options.seed)
    paths = [*sorted(bundled_folder().rglob("*.yaml")), FOLDER / "tests" / "scenario" / "sound.yaml"]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    principles = load_principles()
    outcomes: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    slowest = (0.0, "")
    for number in range(options.count):
        mutation = MUTATIONS[number % len(MUTATIONS)]
        content = mutation(texts[number // len(MUTATIONS) % len(texts)], source)
        started = time.perf_counter()
        try:
            reading = read_script(content, principles)
        except Exception as error:
            outcomes["raised"] += 1
            print(f"file {number} ({mutation.__name__}): {type(error).__name__}: {error}", file=sys.stderr)
            continue
        seconds = time.perf_counter() - started
        slowest = max(slowest, (seconds, f"file {number}, {mutation.__name__}, {len(content)} bytes"))
        outcomes["slow"] += seconds > 1
        outcomes["read" if reading.script is not None else "refused"] += 1
        outcomes["without a line"] += reading.script is None and not all(
            problem.line >= 1 and problem.column >= 1 for problem in reading.problems
        )
        outcomes["refused without a problem"] += reading.script is None and not reading.problems
        codes.update({problem.code for problem in reading.problems})
    print(f"{options.count} files, seed {options.seed}, from {len(texts)} scripts")
    for outcome in ("read", "refused", "raised", "without a line", "refused without a problem", "slow"):
        print(f"{outcomes[outcome]:6} {outcome}")
    print(f"slowest {slowest[0]:.3f} s ({slowest[1]})")
    print("codes seen: " + ", ".join(f"{code} {count}" for code, count in codes.most_common()))
    failed = ("raised", "without a line", "refused without a problem", "slow")
    return 1 if any(outcomes[outcome] for outcome in failed) else 0


if __name__ == "__main__":
    raise SystemExit(main())
