"""The data workbook: every number of the deck is in it, in the form that programs read."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from support.real_deck import CONTENT, PACKS, built, fy2023, pack_in, ready_fy2023

import docgen
from docgen.cli import main
from docgen.machine_readable.find import find
from docgen.placed import ChartMark, TableMark
from docgen.ready import ReadyIndicatorPage, ReadyMeasureChart, ReadyPageRecord
from docgen.tidy.export import ExportedData, export_data
from docgen.tidy.gather import numbers_of, sheet_names
from docgen.tidy.printed import numbers_in

PACK = next(folder for folder in PACKS if folder.name == "cabinet_office")


@pytest.fixture(scope="module")
def data() -> ExportedData:
    return export_data(fy2023(), "cabinet-office")


@pytest.fixture(scope="module")
def book(data: ExportedData) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data.to_bytes()))


def test_every_number_of_every_chart_is_in_the_data(data: ExportedData) -> None:
    everywhere = {number for sheet in data.sheets for number in sheet.table.numbers()}
    charts = [mark.chart for slide in built(PACK).placed.slides for mark in slide.marks if isinstance(mark, ChartMark)]
    values = [Decimal(str(value)) for chart in charts for series in chart.series for value in series.values if value is not None]
    assert len(values) > 500
    assert [value for value in values if value not in everywhere] == []


def test_every_number_of_every_table_is_in_its_sheet(data: ExportedData) -> None:
    pages = ready_fy2023(pack_in(PACK).printing).pages
    tables = [(f"{page.id}.{key}", table) for page in pages if isinstance(page.record, ReadyPageRecord) for key, table in page.record.tables.items()]
    assert len(tables) > 15
    for identifier, table in tables:
        (sheet,) = (sheet for sheet in data.sheets if sheet.id == identifier)
        cells = [cell for row in (sheet.table.heads, *sheet.table.rows) for cell in row]
        found = {abs(cell) for cell in cells if isinstance(cell, Decimal)}
        found |= numbers_in(cell for cell in cells if isinstance(cell, str))
        assert numbers_in(text for row in table.rows for text in row) <= found, identifier


def test_every_number_that_a_table_of_the_deck_prints_is_on_a_sheet_of_its_page(data: ExportedData) -> None:
    told: dict[int, set[Decimal]] = {}
    slides = built(PACK).placed.slides
    pages = {page.number for page in built(PACK).placed.summary.pages}
    for sheet in data.sheets:
        for number in sheet.pages:
            told.setdefault(number, set()).update(numbers_of(sheet.table))
    first = 1
    for number, slide in enumerate(slides, start=1):
        first = number if number in pages else first
        for mark in slide.marks:
            if isinstance(mark, TableMark):
                cells = [cell.body.paragraphs for row in mark.rows[mark.header_rows :] for cell in row.cells]
                # Lists of pages are no data.
                if any(run.page_of for paragraphs in cells for part in paragraphs for run in part.runs):
                    continue
                texts = ["".join(run.text for part in paragraphs for run in part.runs) for paragraphs in cells]
                assert numbers_in(texts) <= told[first] | told.get(number, set()), mark.id


def test_the_data_keep_the_rules_on_tables_that_programs_read(data: ExportedData, tmp_path: Path) -> None:
    assert [str(finding.breach) for finding in find(data.save(tmp_path / "data.xlsx"))] == []


def test_each_sheet_has_an_id_of_its_own(data: ExportedData) -> None:
    assert len({sheet.id for sheet in data.sheets}) == len(data.sheets) == len({sheet.name.casefold() for sheet in data.sheets})


def test_every_value_and_every_budget_is_in_its_sheet(data: ExportedData) -> None:
    for page in ready_fy2023(pack_in(PACK).printing).pages:
        record, numbers = page.record, set[Decimal]()
        for sheet in data.sheets:
            if sheet.id in (f"{page.id}.values", f"{page.id}.budgets"):
                numbers |= set(sheet.table.numbers())
        if isinstance(record, ReadyIndicatorPage):
            seen = [part for value in record.values for part in (value.past, value.latest, value.forecast) if part is not None]
            assert {part.quantity.value for part in seen} <= numbers
        if isinstance(record, ReadyMeasureChart):
            assert {amount.value for line in record.budgets for _, amount in line.amounts.values()} <= numbers


def test_the_same_content_gives_the_same_bytes(data: ExportedData) -> None:
    assert data.to_bytes() == data.to_bytes() == export_data(fy2023(), "cabinet-office").to_bytes()


def test_no_cell_is_merged_and_no_column_of_values_holds_a_text(book: openpyxl.Workbook) -> None:
    for sheet in book.worksheets[1:]:
        assert not sheet.merged_cells.ranges
        rows = list(sheet.iter_rows(values_only=True))
        head = next(index for index, row in enumerate(rows) if not any(row)) + 1
        assert len(set(rows[head])) == len(rows[head]), sheet.title
        for column, name in enumerate(rows[head]):
            if name in ("値", "西暦年", "会計年度（西暦）"):
                assert {type(row[column]) for row in rows[head + 1 :]} <= {int, float, type(None)}, sheet.title
        assert all(any(cell is not None for cell in row) for row in rows[head:]), sheet.title


def test_the_first_sheet_lists_the_others_with_their_pages(book: openpyxl.Workbook) -> None:
    first = book.worksheets[0]
    listed = [row[1] for row in first.iter_rows(min_row=4, values_only=True)]
    assert (first.title, listed) == ("目次", book.sheetnames[1:])
    assert all(row[5] for row in first.iter_rows(min_row=4, values_only=True))


def test_a_sheet_says_its_pages_and_its_sources(book: openpyxl.Workbook) -> None:
    said = [cell for (cell,) in book["I-1065_food.values"].iter_rows(max_col=1, max_row=8, values_only=True) if cell]
    assert any(re.fullmatch(r"掲載ページ：p\.\d+　.+", line) for line in said)
    assert any(line.startswith("注：食料自給率は") for line in said)


def test_names_that_excel_would_take_for_one_or_refuse_are_told_apart() -> None:
    names = sheet_names(["page.a", "PAGE.A", "page/a.b", "page:a.b", "目次", "x" * 40, "x" * 41])
    assert len({name.casefold() for name in names} | {"目次"}) == 8
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


def test_the_command_writes_the_file_and_says_so(tmp_path: Path) -> None:
    target = tmp_path / "data.xlsx"
    result = CliRunner().invoke(main, ["--lang", "en", "data", str(CONTENT), "-o", str(target)])
    assert (result.exit_code, result.output) == (0, f"{target}: {len(export_data(fy2023()).sheets)} sheets of data\n")
    assert target.is_file()


def test_another_name_than_one_of_excel_is_refused(data: ExportedData, tmp_path: Path) -> None:
    with pytest.raises(docgen.DocgenError) as error:
        data.save(tmp_path / "data.csv")
    assert error.value.code == "no-excel-name"
