"""The data of a compendium, whole: from its pages to an Excel file that is published beside the deck."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.compose.shown_pages import shown_pages
from docgen.errors import DocgenError
from docgen.model import Compendium
from docgen.pipeline import Layout, derived, pack_of, place
from docgen.shipped import DEFAULT_LAYOUT
from docgen.tidy.gather import data_sheets
from docgen.tidy.sheet import DataSheet
from docgen.tidy.workbook import to_excel
from docgen.whole.file import write_file


@dataclass(frozen=True, slots=True)
class ExportedData:
    """The data of a compendium: a sheet for each figure and table of its pages."""

    title: str
    sheets: tuple[DataSheet, ...]

    def to_bytes(self) -> bytes:
        """The bytes of the .xlsx; the same content gives the same bytes."""
        return to_excel(self.title, self.sheets)

    def save(self, path: str | Path) -> Path:
        """Write the .xlsx; one that was there is replaced."""
        target = Path(path)
        if target.suffix.lower() != ".xlsx":
            raise DocgenError("no-excel-name", where=str(target), name=target.name)
        return write_file(self.to_bytes(), target)


def export_data(compendium: Compendium, layout: Layout = DEFAULT_LAYOUT) -> ExportedData:
    """The numbers of every figure, table and value that the pages show, as tidy tables; save them with ``.save``.

    >>> docgen.export_data(fy2023).save("data.xlsx")                           # doctest: +SKIP

    One datum a cell, numbers as numbers, units in a column of their own, Western years beside those of eras; each sheet
    says its title, unit, sources, notes and the pages that show it, and the first lists them.
    """
    pack = pack_of(layout)
    ready = shown_pages(derived(compendium, pack), pack.pages)
    placed = place(ready, pack).placed
    return ExportedData(ready.title, data_sheets(ready.pages, placed.summary.pages, placed.slides))
