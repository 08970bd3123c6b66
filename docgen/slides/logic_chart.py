"""The logic chart of a section of the plan: its goal, and the logic elements of each analysis item.

>>> import docgen
>>> from docgen.slides.logic_chart import LogicChart
>>> record = LogicChart(
...     id="logic",
...     title="社会課題の解決に向けた研究開発の推進",
...     goal=["社会課題の解決を進める。"],
...     groups=[{"item": "戦略の策定", "elements": ["研究開発が進む", "社会実装が進む"]}],
... )
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'logic_chart'
"""

from __future__ import annotations

from typing import ClassVar

from docgen.blocks.flow import Flow
from docgen.blocks.flow_box import BoxLook, FlowBox, FlowColumn
from docgen.blocks.flow_head import Heads
from docgen.blocks.items import texts
from docgen.blocks.panel import Panel
from docgen.blocks.stack import Stack
from docgen.blocks.text import TextBlock
from docgen.layout.pack import LayoutPack
from docgen.model import Page
from docgen.model.record import Prose, Record
from docgen.placed import Line
from docgen.ready import ReadyPage, ReadyPageRecord
from docgen.slides.draft import Draft
from docgen.slides.names import printed_name
from docgen.slides.record import page_draft, record_of

# How the width is shared between analysis items and their elements.
_SHARES = (0.38, 0.62)


class LogicGroup(Record):
    """An analysis item and its logic elements, by id (in a script by name)."""

    item: str
    elements: tuple[str, ...]


class LogicChart(Page):
    """``goal`` is what the section aims at; the analysis items are numbered by their place."""

    kind: ClassVar[str] = "logic_chart"

    goal: tuple[Prose, ...]
    groups: tuple[LogicGroup, ...]


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The goal in a panel, the elements below it, each joined to its analysis item."""
    record = record_of(ready, LogicChart)
    goal = TextBlock(f"{page.id}/goal/text", texts(record.goal), "message")
    body = Stack((Panel(f"{page.id}/goal", pack.words["goal"], goal, fill="pale_fill"), _chart(page, ready, pack)))
    return page_draft(page, ready, pack, (), body)


def _chart(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Flow:
    groups = record_of(ready, LogicChart).groups
    item_look = BoxLook("flow_group", "pale_head", Line("navy"), align="center")
    items = tuple(
        FlowBox(
            f"item-{number}",
            pack.words["item"].format(number=number, name=printed_name(group.item, ready)),
            item_look,
        )
        for number, group in enumerate(groups, start=1)
    )
    element_look = BoxLook("flow_box", "paper", Line("rule"))
    elements = tuple(
        FlowBox(f"element-{number}-{place}", printed_name(element, ready), element_look)
        for number, group in enumerate(groups, start=1)
        for place, element in enumerate(group.elements, start=1)
    )
    links = tuple(
        (f"item-{number}", f"element-{number}-{place}")
        for number, group in enumerate(groups, start=1)
        for place in range(1, len(group.elements) + 1)
    )
    return Flow(
        id=f"{page.id}/chart",
        columns=(
            FlowColumn(items, pack.words["logic_item"], _SHARES[0], fixed=True),
            FlowColumn(elements, pack.words["logic_element"], _SHARES[1], fixed=True),
        ),
        links=links,
        heads=Heads(fill=pack.roles["heading"].colour),
    )
