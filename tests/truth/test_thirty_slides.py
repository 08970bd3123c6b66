"""Three decks of thirty slides, errors of every family planted in them, are checked against themselves."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from support.thirty_slides import NAMES, Planted, look_alikes, make, planted, slides

from docgen.breach import Breach
from docgen.errors import SlidePosition
from docgen.reconciling.deck import deck_judged

FAMILIES = {
    "attainment", "copies", "counts", "identity", "legends", "mixed-years", "names", "numbering", "numbers", "one-fact",
    "outliers", "recomputed", "support", "time", "titles", "totals", "units", "words",
}  # fmt: skip


@cache
def found(name: str) -> tuple[Breach, ...]:
    with TemporaryDirectory() as folder:
        return deck_judged(make(name, Path(folder))).breaches


def is_of(breach: Breach, error: Planted) -> bool:
    """Whether a breach tells a planted error: in its text where it stands in one, else in its cell, or in its column."""
    where = breach.where
    if not isinstance(where, SlidePosition) or where.slide != error.slide:
        return False
    spot = breach.spot
    if spot is not None and not (error.row and where.row):
        return spot.text.strip() == error.text.strip() and spot.start < error.end and error.start < spot.end
    return bool(error.row) and where.column == error.column and (where.row == error.row or breach.code == "shares-not-whole")


def missed(name: str) -> list[Planted]:
    """The errors that no breach tells, one of each key."""
    told = {error.key for error in planted(name) for breach in found(name) if is_of(breach, error)}
    return list({error.key: error for error in planted(name) if error.key not in told}.values())


def needless(name: str) -> list[Breach]:
    """The breaches that tell no planted error."""
    return [breach for breach in found(name) if not any(is_of(breach, error) for error in planted(name))]


def recall(*names: str) -> float:
    every = sum(len({error.key for error in planted(name)}) for name in names)
    return 1 - sum(len(missed(name)) for name in names) / every


def precision(*names: str) -> float:
    every = sum(len(found(name)) for name in names)
    return 1 - sum(len(needless(name)) for name in names) / every if every else 1.0


def report() -> Iterator[str]:
    """What the decks give: python tests/truth/test_thirty_slides.py."""
    for name in NAMES:
        yield f"{name}: precision {precision(name):.2f}, recall {recall(name):.2f}"
        yield from (f"  missed  p{error.slide} {error.family}: {error.words} ({error.text})" for error in missed(name))
        yield from (f"  needless {breach.where} {breach.code}: {breach}" for breach in needless(name))
    families = Counter(error.family for name in NAMES for error in missed(name))
    yield f"all: precision {precision(*NAMES):.2f}, recall {recall(*NAMES):.2f}, missed {dict(families)}"


@pytest.mark.parametrize("name", NAMES)
def test_a_deck_has_thirty_slides_and_as_much_that_looks_wrong_as_is_wrong(name: str) -> None:
    errors = {error.key for error in planted(name)}
    assert len(slides(name)) == 30
    assert len(errors) >= 20
    assert look_alikes(name) >= 20


def test_errors_of_every_family_are_planted() -> None:
    assert {error.family for name in NAMES for error in planted(name)} == FAMILIES


@pytest.mark.parametrize("name", NAMES)
def test_of_a_deck_without_content_nine_of_ten_findings_are_right_and_four_of_five_errors_found(name: str) -> None:
    assert precision(name) >= 0.9, needless(name)
    assert recall(name) >= 0.8, missed(name)


if __name__ == "__main__":
    print(*report(), sep="\n")
