"""Changes inputs by chance, many times over, and counts what comes of it; from the top folder:

    python -m tests.fuzz.run content --count 10000 --seed 7
    python -m tests.fuzz.run layout --count 2000 --seed 7           also: template, edited
    python -m tests.fuzz.run content --content content/fy2023       changes of another content than the small ones
    python -m tests.fuzz.run content --seed 7 --show 1234           one case: its files are kept, its traceback shown

Each case runs in a child of at most 5 s of CPU and 1 GB. A case ends well as a deck that ``docgen verify`` has nothing
to say of, or as an error with its place. Where DOCGEN_OOXML_VALIDATOR names the Open XML SDK's program, every twentieth
deck is given to it as well (``--every-sdk``). The exit status is 1 where a case ended otherwise.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from docgen.verifying.validator import NAMED, validated
from fuzz.bounded import GOOD, Outcome, outcomes
from fuzz.judged import DECK
from fuzz.subjects import SUBJECTS, Subject, content, warmed


def chance_of(word: str, seed: int, number: int) -> Random:
    """The chance of one case: the same for the same numbers."""
    return Random(f"{word} {seed} {number}")


def main(arguments: list[str]) -> int:
    """Run the command; the exit status."""
    asked = _asked(arguments)
    subject = partial(content, named=asked.content) if asked.content else SUBJECTS[asked.subject]
    program = os.environ.get(NAMED, "")
    warmed()
    if asked.show is not None:
        return _shown(subject, asked)
    with tempfile.TemporaryDirectory() as name:
        case = partial(_run, subject, asked.subject, asked.seed, Path(name))
        return _counted(asked, case, Path(name), Path(program))


def _counted(asked: argparse.Namespace, case: Callable[[int], Outcome], folder: Path, program: Path) -> int:
    """Run the cases, telling each kind of bad end when it is first seen, and count them all; the exit status."""
    counts: Counter[str] = Counter()
    bad: Counter[str] = Counter()
    slowest = Outcome("")
    for outcome in outcomes(range(asked.first, asked.first + asked.count), case):
        deck = folder / f"{outcome.number}.pptx"
        if outcome.end == "deck" and program.is_file() and (counts["deck"] + 1) % asked.every_sdk == 0:
            outcome = _by_sdk(program, deck, outcome)
            counts["seen by the SDK"] += 1
        deck.unlink(missing_ok=True)
        counts[outcome.end] += 1
        slowest = max(slowest, outcome, key=lambda one: one.seconds)
        if outcome.end not in GOOD:
            kind = f"{outcome.end} {outcome.detail}"
            bad[kind] += 1
            if bad[kind] == 1:
                print(f"case {outcome.number}: {kind}\n    {outcome.changed}", flush=True)
        if counts.total() % 500 == 0:
            print(f"{dict(counts)}", file=sys.stderr, flush=True)
    print(f"{asked.subject}, seed {asked.seed}: " + ", ".join(f"{count} {end}" for end, count in counts.most_common()))
    print(f"slowest: case {slowest.number}, {slowest.seconds} s of CPU")
    for kind, count in bad.most_common():
        print(f"{count} × {kind}")
    return 1 if bad else 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run")
    parser.add_argument("subject", choices=list(SUBJECTS))
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--content", default="")
    parser.add_argument("--every-sdk", type=int, default=20)
    parser.add_argument("--show", type=int)
    return parser.parse_args(arguments)


def _run(subject: Subject, word: str, seed: int, folder: Path, number: int) -> Outcome:
    """A case; its deck stays under the case's number."""
    outcome = subject(chance_of(word, seed, number), folder)
    if outcome.end == "deck":
        (folder / DECK).replace(folder / f"{number}.pptx")
    return outcome


def _by_sdk(program: Path, deck: Path, outcome: Outcome) -> Outcome:
    """The outcome once the SDK has seen the deck."""
    found = validated(program, deck.read_bytes())
    if not found:
        return outcome
    first = found[0]
    return Outcome("against the schema", f"{first.get('path')}: {first.get('description')}"[:200], outcome.changed, number=outcome.number)


def _shown(subject: Subject, asked: argparse.Namespace) -> int:
    """Run one case here, in a folder that stays."""
    folder = Path(tempfile.mkdtemp())
    print(folder)
    print(_run(subject, asked.subject, asked.seed, folder, asked.show))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
