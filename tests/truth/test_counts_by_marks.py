"""Rows told of by a column of marks, and what is said of all that are counted: what is not so is found, what is so is not."""

from __future__ import annotations

import pytest

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import fact_table
from docgen.truth.counts.count_rules import RULES
from docgen.truth.sentence import sentences

HALLS = fact_table(
    "halls",
    "柳沢町の集会施設（2022年度）",
    ["施設", "地域", "設置", "調理室", "耐震補強", "定員"],
    [
        ["第一会館", "東", "町立", "有", "済", "120"],
        ["第二会館", "西", "町立", "無", "済", "80"],
        ["駅前会館", "東", "民営", "有", "未", "60"],
        ["河原会館", "西", "町立", "有", "済", "45"],
        ["山手会館", "東", "民営", "無", "未", "150"],
        ["南口会館", "南", "民営", "無", "済", "30"],
    ],
    {"定員": "人"},
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("集会施設6施設のうち、耐震補強が済んでいるのは5施設である。", ["5施設"]),
        ("調理室がない会館は2か所である。", ["2か所"]),
        ("耐震補強が済んでいない駅前会館と第二会館は、順次工事を行う。", ["第二会館"]),
        ("調理室を備える河原会館及び山手会館を避難所とする。", ["山手会館"]),
        ("耐震補強がまだ終わっていない施設は、駅前会館及び南口会館の2施設である。", ["南口会館"]),
        ("定員が60人以上の施設は4施設で、その全てが町立である。", ["その全て"]),
        ("調理室のある施設は3施設あり、いずれも耐震補強済みである。", ["いずれも"]),
        ("民営で調理室がないのは3施設である。", ["3施設"]),
        ("耐震補強が済んだのは6施設中4施設で、残りは翌年度に行う。", []),
        ("東地域で調理室があるのは2施設、西地域では1施設である。", []),
        ("耐震補強済みの4施設のうち、調理室があるのは2施設である。", []),
        ("調理室も耐震補強もある施設は、第一会館及び河原会館の2施設である。", []),
        ("2021年度に耐震補強を終えたのは1施設である。", []),
        ("定員が100人以上の施設は2施設で、いずれも東にある。", []),
        ("調理室のない第二会館、山手会館及び南口会館には、給湯室がある。", []),
    ],
)
def test_what_a_column_of_marks_tells_of_its_rows(text: str, words: list[str]) -> None:
    read = list(sentences(Statement(text)))
    breaches = [breach for rule in RULES for breach in rule(read, Evidence(tables=(HALLS,)))]
    assert list(dict.fromkeys(breach.spot.words for breach in breaches if breach.spot)) == words
