"""Sentences that grow old when a year passes: relative words, years that mix, years of data in notes."""

from __future__ import annotations

import pytest

from docgen.model import IndicatorPage, Note
from docgen.model.aging import aging_texts, aging_words

SENTENCES = (
    ("昨年の値。", ("昨年",)),
    # A typed year beside a value that moves on, or beside another year.
    ("2022年の死者数は{{ deaths.latest }}。", ("2022年",)),
    ("{{ deaths.latest.dated }}となった。", ()),
    ("2017年度から令和4年度にかけて減少。", ("2017年", "令和4年")),
    ("２０２２年は2021年から増加。", ("２０２２年", "2021年")),
    # One year alone stays true; a fact does not move; plans lie ahead, history behind.
    ("2022年に制定された。", ()),
    ("{{ staff_2022 }}（2022年）", ()),
    ("2026年度から2030年度までの計画。", ()),
    ("1990年と2005年の比較。", ()),
    ("「2022年版」の2022年の値。", ()),
    ("番号12022年と2021年。", ()),
)


@pytest.mark.parametrize(("text", "words"), SENTENCES)
def test_a_sentence_grows_old_by_years_that_mix(text: str, words: tuple[str, ...]) -> None:
    assert aging_words(text, 2023) == words


@pytest.mark.parametrize(("text", "words"), [("2022年度は速報値。", ("2022年",)), ("2012年以前は旧統計による。", ())])
def test_a_note_grows_old_by_any_year_of_data(text: str, words: tuple[str, ...]) -> None:
    assert aging_words(text, 2023, is_note=True) == words


def test_the_texts_of_a_record_are_looked_through_for_both_lists() -> None:
    page = IndicatorPage(
        id="p", messages=("昨年の値。", "値。"), notes=(Note(text="2022年度は速報値。"), Note(text="前年の値。"))
    )
    assert list(aging_texts(page, 2023)) == [
        ("texts", "昨年の値。", ("昨年",)),
        ("notes", "2022年度は速報値。", ("2022年",)),
        ("texts", "前年の値。", ("前年",)),
    ]
