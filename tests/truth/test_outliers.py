"""A cell ten times its neighbours is found where nothing else of its table jumps so; a series that rose so is not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import fact_table
from docgen.errors import SlidePosition
from docgen.truth.outliers import cells_in_scale

YEARS = ("2019年", "2020年", "2021年", "2022年")


def found(columns: Sequence[str], *rows: str) -> list[tuple[int, int]]:
    where = SlidePosition("a.pptx", 1, "表 1", 2, 1)
    table = fact_table("t", "架空の統計", columns, [row.split() for row in rows], where=where)
    places = [breach.where for breach in cells_in_scale([], Evidence(tables=(table,)))]
    return [(place.row, place.column) for place in places if isinstance(place, SlidePosition)]


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        (("東（件） 412 4,180 431 440", "西（件） 380 391 402 398"), (2, 3)),
        (("東（件） 412 418 43 440", "西（件） 380 391 402 398"), (2, 4)),
        (("東（件） 4,120 418 431 440", "西（件） 380 391 402 398"), (2, 2)),
    ],
)
def test_one_number_of_another_scale_is_found(rows: Sequence[str], cell: tuple[int, int]) -> None:
    assert found(("区分", *YEARS), *rows) == [cell]


def test_of_two_years_the_other_rows_tell() -> None:
    columns = ("産業", "2021年（円）", "2022年（円）")
    assert found(columns, "建設 342,100 349,800", "製造 318,600 326,500", "医療 274,900 2,789,000", "商業 221,400 224,200") == [(4, 3)]
    assert found(columns, "建設 342,100 349,800", "医療 274,900 2,789,000") == []


@pytest.mark.parametrize(
    "rows",
    [
        ("機体（機） 1,150 1,320 13,650 28,900", "人（人） 310 320 330 340"),
        ("来場（人） 12,800 0 1,280 11,900", "花火（人） 86,000 0 0 91,200"),
        ("東（件） 412 4,180 431 440", "西（件） 380 3,910 402 398"),
        ("全体（件） 4,120 4,180 4,310 4,400", "一部（件） 412 418 431 440"),
    ],
)
def test_what_rose_so_or_fell_with_others_is_left_alone(rows: Sequence[str]) -> None:
    assert found(("区分", *YEARS), *rows) == []
