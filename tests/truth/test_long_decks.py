"""Long decks of alike slides are checked at a cost that grows as they do, and their errors are found."""

from __future__ import annotations

import cProfile
from pathlib import Path

import pytest
from support.long_deck import long_deck

from docgen.errors import SlidePosition
from docgen.reconciling.deck import deck_judged


def calls(path: Path) -> int:
    """How many functions are called when a deck is checked."""
    profile = cProfile.Profile()
    profile.runcall(deck_judged, path)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("slides", [40, 120])
def test_a_number_of_another_alike_slide_bears_no_sentence_out(slides: int, tmp_path: Path) -> None:
    breaches = deck_judged(long_deck(tmp_path / "alike.pptx", slides, wrong=10)).breaches
    found = [breach.where.slide for breach in breaches if isinstance(breach.where, SlidePosition)]
    assert found == list(range(10, slides + 1, 10))


def test_thrice_as_many_slides_are_hardly_more_than_thrice_the_work(tmp_path: Path) -> None:
    calls(long_deck(tmp_path / "first.pptx", 2))
    few, many = (calls(long_deck(tmp_path / f"{slides}.pptx", slides, wrong=10)) for slides in (70, 210))
    assert many < 3.6 * few
