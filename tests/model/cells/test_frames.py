"""Frames, Series, mappings and lists as scripts have them: read right, or refused with the row and column."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy
import pandas
import pytest
from support.every_case import every_case

from docgen.errors import DocgenError
from docgen.model import DataTable, Figure
from docgen.model.data import data_of


def table(data: Any) -> DataTable:
    read = data_of(data)
    assert isinstance(read, DataTable)
    return read


FRAME = pandas.DataFrame({"年": [2021, 2022], "値": [1.5, numpy.nan]})
YEARS = ["2021年", "2022年"]
RIGHT: dict[str, tuple[Any, tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    "a plain numbering of the rows is no column": (FRAME, ("年", "値"), (("2021", "1.5"), ("2022", ""))),
    "a named index is the first column": (FRAME.set_index("年"), ("年", "値"), (("2021", "1.5"), ("2022", ""))),
    "an index of words is a column without a name": (pandas.DataFrame({"値": [1, 2]}, index=YEARS), ("", "値"), (("2021年", "1"), ("2022年", "2"))),
    "an index of years is a column": (pandas.DataFrame({"値": [1, 2]}, index=[2021, 2022]), ("", "値"), (("2021", "1"), ("2022", "2"))),
    "what is left of a numbering is no column": (FRAME[FRAME["年"] > 2021], ("年", "値"), (("2022", ""),)),
    "a named numbering is a column": (pandas.DataFrame({"値": [1]}, index=pandas.RangeIndex(1, name="順位")), ("順位", "値"), (("0", "1"),)),
    "an index of days is a column": (pandas.DataFrame({"値": [1]}, index=pandas.to_datetime(["2021-04-01"])), ("", "値"), (("2021-04-01", "1"),)),
    "an index of quarters is a column": (pandas.DataFrame({"値": [1]}, index=pandas.period_range("2021Q2", periods=1, freq="Q")), ("", "値"), (("2021年4～6月", "1"),)),
    "a pivot has its keys as the first column": (
        pandas.DataFrame({"年": [2021, 2021], "性": ["男", "女"], "n": [1, 2]}).pivot(index="年", columns="性", values="n"),
        ("年", "女", "男"),
        (("2021", "2", "1"),),
    ),
    "a grouping by two keys has both as columns": (
        pandas.DataFrame({"年": [2021, 2021], "性": ["男", "女"], "n": [1, 2]}).groupby(["年", "性"]).sum(),
        ("年", "性", "n"),
        (("2021", "女", "2"), ("2021", "男", "1")),
    ),
    "heads of two levels are joined by a space": (
        pandas.DataFrame([["2021年", 1]], columns=pandas.MultiIndex.from_tuples([("年", ""), ("研究者", "男")])),
        ("年", "研究者 男"),
        (("2021年", "1"),),
    ),
    "names that pandas made up are none": (
        pandas.DataFrame([["a", 1]], columns=pandas.MultiIndex.from_tuples([("Unnamed: 0_level_0", "区分"), ("計", "Unnamed: 1_level_1")])),
        ("区分", "計"),
        (("a", "1"),),
    ),
    "heads that are years are their text": (pandas.DataFrame([[1, 2]], columns=[2021, 2022]), ("2021", "2022"), (("1", "2"),)),
    "heads that are days are their text": (pandas.DataFrame([[1]], columns=[pandas.Timestamp("2021-04-01")]), ("2021-04-01",), (("1",),)),
    "a number of 32 bits has the digits that it holds": (pandas.DataFrame({"値": numpy.array([45.6], dtype="float32")}), ("値",), (("45.6",),)),
    "nullable numbers have gaps": (pandas.DataFrame({"値": pandas.array([1, None], dtype="Int64")}), ("値",), (("1",), ("",))),
    "nullable floats of 32 bits are read": (pandas.DataFrame({"値": pandas.array([45.6, None], dtype="Float32")}), ("値",), (("45.6",), ("",))),
    "nullable truth is TRUE, FALSE or nothing": (pandas.DataFrame({"有": pandas.array([True, False, None], dtype="boolean")}), ("有",), (("TRUE",), ("FALSE",), ("",))),
    "categories are their words": (pandas.DataFrame({"区分": pandas.Categorical(["男", None, "女"])}), ("区分",), (("男",), ("",), ("女",))),
    "strings are their words": (pandas.DataFrame({"区分": pandas.array(["男", None], dtype="string")}), ("区分",), (("男",), ("",))),
    "decimals are exact": (pandas.DataFrame({"値": [Decimal("47.90"), Decimal("NaN")]}), ("値",), (("47.90",), ("",))),
    "all kinds of nothing are gaps": (pandas.DataFrame({"値": [None, numpy.nan, pandas.NA, pandas.NaT, "x"]}), ("値",), (("",), ("",), ("",), ("",), ("x",))),
    "days have no time": (pandas.DataFrame({"日": [pandas.Timestamp("2021-04-01"), pandas.NaT]}), ("日",), (("2021-04-01",), ("",))),
    "noise of the arithmetic is none": (pandas.DataFrame({"値": [0.1 + 0.2, 1e-7]}), ("値",), (("0.3",), ("0.0000001",))),
    "a series has its index and its values": (pandas.Series([1, 2], index=YEARS, name="人"), ("", "人"), (("2021年", "1"), ("2022年", "2"))),
    "a series without a name has values": (pandas.Series([1], index=["計"]), ("", "値"), (("計", "1"),)),
    "a mapping holds lists, arrays and ranges": ({"年": range(2021, 2023), "値": numpy.array([1.5, numpy.nan])}, ("年", "値"), (("2021", "1.5"), ("2022", ""))),
    "a mapping holds gaps of all kinds": ({"値": [numpy.float64("nan"), pandas.NA, None]}, ("値",), (("",), ("",), ("",))),
    "a mapping holds series of one index": ({"年": FRAME["年"], "値": FRAME["値"]}, ("年", "値"), (("2021", "1.5"), ("2022", ""))),
    "a list of rows may leave cells out": ([{"年": 2021, "値": 1}, {"年": 2022}], ("年", "値"), (("2021", "1"), ("2022", ""))),
    "an index of fiscal years is a column": (pandas.DataFrame({"値": [1]}, index=pandas.period_range("2022", periods=1, freq="Y-MAR")), ("", "値"), (("2021年度", "1"),)),
    "a range of years is a column": (pandas.DataFrame({"値": [1, 2]}, index=range(2021, 2023)), ("", "値"), (("2021", "1"), ("2022", "2"))),
    "what a mask hides is a gap": ({"値": numpy.ma.array([1, 2], mask=[False, True])}, ("値",), (("1",), ("",))),
    "an array without dimensions is its number": ({"値": [numpy.array(0.1), numpy.array(5)]}, ("値",), (("0.1",), ("5",))),
    "a frame without rows has its heads": (pandas.DataFrame({"年": [], "値": []}), ("年", "値"), ()),
}  # fmt: skip


@every_case("case", RIGHT)
def test_data_of_a_script_is_read(case: str) -> None:
    data, columns, rows = RIGHT[case]
    read = table(data)
    assert (read.columns, read.rows) == (columns, rows)


REFUSED: dict[str, tuple[Any, str]] = {
    "two columns of one name": (pandas.DataFrame([[1, 2]], columns=["値", "値"]), "two columns are named '値'"),
    "an index that has the name of a column": (pandas.DataFrame({"年": [1]}, index=pandas.Index(["a"], name="年")), "two columns are named '年'"),
    "an infinite number": (pandas.DataFrame({"年": [1, 2], "値": [1.0, numpy.inf]}), "row 2, column '値': inf is no number"),
    "a duration": (pandas.DataFrame({"間": [pandas.Timedelta(days=1)]}), "row 1, column '間': 1 days 00:00:00 is a duration"),
    "a list in a cell": (pandas.DataFrame({"値": [[1, 2]]}), "row 1, column '値': a value of type list"),
    "columns of two lengths": ({"年": [1, 2], "値": [1]}, "not equally long: 年 2, 値 1"),
    "a text as a column": ({"年": "2021"}, "the column '年' is of type str"),
    "a number as a column": ({"年": 2021}, "the column '年' is of type int"),
    "series that are sorted differently": ({"a": pandas.Series([1, 2]), "b": pandas.Series([1, 2], index=[1, 0])}, "have different indices"),
    "an array of two dimensions": ({"値": numpy.ones((2, 2))}, "row 1, column '値': a value of type list"),
    "a set, whose values stand in no order": ({"年": {2021, 2022}, "値": [1, 2]}, "the column '年' is of type set"),
    "an array in a cell": (pandas.DataFrame({"値": pandas.Series([numpy.array([1, 2])], dtype=object)}), "row 1, column '値': a value of type ndarray"),
    "a class, not a frame": (pandas.DataFrame, "data is of type DataFrame"),
    "something else": (3, "data is of type int"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_data_that_cannot_be_read_is_refused_with_the_record_and_its_place(case: str) -> None:
    data, what = REFUSED[case]
    with pytest.raises(DocgenError) as caught:
        Figure(id="f", data=data)
    assert "Figure 'f', field data" in str(caught.value)
    assert what in str(caught.value)


def test_a_mark_beside_a_number_is_no_part_of_it() -> None:
    read = table({"年": ["2021", "2022（速報）"], "値": ["2,610", "2,500p"]})
    assert read.rows == (("2021", "2,610"), ("2022", "2,500"))
    assert (read.mark(1, 0), read.mark(1, 1), read.mark(0, 1)) == ("速報", "速報", "")


def test_a_table_says_where_a_frame_is_wrong() -> None:
    with pytest.raises(DocgenError, match="DataFrame, row 1, column '値': inf is no number"):
        DataTable.from_frame(pandas.DataFrame({"値": [numpy.inf]}))
    with pytest.raises(DocgenError, match="script: the columns of the data are not equally long"):
        DataTable.from_columns({"a": [1], "b": []})
