"""Inputs changed by chance end as whole decks or as errors with their places; a case that does not is seen."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from docgen.errors import DocgenError, DocgenErrors
from fuzz.bounded import GOOD, Outcome, outcomes
from fuzz.judged import judged
from fuzz.run import chance_of
from fuzz.sources import small_deck
from fuzz.subjects import SUBJECTS

COUNTS = {"content": 20, "layout": 8, "template": 8, "edited": 5}
SEED = 20_260_401


@pytest.fixture(autouse=True)
def no_sdk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SDK's program has no room in a bounded child."""
    monkeypatch.setenv("DOCGEN_OOXML_VALIDATOR", "none")


@pytest.mark.parametrize("word", SUBJECTS)
def test_no_change_by_chance_makes_docgen_fail(word: str, tmp_path: Path) -> None:
    found = list(outcomes(range(COUNTS[word]), lambda number: SUBJECTS[word](chance_of(word, SEED, number), tmp_path)))
    assert [outcome for outcome in found if outcome.end not in GOOD] == []
    assert len(found) == COUNTS[word]


def test_the_same_numbers_make_the_same_change(tmp_path: Path) -> None:
    same = [SUBJECTS["layout"](chance_of("layout", SEED, 3), tmp_path / name).changed for name in ("a", "b")]
    assert same[0] == same[1] != ""


def _hang() -> bytes:
    while True:
        time.process_time()


def _raise(error: Exception) -> bytes:
    raise error


def _many() -> bytes:
    return bytes(8 * 1024 * 1024 * 1024)


@pytest.mark.parametrize(
    ("make", "end"),
    [
        (small_deck, "deck"),
        (lambda: b"no deck", "traceback"),
        (lambda: small_deck().replace(b"ppt/slides/slide2.xml", b"ppt/slides/slide9.xml"), "invalid"),
        (partial(_raise, DocgenError("count-errors", where="a place", count=1)), "refused"),
        (partial(_raise, DocgenErrors([DocgenError("count-errors", count=1)])), "unplaced"),
        (partial(_raise, KeyError("x")), "traceback"),
        (_many, "memory"),
        (_hang, "slow"),
    ],
)  # fmt: skip
def test_what_must_not_be_is_seen(make: Callable[[], bytes], end: str, tmp_path: Path) -> None:
    small_deck()
    cases = (make, small_deck)
    found = list(outcomes(range(2), lambda number: judged(cases[number], tmp_path), seconds=0.3 if end == "slow" else 30))
    assert [outcome.end for outcome in found] == [end, "deck"]


def test_a_case_that_ends_its_process_is_seen(tmp_path: Path) -> None:
    def case(number: int) -> Outcome:
        if number == 1:
            raise SystemExit(1)
        return Outcome("deck")

    assert [outcome.end for outcome in outcomes(range(3), case)] == ["deck", "crashed", "deck"]
