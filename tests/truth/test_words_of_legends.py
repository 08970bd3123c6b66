"""A mark means what its legend says, beside the words and for the values that it judges."""

from __future__ import annotations

import pytest
from support.every_case import every_case

from docgen.bearing.evidence import Evidence, Legend, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.truth.judged import contradictions


def table(title: str, columns: list[str], *rows: str, unit: str = "") -> FactTable:
    return fact_table(title, title, columns, [row.split() for row in rows], unit)


NOISE = table("測定地点の騒音（dB）", ["地点", "騒音"], "駅前 71", "港町 64", "山手 52", "川辺 45")
PLANS = table(
    "緑化計画の進み具合（2022年度）",
    ["取組", "目標（本）", "実績（本）"],
    "街路樹の植栽 400 460",
    "公園の整備 12 12",
    "屋上の緑化 30 21",
    "市民講座 なし 8",
)
CASES: dict[str, Legend] = {
    "noise": Legend("騒音の区分", {"Ⅰ": "50dB未満", "Ⅱ": "50dB以上60dB未満", "Ⅲ": "60dB以上70dB未満", "Ⅳ": "70dB以上"}),
    "colours": Legend("騒音の色分け", {"青": "50dB未満", "緑": "50dB以上60dB未満", "橙": "60dB以上70dB未満", "赤": "70dB以上"}),
    "plans": Legend("進み具合", {"◎": "目標を上回る", "○": "目標どおり", "△": "目標を下回る", "－": "目標なし"}),
    "kinds": Legend("取組の区分", {"●": "継続", "◇": "新規", "★": "拡充"}),
    "lines": Legend("図4の線", {"実線": "風待市", "破線": "県平均", "点線": "全国平均"}),
    "words": Legend("略語", {"GIB": "緑の基盤会議", "UTP": "都市緑化計画", "BRN": "生物情報網"}),
    "grades": Legend("総合評価", {"A": "順調に進んでいる", "B": "おおむね順調に進んでいる", "C": "遅れている"}),
    "arrows": Legend("前年からの変化", {"↗": "増加", "→": "横ばい", "↘": "減少"}),
}

RIGHT = (
    ("colours", "駅前（71dB）は赤、港町（64dB）は橙で示す。"),
    ("colours", "山手は緑に塗り分けた。"),
    ("colours", "赤字の地点は再測定した。"),
    ("colours", "青は50dB未満の地点を表す。"),
    ("colours", "川辺（45dB）を青とした。"),
    ("plans", "街路樹の植栽（目標400本、実績460本）は◎である。"),
    ("plans", "公園の整備は「○」とした。"),
    ("plans", "屋上の緑化は△。"),
    ("plans", "市民講座は目標がなく「－」とした。"),
    ("plans", "屋上の緑化は9本足りず、△となった。"),
    ("plans", "○○公園の整備を進めた。"),
    ("kinds", "● 街路樹の植栽（継続）"),
    ("kinds", "◇ 屋上の緑化（新規）"),
    ("kinds", "★ 市民講座（拡充）"),
    ("kinds", "■ 街路樹の植栽"),
    ("lines", "図4の実線は風待市、点線は全国平均を示す。"),
    ("lines", "図4では、実線の風待市が破線の県平均を上回る。"),
    ("lines", "破線で囲んだ部分は未整備の区間である。"),
    ("words", "GIB（緑の基盤会議）でUTPの改定を議論した。"),
    ("words", "BRNは生物情報網の略である。"),
    ("grades", "計画は順調に進んでおり、評価はAである。"),
    ("grades", "C地区では工事が進む。"),
    ("arrows", "前年からの変化は↗（増加）である。"),
    ("arrows", "来園者は120人→135人と推移した。"),
)
WRONG = (
    ("colours", "駅前（71dB）は橙で示す。", "橙"),
    ("colours", "港町は赤に塗り分けた。", "赤"),
    ("colours", "駅前（71dB）は赤、港町（64dB）は緑で示す。", "緑"),
    ("colours", "赤は60dB以上の地点を表す。", "60dB以上"),
    ("colours", "山手（52dB）を青とした。", "青"),
    ("plans", "街路樹の植栽（目標400本、実績460本）は○である。", "○"),
    ("plans", "公園の整備は「◎」とした。", "◎"),
    ("plans", "屋上の緑化は○。", "○"),
    ("plans", "市民講座は「△」とした。", "△"),
    ("plans", "屋上の緑化の進み具合は×である。", "×"),
    ("plans", "屋上の緑化（目標30本、実績21本）の進み具合は▼。", "▼"),
    ("kinds", "● 屋上の緑化（新規）", "●"),
    ("kinds", "◇ 市民講座（拡充）", "◇"),
    ("kinds", "□ 街路樹の植栽（継続）", "□"),
    ("lines", "図4の破線は風待市を示す。", "破線"),
    ("lines", "図4の点線は県平均、実線は風待市である。", "点線"),
    ("words", "GIB（都市緑化計画）に基づき整備する。", "GIB（都市緑化計画）"),
    ("words", "UTP（生物情報網）を公開した。", "UTP（生物情報網）"),
    ("grades", "工事が遅れており、評価はBである。", "B"),
    ("grades", "計画は順調に進んでいるため、評価はCとした。", "C"),
    ("arrows", "来園者の変化は↘（増加）である。", "↘"),
)


def found(legend: str, text: str) -> list[str]:
    """The characters amiss in a text, by one legend and both tables."""
    evidence = Evidence(tables=(NOISE, PLANS), legends=(CASES[legend],))
    return [breach.spot.words for breach in contradictions((Statement(text),), evidence) if breach.spot is not None]


@every_case(("legend", "text"), RIGHT)
def test_a_mark_with_its_own_meaning_and_what_is_no_mark_are_left_alone(legend: str, text: str) -> None:
    assert found(legend, text) == []


@pytest.mark.parametrize(("legend", "text", "mark"), WRONG)
def test_a_mark_that_its_legend_gives_to_something_else_is_found(legend: str, text: str, mark: str) -> None:
    assert any(mark in spot or spot in mark for spot in found(legend, text)), found(legend, text)
