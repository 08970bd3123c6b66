"""A schedule: programmes down, years across, each programme a bar over its years with words in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.notes import NotesBlock
from docgen.blocks.text.text import heading
from docgen.errors import DocgenError
from docgen.messages import message
from docgen.ready import ReadyTable

_BAR = "light_blue"
# The least width of a year's column and of the names, in points.
_YEAR, _NAME = 22.0, 190.0
# In a bar of fewer years its words have no room: they stand beside it, over so many years.
_LEAST_WITHIN = 3


def schedule_block(identifier: str, table: ReadyTable, decade: str) -> Block:
    """The bars of a table whose columns are name, first year, last year and the words of the bar.

    ``decade`` words the headings over the years, such as {year}年代. DocgenError where there are other
    columns, or years that are none.
    """
    if len(table.columns) != 4 or not table.rows:
        raise DocgenError(
            "schedule-shape",
            where=message("on-table", table=table.id),
            table=table.id,
            columns=len(table.columns),
            rows=len(table.rows),
        )
    spans = [_span(row, table) for row in table.rows]
    years = range(min(begin for begin, _ in spans), max(end for _, end in spans) + 1)
    columns = (
        ColumnSpec(table.columns[0].heading, "left", minimum=_NAME),
        *(ColumnSpec(str(year), "center", minimum=_YEAR) for year in years),
    )
    rows = tuple(
        BodyRow((Cell(row[0]), *_cells(span, years, row[3])))
        for row, span in zip(table.rows, spans, strict=True)
    )
    blocks: list[Block] = [heading(f"{identifier}/title", table.title)] if table.title else []
    header = _header(table.columns[0].heading, years, decade)
    blocks.append(TableBlock(identifier, columns, rows, header, alt=table.title))
    if table.notes or table.sources:
        blocks.append(NotesBlock(f"{identifier}/notes", table.notes, table.sources))
    return Stack(tuple(blocks), gap=5)


def _header(name: str, years: range, decade: str) -> tuple[tuple[Cell, ...], ...]:
    """The decades over the last two figures of their years."""
    decades = tuple(
        Cell(decade.format(year=start * 10), column_span=len(list(run)))
        for start, run in groupby(years, lambda year: year // 10)
    )
    return (Cell(name, row_span=2), *decades), tuple(Cell(f"{year % 100:02}") for year in years)


def _cells(span: tuple[int, int], years: range, words: str) -> list[Cell]:
    """The bar over its years with its words in it, or beside it where it is short; empty cells around them."""
    begin, end = span
    count, before, after = end - begin + 1, begin - years.start, years.stop - 1 - end
    beside = min(_LEAST_WITHIN, max(before, after))
    if count >= _LEAST_WITHIN or beside == 0:
        cells = [Cell(words, column_span=count, align="center", fill=_BAR)]
    elif after >= beside:
        cells = [Cell(column_span=count, fill=_BAR), Cell(words, column_span=beside, align="left")]
        after -= beside
    else:
        cells = [Cell(words, column_span=beside, align="right"), Cell(column_span=count, fill=_BAR)]
        before -= beside
    return [*([Cell()] * before), *cells, *([Cell()] * after)]


def _span(row: Sequence[str], table: ReadyTable) -> tuple[int, int]:
    """The first and the last year of a row."""
    begin, end = row[1].strip(), row[2].strip()
    if not (begin.isdecimal() and end.isdecimal() and int(begin) <= int(end)):
        raise DocgenError(
            "schedule-years",
            where=message("on-table", table=table.id),
            table=table.id,
            name=row[0],
            begin=begin,
            end=end,
        )
    return int(begin), int(end)
