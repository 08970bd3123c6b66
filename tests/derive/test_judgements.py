"""Trend and attainment, case by case, against the rule in the compendium's legend."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.every_case import every_case

from docgen.derive import derive
from docgen.derive.judgements import TrendRule, trend
from docgen.derive.values import ready_value
from docgen.layout.load import load_pack
from docgen.model import Compendium, DataTable, IndicatorValue, Quantity
from docgen.pipeline import trend_rule
from docgen.ready import ReadyIndicatorPage, ReadyValue

# past, its period; latest, its period; target, its year; better; rank; trend; attainment
Case = tuple[str, str, str, str, str, str, str, bool, str, str]
H, L = "higher", "lower"
CASES: tuple[Case, ...] = (
    # no target: 目標の設定なし
    ("3694", "2017年", "2610", "2022年", "", "", L, False, "down", "no_target"),
    ("23854", "2018年", "40976", "2021年", "", "", H, False, "up", "no_target"),
    ("355", "2017年", "638", "2022年", "", "", H, False, "up", "no_target"),
    ("13", "2021年度末", "13", "2023年12月", "", "", H, False, "flat", "no_target"),
    ("3", "2021年度末", "1", "2023年12月", "", "", H, False, "down", "no_target"),
    ("336143", "2022年3月", "529622", "2023年3月", "", "", H, False, "up", "no_target"),
    ("", "", "47.9", "2018年", "", "", H, False, "unknown", "no_target"),
    ("", "", "", "", "", "", H, False, "unknown", "no_target"),
    ("38", "2017年", "", "", "", "", H, False, "unknown", "no_target"),
    # ranks: the number grows, the rank goes down
    ("25", "2018年", "35", "2023年", "", "", H, True, "down", "no_target"),
    ("35", "2018年", "25", "2023年", "", "", H, True, "up", "no_target"),
    ("25", "2018年", "25", "2023年", "", "", H, True, "flat", "no_target"),
    ("150", "2018年", "151", "2023年", "", "", H, True, "down", "no_target"),
    ("150", "2018年", "149", "2023年", "", "", H, True, "up", "no_target"),
    ("25", "2018年", "35", "2023年", "20", "2030年", H, True, "down", "off_track"),
    ("35", "2018年", "25", "2023年", "15", "2030年", H, True, "up", "on_track"),
    ("35", "2018年", "34", "2023年", "15", "2030年", H, True, "up", "off_track"),
    ("25", "2018年", "25", "2023年", "20", "2030年", H, True, "flat", "off_track"),
    ("25", "2018年", "18", "2023年", "20", "2030年", H, True, "up", "on_track"),
    ("35", "2018年", "25", "2023年", "15", "2030年", L, True, "up", "on_track"),
    # the compendium's own targets
    ("38", "2017年度", "38", "2022年度", "45", "2030年度", H, False, "flat", "off_track"),
    ("66", "2017年度", "58", "2022年度", "75", "2030年度", H, False, "down", "off_track"),
    # higher is better, straight line to the target's year
    ("100", "2017年", "150", "2022年", "230", "2030年", H, False, "up", "on_track"),
    ("100", "2017年", "150", "2022年", "229", "2030年", H, False, "up", "on_track"),
    ("100", "2017年", "150", "2022年", "231", "2030年", H, False, "up", "off_track"),
    ("100", "2017年", "150", "2022年", "160", "2023年", H, False, "up", "on_track"),
    ("100", "2017年", "150", "2022年", "161", "2023年", H, False, "up", "off_track"),
    ("100", "2019年", "110", "2022年", "120", "2025年", H, False, "up", "on_track"),
    ("100", "2019年", "107", "2022年", "121", "2028年", H, False, "up", "on_track"),
    ("100", "2017年", "90", "2022年", "95", "2030年", H, False, "down", "off_track"),
    ("100", "2017年", "90", "2022年", "80", "2030年", H, False, "down", "on_track"),
    ("-50", "2017年", "-20", "2022年", "0", "2030年", H, False, "up", "on_track"),
    ("-50", "2017年", "-45", "2022年", "0", "2030年", H, False, "up", "off_track"),
    ("0", "2017年", "5", "2022年", "10", "2030年", H, False, "up", "on_track"),
    ("0", "2017年", "0", "2022年", "10", "2030年", H, False, "flat", "off_track"),
    # lower is better
    ("3694", "2017年", "2610", "2022年", "2000", "2025年", L, False, "down", "on_track"),
    ("3694", "2017年", "2610", "2022年", "1900", "2025年", L, False, "down", "off_track"),
    ("3694", "2017年", "2610", "2022年", "2610", "2025年", L, False, "down", "on_track"),
    ("2610", "2017年", "3694", "2022年", "2000", "2025年", L, False, "up", "off_track"),
    ("2610", "2017年", "3694", "2022年", "4000", "2025年", L, False, "up", "on_track"),
    ("100", "2017年", "100", "2022年", "90", "2025年", L, False, "flat", "off_track"),
    ("100", "2017年", "80", "2022年", "85", "2025年", L, False, "down", "on_track"),
    # met already
    ("100", "2017年", "120", "2022年", "110", "2030年", H, False, "up", "on_track"),
    ("130", "2017年", "120", "2022年", "110", "2030年", H, False, "down", "on_track"),
    ("", "", "120", "2022年", "110", "2030年", H, False, "unknown", "on_track"),
    ("", "", "120", "2022年", "120", "2030年", H, False, "unknown", "on_track"),
    ("", "", "100", "2022年", "110", "2030年", L, False, "unknown", "on_track"),
    # one point, or none
    ("", "", "100", "2022年", "110", "2030年", H, False, "unknown", "unknown"),
    ("100", "2017年", "", "", "110", "2030年", H, False, "unknown", "unknown"),
    ("", "", "", "", "110", "2030年", H, False, "unknown", "unknown"),
    # the target's year has passed
    ("100", "2017年", "150", "2022年", "200", "2020年", H, False, "up", "off_track"),
    ("100", "2017年", "150", "2022年", "200", "2022年", H, False, "up", "off_track"),
    ("", "", "150", "2022年", "200", "2020年", H, False, "unknown", "off_track"),
    ("100", "2017年", "250", "2022年", "200", "2020年", H, False, "up", "on_track"),
    # a target without a year
    ("100", "2017年", "150", "2022年", "200", "", H, False, "up", "unknown"),
    ("150", "2017年", "100", "2022年", "200", "", H, False, "down", "off_track"),
    ("100", "2017年", "100", "2022年", "200", "", H, False, "flat", "off_track"),
    ("150", "2017年", "100", "2022年", "50", "", L, False, "down", "unknown"),
    ("100", "2017年", "150", "2022年", "120", "", H, False, "up", "on_track"),
    # flat within the tolerance of 1 %, or printed alike
    ("1000", "2017年", "1010", "2022年", "", "", H, False, "flat", "no_target"),
    ("1000", "2017年", "1011", "2022年", "", "", H, False, "up", "no_target"),
    ("1000", "2017年", "990", "2022年", "", "", H, False, "flat", "no_target"),
    ("1000", "2017年", "989", "2022年", "", "", H, False, "down", "no_target"),
    ("-1000", "2017年", "-1011", "2022年", "", "", H, False, "down", "no_target"),
    ("0", "2017年", "0.1", "2022年", "", "", H, False, "up", "no_target"),
    ("1000", "2017年", "1008", "2022年", "1010", "2030年", H, False, "flat", "off_track"),
    ("1000", "2017年", "1008", "2022年", "1005", "2030年", H, False, "flat", "on_track"),
    # periods of different kinds: a year end to a month, a year to a fiscal year
    ("100", "2021年度末", "120", "2023年12月", "170", "2030年度末", H, False, "up", "on_track"),
    ("100", "2021年度末", "120", "2023年12月", "300", "2030年度末", H, False, "up", "off_track"),
    ("100", "2017年", "150", "2022年度", "226", "2030年", H, False, "up", "off_track"),
    ("100", "2017年度", "150", "2022年度", "230", "2030年度", H, False, "up", "on_track"),
    # periods that give no trend
    ("100", "2022年", "150", "2022年", "", "", H, False, "unknown", "no_target"),
    ("100", "2023年", "150", "2022年", "200", "2030年", H, False, "unknown", "unknown"),
)


def judged(case: Case, **more: object) -> ReadyValue:
    past, past_period, latest, latest_period, target, due, better, rank, _, _ = case
    record: dict[str, object] = {"id": "v", "name": "値", "better": better, "rank": rank, **more}
    if past:
        record["past"] = {"value": past, "period": past_period}
    if latest:
        record["latest"] = {"value": latest, "period": latest_period}
    if target:
        record["target"] = {"value": target, "due": due or None}
    return ready_value(IndicatorValue.model_validate(record), {}, str, TrendRule())


@every_case("case", CASES, ids=lambda case: f"{case[0]}→{case[2]}→{case[4]} {case[6]} {case[5]}")
def test_a_value_is_judged_by_the_legend(case: Case) -> None:
    value = judged(case)
    assert (value.trend, value.attainment) == case[-2:]


def test_the_table_has_at_least_sixty_cases() -> None:
    assert len(set(CASES)) >= 60


def test_a_target_in_words_leaves_attainment_unknown() -> None:
    value = judged(CASES[0], target={"text": "着実に増やしていく"})
    assert (value.attainment, str(value.target)) == ("unknown", "着実に増やしていく")


@pytest.mark.parametrize(
    ("past", "latest", "decimals", "expected"),
    [
        ("4.44", "4.36", 1, "flat"),
        ("4.44", "4.36", 2, "down"),
        ("4.44", "4.36", None, "down"),
        ("0.4", "0.44", 1, "flat"),
    ],
)
def test_values_that_are_printed_alike_are_flat(
    past: str, latest: str, decimals: int | None, expected: str
) -> None:
    assert trend(Quantity.of(past, "", decimals), Quantity.of(latest, "", decimals)) == expected


def test_the_tolerance_is_the_callers() -> None:
    past, latest = Quantity.of("100"), Quantity.of("104")
    assert trend(past, latest, rule=TrendRule(Decimal("0.05"))) == "flat"
    assert trend(past, latest, rule=TrendRule(Decimal("0"))) == "up"


# The tolerance of the value, of the compendium and of the pack ("" where it says nothing): the change of 4 %.
TOLERANCES = (
    ("", "", "", "up"),
    ("0.05", "", "", "flat"),
    ("", "0.05", "", "flat"),
    ("", "", "0.05", "flat"),
    ("0.02", "0.05", "0.05", "up"),
    ("", "0.02", "0.05", "up"),
    ("0.05", "0.02", "0.02", "flat"),
    ("0", "0.05", "", "up"),
)


@pytest.mark.parametrize(("value", "compendium", "pack", "expected"), TOLERANCES)
def test_the_nearest_stated_tolerance_counts(value: str, compendium: str, pack: str, expected: str) -> None:
    row = {
        "id": "v",
        "name": "値",
        "past": {"value": "100", "period": "2017年"},
        "latest": {"value": "104", "period": "2022年"},
        "tolerance": value or None,
    }
    page = {"id": "p", "values": [row]}
    record = {
        "title": "データ集",
        "fiscal_year": 2023,
        "published": "2024年2月",
        "trend_tolerance": compendium or None,
        "indicators": [{"id": "I-1", "name": "指標", "category": "reference", "pages": [page]}],
        "sections": [{"id": "s", "pages": [{"kind": "indicator_detail", "record": "I-1"}]}],
    }
    rule = trend_rule(load_pack("cabinet-office").model_copy(update={"trend_tolerance": Decimal(pack) if pack else None}))
    (shown,) = derive(Compendium.model_validate(record), rule=rule).pages
    assert isinstance(shown.record, ReadyIndicatorPage)
    assert shown.record.values[0].trend == expected


def test_with_a_series_the_content_names_the_latest_period_only() -> None:
    table = DataTable(("year", "n"), (("2017", "3694"), ("2018", "3532"), ("2022", "2610")), "data/s.csv", (2, 3, 4))
    record = {
        "id": "v",
        "name": "交通事故死者数",
        "better": "lower",
        "series": {"data": "s", "column": "n", "x": "year", "x_name": "年"},
        "unit": "人",
        "latest": {"period": "2022年"},
        "target": {"value": 2000, "unit": "人", "due": "2025年"},
    }
    value = ready_value(IndicatorValue.model_validate(record), {"s": table}, str, TrendRule())
    assert (str(value.past), str(value.latest), value.trend, value.attainment) == (
        "3,694人",
        "2,610人",
        "down",
        "on_track",
    )
    assert [str(trace) for trace in value.traces] == ["data/s.csv:2 n", "data/s.csv:4 n"]


def test_an_override_goes_before_the_computed_judgement_and_keeps_its_reason() -> None:
    value = judged(CASES[0], override={"trend": "flat", "reason": "集計方法の変更"})
    assert (value.trend, value.attainment, value.override_reason) == ("flat", "no_target", "集計方法の変更")


def test_amounts_of_money_in_two_units_are_compared() -> None:
    record = {
        "id": "v",
        "name": "予算",
        "past": {"value": "45", "unit": "億円", "period": "2017年度"},
        "latest": {"value": "4500", "unit": "百万円", "period": "2022年度"},
    }
    assert ready_value(IndicatorValue.model_validate(record), {}, str, TrendRule()).trend == "flat"
