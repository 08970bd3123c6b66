"""Shaded periods, changes, levels and notes of figures: computed from the data, or an error with its place."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from support.ready_figures import figure_problem, ready_figure

# 架空の数値。
BUDGET = {"年度": ["2018年度", "2019年度", "2020年度", "2021年度", "2022年度"], "予算": ["100", "120", "90", "", "121"]}
STACK = {"年度": ["2020年度", "2021年度", "2022年度"], "当初": ["10", "20", "30"], "補正": ["5", "5", "15"]}
RANKS = {"年": ["2020", "2021", "2022"], "順位": ["5", "9", "3"]}
SHARES = {"年": ["2020", "2022"], "割合": ["41.26", "43.50"]}
GROUPS = {"国": ["日本", "米国", "英国"], "件数": ["10", "20", "30"]}
ready = partial(ready_figure, kind="line")
problem = partial(figure_problem, kind="line")


def change(data: dict[str, list[str]], first: str, last: str, shows: str | None = None, **fields: Any) -> str:
    stated = {"from": first, "to": last, **({"shows": shows} if shows else {})}
    (drawn,) = ready(data, changes=[{**stated, **fields.pop("of", {})}], **fields).annotations.changes
    return drawn.text


@pytest.mark.parametrize(
    ("shows", "text"),
    [
        (None, "＋21.0%"),
        ("増減率", "＋21.0%"),
        ("差", "＋21億円"),
        # 1.21 は 1.0488 の4乗。
        ("年平均", "年平均＋4.9%"),
        ("倍率", "1.2倍"),
    ],
)
def test_a_change_is_computed_from_its_two_points(shows: str | None, text: str) -> None:
    assert change(BUDGET, "2018年度", "2022年度", shows, unit="億円") == text


def test_a_fall_has_a_minus_and_what_prints_as_nothing_neither_sign() -> None:
    assert change(BUDGET, "2019年度", "2020年度") == "－25.0%"
    assert change({"年": ["2020", "2021"], "n": ["10000", "10001"]}, "2020", "2021") == "±0.0%"


def test_a_difference_is_that_of_the_numbers_as_they_are_printed() -> None:
    # 41.3 と 43.5 に丸めた値の差。丸める前の差は 2.24。
    assert change(SHARES, "2020", "2022", unit="%", decimals=1) == "＋2.2ポイント"
    assert change({"年": ["2020", "2022"], "n": ["41.24", "43.46"]}, "2020", "2022", unit="%", decimals=1) == "＋2.3ポイント"


def test_ranks_rise_and_fall() -> None:
    assert change(RANKS, "2020", "2021", unit="位", reversed=True) == "4位低下"
    assert change(RANKS, "2020", "2022", unit="位", reversed=True) == "2位上昇"
    assert problem(RANKS, unit="位", changes=[{"from": 2020, "to": 2021, "shows": "増減率"}]).code == "change-of-ranks"


def test_of_several_series_the_change_says_whose_it_is_and_over_stacks_it_is_the_totals() -> None:
    assert change(STACK, "2020年度", "2022年度", of={"series": "補正"}) == "補正 ＋200.0%"
    assert change(STACK, "2020年度", "2022年度", kind="stacked_column") == "合計 ＋200.0%"
    assert problem(STACK, changes=[{"from": "2020年度", "to": "2022年度"}]).code == "annotation-of-which-series"


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ({"from": "2018年度", "to": "2021年度"}, "annotation-at-gap"),
        ({"from": "2018年度", "to": "2018年度"}, "change-of-one-point"),
        ({"from": "2018年度", "to": "2030年度"}, "not-a-category"),
        ({"from": "2022年度", "to": "2018年度", "shows": "年平均"}, "change-without-years"),
        ({"from": "2018年度", "to": "2022年度", "series": "決算"}, "figure-without-series-of-name"),
    ],
)
def test_a_change_that_cannot_be_computed_is_an_error_at_its_place(stated: dict[str, str], code: str) -> None:
    error = problem(BUDGET, changes=[stated])
    assert error.code == code
    assert "changes" in str(error.where)


def test_no_rate_begins_at_nothing_or_below() -> None:
    losses = {"年": ["2020", "2021"], "収支": ["-5", "10"]}
    assert problem(losses, changes=[{"from": 2020, "to": 2021}]).code == "rate-from-nothing"
    assert change(losses, "2020", "2021", "差", unit="億円") == "＋15億円"


@pytest.mark.parametrize(
    ("first", "last", "shaded"),
    [
        ("2019年度", "2020年度", (1, 2)),
        (2019, 2020, (1, 2)),
        ("令和元年度", "令和2年度", (1, 2)),
        # 計画期間がデータの前後に及ぶとき。
        (2021, 2025, (3, 4)),
        (2010, 2018, (0, 0)),
        (2020, None, (2, 2)),
    ],
)
def test_a_period_is_shaded_as_far_as_the_axis_goes(
    first: str | int, last: str | int | None, shaded: tuple[int, int]
) -> None:
    (shade,) = ready(BUDGET, shaded=[{"name": "計画期間", "from": first, "to": last}]).annotations.shades
    assert (shade.first, shade.last) == shaded


def test_a_fiscal_year_shades_the_calendar_year_whose_middle_it_holds() -> None:
    (shade,) = ready(RANKS, shaded=[{"name": "第6期", "from": "2021年度", "to": "2025年度"}]).annotations.shades
    assert (shade.first, shade.last) == (1, 2)


def test_on_a_time_axis_the_shade_has_its_own_places() -> None:
    data = {"年": ["2014", "2018", "2020", "2021"], "n": ["1", "2", "3", "4"]}
    (shade,) = ready(data, shaded=[{"name": "第5期", "from": 2016, "to": 2020}]).annotations.shades
    assert (shade.first, shade.last, shade.places) == (1, 2, (2, 6))


def test_categories_are_shaded_by_their_names() -> None:
    (shade,) = ready(GROUPS, kind="bar", shaded=[{"name": "欧米", "from": "米国", "to": "英国"}]).annotations.shades
    assert (shade.first, shade.last) == (1, 2)


@pytest.mark.parametrize(
    ("data", "first", "code"),
    [(BUDGET, "2030年度", "shade-of-nothing"), (BUDGET, "震災後", "shade-end-not-a-period"), (GROUPS, "韓国", "not-a-category")],
)
def test_a_shade_without_a_place_is_an_error_at_its_place(data: dict[str, list[str]], first: str, code: str) -> None:
    error = problem(data, shaded=[{"name": "期間", "from": first}])
    assert error.code == code
    assert "shaded" in str(error.where)


def test_a_note_stands_at_a_point_that_has_a_number() -> None:
    (remark,) = ready(BUDGET, remarks=[{"at": 2020, "text": "執行の**繰越し**"}]).annotations.remarks
    assert (remark.category, remark.series, remark.text) == (2, 0, "執行の**繰越し**")
    assert problem(BUDGET, remarks=[{"at": "2021年度", "text": "欠測"}]).code == "annotation-at-gap"


def test_a_level_is_a_line_across_that_is_no_target() -> None:
    (level,) = ready(BUDGET, levels=[{"value": 105, "name": "5年平均"}]).targets
    assert (level.name, level.category, level.is_level) == ("5年平均", None, True)


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("column", {"unit": "人"}, "平均は1,050.5人。"),
        ("column", {"series": [{"name": "当初", "unit": "億円"}, {"name": "補正", "unit": "億円"}]}, "平均は1,050.5億円。"),
        ("percent_column", {"unit": "人"}, "平均は1,050.5%。"),
    ],
)
def test_a_level_counts_in_what_its_axis_does(kind: str, fields: dict[str, Any], said: str) -> None:
    assert said in ready(STACK, kind=kind, levels=[{"value": "1050.50", "name": "平均"}], **fields).alt


def test_a_level_of_a_series_has_the_unit_of_that_series() -> None:
    series = [{"name": "当初", "unit": "億円"}, {"name": "補正", "unit": "%", "secondary": True}]
    levels = [{"value": 12, "name": "目安", "series": "補正"}, {"value": 15, "name": "平均"}]
    figure = ready(STACK, kind="column_line", series=series, levels=levels)
    assert "目安は12%。平均は15億円。" in figure.alt
    assert [figure.unit_of_target(level) for level in figure.targets] == ["%", "億円"]


def test_the_alternative_text_says_what_is_drawn_in() -> None:
    alt = ready(
        BUDGET,
        unit="億円",
        shaded=[{"name": "第6期計画期間", "from": 2021, "to": 2025}],
        changes=[{"from": 2018, "to": 2022}],
        levels=[{"value": 105, "name": "5年平均"}],
        remarks=[{"at": 2020, "text": "執行の**繰越し**"}],
    ).alt
    assert "5年平均は105億円。" in alt
    assert "網掛けは第6期計画期間（2021年度から2022年度まで）。" in alt
    assert "2018年度から2022年度までの予算の変化は＋21.0%。" in alt
    assert "2020年度に注記「執行の繰越し」。" in alt
