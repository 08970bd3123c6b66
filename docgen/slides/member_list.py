"""Members of a network: how many there are, of which kinds, and their names in groups.

>>> import docgen
>>> from docgen.slides.member_list import MemberList
>>> groups = [{"name": "国立", "members": ["北大", "東大"]}, {"name": "公立", "members": ["公大"], "colour": "blue"}]
>>> record = MemberList(id="p", title="会員一覧", numbers=[{"label": "会員", "value": "3"}], groups=groups)
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'member_list'
"""

from __future__ import annotations

from typing import ClassVar

from docgen.blocks.arrange.balanced import TwoColumns
from docgen.blocks.arrange.panel import Panel
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.text import TextBlock, heading, statement
from docgen.model import Figure, MissingText, Page, Table
from docgen.model.record import Prose, Record
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, page_draft, record_of
from docgen.slides.parts.figures import (
    NumberCard,
    figure_blocks,
    number_blocks,
    ready_figures,
    side_by_side,
    table_blocks,
)


class MemberGroup(Record):
    """Members of one kind; ``colour`` is a palette colour of their names (a rule that a note explains)."""

    name: Prose
    members: tuple[Prose, ...]
    colour: str | None = None


class MemberList(Page):
    """Members under key messages and large ``numbers``: names at the left, figures and tables at the right.

    A page with ``missing`` has no names yet and says so under ``heading``.
    """

    kind: ClassVar[str] = "member_list"

    messages: tuple[Prose, ...] = ()
    numbers: tuple[NumberCard, ...] = ()
    heading: Prose = ""
    groups: tuple[MemberGroup, ...] = ()
    missing: MissingText = None
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    weights: tuple[float, ...] = ()


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The numbers over what there is of names, figures and tables."""
    record = record_of(ready, MemberList)
    parts = [*_names(page.id, record), *_breakdown(page.id, record, ready)]
    below = (side_by_side(parts, record.weights),) if parts else ()
    return page_draft(page, ready, pack, Stack((*number_blocks(page.id, record.numbers), *below)), record.messages)


def _names(page: str, record: MemberList) -> list[Block]:
    """The names under their heading, or in their place what says that they are missing; nothing without both."""
    if record.groups:
        groups = tuple(_group(f"{page}/members/{number}", group) for number, group in enumerate(record.groups, start=1))
        names: Block = TwoColumns(groups) if len(groups) > 1 else groups[0]
    elif record.missing:
        names = statement(f"{page}/missing", record.missing)
    else:
        return []
    title = (heading(f"{page}/members/title", record.heading),) if record.heading else ()
    return [Stack((*title, names), gap=6)]


def _group(identifier: str, group: MemberGroup) -> Panel:
    names = "、".join(group.members)
    text = f"{{{group.colour}|{names}}}" if group.colour else names
    title = f"{group.name}（{len(group.members)}）"
    body = TextBlock(f"{identifier}/names", (TextItem(text),))
    return Panel(identifier, title, body, role="inner_heading", band="pale_head")


def _breakdown(page: str, record: MemberList, ready: ReadyPageRecord) -> list[Block]:
    """The figures over the tables; several of one sort alone stand side by side."""
    figures = figure_blocks(page, ready_figures(record.figures, ready))
    tables = table_blocks(page, record.tables, ready)
    return [Stack((*figures, *tables))] if figures and tables else [*figures, *tables]
