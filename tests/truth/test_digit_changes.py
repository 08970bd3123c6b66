"""Of digits changed at random nearly all are found, each at its place."""

from __future__ import annotations

import runpy
from pathlib import Path

changes = runpy.run_path(str(Path(__file__).with_name("digit_changes.py")))


def test_nine_of_ten_digits_changed_in_the_built_deck_are_found_against_the_content() -> None:
    made, found = changes["in_deck"](20)
    assert len(made) == 20
    assert len(found) / len(made) >= 0.9


def test_digits_of_data_files_that_the_content_contradicts_are_found_and_no_others_told() -> None:
    made, found = changes["in_data"](20)
    contradicted = [one for one in made if one.contradicted]
    assert len(contradicted) >= 2
    assert [one for one in contradicted if one not in found] == []
    assert [one for one in found if not one.contradicted] == []
