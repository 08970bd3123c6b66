"""A survey's index by group of respondents: for each question a table whose header groups the respondents.

>>> import docgen
>>> from docgen.slides.survey_table import SurveyTable
>>> columns = [{"heading": "属性"}, {"heading": "指数"}, {"heading": "差"}, {"heading": "上昇割合"}]
>>> rows = [["全体", "4.4", "0.1", "12%"], ["女性", "4.2", "-0.3", "13%"]]
>>> table = {"id": "q1", "columns": columns, "rows": rows}
>>> question = {"id": "q1", "code": "Q1", "text": "十分に進んだと思うか。", "table": table}
>>> record = SurveyTable(id="p", title="異分野の協働", questions=[question], index="指数", change="差")
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'survey_table'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from math import fsum
from typing import ClassVar

from pydantic import Field

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec, ShadeRule
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.legend import LegendBlock, LegendEntry
from docgen.blocks.text.text import heading
from docgen.errors import DocgenError
from docgen.layout.pack import Stroke
from docgen.messages import message
from docgen.model import Page, Table
from docgen.model.lookup import not_among
from docgen.model.record import Identifier, Prose, Record
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, ReadyTable, page_draft, record_of

_RISE, _FALL = "▲", "▼"
# Widths of columns: of the first, of the others by letter of their name, and what bounds these.
_LABEL_WIDTH, _BY_LETTER, _NARROWEST, _WIDEST = 1.2, 0.25, 1.0, 1.6


class SurveyQuestion(Record):
    """A question and its answers: ``table`` has a row for each group of respondents."""

    id: Identifier
    code: str = ""
    text: Prose
    table: Table


class SurveyTable(Page):
    """Tables of a survey under key messages.

    The first ``levels`` columns of a question's table name the group of respondents, from the widest to
    the narrowest; they become header rows (``top`` stands over all). The columns headed ``index`` and
    ``change`` are printed in one cell, 4.4 (+0.1), shaded where the change is at least ``threshold`` up or
    down; every other column is a row of its own.
    """

    kind: ClassVar[str] = "survey_table"

    messages: tuple[Prose, ...] = ()
    questions: tuple[SurveyQuestion, ...]
    levels: int = Field(default=1, ge=1)
    top: str = ""
    index: str
    change: str
    threshold: float = 0.3


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The questions with their tables, one below the other, and what the shades mean."""
    record = record_of(ready, SurveyTable)
    blocks: list[Block] = []
    for question in record.questions:
        if question.table.id in ready.tables:
            words = " ".join(part for part in (question.code, question.text) if part)
            name = f"{page.id}/{question.id}"
            _must_have_groups(ready.tables[question.table.id], record, name)
            table = _table(name, ready.tables[question.table.id], record, words)
            blocks.append(Stack((heading(f"{name}/question", words), table), gap=5))
    blocks.append(LegendBlock(f"{page.id}/legend", _legend(record, pack)))
    return page_draft(page, ready, pack, Stack(tuple(blocks)), record.messages)


def _must_have_groups(table: ReadyTable, record: SurveyTable, where: str) -> None:
    """Raise DocgenError for a table without the columns that are named, and for a row that names no group."""
    headings = [column.heading for column in table.columns[record.levels :]]
    for name in (record.index, record.change):
        if name not in headings:
            what = message("survey-without-column", name=name)
            raise not_among(what, name, headings, where, otherwise=message("survey-column-expected"))
    if not table.rows or not all(_groups(table, record.levels)):
        raise DocgenError("survey-without-group", where=where, levels=record.levels)


Group = tuple[str, ...]
"""A group of respondents by the names of its levels, the narrowest last."""


def _groups(table: ReadyTable, levels: int) -> tuple[Group, ...]:
    """The group of each row; a name that is empty or repeats the one of the level above it is left out."""
    return tuple(tuple(name for name, _ in groupby(filter(None, row[:levels]))) for row in table.rows)


def _header(groups: Sequence[Group], top: str) -> tuple[tuple[Cell, ...], ...]:
    """The header rows, a column for each group: equal neighbours merged, the narrowest names reaching down."""
    depth = max(map(len, groups))
    rows: list[tuple[Cell, ...]] = [(Cell(top, column_span=len(groups)),)] if top else []
    for level in range(depth):
        cells = []
        for _, run in groupby((group for group in groups if len(group) > level), key=lambda group: group[: level + 1]):
            first, *others = run
            down = depth - level if len(first) == level + 1 else 1
            cells.append(Cell(first[level], column_span=1 + len(others), row_span=down))
        rows.append(tuple(cells))
    return ((Cell("", row_span=len(rows)), *rows[0]), *rows[1:])


def _table(identifier: str, table: ReadyTable, record: SurveyTable, alt: str) -> TableBlock:
    groups = _groups(table, record.levels)
    columns = (ColumnSpec(align="left"), *(ColumnSpec(align="center") for _ in groups))
    shades = (
        ShadeRule(record.threshold, "pale_blue", _RISE),
        ShadeRule(-record.threshold, "pale_red", _FALL, "at_most"),
    )
    header, rows = _header(groups, record.top), tuple(_rows(table, record))
    return TableBlock(identifier, columns, rows, header, shades, alt=alt, shares=_shares(groups))


def _shares(groups: Sequence[Group]) -> tuple[float, ...]:
    """The widths of the columns, alike in the tables of all questions: more for the longer names."""
    widths = (_BY_LETTER * len(group[-1]) for group in groups)
    weights = [_LABEL_WIDTH, *(min(_WIDEST, max(_NARROWEST, width)) for width in widths)]
    return tuple(weight / fsum(weights) for weight in weights)


def _rows(table: ReadyTable, record: SurveyTable) -> Iterator[BodyRow]:
    """A row for each column of the table that is printed, a cell in it for each group."""
    headings = [column.heading for column in table.columns]
    for place, name in enumerate(headings[record.levels :], start=record.levels):
        cells = [Cell(row[place]) for row in table.rows]
        if name == record.index:
            change = headings.index(record.change)
            pairs = zip(table.rows, table.numbers, strict=True)
            cells = [_index(row[place], row[change], numbers[change]) for row, numbers in pairs]
        if name != record.change:
            yield BodyRow((Cell(name), *cells))


def _index(index: str, change: str, number: Decimal | None) -> Cell:
    """The index with its change behind it; its value is the ``number`` that the change prints."""
    signed = f"+{change}" if number is not None and number > 0 else change
    return Cell(f"**{index}**{{/}}({signed})", value=None if number is None else float(number))


def _legend(record: SurveyTable, pack: LayoutPack) -> tuple[LegendEntry, ...]:
    border = Stroke(colour="rule", width=0.75)
    rise = pack.words["shade_rise"].format(threshold=record.threshold)
    fall = pack.words["shade_fall"].format(threshold=record.threshold)
    return (
        LegendEntry(rise, _RISE, "ink", "pale_blue", border),
        LegendEntry(fall, _FALL, "ink", "pale_red", border),
    )
