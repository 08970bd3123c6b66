"""Records that scripts make: values of numpy and pandas are taken, wrong ones said with the record and the field."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy
import pandas
import pytest

import docgen
from docgen.errors import DocgenError, DocgenErrors


@pytest.mark.parametrize(
    ("kind", "fields", "what"),
    [
        (docgen.Figure, {"kind": "lin"}, "Figure 'r', field kind: 'lin' is not one of the words"),
        (docgen.Figure, {"x_form": 2020}, "Figure 'r', field x_form: unknown key 'x_form'"),
        (docgen.Figure, {"series": [{"name": "a"}, {"nam": "b"}]}, "Figure 'r', field series[1]: 'name' is missing"),
        (docgen.Figure, {"decimals": "viele"}, "Figure 'r', field decimals: "),
        (docgen.MeasureChart, {"mark": "①", "title": "t", "measures": [{"id": "M1", "text": "x", "status": "foo"}]}, "MeasureChart 'r', field measures[0].status: 'foo'"),
        (docgen.Source, {"text": "a", "id": "日本"}, "Source '日本', field id: "),
    ],
)  # fmt: skip
def test_a_wrong_value_is_said_with_its_record_and_field(kind: Any, fields: dict[str, Any], what: str) -> None:
    with pytest.raises(DocgenError) as caught:
        kind(**{"id": "r", **fields})
    assert what in str(caught.value)
    assert "pydantic" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_all_that_is_wrong_with_a_record_is_said_at_once() -> None:
    with pytest.raises(DocgenErrors) as caught:
        docgen.MeasureChart(status="foo")  # type: ignore[call-arg]
    assert [str(error).split("\n")[0] for error in caught.value.errors] == [
        "MeasureChart: 'id' is missing",
        "MeasureChart: 'mark' is missing",
        "MeasureChart: 'title' is missing",
        "MeasureChart, field status: unknown key 'status'",
    ]


def test_values_of_numpy_and_pandas_are_taken_as_those_of_python() -> None:
    table: Any = docgen.Table(
        id="t",
        columns=[{"heading": "値", "width": numpy.float64(0.5), "decimals": numpy.int64(2), "merged": numpy.bool_(True)}],
        rows=[[0.1 + 0.2], [numpy.nan], [None], [pandas.Timestamp("2022-04-01")], [pandas.Period("2022Q1", "Q")], [numpy.int64(7)]],
    )
    assert [row[0] for row in table.rows] == ["0.3", "", "", "2022-04-01", "2022年1～3月", "7"]
    column = table.columns[0]
    assert (column.width, column.decimals, column.merged) == (0.5, 2, True)


def test_a_number_of_an_observation_is_exact_and_its_period_any_date() -> None:
    observation = docgen.Observation(value=0.1 + 0.2, period=pandas.Timestamp("2022-04-01"))
    assert (observation.value, str(observation.period)) == (Decimal("0.3"), "2022年4月1日")
    fiscal: Any = docgen.Observation(value=numpy.float32(45.6), period=pandas.Period("2023", "Y-MAR"))
    assert (fiscal.value, str(fiscal.period)) == (Decimal("45.6"), "2022年度")


def test_a_whole_number_that_pandas_has_as_a_float_is_one() -> None:
    amount: Any = docgen.BudgetAmount(fiscal_year=numpy.float64(2023.0), kind="budgeted", value=numpy.float64(1e3), unit="円")
    assert (amount.fiscal_year, amount.value) == (2023, 1000)


@pytest.mark.parametrize("value", [10**30, Decimal("123456789012345678901234567890.5"), "123456789012345678901234567890"])
def test_a_number_of_too_many_digits_is_refused_with_its_field(value: Any) -> None:
    with pytest.raises(DocgenError, match=r"Observation, field value: '1.*' has more than 28 digits"):
        docgen.Observation(value=value, period="2022年")


def test_lists_of_numpy_and_pandas_are_lists() -> None:
    figure = docgen.Figure(id="f", x_order=pandas.Index(["男", "女"]), breaks=numpy.array([2021]))
    assert (figure.x_order, figure.breaks) == (("男", "女"), (2021,))


def test_every_record_that_takes_data_takes_a_frame() -> None:
    frame = pandas.DataFrame({"n": [3, 4, 5]}, index=pandas.Index([2017, 2021, 2022], name="年"))
    series = docgen.ValueSeries(data=frame, column="n", x="年", x_name="年")
    reference = docgen.DataReference(data=frame, column="n", where={"年": numpy.int64(2021)})
    value = docgen.IndicatorValue(id="v", name="値", series=series, unit="人", forecast={"value": reference, "unit": "人", "period": "2023年"})
    page = docgen.IndicatorPage(id="p", values=(value,))
    indicator = docgen.Indicator(id="I-1", name="指標", category="reference", pages=(page,))
    (slide,) = docgen.Deck().add(indicator).build().placed.slides
    assert slide.kind == "indicator_detail"


def test_an_array_without_dimensions_is_a_number() -> None:
    observation: Any = docgen.Observation(value=numpy.array(0.1), period=numpy.array(2022))
    assert (observation.value, str(observation.period)) == (Decimal("0.1"), "2022年")
