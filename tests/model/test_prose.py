"""Words that name a year by where it stands from today."""

from __future__ import annotations

import pytest

from docgen.model.prose import relative_words

TEXTS = (
    ("今年度から開始した施策。", ("今年度",)),
    ("昨年は増加し、本年は減少。", ("昨年", "本年")),
    ("一昨年度及び昨年度の実績", ("一昨年度", "昨年度")),
    ("来年度の概算要求、翌年の公表", ("来年度", "翌年")),
    ("前年度からの変化、前年の値", ("前年度", "前年")),
    ("ここ5年間の推移、最近10年の動向", ("ここ5年間", "最近10年")),
    ("前年比3%の増加", ()),
    ("日本年金機構の調査", ()),
    ("基本年次報告", ()),
    ("2023年度の値、令和5年度", ()),
    ("今後実施", ()),
)


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_relative_words_are_found_and_terms_that_hold_them_by_chance_are_not(
    text: str, expected: tuple[str, ...]
) -> None:
    assert relative_words(text) == expected
