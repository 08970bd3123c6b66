"""Why goals are met or missed (目標の達成状況と施策の関係の分析): findings by logic element.

>>> import docgen
>>> from docgen.slides.factor_analysis import FactorAnalysis
>>> findings = [{"elements": ["標準の活用が進む"], "statements": ["**進展**がみられる。"]}]
>>> record = FactorAnalysis(id="factors", title="目標の達成状況と施策の関係", findings=findings)
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'factor_analysis'
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.model import Page
from docgen.model.page import Statement
from docgen.model.record import Record
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, bullets, page_draft, record_of
from docgen.slides.parts.names import printed_name, with_item
from docgen.slides.parts.tables import bulleted

# Few findings are spread over the page rather than crowded at its top (points a row).
_STRETCH = 28.0


class FactorFindings(Record):
    """What was found of one logic element, or of several together.

    No elements mean all of the page's; no statements an element of which nothing was found.
    """

    elements: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()


class FactorAnalysis(Page):
    """Findings in the order of the elements; key phrases are bold in the text."""

    kind: ClassVar[str] = "factor_analysis"

    findings: tuple[FactorFindings, ...]


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """A table over the page; findings of several elements stand once beside them."""
    record = record_of(ready, FactorAnalysis)
    columns = (
        ColumnSpec(pack.words["list_element"], "left", minimum=130, maximum=200, role="body"),
        ColumnSpec(pack.words["factor_points"], "left", minimum=300, role="body"),
    )
    rows = tuple(row for findings in record.findings for row in _rows(findings, ready, pack))
    title = with_item(record.title, page, pack)
    table = TableBlock(f"{page.id}/table", columns, rows, alt=title, stretch=_STRETCH)
    return page_draft(page, ready, pack, table, title=title)


def _rows(findings: FactorFindings, ready: ReadyPageRecord, pack: LayoutPack) -> tuple[BodyRow, ...]:
    """A row for each element; the findings are one cell over them."""
    first, *further = [printed_name(element, ready) for element in findings.elements] or [pack.words["all_elements"]]
    answer = replace(bulleted(bullets(findings.statements), pack), row_span=1 + len(further))
    return (BodyRow((Cell(first), answer)), *(BodyRow((Cell(name),)) for name in further))
