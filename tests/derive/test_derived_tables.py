"""Tables: total rows are named by what stands first in them, signs are the pack's, numbers stay numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.derive import derive_record
from docgen.errors import DocgenErrors
from docgen.model import DataTable, Table, TableColumn
from docgen.model.printing import Printing
from docgen.prose.markup import plain
from docgen.ready import ReadyTable

COLUMNS = (TableColumn(heading="順位"), TableColumn(heading="機関"), TableColumn(heading="人数"))
ROWS = (("1", "甲大学", "809"), ("2", "乙大学", "631"), ("", "全機関の合計", "1,440"))


def test_a_total_row_is_found_by_its_first_cell_that_is_not_empty() -> None:
    (page,) = derive_record(Table(id="t", columns=COLUMNS, rows=ROWS, totals=("全機関の合計",)))
    assert isinstance(page.record, ReadyTable)
    assert page.record.totals == (2,)


def test_a_table_has_no_total_row_by_itself() -> None:
    (page,) = derive_record(Table(id="t", columns=COLUMNS, rows=ROWS))
    assert isinstance(page.record, ReadyTable)
    assert page.record.totals == ()


def test_a_total_row_that_is_not_there_is_an_error_with_a_hint() -> None:
    with pytest.raises(DocgenErrors) as raised:
        derive_record(Table(id="t", columns=COLUMNS, rows=ROWS, totals=("全機関の計",)))
    (error,) = raised.value.errors
    assert "has no total row '全機関の計'" in str(error)
    assert "全機関の合計" in str(error)


def test_cells_and_headings_that_are_periods_or_negative_numbers_are_printed_as_the_pack_does() -> None:
    columns = (TableColumn(heading="年度"), TableColumn(heading="2022年度"))
    record = Table(id="t", columns=columns, rows=(("2019年度", "-3.5"), ("2022年の調査", "12")))
    (page,) = derive_record(record, printing=Printing(era=True, minus="△"))
    assert isinstance(page.record, ReadyTable)
    assert [column.heading for column in page.record.columns] == ["年度", "令和4年度"]
    assert page.record.rows == (("令和元年度", "△3.5"), ("2022年の調査", "12"))


def test_a_written_cell_keeps_the_number_that_it_consists_of() -> None:
    row = ("1,606件", "△0.3", "+0.2", "４．５％", "－", "令和8年度", "4.4(+0.1)")
    (page,) = derive_record(Table(id="t", rows=(row,), columns=tuple(TableColumn() for _ in row)))
    assert isinstance(page.record, ReadyTable)
    assert page.record.numbers == ((Decimal(1606), Decimal("-0.3"), Decimal("0.2"), Decimal("4.5"), None, None, None),)


def test_a_cell_of_a_data_file_keeps_its_number_as_it_was_before_it_was_printed() -> None:
    data = DataTable(("県", "割合"), (("東京都", "-12.34"), ("大阪府", "")))
    columns = (TableColumn(column="県"), TableColumn(column="割合", unit="%", decimals=1))
    (page,) = derive_record(Table(id="t", data=data, columns=columns), printing=Printing(minus="△"))
    assert isinstance(page.record, ReadyTable)
    assert page.record.rows == (("東京都", "△12.3%"), ("大阪府", ""))
    assert page.record.numbers == ((None, Decimal("-12.34")), (None, None))


@pytest.mark.parametrize("cell", ["2**3 と 4**2", "0.45**", "{a}", "C:\\{x", "{red|赤}", "{{ 1 }}", "a|b"])
def test_a_cell_of_data_is_printed_as_it_is(cell: str) -> None:
    table = Table(id="t", data=DataTable(("式", "{b}"), ((cell, "x"),)), totals=(cell,))
    (page,) = derive_record(table)
    assert isinstance(page.record, ReadyTable)
    assert [plain(text) for text in page.record.rows[0]] == [cell, "x"]
    assert [plain(column.heading) for column in page.record.columns] == ["式", "{b}"]
    assert page.record.totals == (0,)


@pytest.mark.parametrize("table", [Table(id="t", rows=(("a",),)), Table(id="t"), Table(id="t", data=DataTable((), ()))])
def test_a_table_without_columns_is_refused(table: Table) -> None:
    with pytest.raises(DocgenErrors, match="table 't' has no columns"):
        derive_record(table)


def test_a_percent_cell_in_a_column_of_another_unit_is_refused_at_its_cell() -> None:
    data = DataTable(("率",), (("45.6%",),), "x.csv")
    with pytest.raises(DocgenErrors, match=r"x.csv, row 1, column '率': the cell is in %"):
        derive_record(Table(id="t", data=data, columns=(TableColumn(column="率", unit="人"),)))
    (page,) = derive_record(Table(id="t", data=data, columns=(TableColumn(column="率", decimals=0),)))
    assert isinstance(page.record, ReadyTable)
    assert page.record.rows == (("46%",),)
