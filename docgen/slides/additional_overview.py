"""An overview of the additional data (追加データの概況): what was found out, by element and candidate.

>>> import docgen
>>> from docgen.ready import CandidateRow, ReadyCandidates
>>> row = CandidateRow("技術の社会実装が加速する", 1, "SIP第3期の取組状況", points=("13課題でテーマが決定。",))
>>> record = ReadyCandidates((row, CandidateRow("国際市場を獲得する")))
>>> docgen.Deck().add(record, kind="additional_overview").build().placed.slides[0].kind
'additional_overview'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.blocks.arrange.page_breaks import PageBreaks
from docgen.blocks.block import Block
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import texts
from docgen.layout.pack import LayoutPack
from docgen.ready import CandidateRow, ReadyCandidates, ReadyPage
from docgen.slides.draft import Draft
from docgen.slides.parts.candidate_cells import candidate_cell, source_cell
from docgen.slides.parts.elements import element_cells
from docgen.slides.parts.shown_columns import shown_columns
from docgen.slides.parts.tag import page_texts, with_item

# What a layout pack may hide; the elements stay.
_COLUMNS = ("candidate", "source", "points")
# The same on each page: element, candidate, source, findings.
_SHARES = (0.14, 0.165, 0.175, 0.52)


def build(page: ReadyPage, record: ReadyCandidates, pack: LayoutPack) -> Draft:
    """A table over the page, or over several where the content breaks it; the element stands on each."""
    title = with_item(pack.words["candidates_overview_title"], page)
    tables = tuple(_table(f"{page.id}/table", rows, title, pack) for rows in _pages(record.rows))
    body: Block = tables[0] if len(tables) == 1 else PageBreaks(tables)
    return Draft(page.id, page.kind, title, page_texts(page, pack, title), {"body": body})


def _pages(rows: Sequence[CandidateRow]) -> Iterator[Sequence[CandidateRow]]:
    """The rows of each page: a row with ``new_page`` begins one."""
    starts = [0, *(index for index, row in enumerate(rows) if row.new_page and index), len(rows)]
    for begin, end in pairwise(starts):
        yield rows[begin:end]


def _table(identifier: str, rows: Sequence[CandidateRow], title: str, pack: LayoutPack) -> TableBlock:
    words = pack.words
    shown = shown_columns(pack, "additional_overview", _COLUMNS)
    columns = (
        ColumnSpec(words["candidate"], "left"),
        ColumnSpec(words["candidate_source"], "left"),
        ColumnSpec(words["candidate_points"], "left"),
    )
    element = ColumnSpec(words["list_element"], "left")
    parts = (_SHARES[0], *shown.pick(_SHARES[1:]))
    shares = tuple(part / sum(parts) for part in parts) if len(parts) < len(_SHARES) else _SHARES
    elements = element_cells([row.element for row in rows])
    body = tuple(
        BodyRow((*first, *shown.pick(_cells(row, pack)))) for first, row in zip(elements, rows, strict=True)
    )
    return TableBlock(identifier, (element, *shown.pick(columns)), body, alt=title, shares=shares)


def _cells(row: CandidateRow, pack: LayoutPack) -> tuple[Cell, ...]:
    dash = Cell(pack.words["none"], align="center")
    if not row.name:
        return (dash,) * 3
    repeated = (pack.words["repeated"],) if row.repeated else ()
    points = texts(repeated) + texts(row.points, "●")
    return candidate_cell(row, pack), source_cell(row), Cell(items=points) if points else dash
