"""What breaking lines costs, against a plain loop over the same characters in the same run.

Measured in a process of its own, as a script of a user would have it.
"""

from __future__ import annotations

import pytest
from support.processes import ROOT, compile_docgen, run

pytestmark = pytest.mark.benchmark


def test_breaking_lines_costs_at_most_four_times_a_sum_of_widths() -> None:
    compile_docgen()
    fresh, known = map(float, run(ROOT / "tests" / "support" / "breaking.py")[1].split())
    print(f"\nbreaking against summing: {fresh:.2f} unseen, {known:.2f} at another width")
    assert fresh <= 4
    assert known < fresh
