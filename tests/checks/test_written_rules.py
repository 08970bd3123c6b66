"""Rules on the written file: each finds the part that breaks it, and the real decks break none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.often import often
from support.real_deck import PACKS, built, drawn_deck, pack_name
from support.written_parts import entries

from docgen.checks.written_rules import check_parts, check_written

FOLDER = PACKS[0]


def spoiled(part: str, pattern: str, replacement: str) -> Mapping[str, bytes]:
    """The parts of the real deck with the first match of a pattern in one part replaced."""
    parts = dict(entries(FOLDER))
    text = parts[part].decode()
    assert re.search(pattern, text), pattern
    parts[part] = re.sub(pattern, replacement, text, count=1).encode()
    return parts


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_the_real_deck_breaks_no_rule(folder: Path) -> None:
    deck = built(folder) if folder == FOLDER or often(1) > 1 else drawn_deck(folder)
    assert check_written(deck.placed) == ()


@pytest.mark.parametrize(
    ("part", "pattern", "where"),
    [
        ("ppt/slides/slide14.xml", r'<a:rPr lang="ja-JP"', "I-1065/mobility"),
        ("ppt/notesSlides/notesSlide14.xml", r'<a:rPr lang="ja-JP"', "ppt/notesSlides/notesSlide14.xml"),
        ("ppt/charts/chart1.xml", r'<a:defRPr lang="ja-JP"', "ppt/charts/chart1.xml"),
    ],
)
def test_a_text_without_a_language_is_found(part: str, pattern: str, where: str) -> None:
    parts = spoiled(part, pattern, pattern.replace(' lang="ja-JP"', ""))
    assert [(each.code, each.where) for each in check_parts(parts)] == [("language", where)]


def test_a_shape_that_says_nothing_and_is_not_decorative_is_found() -> None:
    parts = spoiled("ppt/slides/slide14.xml", r"<a:ext uri=\"\{C183D7F6[^>]*>.*?</a:ext>", "")
    (breach,) = check_parts(parts)
    assert (breach.code, breach.where) == ("alternative-text", "I-1065/mobility")
    assert breach.what.endswith("/bar has no alternative text")
