"""How a table names an indicator: by its id, where the content shows ids, and by its name."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.blocks.table.cell import Cell
from docgen.layout.pack import LayoutPack
from docgen.ready import IndicatorListRow, IndicatorOverviewRow
from docgen.slides.parts.changes import listed_name
from docgen.slides.parts.tables import dash

Row = IndicatorListRow | IndicatorOverviewRow


def id_and_name(row: Row, pack: LayoutPack) -> tuple[Cell, Cell]:
    """The cells of an indicator's ids and name; the first that has a text leads to the indicator's page."""
    name = listed_name(row.name, row.change, pack)
    if not row.ids:
        return dash(pack), Cell(name, link=row.slide)
    return Cell("\n".join(row.ids), link=row.slide), Cell(name)


def without_ids(rows: Iterable[Row]) -> tuple[str, ...]:
    """The column of ids, where no row of a table prints one."""
    return () if any(row.ids for row in rows) else ("id",)
