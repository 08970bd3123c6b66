"""Tables that several kinds of slides have: their cells, equal ones merged, and the table by logic element."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import fsum

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import TextItem, texts
from docgen.layout.pack import LayoutPack
from docgen.ready import CandidateRow, ReadyPage
from docgen.slides.parts.options import ColumnOptions, options_of, shown_columns
from docgen.with_fields import with_fields


def dash(pack: LayoutPack) -> Cell:
    """A cell without content: the pack's dash in its middle."""
    return Cell(pack.words["none"], align="center")


def bulleted(items: tuple[TextItem, ...], pack: LayoutPack) -> Cell:
    """A cell of bullets, or a dash where there are none."""
    return Cell(items=items) if items else dash(pack)


def candidate_cell(row: CandidateRow, pack: LayoutPack) -> Cell:
    """A candidate for an additional indicator behind its number, which leads to the candidate's first page.

    The number alone is the link: programs set a link of several lines lower than the text around it.
    """
    number = pack.words["candidate_number"].format(number=row.number)
    return Cell(f"{{>{row.slide}|{number}}}{row.name}" if row.slide else f"{number}{row.name}")


def source_cell(row: CandidateRow) -> Cell:
    """Where the data of a candidate comes from: one text, or a bullet for each of several."""
    return Cell(row.sources[0]) if len(row.sources) == 1 else Cell(items=texts(row.sources, "・"))


def merged_rows(rows: Sequence[Sequence[Cell]], columns: Sequence[int]) -> tuple[BodyRow, ...]:
    """The rows of a table, equal cells one below the other in the ``columns`` merged into one.

    The columns are levels: a merged cell ends where one in a column named before it ends.
    """
    starts = _starts(rows, columns)
    merged = []
    for index, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row):
            if column not in columns:
                cells.append(cell)
            elif index in starts[column]:
                end = next((start for start in starts[column] if start > index), len(rows))
                cells.append(with_fields(cell, row_span=end - index))
        merged.append(BodyRow(tuple(cells)))
    return tuple(merged)


def _starts(rows: Sequence[Sequence[Cell]], columns: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The rows in which a merged cell begins, by column."""
    starts: dict[int, tuple[int, ...]] = {}
    outer: tuple[int, ...] = ()
    for column in columns:
        outer = tuple(
            index
            for index in range(len(rows))
            if index == 0 or index in outer or rows[index][column] != rows[index - 1][column]
        )
        starts[column] = outer
    return starts


def element_table(
    page: ReadyPage,
    pack: LayoutPack,
    title: str,
    columns: Mapping[str, ColumnSpec],
    rows: Iterable[Sequence[Cell]],
    shares: Sequence[float] = (),
    without: Collection[str] = (),
) -> TableBlock:
    """The table of a page called ``title``, equal cells of its first column merged.

    ``columns`` are all columns by name, the logic elements' first; a layout pack may hide the others
    (``options: {indicator_list: {hide: [category]}}``), the content has nothing for those ``without`` which the table
    is. ``shares`` fixes how the columns share the width.
    """
    first, *others = columns
    hidden = options_of(pack, page.kind, ColumnOptions).hide
    kept_others = shown_columns(pack, page.kind, others, hidden)
    shown = (first, *(name for name in kept_others if name not in without))
    places = [list(columns).index(name) for name in shown]
    kept = [shares[place] for place in places] if shares else []
    return TableBlock(
        f"{page.id}/table",
        tuple(columns[name] for name in shown),
        merged_rows([[row[place] for place in places] for row in rows], (0,)),
        alt=title,
        shares=tuple(share / fsum(kept) for share in kept) if len(kept) < len(shares) else tuple(shares),
    )
