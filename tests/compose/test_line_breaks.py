"""Lines end where a reader would pause, whichever way a program sets them, and a break is no part of the text."""

from __future__ import annotations

from typing import Literal

import pytest
from support.texts import MEASURE

from docgen.compose.line_breaks import broken_well
from docgen.placed import Box, Insets, Paragraph, PlacedSlide, Run, TextBody, TextMark, with_soft_breaks

READINGS: tuple[Literal["spaced", "plain"], ...] = ("spaced", "plain")


def _set(text: str, width: float, height: float = 28) -> Paragraph:
    body = TextBody((Paragraph((Run(text, 10),), 14),), Insets())
    slide = broken_well(PlacedSlide("s", "k", "l", "題名", (TextMark("t", Box(0, 0, width, height), body),)), MEASURE)
    (mark,) = slide.marks
    assert isinstance(mark, TextMark)
    (paragraph,) = mark.body.paragraphs
    assert "".join(run.text for run in paragraph.runs) == text
    return paragraph


def _lines(text: str, width: float, height: float = 28) -> tuple[str, ...]:
    one, other = (MEASURE.lines(_set(text, width, height), width, reading=reading) for reading in READINGS)
    assert one == other
    return one


def test_a_label_ends_its_lines_at_phrases() -> None:
    assert _lines("研究インテグリティの自律的確保が促進される", 135) == ("研究インテグリティの", "自律的確保が促進される")


def test_a_label_that_ends_well_by_itself_has_no_breaks() -> None:
    assert _set("総合知の活用を進める", 200).breaks == ()
    assert _set("研究開発の推進と", 40).breaks == ()


def test_a_date_is_not_parted() -> None:
    text = "この施策は関係する府省と各地の大学が連携して実施した結果令和5年3月までに目標の半数を達成した。"
    for width in range(120, 300, 7):
        for line in MEASURE.lines(_set(text, width, 90), width):
            assert ("令和" in line) == ("令和5年3月" in line), width


def test_a_number_stays_with_its_unit() -> None:
    text = "自動運転システムの世界市場は23,854千台から40,976千台へと約1.7倍に増加している状況。"
    for width in range(120, 300, 7):
        lines = MEASURE.lines(_set(text, width, 90), width)
        for number in ("23,854千台", "40,976千台", "約1.7倍"):
            assert any(number in line for line in lines), (width, lines)


@pytest.mark.parametrize("length", range(20, 60, 3))
def test_no_text_ends_in_a_line_of_one_or_two_characters_where_there_is_room_to_end_otherwise(length: int) -> None:
    text = ("研究健全性公正性の自律的な確保を支援する取組を進める" * 4)[:length]
    lines = _lines(text, 152, 200)
    assert len(lines) == 1 or len(lines[-1]) > 2


def test_it_takes_no_line_for_which_there_is_no_room() -> None:
    text = "国際的に開かれた研究拠点の形成"
    assert len(_lines(text, 80)) == 2


def test_breaks_are_in_the_text_only_where_they_are_asked_for() -> None:
    paragraph = Paragraph((Run("総合知", 10, bold=True), Run("の活用", 10)), 14, breaks=(3, 4))
    runs = with_soft_breaks(paragraph, "|").runs
    assert [(run.text, run.bold) for run in runs] == [("総合知|", True), ("の|活用", False)]
