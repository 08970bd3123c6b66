"""Ids, titles and references in forms that differ from those of the tables that they are judged by."""

from __future__ import annotations

import pytest

from docgen.bearing.evidence import Evidence, Statement, Titled
from docgen.bearing.fact import fact_table
from docgen.truth.judged import contradictions

GRANTS = fact_table(
    "grants", "助成の一覧", ["番号", "名称", "担当"],
    [["第021号", "山村図書館", "読書課"], ["第022号", "海辺博物館", "展示課"], ["第023号", "湖畔美術館", "収集課"]],
)  # fmt: skip
GUESTS = fact_table("guests", "時期別の宿泊者数（2022年）", ["時期", "宿泊者数"], [["上期", "310"], ["下期", "420"]], "人")
FIGURES = (Titled("図2", "農道の延長の推移"), Titled("図5", "ため池の改修の状況"))
CASES = [
    (Evidence(tables=(GRANTS,)), "評価書第022号「山村図書館」の要点", "第022号「山村図書館」"),
    (Evidence(tables=(GRANTS,)), "海辺博物館（第022号）の申込みについては、読書課が窓口となる。", "海辺博物館（第022号）の申込みについては、読書課"),
    (Evidence(tables=(GRANTS,)), "湖畔美術館（読書課）については、次年度も助成する。", "湖畔美術館（読書課"),
    (Evidence(tables=(GUESTS,)), "表4　地域別の宿泊者数（2022年）", "地域別"),
    (Evidence(contents=("第1章 現況 …3", "第2章 担い手の確保 …9")), "第2章　後継者の育成", "第2章　後継者の育成"),
    (Evidence(titles=FIGURES), "ため池の改修が遅れている地区が残る（図2参照）。", "図2"),
    (Evidence(names=("凪原県山岳安全に関する有識者検討会",)), "凪原県山岳安全に関する有識者会議を開いた。", "凪原県山岳安全に関する有識者会議"),
]
RIGHT = [
    (Evidence(tables=(GRANTS,)), "海辺博物館（第022号）の申込みについては、展示課が窓口となる。"),
    (Evidence(tables=(GUESTS,)), "表4　時期別にみた宿泊者数（2022年）"),
    (Evidence(contents=("第1章 現況 …3", "第2章 担い手の確保 …9")), "第2章　担い手の確保（続き）"),
    (Evidence(titles=FIGURES), "ため池の改修が遅れている地区が残る（図5参照）。"),
]  # fmt: skip


def _spots(evidence: Evidence, text: str) -> list[str]:
    found = contradictions((Statement(text),), evidence)
    return [breach.spot.words for breach in found if breach.spot is not None]


@pytest.mark.parametrize(("evidence", "text", "spot"), CASES)
def test_what_is_not_so_is_found_in_other_forms(evidence: Evidence, text: str, spot: str) -> None:
    assert spot in _spots(evidence, text)


@pytest.mark.parametrize(("evidence", "text"), RIGHT)
def test_what_is_so_is_left_alone_in_other_forms(evidence: Evidence, text: str) -> None:
    assert _spots(evidence, text) == []
