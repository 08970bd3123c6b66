from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

import pandas
import pytest
from support.ready_figures import figure_problem, ready_figure

from docgen.ready import ReadyFigure

WIDE = {"year": ["2020", "2021", "2022"], "日本": ["1", "", "3.5"], "米国": ["2", "2", "2"]}
LONG = {
    "year": ["2020", "2020", "2021", "2021"],
    "country": ["日本", "米国", "日本", "米国"],
    "n": ["1", "2", "3", "4"],
}
ready = partial(ready_figure, data=WIDE)
problem = partial(figure_problem, data=WIDE)


def numbers(figure: ReadyFigure) -> dict[str, list[str | None]]:
    return {each.name: [None if v is None else str(v) for v in each.values] for each in figure.series}


def test_wide_data_gives_a_series_a_column_with_gaps_as_gaps() -> None:
    figure = ready()
    assert figure.categories == ("2020", "2021", "2022")
    assert numbers(figure) == {"日本": ["1", None, "3.5"], "米国": ["2", "2", "2"]}
    assert [each.decimals for each in figure.series] == [1, 0]


def test_long_data_gives_a_series_a_key() -> None:
    figure = ready(data=LONG, x="year", by="country", value="n")
    assert numbers(figure) == {"日本": ["1", "3"], "米国": ["2", "4"]}
    chosen = ready(data=LONG, x="year", by="country", value="n", series=[{"name": "我が国", "key": "日本"}])
    assert numbers(chosen) == {"我が国": ["1", "3"]}


def test_a_data_frame_is_data() -> None:
    frame = pandas.DataFrame({"year": [2020, 2021], "n": [1.0, float("nan")]})
    figure = ready(data=frame)
    assert (figure.categories, numbers(figure)) == (("2020", "2021"), {"n": ["1", None]})


def test_where_keeps_rows_and_a_list_means_any() -> None:
    figure = ready(
        data=LONG, x="country", value="n", series=[{"name": "n", "column": "n"}], where={"year": 2021}
    )
    assert numbers(figure) == {"n": ["3", "4"]}
    both = ready(
        data=LONG, x="year", by="country", value="n", where={"country": ["日本"], "year": ["2020", "2021"]}
    )
    assert numbers(both) == {"日本": ["1", "3"]}


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [(2021, None, ("2021", "2022")), (None, 2020, ("2020",)), (2021, 2021, ("2021",))],
)
def test_a_range_keeps_the_categories_within_it(
    first: int | None, last: int | None, kept: tuple[str, ...]
) -> None:
    assert ready(x_from=first, x_to=last, series=[{"name": "米国", "column": "米国"}]).categories == kept


def test_a_range_of_periods() -> None:
    data = {"at": ["2019年度", "2021年度", "2020年度"], "n": ["1", "3", "2"]}
    assert ready(data=data, x_from="2020年度").categories == ("2021年度", "2020年度")


def test_an_order_of_categories_may_hold_some_that_have_no_data() -> None:
    figure = ready(x_order=["2022", "2021", "2020", "2019"])
    assert figure.categories == ("2022", "2021", "2020", "2019")
    assert numbers(figure)["米国"] == ["2", "2", "2", None]


@pytest.mark.parametrize(
    ("last", "period", "western", "era"),
    [
        ("令和5年度", "2030年度", "2030年度", "令和12年度"),
        ("令和５年度", "令和８年度", "2026年度", "令和8年度"),
        ("平成35年度", "令和12年度", "2030年度", "令和12年度"),
        ("令和5年", "2030", "2030年", "令和12年"),
        ("2023年度", "令和12年度", "2030年度", "令和12年度"),
        ("2023年度速報", "2030年度", "2030年度", "令和12年度"),
        ("令和5年度 速報", "2030年度", "2030年度", "令和12年度"),
    ],
)
def test_a_later_target_is_named_by_its_own_year_as_the_axis_prints_years(
    last: str, period: str, western: str, era: str
) -> None:
    data = {"x": ["平成30年度", last], "n": ["16.6", "19.0"]}
    targets = [{"value": 30, "period": period}]
    for figure, named in ((ready(data=data, targets=targets), western), (ready(data=data, targets=targets, era=True), era)):
        assert figure.categories[2] == named
        assert figure.targets[0].category == 2


def test_an_axis_prints_the_years_of_eras_as_a_table_does() -> None:
    data = {"x": ["平成24年度", "平成31年・令和元年", "令和2年度見込み", "令和会"], "n": ["1", "2", "3", "4"]}
    assert ready(data=data, kind="column").categories == ("2012年度", "2019年", "2020年度見込み", "令和会")


