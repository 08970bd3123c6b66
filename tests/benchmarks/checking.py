"""What checking the FY2023 compendium costs against building it; from the top folder:

    python -m tests.benchmarks.checking                  builds and checks in turn, five rounds
    python -m tests.benchmarks.checking --rounds 3       fewer

CPU seconds of whole commands, the middle of the rounds; ratios to a build in the same rounds. Then, in one process, what
the rules cost on the deck's slides and on three times as many, which name other things: three times as much is linear.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from support.processes import compile_docgen, run

CONTENT = "content/fy2023"
# Each copy is about other things: its names have other letters, its numbers stay.
GROWTH = """
import json, sys, time
from dataclasses import replace
from docgen.opened.deck import opened
from docgen.opened.opened_deck import OpenedDeck
from docgen.truth.judged import judged
deck = opened(sys.argv[1])
letters = sorted({letter for text in deck.statements for letter in text.text if "一" <= letter <= "龥" or "ァ" <= letter <= "ヶ"} - set("年月日度人件社校名円割分倍位億万千百十以上下計合"))
def told(value, copy):
    if isinstance(value, str):
        return value.translate({ord(one): ord(one) + copy for one in letters})
    if isinstance(value, tuple):
        return tuple(told(part, copy) for part in value)
    return value
def shifted(slide, copy):
    at = lambda where: replace(where, slide=where.slide + copy * len(deck.slides)) if getattr(where, "slide", 0) else where
    fact = lambda one: replace(one, row=told(one.row, copy), column=told(one.column, copy), where=at(one.where))
    names = ("title", "rows", "columns", "texts", "total", "notes", "head")
    table = lambda one: replace(one, **{name: told(getattr(one, name), copy) for name in names},
                                facts=tuple(map(fact, one.facts)), where=at(one.where))
    text = lambda one: replace(one, text=told(one.text, copy), page=told(one.page, copy), where=at(one.where))
    return replace(slide, number=slide.number + copy * len(deck.slides), title=told(slide.title, copy),
                   texts=tuple(map(text, slide.texts)), tables=tuple(map(table, slide.tables)), grids=(), charts=())
spent = []
judged(OpenedDeck("warm", deck.slides[:3]))
for times in (1, int(sys.argv[2])):
    slides = tuple(shifted(slide, copy + 7 * times) for copy in range(times) for slide in deck.slides)
    since = time.process_time()
    judged(OpenedDeck("grown", slides))
    spent.append(time.process_time() - since)
print(json.dumps(spent))
"""
TIMES = 3
# A check that finds errors ends with 1.
_DOCGEN = """
import sys
from docgen.cli import main
try:
    main()
except SystemExit as end:
    assert end.code in (0, None, 1), end.code
"""


def commands(deck: Path, target: Path) -> dict[str, tuple[str | Path, ...]]:
    """The commands that are compared, the build first."""
    return {
        "build content/fy2023": ("build", CONTENT, "-o", target),
        "check of the built deck": ("check", deck),
        "check content/fy2023": ("check", CONTENT),
    }


def spent(deck: Path, target: Path, rounds: int) -> dict[str, float]:
    """CPU seconds of each command: the middle of some rounds, in each of which all run in turn."""
    costs: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, command in commands(deck, target).items():
            costs.setdefault(name, []).append(run("-c", _DOCGEN, *command)[0])
    return {name: median(each) for name, each in costs.items()}


def growth(deck: Path) -> tuple[float, float]:
    """What judging the deck's slides costs, and ``TIMES`` as many."""
    one, many = json.loads(run("-c", GROWTH, deck, str(TIMES))[1])
    return one, many


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the costs, and how they grow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args(arguments).rounds
    compile_docgen()
    with tempfile.TemporaryDirectory() as folder:
        deck = Path(folder) / "deck.pptx"
        run("-m", "docgen", "build", CONTENT, "-o", deck)
        costs = spent(deck, Path(folder) / "again.pptx", rounds)
        build = next(iter(costs.values()))
        for name, cost in costs.items():
            print(f"{cost:6.2f} s  {cost / build:5.2f} builds  {name}")
        one, many = growth(deck)
        print(f"{many / one:6.2f} times the cost of the rules on {TIMES} times the slides ({one:.2f} s, {many:.2f} s)")


if __name__ == "__main__":
    main()
