"""Decks as people make them are checked against themselves: what is planted is found, and little else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from support.strange_decks import NAMES, Planted, make, planted

from docgen.breach import Breach
from docgen.errors import SlidePosition
from docgen.reconciling.deck import deck_judged


@cache
def found(name: str) -> tuple[Breach, ...]:
    with TemporaryDirectory() as folder:
        return deck_judged(make(name, Path(folder))).breaches


def is_of(breach: Breach, error: Planted) -> bool:
    """Whether a breach tells a planted error: its slide and number, its cell, or the line of shares that it stands in."""
    where = breach.where
    if not isinstance(where, SlidePosition) or where.slide != error.slide:
        return False
    values = dict(breach.message.values)
    if breach.code == "shares-not-whole":
        return where.column == error.column
    return (where.row, where.column) == (error.row, error.column) if error.row else values.get("number") == error.text


def counted(names: Sequence[str]) -> tuple[int, int, int]:
    """How many breaches are of planted errors, how many are not, and how many errors were found."""
    right = [breach for name in names for breach in found(name) if any(is_of(breach, error) for error in planted(name))]
    errors = [error for name in names for error in planted(name) if any(is_of(breach, error) for breach in found(name))]
    return len(right), sum(len(found(name)) for name in names) - len(right), len(errors)


def test_the_decks_hold_errors_of_all_families() -> None:
    assert sum(len(planted(name)) for name in NAMES) >= 25
    assert {breach.code for name in NAMES for breach in found(name)} >= {
        "number-not-borne-out", "total-not-sum", "shares-not-whole", "one-fact-two-values"
    }  # fmt: skip


def test_nine_of_ten_findings_are_right() -> None:
    right, wrong, _ = counted(NAMES)
    assert right / (right + wrong) >= 0.9


@pytest.mark.parametrize("name", NAMES)
def test_four_of_five_errors_of_each_deck_are_found(name: str) -> None:
    assert counted([name])[2] / len(planted(name)) >= 0.8
