"""Comparing two decks of a hundred pages, or merging one into a new build, costs at most twice a build of one."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

from real_deck import CONTENT, PACKS, ROOT, deck_bytes


def seconds(*arguments: str | Path) -> float:
    """The processor time of a command, with everything that it imports."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "docgen", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_comparing_and_merging_cost_at_most_twice_a_build(tmp_path: Path) -> None:
    edited = tmp_path / "edited.pptx"
    edited.write_bytes(deck_bytes(PACKS[0]))
    build = seconds("build", CONTENT, "-o", tmp_path / "built.pptx")
    merge = seconds("merge", edited, CONTENT, "-o", tmp_path / "merged.pptx")
    diff = seconds("diff", edited, tmp_path / "built.pptx")
    print(f"\nbuild {build:.1f} s, merge {merge / build:.2f} builds, diff {diff / build:.2f} builds")
    assert merge <= 2 * build
    assert diff <= 2 * build
