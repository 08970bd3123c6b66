"""Comparing two decks of a hundred pages, or merging one into a new build, costs at most twice a build of one.

CPU time of processes of their own; the middle one of three rounds counts, as others share the processor.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median

from processes import compile_docgen, run
from real_deck import CONTENT, PACKS, deck_bytes

ROUNDS = 3


def test_comparing_and_merging_cost_at_most_twice_a_build(tmp_path: Path) -> None:
    edited, built = tmp_path / "edited.pptx", tmp_path / "built.pptx"
    edited.write_bytes(deck_bytes(PACKS[0]))
    commands: dict[str, tuple[str | Path, ...]] = {
        "build": ("build", CONTENT, "-o", built),
        "merge": ("merge", edited, CONTENT, "-o", tmp_path / "merged.pptx"),
        "diff": ("diff", edited, built),
    }
    compile_docgen()
    rounds = [{name: run("-m", "docgen", *command)[0] for name, command in commands.items()} for _ in range(ROUNDS)]
    build = min(cost["build"] for cost in rounds)
    merge, diff = (median(cost[name] / cost["build"] for cost in rounds) for name in ("merge", "diff"))
    print(f"\nbuild {build:.1f} s, merge {merge:.2f} builds, diff {diff:.2f} builds")
    assert merge <= 2
    assert diff <= 2
