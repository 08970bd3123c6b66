"""The summary of an analysis item (全体のまとめ): each question of the analysis with what was found.

>>> import docgen
>>> from docgen.slides.overall_summary import OverallSummary
>>> questions = [
...     {"section": "A-1 目標は達成されているか。", "statements": ["死者数は減少。"]},
...     {"section": "A-2 施策は実施されているか。", "statements": ["多様な施策を実施。"]},
... ]
>>> record = OverallSummary(id="summary", title="全体のまとめ", questions=questions)
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'overall_summary'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.model import Page
from docgen.model.page import Statement
from docgen.model.record import Identifier, Record
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, bullets, page_draft, record_of
from docgen.slides.parts.names import printed_name, with_item

# The width of a question beside its answer (points): some seven characters a line.
_QUESTION_WIDTH = 84.0
# The one row of each table takes the room that is left (points).
_STRETCH = 30.0


class SummaryQuestion(Record):
    """A question of the analysis, which is the title of a section, and the statements that answer it."""

    section: str
    id: Identifier | None = None
    statements: tuple[Statement, ...]


class OverallSummary(Page):
    """Questions in rows of two; the last of an odd number has a row of its own."""

    kind: ClassVar[str] = "overall_summary"

    questions: tuple[SummaryQuestion, ...]


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """A table for each row of questions, one below the other."""
    record = record_of(ready, OverallSummary)
    rows = [record.questions[start : start + 2] for start in range(0, len(record.questions), 2)]
    tables = tuple(
        _table(f"{page.id}/table-{number}", row, ready, pack) for number, row in enumerate(rows, start=1)
    )
    return page_draft(page, ready, pack, Stack(tables), title=with_item(record.title, page, pack))


def _table(
    identifier: str, questions: Sequence[SummaryQuestion], ready: ReadyPageRecord, pack: LayoutPack
) -> TableBlock:
    """One row: question and answer, side by side with the next pair."""
    names = [printed_name(question.section, ready) for question in questions]
    columns = (
        ColumnSpec(pack.words["summary_question"], "left", width=_QUESTION_WIDTH),
        ColumnSpec(pack.words["summary_answer"], "left", minimum=150, role="body"),
    ) * len(questions)
    cells = tuple(
        cell
        for name, question in zip(names, questions, strict=True)
        for cell in (Cell(f"**{name}**"), Cell(items=bullets(question.statements)))
    )
    return TableBlock(identifier, columns, (BodyRow(cells),), alt="／".join(names), stretch=_STRETCH)
