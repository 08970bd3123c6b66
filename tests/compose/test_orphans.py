"""Lonely last lines are drawn in, and only those."""

from __future__ import annotations

from support.texts import MEASURE

from docgen.compose.orphans import drawn_in
from docgen.placed import Insets, Paragraph, Run, TextBody

_KANJI = "国家戦略研究開発推進体制"


def _spacing(characters: int, width: float) -> float:
    text = (_KANJI * 10)[:characters]
    paragraph = Paragraph((Run(text, 10),), 14)
    drawn = drawn_in(MEASURE, TextBody((paragraph,), Insets()), width, 200, "shape")
    return drawn.paragraphs[0].runs[0].spacing


def test_a_single_character_on_the_last_line_is_drawn_in() -> None:
    lines = MEASURE.lines(Paragraph((Run((_KANJI * 10)[:61], 10),), 14), 605)
    assert [len(line) for line in lines] == [60, 1]
    assert -0.4 < _spacing(61, 605) < 0


def test_a_last_line_of_some_length_stays() -> None:
    assert _spacing(80, 605) == 0


def test_a_text_on_one_line_stays() -> None:
    assert _spacing(20, 605) == 0


def test_a_short_line_that_would_have_to_be_crushed_stays() -> None:
    assert _spacing(11, 105) == 0