def test_periods_lie_on_an_axis_of_time_as_far_apart_as_they_are() -> None:
    axis = ready(data={"x": ["2018年末", "2019年末", "2022年末"], "n": ["1", "2", "3"]}).time_axis
    assert axis is not None
    assert axis.places == (0, 1, 4)
    assert axis.names == ("2018年末", "2019年末", "2020年末", "2021年末", "2022年末")
    stated = ready(data={"x": ["2018年実績", "2021年実績", "2030年予測"], "n": ["1", "2", "3"]}).time_axis
    assert stated is not None
    assert stated.names == ("2018年実績", "2021年実績", "", "", "2030年予測")


@pytest.mark.parametrize(
    "periods",
    [("1981", "1991", "2001"), ("2022", "2020", "2025"), ("東京", "2020", "2025"), ("2020年", "2023年"), ("1600", "2020", "2021")],
)
def test_no_axis_of_time_is_spread_where_periods_are_even_not_in_order_too_far_or_none(periods: tuple[str, ...]) -> None:
    assert ready(data={"x": list(periods), "n": ["1"] * len(periods)}).time_axis is None


def test_numbers_are_divided_and_keep_no_noise() -> None:
    figure = ready(data={"x": ["a", "b"], "n": ["23854000", "1500"]}, divide=1000)
    assert numbers(figure) == {"n": ["23854", "1.5"]}
    assert figure.series[0].decimals == 0


def test_categories_take_their_suffix_or_era_years() -> None:
    assert ready(x_suffix="年度").categories[2] == "2022年度"
    assert ready(x_suffix="年度", era=True).categories[2] == "令和4年度"


def test_a_suffix_that_the_cells_have_already_is_not_printed_twice() -> None:
    figure = ready(data={"x": ["2021年", "2022"], "n": ["1", "2"]}, x_suffix="年")
    assert figure.categories == ("2021年", "2022年")


def test_forecasts_and_breaks_are_found_by_name() -> None:
    figure = ready(x_suffix="年", forecast_from=2022, breaks=["2021年"])
    assert (figure.forecast_from, figure.breaks) == (2, (1,))
    assert problem(forecast_from=2023).hint == "did you mean '2022'?"


def test_a_target_is_a_line_or_a_point_and_may_lie_after_the_data() -> None:
    targets = [{"value": 3}, {"value": 4, "period": "2021年"}, {"value": 5, "period": "2030年"}]
    figure = ready(targets=targets)
    assert [mark.category for mark in figure.targets] == [None, 1, 3]
    assert figure.categories[3] == "2030"
    assert numbers(figure)["米国"] == ["2", "2", "2", None]


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"x": "yaer"}, "script has no column 'yaer'"),
        ({"series": [{"name": "日木", "column": "日木"}]}, "script has no column '日木'"),
        ({"where": {"year": 1999}}, "no row of script has year = 1999"),
        ({"data": {"x": ["a", "b"], "n": ["1", "多数"]}}, "'多数' in column 'n' is not a number"),
        ({"data": {"x": ["a", "b"], "n": ["", "-"]}}, "series 'n' of figure 'f' has no number to draw: all its cells are empty in script, column n"),
        ({"data": {"x": ["a", "b"], "m": ["1", "2"], "n": ["", "-"]}}, "series 'n' of figure 'f' has no number to draw: all its cells are empty in script, column n"),
        ({"data": {"x": [], "n": []}}, "series 'n' of figure 'f' has no number to draw: all its cells are empty in script, column n"),
        ({"data": {"x": ["a", "a"], "n": ["1", "2"]}}, "script has two rows for x = a in series 'n': rows 1, 2"),
        ({"data": None}, "there is no data"),
        ({"data": "deaths"}, "there is no dataset 'deaths'"),
        ({"kind": "pie"}, "figure 'f' is a pie of 2 series"),
        ({"kind": "donut", "data": {"x": ["a", "b"], "n": ["1", "-2"]}}, "figure 'f' shows parts of a whole, but -2 (script n) is negative"),
        ({"series": [{"name": "日本", "column": "日本", "unit": "人"}, {"name": "米国", "column": "米国", "unit": "%"}]}, "figure 'f' has series of different units on one axis: 日本（人）、米国（%）"),
        ({"data": LONG, "x": "year", "by": "country"}, "figure 'f' does not say which column holds the numbers"),
        ({"data": LONG, "x": "year", "by": "country", "value": "n", "series": [{"name": "英国", "key": "英国"}]}, "no row has country = 英国"),
    ],
)  # fmt: skip
def test_data_that_gives_no_chart_is_an_error(fields: dict[str, Any], what: str) -> None:
    assert problem(**fields).what == what


