"""Tables made by choices: of hypothesis in the tests of splitting, of a seeded generator where they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import inf, isinf

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.grid import place_cells
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import TextItem
from docgen.layout.style import Style
from docgen.prose.markup import plain

Choose = Callable[[int, int], int]

_WORDS = (
    "研究開発の成果は、社会実装が進む分野で増えている。",
    "2021年度の予算は1,744億円（前年度比7.6倍）で、",
    "SIP第3期の課題では、大学・企業の連携が見られた。",
    "「科学技術・イノベーション基本計画」の目標値に対し、",
    "Society 5.0の実現に向けた取組であり、",
    "カロリーベースは横ばい、",
    "**国民意識調査**では73.6%が関心をもつ。",
    "OECD, Main Science and Technology Indicators, Vol. 2023/1による。",
)


def make_table(choose: Choose, *, merged: bool = True) -> TableBlock:
    """A table of up to five columns and fourteen rows with bullets, mixed roles, merges, bands and totals."""
    count = choose(1, 5)
    columns = tuple(
        ColumnSpec(f"見出し{index}", ("left", "center", "right", "decimal")[choose(0, 3)])
        for index in range(count)
    )
    rows: list[BodyRow] = []
    wanted = choose(1, 14)
    while len(rows) < wanted:
        if count > 1 and choose(0, 9) == 0:
            rows.append(BodyRow((Cell(f"{len(rows)}帯", column_span=count),), "band"))
        span = choose(1, 4) if merged and count > 1 else 1
        for index in range(span):
            rows.append(_row(choose, len(rows), count, span if index == 0 else 0))
    if choose(0, 3) == 0:
        rows.append(BodyRow(tuple(Cell(f"{len(rows)}計{column}") for column in range(count)), "total"))
    return TableBlock("random", columns, tuple(rows), _header(choose, count))


def _row(choose: Choose, row: int, count: int, span: int) -> BodyRow:
    """A row whose first cell spans ``span`` rows; 0 where it lies under such a cell."""
    cells = [_cell(choose, f"{row}・{column}") for column in range(1, count)]
    if len(cells) > 1 and choose(0, 7) == 0:
        cells = [*cells[:-2], Cell(f"{row}・広{_text(choose, 2)}", column_span=2)]
    if span:
        cells.insert(0, Cell(f"{row}・頭{_text(choose, 1)}", row_span=span))
    return BodyRow(tuple(cells))


def _cell(choose: Choose, name: str) -> Cell:
    role = (None, None, None, "note")[choose(0, 3)]
    if choose(0, 2) == 0:
        items = tuple(
            TextItem(f"{name}の{index}{_text(choose, 2)}", choose(0, 1), (None, "●", "・")[choose(0, 2)])
            for index in range(choose(1, 6))
        )
        return Cell(items=items, role=role)
    if choose(0, 3) == 0:
        return Cell(f"{choose(0, 9999):,}.{choose(0, 99)}", role=role)
    return Cell(f"{name}：{_text(choose, 4)}", role=role)


def _text(choose: Choose, longest: int) -> str:
    return "".join(_WORDS[choose(0, len(_WORDS) - 1)] for _ in range(choose(0, longest)))


def _header(choose: Choose, count: int) -> tuple[tuple[Cell, ...], ...] | None:
    """No header, one row, or two rows with a group over the last columns."""
    kind = choose(0, 3)
    if kind == 0:
        return ()
    if kind < 3 or count < 3:
        return None
    return (
        (Cell("区分", row_span=2), Cell("まとまり", column_span=count - 1)),
        tuple(Cell(f"細目{index}") for index in range(1, count)),
    )


def with_room(table: TableBlock, width: float, style: Style) -> TableBlock:
    """The table, or so many of its columns as have room side by side."""
    while isinf(table.laid(width, style).height):
        parts = table.laid(width, style).split(inf)
        assert parts is not None
        assert isinstance(parts[0], TableBlock)
        table = parts[0]
    return table


def grid_texts(rows: Sequence[BodyRow], columns: int) -> list[list[str]]:
    """The plain text at every place of the grid; a merged cell's at each place that it covers."""
    grid = [["?"] * columns for _ in rows]
    for place in place_cells([row.cells for row in rows], columns, "grid"):
        for row in range(place.row, place.row + place.cell.row_span):
            for column in range(place.column, place.column + place.cell.column_span):
                grid[row][column] = cell_words(place.cell)
    return grid


def cell_words(cell: Cell) -> str:
    """A cell's plain text, its items one after the other."""
    return "".join(plain(item.text) for item in cell.items) if cell.items else plain(cell.text)


def joined_texts(parts: Sequence[TableBlock], columns: int) -> list[list[str]]:
    """The grid of texts of a table from its parts: what goes on from the page before is put together."""
    grid: list[list[str]] = []
    for part in parts:
        texts = grid_texts(part.rows, columns)
        for column, cell in enumerate(_first_cells(part, columns)):
            old = grid[-1][column] if grid else ""
            span = range(cell.row_span)
            if cell.continued:
                assert old.endswith(texts[0][column])
                _fill(texts, span, column, old)
            elif cell.rest:
                new = old + texts[0][column]
                _fill(texts, span, column, new)
                _fill(grid, [row for row in range(len(grid)) if grid[row][column] == old], column, new)
        if part.rows[0].rest:
            grid.pop()
        grid.extend(texts)
    return grid


def _fill(grid: list[list[str]], rows: Iterable[int], column: int, text: str) -> None:
    for row in rows:
        grid[row][column] = text


def _first_cells(part: TableBlock, columns: int) -> list[Cell]:
    """For each column the cell of the part's first row."""
    cells = [Cell()] * columns
    for place in place_cells([row.cells for row in part.rows], columns, "grid"):
        if place.row == 0:
            cells[place.column : place.column + place.cell.column_span] = [
                place.cell
            ] * place.cell.column_span
    return cells
