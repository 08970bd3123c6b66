"""Cells that the list and the overview of candidates share."""

from __future__ import annotations

from docgen.blocks.table.cell import Cell
from docgen.blocks.text.items import texts
from docgen.layout.pack import LayoutPack
from docgen.ready import CandidateRow


def candidate_cell(row: CandidateRow, pack: LayoutPack) -> Cell:
    """The candidate behind its number, which leads to its first page.

    The number alone is the link: programs set a link of several lines lower than the text around it.
    """
    number = pack.words["candidate_number"].format(number=row.number)
    return Cell(f"{{>{row.slide}|{number}}}{row.name}" if row.slide else f"{number}{row.name}")


def source_cell(row: CandidateRow) -> Cell:
    """Where the data comes from: one text, or a bullet for each of several."""
    return Cell(row.sources[0]) if len(row.sources) == 1 else Cell(items=texts(row.sources, "・"))
