"""Numbers that are far from last year's: pointed out, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import FILES, make_folder

from docgen.checks.large_changes import large_change
from docgen.model import Quantity
from docgen.pipeline import check, load

SHARES: tuple[tuple[str, str, str | None], ...] = (
    ("100", "120", None),
    ("100", "120.1", "20.1%"),
    ("100", "79.9", "-20.1%"),
    ("100", "80", None),
    ("-10", "-13", "-30.0%"),
    ("0", "5", None),
)


@pytest.mark.parametrize(("before", "after", "share"), SHARES)
def test_more_than_a_fifth_is_large(before: str, after: str, share: str | None) -> None:
    found = large_change(Quantity.of(before, "人"), Quantity.of(after, "人"))
    assert (str(found) if found is not None else None) == share


def test_money_is_compared_in_one_unit_and_other_units_are_not() -> None:
    assert large_change(Quantity.of(45, "億円"), Quantity.of(4600, "百万円")) is None
    assert str(large_change(Quantity.of(45, "億円"), Quantity.of(45, "百万円"))) == "-99.0%"
    assert large_change(Quantity.of(45, "人"), Quantity.of(4600, "件")) is None


def test_check_tells_values_and_amounts_that_are_far_from_last_years(tmp_path: Path) -> None:
    before = make_folder(tmp_path / "fy2022")
    compendium = before / "compendium.yaml"
    compendium.write_text(FILES["compendium.yaml"].replace("fiscal_year: 2023", "fiscal_year: 2022"), encoding="utf-8")
    now = make_folder(
        tmp_path / "fy2023",
        data__deaths=FILES["data/deaths.csv"].replace("2022,2610", "2022,26100"),
        data__budgets=FILES["data/budgets.csv"].replace("2023,予算額・執行額,45,億円", "2023,予算額・執行額,45,百万円"),
    )
    found = [breach for breach in check(load(now, before)) if breach.code == "large-change"]
    assert [breach.level for breach in found] == ["notice", "notice"]
    assert [breach.what for breach in found] == [
        "交通事故死者数: 26,100人, last year's was 2,610人 (+900.0%)",
        "月面探査（2023年度）: 45百万円, last year's was 45億円 (△99.0%)",
    ]


def test_check_is_silent_without_last_year(tmp_path: Path) -> None:
    assert [breach.code for breach in check(load(make_folder(tmp_path))) if breach.code == "large-change"] == []
