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
from dataclasses import replace
from itertools import pairwise

from docgen.blocks.arrange.stack import PageBreaks
from docgen.blocks.block import Block
from docgen.blocks.table.cell import Cell, ColumnSpec
from docgen.blocks.table.table import PART_STRETCH
from docgen.blocks.text.items import texts
from docgen.ready import CandidateRow, ReadyCandidates
from docgen.slides import Draft, LayoutPack, ReadyPage, element_table, titled_draft, with_item
from docgen.slides.parts.tables import bulleted, candidate_cell, dash, source_cell

# The same on each page: element, candidate, source, findings.
_SHARES = (0.14, 0.165, 0.175, 0.52)


def build(page: ReadyPage, record: ReadyCandidates, pack: LayoutPack) -> Draft:
    """A table over the page, or over several where the content breaks it; the element stands on each."""
    words = pack.words
    title = with_item(words["candidates_overview_title"], page, pack)
    columns = {
        "element": ColumnSpec(words["list_element"], "left"),
        "candidate": ColumnSpec(words["candidate"], "left"),
        "source": ColumnSpec(words["candidate_source"], "left"),
        "points": ColumnSpec(words["candidate_points"], "left"),
    }
    tables = tuple(
        element_table(page, pack, title, columns, [_cells(row, pack) for row in rows], _SHARES)
        for rows in _pages(record.rows)
    )
    body: Block = tables[0]
    if len(tables) > 1:
        body = PageBreaks(tuple(replace(table, stretch=PART_STRETCH) for table in tables))
    return titled_draft(page, pack, title, body)


def _pages(rows: Sequence[CandidateRow]) -> Iterator[Sequence[CandidateRow]]:
    """The rows of each page: a row with ``new_page`` begins one."""
    starts = [0, *(index for index, row in enumerate(rows) if row.new_page and index), len(rows)]
    for begin, end in pairwise(starts):
        yield rows[begin:end]


def _cells(row: CandidateRow, pack: LayoutPack) -> tuple[Cell, ...]:
    if not row.name:
        return (Cell(row.element), *[dash(pack)] * 3)
    repeated = (pack.words["repeated"],) if row.repeated else ()
    points = texts(repeated) + texts(row.points, "●")
    return Cell(row.element), candidate_cell(row, pack), source_cell(row), bulleted(points, pack)
