"""Of digits changed at random nearly all are found, each at its place."""

from __future__ import annotations

import runpy
from pathlib import Path

changes = runpy.run_path(str(Path(__file__).with_name("digit_changes.py")))


def test_nine_of_ten_digits_changed_in_the_built_deck_are_found_against_the_content() -> None:
    made, found = changes["in_deck"](30)
    assert len(made) == 30
    assert len(found) / len(made) >= 0.9
