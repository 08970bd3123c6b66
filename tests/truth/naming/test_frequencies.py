"""How often a thing is done, and when something became of it, as its table has it: what is not so is found."""

from __future__ import annotations

import pytest

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import fact_table
from docgen.truth.naming.naming_rules import RULES
from docgen.truth.sentence import sentences

SURVEYS = fact_table(
    "surveys",
    "汐路県の統計調査",
    ["番号", "名称", "周期", "担当"],
    [
        ["R-1", "世帯構造調査", "毎年", "調査課"],
        ["R-2", "空き店舗調査", "3年ごと", "商工課"],
        ["R-3", "水産物流通調査", "四半期ごと", "水産課"],
        ["R-4", "土地利用調査", "5年に1回", "土地課"],
    ],
)
TUNNELS = fact_table(
    "tunnels",
    "汐路県のトンネル",
    ["名称", "開通", "管理"],
    [["汐路トンネル", "1991年", "県"], ["峰トンネル", "2008年", "国"], ["新峰トンネル", "2019年", "国"]],
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("世帯構造調査は、調査課が隔年で実施する調査である。", ["隔年"]),
        ("空き店舗調査の周期は5年である。", ["5年"]),
        ("水産物流通調査（R-3）は年に2回行われる。", ["年に2回"]),
        ("毎年実施される土地利用調査の結果を用いた。", ["毎年"]),
        ("2008年に開通した新峰トンネルを点検する。", ["2008年に開通した新峰トンネル"]),
        ("土地利用調査は五年に一度、土地課が実施する。", []),
        ("R-3は年に4回実施され、結果は毎年公表される。", []),
        ("空き店舗調査の結果は、商工課が毎年点検する。", []),
        ("世帯構造調査は、2025年から隔年で行う予定である。", []),
        ("2008年に登録された汐路トンネルは、県が管理する。", []),
    ],
)
def test_how_often_and_when_are_as_the_table_has_them(text: str, words: list[str]) -> None:
    read = list(sentences(Statement(text)))
    breaches = [breach for rule in RULES for breach in rule(read, Evidence(tables=(SURVEYS, TUNNELS)))]
    assert list(dict.fromkeys(breach.spot.words for breach in breaches if breach.spot)) == words
