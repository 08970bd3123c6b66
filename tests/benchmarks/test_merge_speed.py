"""What merging hand edits into a new build, and comparing two decks of a hundred pages, cost against that build.

One process measures all three in turns, so that what shares the processor slows them all down alike.
"""

from __future__ import annotations

from pathlib import Path

from support.processes import compile_docgen, run
from support.real_deck import CONTENT, PACKS, deck_bytes

MEASURE = """
import sys
import time
import docgen

content, edited = sys.argv[1:]
compendium = docgen.load(content)


def seconds(work):
    begin = time.process_time()
    work()
    return time.process_time() - begin


for _ in range(4):
    build = seconds(lambda: docgen.build(compendium).to_bytes())
    merge = seconds(lambda: docgen.merge(edited, compendium))
    diff = seconds(lambda: docgen.diff(edited, edited))
    print(merge / build, diff / build)
"""


def test_a_merge_costs_at_most_three_builds_and_a_comparison_half_of_one(tmp_path: Path) -> None:
    edited = tmp_path / "edited.pptx"
    edited.write_bytes(deck_bytes(PACKS[0]))
    compile_docgen()
    _, *rounds = run("-c", MEASURE, CONTENT, edited)[1].splitlines()  # the first one imports what it needs
    merge, diff = (min(ratios) for ratios in zip(*(map(float, line.split()) for line in rounds), strict=True))
    print(f"\nmerge {merge:.2f} builds, diff {diff:.2f} builds")
    assert merge <= 3
    assert diff <= 0.5