def test_two_units_are_sound_on_two_axes() -> None:
    series = [
        {"name": "日本", "column": "日本", "unit": "人"},
        {"name": "米国", "column": "米国", "unit": "%", "secondary": True},
    ]
    assert [each.unit for each in ready(series=series, unit="人").series] == ["人", "%"]


def test_a_figure_without_data_yet_says_so() -> None:
    figure = ready(data=None, missing="現時点で該当データなし")
    assert (figure.missing, figure.series, figure.alt) == (
        "現時点で該当データなし",
        (),
        "現時点で該当データなし",
    )


def test_an_alternative_text_tells_kind_period_ends_direction_and_extremes() -> None:
    data = {"year": ["2017", "2020", "2022"], "死者数": ["3694", "2839", "2610"]}
    figure = ready(title="死者数の推移", data=data, x_suffix="年", unit="人")
    assert figure.alt == (
        "折れ線グラフ「死者数の推移」。期間は2017年から2022年まで。"
        "死者数は2017年の3,694人から2022年の2,610人へ減少。最大は2017年の3,694人、最小は2022年の2,610人。"
    )


def test_the_alternative_text_of_a_rank_speaks_of_falling_and_rising() -> None:
    data = {"year": ["2018", "2020", "2023"], "日本": ["25", "34", "35"]}
    figure = ready(data=data, x_suffix="年", unit="位", reversed=True)
    assert figure.alt.endswith(
        "日本は2018年の25位から2023年の35位へ低下。最高は2018年の25位、最低は2023年の35位。"
    )


def test_the_alternative_text_of_shares_lists_them() -> None:
    figure = ready(kind="pie", data={"x": ["国立", "私立"], "会員": ["53", "63"]}, unit="校")
    assert figure.alt == "円グラフ「図」。会員は国立53校、私立63校。"


def test_the_alternative_text_of_a_ranking_tells_its_ends() -> None:
    figure = ready(kind="bar", data={"x": ["東京", "京都"], "人数": ["809", "631"]}, unit="人")
    assert figure.alt == "横棒グラフ「図」。人数は最大は東京の809人、最小は京都の631人。"


def test_the_authors_own_words_go_before_the_computed_ones() -> None:
    assert ready(alt="日本の推移").alt == "日本の推移"
    assert Decimal(ready().series[1].values[0] or 0) == 2


@pytest.mark.parametrize(
    ("values", "divide", "decimals"),
    [
        (["0.000015", "0.00002"], 1, 6), (["0.04", "12.3"], 1, 2), (["0.0000001", "1"], 1, 7), (["0.123456", "1"], 1, 3),
        (["4", "5"], 1000, 3), (["1", "2"], 3, 1), (["40", "50"], 1000, 2),
    ],
)  # fmt: skip
def test_small_numbers_have_the_places_that_show_them(values: list[str], divide: int, decimals: int) -> None:
    assert ready(data={"x": ["a", "b"], "n": values}, divide=divide).series[0].decimals == decimals


@pytest.mark.parametrize(("first", "last"), [(2020, 2021), ("2020年", "2021年度"), ("令和2年度", "２０２１")])
def test_a_range_of_fiscal_years_takes_in_both_ends(first: str | int, last: str | int) -> None:
    data = {"年度": ["2019年度", "2020年度", "2021年度", "2022年度"], "n": [1, 2, 3, 4]}
    assert ready(data=data, x_from=first, x_to=last).categories == ("2020年度", "2021年度")


def test_a_category_is_named_by_what_it_means() -> None:
    figure = ready(data={"年度": ["2021年度", "2022年度"], "n": [1, 2]}, forecast_from=2022, highlights=["令和3年度"])
    assert (figure.forecast_from, figure.highlights) == (1, (0,))


def test_rows_are_chosen_by_what_their_cells_mean() -> None:
    data = {"年度": ["2021年度", "2022年度"], "国": ["日本", "米国"], "n": [1, 2]}
    assert ready(data=data, x="国", where={"年度": 2022}, series=[{"name": "n"}]).categories == ("米国",)
    assert problem(data={**data, "年度": ["2022年", "2022年度"]}, where={"年度": 2022}).what == "'2022' may mean '2022年', '2022年度'"


def test_percent_cells_give_the_unit_and_no_other_is_taken() -> None:
    data = {"年": ["2021年", "2022年"], "率": ["45.6%", "47.9％"]}
    figure = ready(data=data)
    assert (figure.unit, figure.series[0].unit, numbers(figure)) == ("%", "%", {"率": ["45.6", "47.9"]})
    assert problem(data=data, unit="人").what == "the cell is in %, the unit is '人': '45.6%'"
    mixed = {"年": ["2021年", "2022年"], "率": ["45.6%", "0.479"]}
    assert problem(data=mixed, unit="%").what == "'0.479' is not in %, as other cells of column '率' are"
