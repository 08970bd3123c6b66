"""A program that tells what parts cost: the list of a deck's hand edits, and a merge of five parts, in builds of FY2023.

    python -m tests.extracts.cost
"""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docgen
from docgen.extracts.chosen import Choice
from docgen.extracts.extract import extract

CONTENT = "content/fy2023"


def seconds(work: Callable[[], object]) -> float:
    """The CPU time of some work."""
    gc.collect()
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> None:
    """Print both costs as multiples of one build, from one run."""
    folder = Path(tempfile.mkdtemp())
    compendium = docgen.load(CONTENT)
    docgen.build(compendium).save(folder / "whole.pptx")
    sections = [section.id for section in compendium.sections][:5]
    parts = [
        extract(compendium, Choice(section=section)).save(folder / f"{section}.pptx")
        for section in sections
        if section
    ]
    build = seconds(lambda: docgen.build(docgen.load(CONTENT)).to_bytes())
    listed = seconds(lambda: docgen.hand_edits(folder / "whole.pptx"))
    merged = seconds(lambda: docgen.merge(parts, docgen.load(CONTENT)).save(folder / "merged.pptx"))
    print(f"build {build:.1f} s; hand edits {listed / build:.2f} builds; {len(parts)} parts {merged / build:.2f} builds")


if __name__ == "__main__":
    main()
