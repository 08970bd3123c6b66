"""A page of key performance indicators: project, KPI with its baseline, target year, target, progress.

>>> import docgen
>>> from docgen.slides.kpi_table import KpiTable
>>> headings = ("区分", "プロジェクト", "KPI", "基準値", "目標年次", "目標値", "進捗状況")
>>> row = ["", "①防災システム", "区域図データの提供数", "1,606", "令和8年度", "約17,000", "3,447"]
>>> kpis = {"id": "kpis", "columns": [{"heading": heading} for heading in headings], "rows": [row]}
>>> record = KpiTable(id="p", title="KPI一覧", kpis=kpis)
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'kpi_table'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import TextItem
from docgen.errors import DocgenError
from docgen.model import Page, Table
from docgen.ready import ReadyTable
from docgen.slides import Draft, LayoutPack, Prose, ReadyPage, ReadyPageRecord, page_draft, record_of
from docgen.slides.parts.tables import merged_rows

_COLUMNS = 7
# Projects, KPIs and progress reach over the rows of their targets; target years and targets do not.
_MERGED = (0, 1, 4)
_MINIMA = (104.0, 190.0, 62.0, 104.0, 142.0)


class KpiTable(Page):
    """KPIs in a table.

    The columns of ``kpis`` are, in this order: the band over a group of projects (empty for none), project, KPI,
    baseline, target year, target, progress.

    A KPI with targets for several years has a row for each; what is equal in them is merged.
    """

    kind: ClassVar[str] = "kpi_table"

    messages: tuple[Prose, ...] = ()
    kpis: Table


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The table over the page; the baseline stands in brackets under its KPI."""
    record = record_of(ready, KpiTable)
    table = ready.tables[record.kpis.id]
    block = TableBlock(
        f"{page.id}/{table.id}", _columns(page, table), _rows(table), alt=table.title or record.title
    )
    return page_draft(page, ready, pack, block, record.messages)


def _columns(page: ReadyPage, table: ReadyTable) -> tuple[ColumnSpec, ...]:
    if len(table.columns) != _COLUMNS:
        raise DocgenError("kpi-columns", where=page.id, count=len(table.columns))
    _, project, kpi, baseline, *others = [column.heading for column in table.columns]
    headings = (project, f"{kpi}\n［{baseline}］" if baseline else kpi, *others)
    return tuple(
        ColumnSpec(heading, "left", minimum=minimum) for heading, minimum in zip(headings, _MINIMA, strict=True)
    )


def _rows(table: ReadyTable) -> tuple[BodyRow, ...]:
    """A band row wherever a group of projects begins, and between them the merged rows of the KPIs."""
    rows: list[BodyRow] = []
    group: list[Sequence[str]] = []
    band = ""
    for row in table.rows:
        if row[0] != band:
            rows += merged_rows(_cells(group), _MERGED)
            group, band = [], row[0]
            if band:
                rows.append(BodyRow((Cell(band, column_span=_COLUMNS - 2),), "band"))
        group.append(row)
    return (*rows, *merged_rows(_cells(group), _MERGED))


def _cells(rows: Sequence[Sequence[str]]) -> list[tuple[Cell, ...]]:
    return [
        (Cell(project), _kpi(kpi, baseline), Cell(year), Cell(target), Cell(progress))
        for _, project, kpi, baseline, year, target, progress in rows
    ]


def _kpi(name: str, baseline: str) -> Cell:
    if not baseline:
        return Cell(name)
    return Cell(items=(TextItem(name), TextItem(f"［{baseline}］")))
