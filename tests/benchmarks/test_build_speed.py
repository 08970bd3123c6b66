"""What building the whole compendium costs, against importing libraries in the same run.

CPU time of processes of their own. What shares the processor slows some rounds down: the middle one of the
ratios round by round counts.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest
from support.processes import compile_docgen, run

pytestmark = pytest.mark.benchmark

ROUNDS = 3
LIBRARIES = "import pandas, pptx, pydantic, yaml, jinja2, click"


def test_a_cold_build_costs_at_most_four_times_the_imports(tmp_path: Path) -> None:
    command = ("-m", "docgen", "build", "content/fy2023", "-o", tmp_path / "deck.pptx")
    compile_docgen()
    rounds = [(run(*command)[0], run("-c", LIBRARIES)[0]) for _ in range(ROUNDS)]
    ratio = median(build / imports for build, imports in rounds)
    print(f"\nbuild {min(rounds)[0]:.2f} s, {ratio:.2f} times the imports")
    assert ratio <= 4
