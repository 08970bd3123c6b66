"""A mark is judged by the row that it is told of: by its value, by another column, by its words, by its target."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.every_case import every_case

from docgen.bearing.evidence import Evidence, Goal, Legend, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.model.period import Period
from docgen.truth.judged import contradictions


def table(title: str, columns: list[str], *rows: str, unit: str = "") -> FactTable:
    return fact_table(title, title, columns, [row.split() for row in rows], unit)


WIND = table("観測所の最大風速", ["観測所", "風速"], "霧ヶ浦 8.0", "白根 15.0", "大瀬 22.4", unit="m")
BARLEY = table("作物の収穫量", ["作物", "平年", "今年"], "小麦 200 250", "大豆 80 60", "そば 50 50", unit="トン")
SHOPS = table("店舗の営業", ["店舗", "営業"], "本店 年中無休", "南店 平日のみ", "北店 休業中")
WORKS = table("事業の進捗（2023年度）", ["事業", "目標", "実績"], "植樹 300 270", "清掃 なし 14", unit="件")
SHARE = table("女性管理職の割合", ["年度", "割合"], "2018年度 20.0", "2021年度 19.5", "2023年度 18.6", unit="%")
GOAL = Goal("女性管理職の割合", Decimal(30), "%", Period.parse("2026年度"), "higher")
YEARLY = table("沖見市の降雪日数", ["年度", "降雪日数"], "2020年度 12", "2021年度 31", "2022年度 8", "2023年度 8", unit="日")
TOWNS = table("町別の出動回数", ["町", "2022年度", "2023年度"], "磯部町 20 24", "川瀬町 40 40", unit="回")
CASES: dict[str, tuple[FactTable, Legend, tuple[Goal, ...]]] = {
    "wind": (WIND, Legend("風の段階", {"Ⅰ": "10m未満", "Ⅱ": "10m以上15m未満", "Ⅲ": "15m以上20m未満", "Ⅳ": "20m以上"}), ()),
    "paint": (WIND, Legend("図5の塗り分け", {"薄い緑": "10m未満", "緑": "10m以上20m未満", "濃い緑": "20m以上"}), ()),
    "crop": (BARLEY, Legend("作況", {"◎": "平年の110％以上", "○": "平年の90％以上110％未満", "▼": "平年の90％未満"}), ()),
    "more": (BARLEY, Legend("平年比", {"＋": "平年より多い", "±": "平年と同じ", "－": "平年より少ない"}), ()),
    "open": (SHOPS, Legend("営業", {"●": "年中無休で営業", "◐": "平日のみ営業", "×": "休業"}), ()),
    "code": (SHOPS, Legend("営業の区分", {"T1": "年中無休", "T2": "平日のみ", "T3": "休業中"}), ()),
    "works": (WORKS, Legend("進捗", {"◎": "達成率が100％以上", "○": "達成率が80％以上", "－": "目標を定めていない"}), ()),
    "stars": (YEARLY, Legend("雪の多さ", {"★": "10日未満", "★★": "10日以上30日未満", "★★★": "30日以上"}), ()),
    "turns": (TOWNS, Legend("前年度比", {"↑": "前年度を上回る", "→": "前年度と同じ", "↓": "前年度を下回る"}), ()),
    "mood": (TOWNS, Legend("動き", {"晴れ": "10％以上の増加", "曇り": "10％未満の増減", "雨": "10％以上の減少"}), ()),
    "drawn": (SHOPS, Legend("図2", {"斜線": "工事が済んだ区間", "網掛け": "工事中の区間", "白抜き": "着手前の区間"}), ()),
    "done": (SHOPS, Legend("対応", {"○": "対応済み", "△": "一部対応", "×": "未対応"}), ()),
    "moved": (SHARE, Legend("動向", {"前進": "過去の値から目標値に近づいた", "後退": "過去の値から目標値より遠ざかった"}), (GOAL,)),
}
RIGHT = (
    ("wind", "段階がⅢの観測所は、白根だけである。"),
    ("stars", "2021年度は31日となり、雪の多さは★★★。"),
    ("stars", "2022年度と2023年度の雪の多さは、いずれも「★」であった。"),
    ("turns", "川瀬町の2023年度の出動は40回で、前年度比は「→」となった。"),
    ("mood", "磯部町の動きは「晴れ」とした。"),
    ("drawn", "工事が済んだ区間には斜線を施した。"),
    ("done", "駅前の段差：○（対応済み）"),
    ("wind", "15.0mの白根はⅢに区分され、22.4mの大瀬に次ぐ。"),
    ("wind", "霧ヶ浦（8.0m）　風の段階：Ⅰ"),
    ("wind", "白根は22.4mの大瀬に及ばず、段階Ⅲとなった。"),
    ("wind", "白根はⅣには届いていない。"),
    ("paint", "霧ヶ浦は薄い緑で、大瀬は濃い緑で塗っている。"),
    ("paint", "白根は緑に塗り分けた。"),
    ("crop", "大豆は60トンにとどまり、作況は「▼」である。"),
    ("more", "そばの収穫量は平年と変わらず、平年比の欄は「±」とした。"),
    ("open", "南店：◐（平日のみ）"),
    ("code", "南店（T2）は、月曜から金曜まで開いている。"),
    ("works", "清掃は目標を定めておらず、実績は14件だが、進捗は「－」とした。"),
    ("moved", "女性管理職の割合は2023年度に18.6％となり、動向は「後退」と区分される。"),
)
WRONG = (
    ("wind", "段階がⅣの観測所は、大瀬と白根である。", "白根"),
    ("stars", "2021年度は31日となり、雪の多さは★★。", "★★"),
    ("stars", "2022年度と2023年度の雪の多さは、いずれも「★★」であった。", "★★"),
    ("turns", "磯部町の2023年度の出動は24回で、前年度比は「→」となった。", "→"),
    ("mood", "磯部町の動きは「曇り」とした。", "曇り"),
    ("drawn", "網掛けの区間は工事が済んだものである。", "網掛け"),
    ("done", "駅前の段差：△（対応済み）", "△"),
    ("wind", "15.0mの白根はⅡに区分され、22.4mの大瀬に次ぐ。", "Ⅱ"),
    ("wind", "白根（15.0m）　風の段階：Ⅳ", "Ⅳ"),
    ("wind", "霧ヶ浦（段階Ⅱ）では、8.0mの風を観測した。", "Ⅱ"),
    ("paint", "図5では、22.4mの大瀬を緑で示している。", "緑"),
    ("paint", "霧ヶ浦は緑で、大瀬は濃い緑で塗っている。", "緑"),
    ("crop", "小麦は平年を上回ったものの、作況は「○」にとどまった。", "○"),
    ("crop", "大豆の収穫は60トンで、作況は○。", "○"),
    ("more", "そばの収穫量は平年と変わらず、平年比の欄は「＋」とした。", "＋"),
    ("open", "南店：●（平日のみ）", "●"),
    ("code", "南店（T3）は、月曜から金曜まで開いている。", "T3"),
    ("works", "清掃は目標を定めていないが、実績が14件に上るため「◎」とした。", "◎"),
    ("moved", "女性管理職の割合は2023年度に18.6％となり、動向は「前進」と区分される。", "前進"),
)


def found(case: str, text: str) -> list[str]:
    facts, legend, goals = CASES[case]
    evidence = Evidence(tables=(facts,), legends=(legend,), goals=goals)
    return [breach.spot.words for breach in contradictions((Statement(text),), evidence) if breach.spot is not None]


@every_case(("case", "text"), RIGHT)
def test_a_mark_that_the_row_it_is_told_of_has_is_left_alone(case: str, text: str) -> None:
    assert found(case, text) == []


@pytest.mark.parametrize(("case", "text", "mark"), WRONG)
def test_a_mark_that_the_row_it_is_told_of_has_not_is_found(case: str, text: str, mark: str) -> None:
    assert any(mark in spot for spot in found(case, text)), found(case, text)
