"""What reading a workbook has to say without being an error: notices for docgen check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from docgen.breach import Breach
from docgen.errors import column_letters
from docgen.messages import Phrase, message
from docgen.reading.workbook.grid import Grid, GridCell, Row
from docgen.reading.workbook.sheet import Sheet

_MOST_LETTERS, _MOST_LISTED = 60, 10


def lines_of(rows: Iterable[Row]) -> Iterator[tuple[GridCell, str]]:
    """The first cell with a text and the words of each row that is told apart from the table's own."""
    for row in rows:
        cells = [cell for cell in row if cell.own]
        if cells:
            words = " ".join(" ".join(cell.own.split()) for cell in cells)
            yield cells[0], f"{words[:_MOST_LETTERS]}…" if len(words) > _MOST_LETTERS else words


def of_hidden(sheet: Sheet, grid: Grid) -> Iterator[Breach]:
    """Rows and columns that are hidden in the sheet and read like the others."""
    cells = [cell for row in grid.rows for cell in row]
    rows = sorted({cell.row for cell in cells} & sheet.hidden_rows)
    if rows:
        where = grid.place(next(cell for cell in cells if cell.row == rows[0]))
        yield Breach("hidden-rows", where, level="notice", rows=_listed(list(map(str, rows))))
    spans = sheet.hidden_columns
    columns = sorted({cell.column for cell in cells if any(first <= cell.column <= last for first, last in spans)})
    if columns:
        where = grid.place(next(cell for cell in cells if cell.column == columns[0]))
        yield Breach("hidden-columns", where, level="notice", columns=_listed(list(map(column_letters, columns))))


def of_struck(sheet: Sheet, grid: Grid) -> Iterator[Breach]:
    """Cells that are struck through, as texts are that no longer hold (見え消し)."""
    cells = (cell for row in grid.rows for cell in row if not cell.filled and cell.text)
    struck = [cell for cell in cells if sheet.cells[cell.row, cell.column].struck]
    if struck:
        more: Phrase = message("and-more-cells", count=len(struck) - 1) if len(struck) > 1 else ""
        yield Breach("struck-through", grid.place(struck[0]), level="notice", text=struck[0].text, more=more)


def _listed(names: list[str]) -> tuple[str, ...]:
    return (*names[:_MOST_LISTED], *(("…",) if len(names) > _MOST_LISTED else ()))


def of_remarks(grid: Grid) -> Iterator[Breach]:
    """What cells hold and do not show, once for each kind and unit, at the first of its cells."""
    found: dict[tuple[str, str], list[GridCell]] = {}
    for row in grid.rows:
        for cell in row:
            if cell.remark.kind:
                unit = cell.remark.detail if cell.remark.kind in ("scaled", "unit", "instead") else ""
                found.setdefault((cell.remark.kind, unit), []).append(cell)
    for (about, unit), cells in found.items():
        first, text = grid.place(cells[0]), cells[0].text
        more: Phrase = message("and-more-cells", count=len(cells) - 1) if len(cells) > 1 else ""
        if about == "rounded":
            held = cells[0].remark.detail
            yield Breach("shown-rounded", first, level="notice", text=text, held=held, more=more)
        elif about == "scaled":
            yield Breach("shown-scaled", first, level="notice", text=text, unit=unit, more=more)
        elif about == "unit":
            yield Breach("shown-unit", first, level="notice", text=text, unit=unit, more=more)
        elif about == "instead":
            yield Breach("shown-instead", first, level="notice", text=text, words=unit, more=more)
        else:
            yield Breach("shown-hidden", first, level="notice", text=text, more=more)
    yield from _merged_numbers(grid)


def _merged_numbers(grid: Grid) -> Iterator[Breach]:
    """The first number in merged cells: it stands for each of them."""
    merged = (cell for row in grid.rows for cell in row if cell.filled and cell.shown.is_number)
    for cell in islice(merged, 1):
        yield Breach("merged-number", grid.place(cell), level="notice", text=cell.text)
