"""A section of the plan on one page (設定された指標の状況): indicators with their trends, data, measures.

>>> import docgen
>>> from docgen.slides.goal_summary import GoalSummary
>>> deaths = {"name": "交通事故死者数", "change": "3,694人（2017年）→2,610人（2022年）", "trend": "down"}
>>> record = GoalSummary(
...     id="goal",
...     title="設定された指標の状況",
...     left=[{"id": "reference", "heading": "参考指標", "rows": [deaths]}],
...     right=[{"id": "measures", "heading": "主な施策", "points": ["SIP第3期の開始"]}],
... )
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'goal_summary'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from docgen.blocks.arrange.balanced import BalancedPair
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.text import TextBlock, heading
from docgen.errors import DocgenError, nearest
from docgen.model import Page, Point
from docgen.model.indicator import TREND_WORDS
from docgen.model.record import Identifier, Prose, Record
from docgen.model.words import Flag
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, bullets, page_draft, record_of
from docgen.slides.parts.names import trend_words


class TrendRow(Record):
    """An indicator's change in words, and its trend: up, down, flat, unknown, or none stated.

    ``rank`` is true of a rank; ``indicator`` is the indicator's id as printed, ``slide`` the page it leads to.
    """

    name: Prose
    change: Prose
    trend: Prose = ""
    rank: Flag = False
    indicator: str = ""
    slide: Identifier | None = None


class ExcerptBlock(Record):
    """A headed part: rows of indicators, or points."""

    id: Identifier
    heading: Prose
    rows: tuple[TrendRow, ...] = ()
    points: tuple[Point, ...] = ()


class GoalSummary(Page):
    """Parts at the left and at the right of the page."""

    kind: ClassVar[str] = "goal_summary"

    left: tuple[ExcerptBlock, ...]
    right: tuple[ExcerptBlock, ...] = ()


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """Two columns whose border stands where the page is lowest."""
    record = record_of(ready, GoalSummary)
    left = _parts(page.id, record.left, pack)
    body: Block = left
    if record.right:
        body = BalancedPair(left, _parts(page.id, record.right, pack), narrowest=0.5, widest=0.63)
    return page_draft(page, ready, pack, body)


def _parts(identifier: str, parts: Sequence[ExcerptBlock], pack: LayoutPack) -> Stack:
    return Stack(tuple(_part(f"{identifier}/{part.id}", part, pack) for part in parts), gap=9)


def _part(identifier: str, part: ExcerptBlock, pack: LayoutPack) -> Stack:
    blocks: list[Block] = [heading(f"{identifier}/title", part.heading)]
    if part.rows:
        blocks.append(_table(f"{identifier}/table", part, pack))
    if part.points:
        blocks.append(TextBlock(f"{identifier}/text", bullets(part.points)))
    return Stack(tuple(blocks), gap=4)


def _table(identifier: str, part: ExcerptBlock, pack: LayoutPack) -> TableBlock:
    words = pack.words
    with_ids = any(row.indicator for row in part.rows)
    columns = (
        *((ColumnSpec(words["list_id"], "center"),) if with_ids else ()),
        ColumnSpec(words["list_name"], "left", minimum=110),
        ColumnSpec(words["excerpt_change"], "left", minimum=110),
        ColumnSpec(words["excerpt_trend"], "center", minimum=34),
    )
    rows = tuple(BodyRow(_cells(row, identifier, pack, with_id=with_ids)) for row in part.rows)
    return TableBlock(identifier, columns, rows, alt=part.heading, stretch=4)


def _cells(row: TrendRow, identifier: str, pack: LayoutPack, *, with_id: bool) -> tuple[Cell, ...]:
    told = Cell(row.change), Cell(_trend(row, identifier, pack))
    if not with_id:
        return Cell(row.name, link=row.slide), *told
    return Cell(row.indicator or pack.words["none"], link=row.slide), Cell(row.name), *told


def _trend(row: TrendRow, identifier: str, pack: LayoutPack) -> str:
    # An excerpt calls what stays the same 横ばい, and does not say that a trend is unknown.
    none = pack.words["none"]
    known = {**trend_words(pack, rank=row.rank), "flat": pack.words["excerpt_flat"], "unknown": none, "": none}
    trend = TREND_WORDS.value(row.trend) or row.trend
    if trend not in known:
        raise DocgenError(
            "no-such-trend",
            where=identifier,
            hint=nearest(row.trend, TREND_WORDS.all_words()),
            trend=row.trend,
            words=tuple(TREND_WORDS.listed()),
        )
    return known[trend]
