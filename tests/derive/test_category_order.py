"""In which order the bars of a figure stand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import docgen
from docgen.derive import derive_record
from docgen.derive.category_order import size_order
from docgen.ready import ReadyFigure


def order_of(names: tuple[str, ...], values: tuple[int | None, ...], **more: Any) -> list[str]:
    """The categories of a chart of bars from the top down."""
    data = {"category": names, "value": values}
    given_figure = docgen.Figure(id="f", data=data, x="category", **{"kind": "bar", **more})
    (page,) = derive_record(given_figure)
    record = page.record
    assert isinstance(record, ReadyFigure)
    assert record.series[0].values == tuple(
        None if (value := values[names.index(name)]) is None else Decimal(value) for name in record.categories
    )
    return list(record.categories)


FIELDS = ("量子技術分野", "環境エネルギー分野", "バイオ分野")


def test_bars_of_categories_without_an_order_stand_the_longest_first() -> None:
    assert order_of(FIELDS, (3, 1, 2)) == ["量子技術分野", "バイオ分野", "環境エネルギー分野"]
    assert order_of(("仏国", "英国", "独国"), (None, 1, 2)) == ["独国", "英国", "仏国"]
    assert order_of(("仏国", "英国", "独国"), (7, 1, 5), unit="位", reversed=True) == ["英国", "独国", "仏国"]


def test_the_author_keeps_the_order_of_the_data_or_states_one() -> None:
    assert order_of(FIELDS, (3, 1, 2), order="given") == list(FIELDS)
    assert order_of(FIELDS, (3, 1, 2), order="データ順") == list(FIELDS)
    assert order_of(FIELDS, (3, 1, 2), x_order=["バイオ分野"]) == ["バイオ分野", *FIELDS[:2]]


def test_what_stands_for_all_and_what_is_left_over_keep_their_ends() -> None:
    assert order_of(("男性", "女性", "全体"), (59, 73, 66)) == ["女性", "男性", "全体"]
    assert order_of(("全国計", "その他", "大学", "企業"), (90, 50, 10, 30)) == ["全国計", "企業", "大学", "その他"]


@pytest.mark.parametrize(
    "names",
    [
        ("2019年", "2020年", "2021年"),
        ("18～29歳", "30代", "40歳以上"),
        ("1億円未満", "1億円以上10億円未満", "10億円以上"),
        ("大企業", "中堅企業", "小規模企業"),
        ("第一種", "第二種", "第三種"),
        ("そう思う", "どちらかといえばそう思う", "そう思わない"),
        ("満足", "やや満足", "不満", "無回答"),
    ],
)
def test_categories_with_an_order_of_their_own_keep_it(names: tuple[str, ...]) -> None:
    assert order_of(names, (1, 3, 2, 9)[: len(names)]) == list(names)


def test_columns_several_series_and_long_lists_stand_as_the_data_gives_them() -> None:
    assert order_of(FIELDS, (3, 1, 2), kind="column") == list(FIELDS)
    many = tuple(f"県{letter}" for letter in "アイウエオカキクケ")
    assert order_of(many, (1, 2, 3, 4, 5, 6, 7, 8, 9)) == list(many)
    two = docgen.Figure(id="f", kind="bar", data={"x": FIELDS, "前": (3, 1, 2), "後": (1, 2, 3)}, x="x")
    (page,) = derive_record(two)
    record = page.record
    assert isinstance(record, ReadyFigure)
    assert record.categories == FIELDS


@given(st.lists(st.tuples(st.sampled_from("日米英独仏伊加"), st.integers(0, 9)), unique_by=lambda pair: pair[0]))
def test_an_order_has_each_bar_once_and_none_after_a_shorter_one(bars: list[tuple[str, int]]) -> None:
    order = size_order([name for name, _ in bars], [Decimal(value) for _, value in bars])
    assert sorted(order) == list(range(len(bars)))
    values = [bars[index][1] for index in order]
    assert values == sorted(values, reverse=True)
