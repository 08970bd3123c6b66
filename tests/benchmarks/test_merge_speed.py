"""Comparing two decks of a hundred pages, or merging one into a new build, costs at most twice a build of one.

CPU time of processes of their own, as a user runs them; the least of three rounds counts, since what shares the
machine only adds.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.processes import compile_docgen, run
from support.real_deck import CONTENT, PACKS, deck_bytes

pytestmark = pytest.mark.benchmark

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
    build, merge, diff = (min(cost[name] for cost in rounds) for name in commands)
    merge, diff = merge / build, diff / build
    print(f"\nbuild {build:.1f} s, merge {merge:.2f} builds, diff {diff:.2f} builds")
    assert merge <= 2
    assert diff <= 2
