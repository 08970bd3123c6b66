"""A list of candidates (追加指標等候補の一覧): elements of the logic chart with the data gathered for them.

>>> import docgen
>>> from docgen.ready import CandidateRow, ReadyCandidates
>>> row = CandidateRow("技術の社会実装が加速する", 1, "SIP第3期の取組状況", ("内閣府「課題の概要」",), "進捗の確認")
>>> record = ReadyCandidates((row, CandidateRow("国際市場を獲得する")))
>>> docgen.Deck().add(record, kind="additional_list").build().placed.slides[0].kind
'additional_list'
"""

from __future__ import annotations

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.layout.pack import LayoutPack
from docgen.ready import CandidateRow, ReadyCandidates, ReadyPage
from docgen.slides.draft import Draft
from docgen.slides.parts.candidate_cells import candidate_cell, source_cell
from docgen.slides.parts.elements import element_cells
from docgen.slides.parts.shown_columns import shown_columns
from docgen.slides.parts.tag import page_texts, with_item

# What a layout pack may hide; the elements stay.
_COLUMNS = ("candidate", "source", "aim")


def build(page: ReadyPage, record: ReadyCandidates, pack: LayoutPack) -> Draft:
    """A table over the whole page, its element cells merged downwards."""
    words = pack.words
    title = with_item(words["candidates_title"], page)
    shown = shown_columns(pack, "additional_list", _COLUMNS)
    columns = (
        ColumnSpec(words["candidate"], "left", minimum=150),
        ColumnSpec(words["candidate_source"], "left", minimum=150),
        ColumnSpec(words["candidate_aim"], "left", minimum=110),
    )
    element = ColumnSpec(words["list_element"], "left", minimum=110, maximum=170)
    elements = element_cells([row.element for row in record.rows])
    rows = tuple(
        BodyRow((*first, *shown.pick(_cells(row, pack)))) for first, row in zip(elements, record.rows, strict=True)
    )
    table = TableBlock(f"{page.id}/table", (element, *shown.pick(columns)), rows, alt=title)
    return Draft(page.id, page.kind, title, page_texts(page, pack, title), {"body": table})


def _cells(row: CandidateRow, pack: LayoutPack) -> tuple[Cell, ...]:
    if not row.name:
        return tuple(Cell(pack.words["none"], align="center") for _ in range(3))
    aim = "\n".join(part for part in (pack.words["repeated"] if row.repeated else "", row.aim) if part)
    return candidate_cell(row, pack), source_cell(row), Cell(aim)
