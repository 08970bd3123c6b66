"""What a reader takes as one, and where phrases begin."""

from __future__ import annotations

from itertools import accumulate

import pytest
from budoux.parser import load_default_japanese_parser
from hypothesis import given
from hypothesis import strategies as st
from support.texts import MEASURE

from docgen.placed import Paragraph, Run
from docgen.typeset.breaking import kana_kept_ends
from docgen.typeset.measured_line import DOTS
from docgen.typeset.phrases import phrase_starts
from docgen.typeset.together import inside_numbers, inside_units


def _parted(text: str, units: frozenset[int]) -> list[str]:
    """The text in parts that may each end a line."""
    ends = [place for place in range(1, len(text)) if place not in units]
    return [text[begin:end] for begin, end in zip([0, *ends], [*ends, len(text)], strict=True)]


@pytest.mark.parametrize(
    "whole",
    ["令和5年3月", "2022年度末", "23,854千台", "12億3,000万円", "約1.7倍", "第6期", "3か国", "13.7ポイント", "（人）", "I-1005", "▲2.5％", "2024年2月9日"],
)
def test_a_number_with_its_unit_a_date_and_a_short_bracket_are_one(whole: str) -> None:
    assert whole in _parted(f"目標の{whole}との比較", inside_units(f"目標の{whole}との比較"))


def test_what_stands_beside_them_is_not_held() -> None:
    text = "目標は2022年度の実績"
    assert {3, 9} & inside_units(text) == set()


def test_a_long_bracket_may_be_parted() -> None:
    text = "（エネルギー分野及び次世代インフラ分野）"
    assert inside_units(text) == frozenset()


def test_phrases_begin_where_a_reader_would_pause() -> None:
    assert phrase_starts("総合知の活用を進める") == {4, 7}


@given(st.text("総合知の活用を進めるため、A5（ー。", max_size=12))
def test_a_place_tells_by_its_six_characters_what_the_model_tells_of_the_whole_text(text: str) -> None:
    parts = load_default_japanese_parser().parse(text)
    assert phrase_starts(text) == set(accumulate(map(len, parts[:-1])))


def test_kana_that_follow_each_other_stay_together_where_a_program_takes_them_for_a_word() -> None:
    ((line, _),) = MEASURE.broken(Paragraph((Run("対応するカードの要素", 10),), 12), 62, "cell", "plain")
    ends = kana_kept_ends(line, 62 * DOTS, 62 * DOTS)
    assert [line.text[begin:end] for begin, end in zip([0, *ends], ends, strict=False)] == ["対応", "するカードの", "要素"]


def test_a_comma_and_what_holds_no_kanji_are_one_word_where_a_program_takes_them_for_it() -> None:
    ((line, _),) = MEASURE.broken(Paragraph((Run("億円、バイオの開発・データ", 10),), 12), 45, "cell", "plain")
    ends = kana_kept_ends(line, 45 * DOTS, 45 * DOTS)
    assert [line.text[begin:end] for begin, end in zip([0, *ends], ends, strict=False)] == ["億", "円、バイオ", "の開発", "・データ"]


def test_a_bracket_that_does_not_fit_may_be_parted_beside_its_numbers() -> None:
    assert inside_numbers("次期（SIP第3期）") == frozenset({7, 8})
