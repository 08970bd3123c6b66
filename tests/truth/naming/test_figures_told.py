"""What a sentence says that a numbered figure or table shows is what its title has."""

from __future__ import annotations

import pytest

from docgen.bearing.evidence import Evidence, Statement, Titled
from docgen.bearing.fact import fact_table
from docgen.truth.naming.figures_told import figures_show_what_is_told
from docgen.truth.sentence import sentences

NURSES = fact_table(
    "t12",
    "表1-2　保健師の圏域別人数（2018〜2022年度）",
    ["圏域", "2018年度", "2020年度", "2022年度"],
    [["北圏", "31", "34", "38"], ["南圏", "52", "50", "49"]],
    "人",
)
PORTS = fact_table("t3", "表3　貨物量の多い港（上位4港、2022年）", ["港", "貨物量"], [["東港", "9"], ["西港", "7"], ["浜港", "5"], ["岬港", "2"]])
DEBT = Titled("図5", "市債残高の推移（2016年度～2022年度、単位：億円）")
SHOPS = Titled("図6", "地区別の空き店舗率（2023年）")


def found(text: str) -> list[str]:
    """The words that are found in a sentence."""
    evidence = Evidence(tables=(NURSES, PORTS), titles=(DEBT, SHOPS))
    read = tuple(sentences(Statement(text)))
    return [breach.spot.words for breach in figures_show_what_is_told(read, evidence) if breach.spot]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("表1-2は、2018年度から2020年度までの保健師の人数を掲げたものである。", "2018年度から2020年度"),
        ("市町村別の保健師の人数（表1-2）をみると、南圏が多い。", "市町村別"),
        ("表1-2に掲げる栄養士の人数は、北圏で増えている。", "表1-2に掲げる栄養士"),
        ("圏域別の介護職員数は表1-2に示すとおりである。", "介護職員数は表1-2"),
        ("表3は貨物量の上位10港を並べたものである。", "上位10"),
        ("図5は、5年度分の市債残高を示す。", "5年度分"),
        ("図5は、市債残高の内訳を示す。", "図5は、市債残高の内訳"),
        ("図6は、空き店舗率の推移を示す。", "図6は、空き店舗率の推移"),
        ("圏域別の介護職員数は、表1-2に2018年度と2022年度の別に示した。", "介護職員数は、表1-2"),
        ("図5は、市税収入の推移を示したものである。", "図5は、市税収入"),
        ("市債残高の推移（2017年度～2022年度）を図5に掲げる。", "2017年度～2022年度"),
    ],
)
def test_what_the_title_has_otherwise_is_found(text: str, words: str) -> None:
    assert found(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "表1-2は、2018年度から2022年度までの保健師の人数を圏域別に掲げたものである。",
        "圏域別の保健師数は、表1-2のとおりである。",
        "表1-2には、3か年度分の保健師の人数を掲載している。",
        "表3の4港を貨物量の順に並べた。",
        "図5は、7年度分の市債残高を示す。",
        "図6は、地区ごとの空き店舗率を示す。",
        "市債残高は減少している（図5）。",
        "市債残高の動向を図5に掲げる。",
        "2018年度から2021年度までの増加を図5に示す。",
    ],
)
def test_what_the_title_has_is_left_alone(text: str) -> None:
    assert found(text) == []
