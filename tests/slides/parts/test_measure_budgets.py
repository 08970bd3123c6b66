"""Budget amounts as printed in the boxes of a chart."""

from __future__ import annotations

from docgen.model import Quantity
from docgen.slides.parts.measure_budgets import BudgetForm, amount_cells, change_cell, common_unit, totals

YEARS = (2022, 2023, 2024)
MILLION, OKU = Quantity.of("2960", "百万円"), Quantity.of("45", "億円")


def test_mixed_units_are_stated_in_the_smaller_one() -> None:
    unit = common_unit([MILLION, OKU], convert=True)
    assert unit == "百万円"
    form = BudgetForm(unit, "－")
    assert amount_cells({2022: MILLION, 2024: OKU}, YEARS, form) == ("2,960", "－", "4,500")


def test_mixed_units_stay_as_the_source_has_them_where_that_is_asked() -> None:
    assert common_unit([MILLION, OKU], convert=False) is None
    assert amount_cells({2024: OKU, 2022: MILLION}, YEARS, BudgetForm(None, "－")) == (
        "2,960百万円",
        "－",
        "45億円",
    )


def test_fractions_keep_the_places_of_the_source() -> None:
    amounts = {2022: Quantity.of("54.4", "百万円"), 2023: Quantity.of("109.50", "百万円")}
    assert amount_cells(amounts, YEARS, BudgetForm("百万円", "－")) == ("54.4", "109.50", "－")


def test_the_change_is_from_the_year_before_and_has_its_sign() -> None:
    form = BudgetForm("百万円", "－", minus="△")
    assert change_cell({2023: MILLION, 2024: OKU}, YEARS, form) == "+1,540"
    assert change_cell({2023: OKU, 2024: MILLION}, YEARS, form) == "△1,540"
    assert change_cell({2022: OKU, 2024: MILLION}, YEARS, form) == "－"


def test_totals_add_each_year_in_one_unit_and_leave_empty_years_out() -> None:
    sums = totals([{2022: MILLION}, {2022: OKU, 2024: OKU}], YEARS, "百万円")
    assert {year: str(amount) for year, amount in sums.items()} == {2022: "7,460百万円", 2024: "4,500百万円"}


def test_there_is_no_unit_without_amounts() -> None:
    assert common_unit([], convert=True) is None
