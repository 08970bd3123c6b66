"""A time by its name and by its year is one time."""

from __future__ import annotations

import pytest

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import fact_table
from docgen.model.period import Period
from docgen.truth.sentence import sentences
from docgen.truth.time.told_twice import latest_are_the_last, years_by_word_and_number, years_left
from docgen.truth.time.years_apart import years_as_far_apart

BIKES = fact_table("b", "貸自転車の台数", ["時点", "台数"], [["2022年3月末", "80"], ["2023年3月末", "95"], ["2024年3月末", "120"]], "台")
RULES = (years_by_word_and_number, latest_are_the_last, years_left, years_as_far_apart)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021年度の利用は、前年度（2019年度）から3割増えた。", "2019年度"),
        ("2021年度の利用は、前年度（2020年度）から3割増えた。", None),
        ("来年度（2026年度）から、運賃を改める。", "2026年度"),
        ("来年度（2025年度）から、運賃を改める。", None),
        ("昨年（2022年）に、乗り場を増やした。", "2022年"),
        ("貸自転車は、直近の2023年3月末で95台である。", "2023年3月末で95台"),
        ("貸自転車は、直近の2024年3月末で120台である。", None),
        ("貸自転車は、2023年3月末で95台である。", None),
        ("2030年度末の目標までは、2024年度末から数えて残り4年である。", "4年"),
        ("2030年度末の目標までは、2024年度末から数えて残り6年である。", None),
        ("2022年3月末の80台から１年半後の2024年3月末には120台となった。", "１年半後の2024年3月末"),
        ("2022年3月末の80台から2年後の2024年3月末には120台となった。", None),
        ("2024年3月末は120台で、3年前の2022年3月末から40台増えた。", "3年前の2022年3月末"),
        ("2024年度は、開業から5年後の2019年度を上回る。", None),
    ],
)
def test_the_two_are_one(text: str, words: str | None) -> None:
    evidence = Evidence(tables=(BIKES,), published=Period.parse("2024年10月"))
    read = tuple(sentences(Statement(text)))
    assert [breach.spot.words for rule in RULES for breach in rule(read, evidence) if breach.spot] == ([words] if words else [])
