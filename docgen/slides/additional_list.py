"""A list of candidates (追加指標等候補の一覧): elements of the logic chart with the data gathered for them.

>>> import docgen
>>> from docgen.ready import CandidateRow, ReadyCandidates
>>> row = CandidateRow("技術の社会実装が加速する", 1, "SIP第3期の取組状況", ("内閣府「課題の概要」",), "進捗の確認")
>>> record = ReadyCandidates((row, CandidateRow("国際市場を獲得する")))
>>> docgen.Deck().add(record, kind="additional_list").build().placed.slides[0].kind
'additional_list'
"""

from __future__ import annotations

from docgen.blocks.table.cell import Cell, ColumnSpec
from docgen.ready import CandidateRow, ReadyCandidates
from docgen.slides import Draft, LayoutPack, ReadyPage, element_table, titled_draft, with_item
from docgen.slides.parts.tables import candidate_cell, dash, source_cell


def build(page: ReadyPage, record: ReadyCandidates, pack: LayoutPack) -> Draft:
    """A table over the whole page."""
    words = pack.words
    title = with_item(words["candidates_title"], page, pack)
    columns = {
        "element": ColumnSpec(words["list_element"], "left", minimum=110, maximum=170),
        "candidate": ColumnSpec(words["candidate"], "left", minimum=150),
        "source": ColumnSpec(words["candidate_source"], "left", minimum=150),
        "aim": ColumnSpec(words["candidate_aim"], "left", minimum=110),
    }
    rows = [_cells(row, pack) for row in record.rows]
    return titled_draft(page, pack, title, element_table(page, pack, title, columns, rows))


def _cells(row: CandidateRow, pack: LayoutPack) -> tuple[Cell, ...]:
    if not row.name:
        return (Cell(row.element), *[dash(pack)] * 3)
    aim = "\n".join(part for part in (pack.words["repeated"] if row.repeated else "", row.aim) if part)
    return Cell(row.element), candidate_cell(row, pack), source_cell(row), Cell(aim)
