"""A mark is held against the cell of its row, a change, a rate of its target, and a number against its own label."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.bearing.evidence import Evidence, Goal, Legend, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.model.period import Period
from docgen.truth.judged import contradictions


def table(title: str, columns: list[str], *rows: str, unit: str = "") -> FactTable:
    return fact_table(title, title, columns, [row.split() for row in rows], unit)


TUNNELS = Evidence(
    tables=(table("隧道の点検結果", ["隧道", "健全度"], "風待隧道 Ⅰ", "霧野隧道 Ⅲ", "波見隧道 Ⅳ"),),
    legends=(Legend("健全度", {"Ⅰ": "健全", "Ⅱ": "予防段階", "Ⅲ": "早期対応段階", "Ⅳ": "緊急対応段階"}),),
)
WORKS = Evidence(
    tables=(table("主な取組（百万円）", ["取組", "種別", "事業費"], "街路樹 新規 40", "噴水 継続 12", "花壇 継続 9"),),
    legends=(Legend("種別", {"★": "新規", "◆": "拡充", "◇": "継続"}),),
)
CATCHES = Evidence(
    tables=(table("魚種別の漁獲量（トン）", ["魚種", "2021年", "2022年"], "さば 500 430", "いか 300 291", "たら 200 212"),),
    legends=(Legend("色分け", {"赤": "前年から10％以上の減", "黄": "前年から10％未満の減", "青": "前年と同じ又は増"}),),
)
VISITS = Evidence(
    tables=(table("訪問の目標及び実績（令和4年度、件）", ["区", "目標", "実績"], "北区 400 380", "南区 500 620", "西区 200 130"),),
    legends=(
        Legend("評価", {"A": "達成率（実績÷目標）が100％以上", "B": "達成率が80％以上100％未満", "C": "達成率が80％未満"}),
    ),
)
ALERTS = Evidence(
    legends=(Legend("警戒の段階", {"段階3": "雨量が80mm以上", "段階2": "雨量が50mm以上80mm未満", "段階1": "雨量が50mm未満"}),),
)
INJURIES = Evidence(
    tables=(table("転倒による負傷者数（人）", ["年度", "負傷者数"], "2019年度 310", "2020年度 288", "2021年度 264"),),
    goals=(Goal("負傷者数", Decimal(240), "人", Period.parse("2024年度"), "lower"),),
)

RIGHT = (
    (TUNNELS, "霧野隧道は健全度がⅢであり、早期対応段階にある。"),
    (TUNNELS, "波見隧道の健全度はⅣである。"),
    (WORKS, "来年度の主な取組：★街路樹40百万円、◇噴水12百万円"),
    (CATCHES, "さばは色分けでは「赤」に当たる。"),
    (CATCHES, "いかは前年比3.0％の減であり、色分けでは「黄」に当たる。"),
    (VISITS, "北区（目標400件、実績380件）の評価はBである。"),
    (VISITS, "南区は、目標の500件に対し620件であった。"),
    (VISITS, "北区は380件と目標400件の95.0％であった。"),
    (ALERTS, "段階3は雨量が80mm以上の地点を指す。"),
    (INJURIES, "負傷者数を2024年度に240人以下とする目標に対し、2021年度は264人であり、あと24人の削減を要する。"),
)
WRONG = (
    (TUNNELS, "霧野隧道は健全度がⅢであり、緊急対応段階にある。", "緊急対応段階"),
    (TUNNELS, "波見隧道の健全度はⅢである。", "Ⅲ"),
    (WORKS, "来年度の主な取組：◆街路樹40百万円、◇噴水12百万円", "◆"),
    (CATCHES, "さばは色分けでは「黄」に当たる。", "黄"),
    (CATCHES, "いかは前年比3.0％の減であり、色分けでは「青」に当たる。", "青"),
    (VISITS, "西区（目標200件、実績130件）の評価はBである。", "B"),
    (VISITS, "北区は380件と目標400件の96.5％であった。", "96.5％"),
    (ALERTS, "段階3は雨量が60mm以上の地点を指す。", "60mm以上"),
    (INJURIES, "負傷者数を2024年度に240人以下とする目標に対し、2021年度は264人であり、あと34人の削減を要する。", "34人"),
)


@pytest.mark.parametrize(("evidence", "text"), RIGHT, ids=[text for _, text in RIGHT])
def test_what_the_row_the_change_or_the_rate_bears_out_is_left_alone(evidence: Evidence, text: str) -> None:
    assert not list(contradictions((Statement(text),), evidence))


@pytest.mark.parametrize(("evidence", "text", "words"), WRONG, ids=[text for _, text, _ in WRONG])
def test_what_they_deny_is_found(evidence: Evidence, text: str, words: str) -> None:
    start = text.index(words)
    spots = [breach.spot for breach in contradictions((Statement(text),), evidence)]
    assert any(spot is not None and spot.start < start + len(words) and start < spot.end for spot in spots)


GOALS = ["指標", "2019年度", "2022年度", "目標値（2025年度）", "判定"]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        (("人口 80 90 100 未達", "事故 40 31 30 未達", "緑地 50 62 60 達成"), 0),
        (("人口 80 90 100 達成", "事故 40 31 30 未達", "緑地 50 62 60 達成"), 1),
        (("人口 80 90 100 未達", "事故 40 31 30 達成", "緑地 50 62 60 達成"), 1),
        (("人口 80 90 100 未達", "事故 40 30 30 未達", "緑地 50 62 60 未達"), 2),
    ],
)
def test_a_judgement_in_a_table_is_held_against_the_target_beside_it(rows: tuple[str, ...], wrong: int) -> None:
    evidence = Evidence(tables=(table("数値目標の一覧", GOALS, *rows),))
    found = [breach for breach in contradictions((), evidence) if breach.code == "mark-against-values"]
    assert len(found) == wrong


@pytest.mark.parametrize(("years", "right"), [("２年", True), ("１年", False), ("３年", False)])
def test_a_target_reached_before_its_year_was_so_by_that_many_years(years: str, right: bool) -> None:
    lights = table("街灯のLED化率", ["年度", "LED化率"], "2020年度 61", "2021年度 72", "2022年度 81", unit="%")
    goal = Goal("街灯のLED化率", Decimal(80), "%", Period.parse("2024年度"), "higher")
    text = f"街灯のLED化率は目標を{years}前倒しで達成した。"
    assert bool(list(contradictions((Statement(text),), Evidence(tables=(lights,), goals=(goal,))))) != right


BUDGET = table(
    "予算の内訳（百万円）", ["区分", "令和4年度 予算額", "令和5年度 予算額", "増減額"], "研究 400 430 30", "設備 210 190 △20", "人材 95 99 4"
)


@pytest.mark.parametrize(("text", "right"), [("令和5年度は、全ての区分で前年度を上回った。", False), ("令和5年度は、設備を除く全ての区分で前年度を上回った。", True)])
def test_all_rows_are_compared_by_the_amounts_that_several_years_have(text: str, right: bool) -> None:
    assert bool(list(contradictions((Statement(text),), Evidence(tables=(BUDGET,))))) != right
