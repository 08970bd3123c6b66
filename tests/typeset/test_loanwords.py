"""Compounds of loanwords part between their words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.typeset.loanwords import loanword_starts


def _parts(text: str) -> list[str]:
    return [text[begin:end] for begin, end in pairwise((0, *sorted(loanword_starts(text)), len(text)))]


@pytest.mark.parametrize(
    "words",
    [
        ("スマート", "モビリティ", "プラットフォーム"),
        ("エネルギー", "マネジメント", "システム"),
        ("ミッション", "オリエンテッド"),
        ("バイオ", "テクノロジー"),
        ("グリーン", "トランスフォーメーション"),
        ("サプライ", "チェーン", "リスク"),
    ],
)
def test_a_compound_parts_into_its_words(words: tuple[str, ...]) -> None:
    assert _parts("".join(words)) == list(words)


@pytest.mark.parametrize("word", ["インターネット", "フォローアップ", "パートナーシップ", "プラットフォーム", "データベース", "マグネット", "プランクトン", "コーポレート"])
def test_a_word_is_not_parted(word: str) -> None:
    assert _parts(word) == [word]


@pytest.mark.parametrize(
    ("compound", "parts"),
    [("グローバルキャラバン", ["グローバル", "キャラバン"]), ("ウェビナープログラム", ["ウェビナー", "プログラム"]), ("タペストリーカクテルソリューション", ["タペストリーカクテル", "ソリューション"])],
)
def test_beside_a_word_that_is_not_known_a_long_one_is(compound: str, parts: list[str]) -> None:
    assert _parts(compound) == parts


def test_places_are_those_of_the_whole_text() -> None:
    assert loanword_starts("次のデジタルインフラとオープンデータ") == {6, 15}


@given(st.text("スマートデータンーップ国", max_size=20))
def test_no_part_is_a_single_character_or_begins_with_what_begins_no_word(text: str) -> None:
    for place in loanword_starts(text):
        assert text[place] not in "ンーッ"
        assert not loanword_starts(text) & {place - 1, place + 1}
