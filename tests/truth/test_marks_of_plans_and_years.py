"""A mark is held against a plan, another column, a year, or no value before; a mark that no legend has is told by the value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.bearing.evidence import Evidence, Goal, Legend, Statement
from docgen.bearing.fact import fact_table
from docgen.model.period import Period
from docgen.truth.judged import contradictions


def judged_by(columns: str, rows: str, unit: str, legend: Legend) -> Evidence:
    table = fact_table("点検", "点検", columns.split(), [row.split() for row in rows.split("/")], unit)
    return Evidence(tables=(table,), legends=(legend,))


PLANS = judged_by(
    "工事 計画 実績",
    "護岸の補修 40 46/堤防の点検 25 21/樋門の更新 10 4/広報誌 なし 6",
    "",
    Legend("進度", {"◎": "実績が計画以上", "○": "実績が計画の８割以上で計画未満", "△": "実績が計画の８割未満", "－": "計画を定めていない"}),
)
HALLS = judged_by(
    "会館 定員 利用者",
    "東会館 90 96/西会館 70 70",
    "人",
    Legend("混み具合", {"▲": "利用者が定員を上回る", "■": "利用者が定員と同じ", "▽": "利用者が定員を下回る"}),
)
LAKES = judged_by(
    "湖 2016年度 2022年度",
    "青湖 4.4 3.9/白湖 2.0 2.6",
    "mg/L",
    Legend("水質の推移", {"●": "2016年度より値が下がった", "◇": "2016年度と同じ値", "★": "2016年度より値が上がった"}),
)
PIERS = judged_by(
    "桟橋 点数", "一号桟橋 82/二号桟橋 41", "点", Legend("判定", {"Ⅰ": "70点以上", "Ⅱ": "50点以上70点未満", "Ⅲ": "50点未満"})
)
TREND = Legend("増減傾向", {"↗": "過去の値から1％を超えて増加", "→": "過去の値との差が1％以内", "↘": "過去の値から1％を超えて減少", "－": "過去の値がない"})
NEW = judged_by("年度 登録者", "2023年度 700", "人", TREND)
OLD = judged_by("年度 登録者", "2019年度 700/2023年度 600", "人", TREND)

WAITS = Evidence(
    tables=(fact_table("待ち", "窓口の平均待ち時間", ["年度", "待ち時間"], [["2019年度", "24"], ["2021年度", "19"], ["2022年度", "21"]], "分"),),
    goals=(Goal("窓口の平均待ち時間", Decimal(20), "分", Period.parse("2025年度"), "lower"),),
    legends=(
        Legend(
            "達成状況",
            {
                "達成": "目標値に達している",
                "順調": "目標値に達していないが、前回の値から目標に近づいている",
                "遅れ": "目標値に達しておらず、前回の値から目標に近づいていない",
            },
        ),
    ),
)
OWNERS = judged_by("施設 設置者 休館", "桐の館 県 月曜/杉の館 国 火曜/楓の館 県 月曜", "", Legend("記号", {"●": "国の施設", "○": "県の施設"}))

RIGHT = (
    (WAITS, "平均待ち時間は21分（2022年度）となったことから、達成状況を「遅れ」とした。"),
    (OWNERS, "●　杉の館（国が設置）"),
    (PLANS, "堤防の点検（計画25か所、実績21か所）は「○」。"),
    (PLANS, "広報誌の進度は「－」とした。"),
    (HALLS, "西会館の混み具合は■である。"),
    (LAKES, "青湖（3.9mg/L）の水質の推移は●。"),
    (PIERS, "82点の一号桟橋はⅠ区分に当たる。"),
    (NEW, "登録者の増減傾向は「－」とした。"),
    (OLD, "登録者（増減傾向：↘）は、2023年度に600人となった。"),
)
WRONG = (
    (WAITS, "平均待ち時間は21分（2022年度）となったことから、達成状況を「順調」とした。", "順調"),
    (OWNERS, "●　桐の館（県が設置）", "●"),
    (PLANS, "護岸の補修（計画40か所、実績46か所）の進度は○である。", "○"),
    (PLANS, "樋門の更新（実績4か所／計画10か所）は「○」。", "○"),
    (PLANS, "広報誌（6回発行）の進度は◎。", "◎"),
    (HALLS, "東会館の混み具合は▽とした。", "▽"),
    (LAKES, "白湖（2.6mg/L）の水質の推移は●。", "●"),
    (PIERS, "二号桟橋（41点）は「Ⅳ」に区分される。", "Ⅳ"),
    (PIERS, "二号桟橋は41点でⅡに区分される。", "Ⅱ"),
    (NEW, "登録者の増減傾向は「→」とした。", "→"),
    (OLD, "登録者（増減傾向：－）は、2023年度に600人となった。", "－"),
)


@pytest.mark.parametrize(("evidence", "text"), RIGHT, ids=[text for _, text in RIGHT])
def test_a_mark_that_the_values_have_is_right(evidence: Evidence, text: str) -> None:
    assert list(contradictions((Statement(text),), evidence)) == []


@pytest.mark.parametrize(("evidence", "text", "spot"), WRONG, ids=[text for _, text, _ in WRONG])
def test_a_mark_that_the_values_do_not_have_is_found(evidence: Evidence, text: str, spot: str) -> None:
    found = [breach.spot.words for breach in contradictions((Statement(text),), evidence) if breach.spot]
    assert found == [spot]
