"""The workbooks behind charts that were taken over: they hold what the charts show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from math import isfinite
from typing import Any

from docgen.editing.edits import SheetEdit
from docgen.editing.workbook import edited_workbook
from docgen.errors import DocgenError
from docgen.merging.xml_names import C
from docgen.outside.part_kinds import SPREADSHEETS
from docgen.outside.xml import parsed
from docgen.verifying.chart_rules import differences
from docgen.verifying.workbook import block_of, number_of, sheets_of
from docgen.write.package.package import Package
from docgen.write.package.part import kind_uri

_REFERENCES = (f"{C}numRef", f"{C}strRef", f"{C}multiLvlStrRef")


def put_shown_into_workbooks(parts: Iterable[str], package: Package) -> None:
    """Write what the charts among ``parts`` show into the cells behind them, where these hold something else.

    Programs that edit only what a chart shows leave its workbook as it was; PowerPoint, asked to edit the data, would
    then show the workbook's again. A cell that a formula fills stays.
    """
    for part in parts:
        workbook = package.target(part, kind_uri("package"))
        if workbook is None or not part.startswith("/ppt/charts/") or package.types.get(workbook) not in SPREADSHEETS:
            continue
        data = package.parts[workbook]
        try:
            edits = tuple(_edits(parsed(package.parts[part], part, package.where), data))
            if edits:
                package.parts[workbook] = edited_workbook(data, edits, workbook)
        except DocgenError:  # no workbook that can be written in place: it stays as it came
            continue


def _edits(root: Any, workbook: bytes) -> Iterator[SheetEdit]:
    sheets = sheets_of(workbook)
    for reference in root.iter(*_REFERENCES):
        block = block_of(reference.findtext(f"{C}f", ""))
        sheet = sheets.get(block.sheet.lower()) if block is not None else None
        if block is not None and sheet is not None and not sheet.hidden:
            for _, row, column, shown in differences(reference, block, sheet):
                yield SheetEdit("", block.sheet, row, column, _value(shown or "", reference.tag == f"{C}numRef"))


def _value(shown: str, is_number: bool) -> Decimal | str:
    """What a cell holds for a point."""
    number = number_of(shown) if is_number else None
    return Decimal(shown) if number is not None and isfinite(number) else shown
