"""Sentences on tables of words, lists, notes and copies: what is wrong (《…》) is found there, and look-alikes are left alone."""

from __future__ import annotations

import re
from decimal import Decimal

from support.every_case import every_case

from docgen.bearing.evidence import Evidence, Goal, Legend, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.model.period import Period
from docgen.truth.judged import contradictions


def table(title: str, columns: str, rows: str, unit: str = "") -> FactTable:
    return fact_table(title, title, columns.split(), [row.split() for row in rows.split("/")], unit)


LAKES = Evidence(
    tables=(table("湖の水質", "湖 COD", "鶴の湖 1.4/鴨の湖 2.8/鷺の湖 4.6", "mg/L"),),
    legends=(Legend("水質の類型", {"A": "2mg/L以下", "B": "3mg/L以下", "C": "5mg/L以下"}),),
)
HOMES = Evidence(tables=(table("雪原県の空き店舗の数", "年 空き店舗 うち活用済み", "2012年 400 20/2017年 500 60/2022年 520 90", "店"),))
TOP = Evidence(tables=(table("架空国の商標出願上位団体", "団体 件数", "甲 90/乙 80/丙 70/丁 60", "件"),))
PARTS = Evidence(lists=(("第1部 計画", "第2部 実施", "第3部 評価"),))
STEPS = Evidence(lists=(("①調査", "②設計", "③施工", "④検査"),))
INDICES = Evidence(
    tables=(table("指標の状況", "指標 区分 状況", "M-01 基本 順調/M-02 基本 遅れ/M-03 補助 目標なし/M-04 補助 順調"),)
)
AIMS = Evidence(
    tables=(table("研修の進捗", "研修 目標 実績", "英語 40 52/会計 60 45/法令 30 30"),),
    legends=(Legend("進捗", {"◎": "実績が目標を上回る", "○": "実績が目標と等しい", "△": "実績が目標を下回る"}),),
)
BODIES = Evidence(
    tables=(table("参加団体", "正式名称 略称 所在地", "湖北大学 湖北大 湖北市/湖北商科大学 湖商大 湖北市/湖南研究所 湖南研 湖南市"),)
)
EXPORTS = Evidence(
    tables=(table("木工品の輸出額", "年 輸出額", "2018年 70/2020年 80/2022年 101", "億円"),),
    goals=(Goal("木工品の輸出額", Decimal(10_000_000_000), "円", Period.parse("2025年"), "higher"),),
)
BUDGET = Evidence(
    tables=(table("予算", "事項 予算額 概算要求額 前年度予算額", "測量費 240 320 230/広報費 50 60 45", "百万円"),)
)
SURVEY = Evidence(statements=(Statement("湖北研究所の調査によると、小売店の41.5％が決済端末を導入していない。"),))

CASES = (
    (LAKES, "B類型の鴨の湖（2.8mg/L）は、《2mg/L以下》の区分に入る。"),
    (LAKES, "B類型の鴨の湖（2.8mg/L）は、3mg/L以下の区分に入る。"),
    (HOMES, "（見出し）活用された空き店舗の割合は上昇"),
    (HOMES, "（図の題名）《雨原県》の空き店舗の数の推移"),
    (TOP, "（表の題名）商標出願の上位四団体とその件数"),
    (PARTS, "（目次）第１部～第３部　計画、実施、評価"),
    (PARTS, "（目次）《第３部　計画》"),
    (STEPS, "手順：①調査→②設計→《④施工》→④検査"),
    (STEPS, "手順：①調査→②設計→③施工→④検査"),
    (STEPS, "③の前に設計があり、後に検査がある。"),
    (STEPS, "《③》で検査を行う。"),
    (INDICES, "目標のない指標はM-03のみで、基本指標にはない。"),
    (INDICES, "《M-03は、基本》指標である。"),
    (AIMS, "実績が目標に届かず△となったのは、《英語》である。"),
    (AIMS, "実績が目標に届かず△となったのは、会計である。"),
    (AIMS, "目標を上回りも下回りもしない法令は、○。"),
    (BODIES, "「湖北」の名を冠する大学は、湖北大学と湖北商科大学の二つである。"),
    (EXPORTS, "2020年には目標まで20億円を残していた輸出額が、2022年には101億円と、目標値に達した。"),
    (EXPORTS, "2020年の輸出額は80億円で、目標まで《30億円》を残した。"),
    (BUDGET, "測量費の予算額は240百万円で、概算要求額（320百万円）には80百万円及ばない。"),
    (BUDGET, "広報費（再掲）　予算額5,000万円、前年度4,500万円"),
    (BUDGET, "広報費（再掲）　予算額《6,000万円》、前年度4,500万円"),
    (BUDGET, "測量費は、概算要求額320百万円の４分の３に当たる2.4億円（再掲）。"),
    (SURVEY, "湖北研究所の調査では、決済端末を《導入している》小売店は41.5％であった。"),
    (SURVEY, "湖北研究所の調査では、決済端末を導入していない小売店は41.5％であった。"),
)
_WRONG = re.compile("《(.*?)》")


def _found(evidence: Evidence, text: str) -> list[tuple[int, int]]:
    breaches = contradictions((Statement(text),), evidence)
    return [(breach.spot.start, breach.spot.end) for breach in breaches if breach.spot and breach.spot.text == text]


@every_case(("evidence", "text"), [case for case in CASES if "《" not in case[1]])
def test_what_only_looks_wrong_is_left_alone(evidence: Evidence, text: str) -> None:
    assert _found(evidence, text) == []


@every_case(("evidence", "text"), [case for case in CASES if "《" in case[1]])
def test_a_slip_is_found_where_it_stands(evidence: Evidence, text: str) -> None:
    start = text.index("《")
    [wrong] = _WRONG.findall(text)
    found = _found(evidence, _WRONG.sub(r"\1", text))
    assert found
    assert all(first < start + len(wrong) and start < last for first, last in found)
