"""Which tables of the slides are data."""

from __future__ import annotations

from docgen.placed import Box, Paragraph, PlacedSlide, Run, TableCell, TableMark, TableRow, TextBody
from docgen.tidy.printed import printed_tables


def row(name: str, number: str, page: str | None = None) -> TableRow:
    runs = (Run(name, 10), Run(number, 10, page_of=page))
    return TableRow(tuple(TableCell(TextBody((Paragraph((run,), 12),))) for run in runs), 20)


def printed(*rows: TableRow) -> list[str]:
    mark = TableMark("p/list", Box(0, 0, 200, 60), (150, 50), (row("名称", "値"), *rows))
    slide = PlacedSlide("p", "own_kind", "content", "一覧", (mark,))
    return [table.id for table in printed_tables([slide], {})]


def test_a_list_of_pages_is_no_data_whatever_the_kind_of_its_slide() -> None:
    assert printed(row("第6期計画の状況", "12", "page-1"), row("参考", "15", "page-2")) == []


def test_a_table_of_numbers_is_data_also_where_one_of_its_rows_names_a_page() -> None:
    assert printed(row("支援件数", "120"), row("内訳の頁", "15", "page-2")) == ["p/list"]
