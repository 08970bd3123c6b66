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

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import model_validator

from docgen.blocks.arrange.panel import Panel
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.flow.boxes import BoxLook, FlowBox, FlowColumn, FlowFrame, Heads
from docgen.blocks.flow.flow import Flow
from docgen.blocks.text.items import texts
from docgen.blocks.text.text import TextBlock
from docgen.errors import FieldPath
from docgen.layout.pack import LayoutPack
from docgen.model import Page
from docgen.model.record import Prose, Record
from docgen.placed import Line
from docgen.ready import ReadyPage, ReadyPageRecord
from docgen.slides.draft import Draft
from docgen.slides.parts.levels import Names, circle_of, levels_of, refuse, unknown
from docgen.slides.parts.names import printed_name
from docgen.slides.parts.page import page_draft, record_of

# How the width is shared between analysis items and their elements.
_SHARES = (0.38, 0.62)


class LogicGroup(Record):
    """An analysis item and its logic elements, by id (in a script by name)."""

    item: str
    elements: tuple[str, ...]


class LogicChart(Page):
    """``goal`` is what the section aims at; the analysis items are numbered by their place.

    ``leads_to`` says which elements an element leads to. Then every element stands after all that lead to it,
    in a frame of its analysis item; without, the elements stand beside their items.
    """

    kind: ClassVar[str] = "logic_chart"

    goal: tuple[Prose, ...]
    groups: tuple[LogicGroup, ...]
    leads_to: Mapping[str, Names] = {}
    direction: Literal["right", "down"] = "right"

    @model_validator(mode="after")
    def _elements_known(self) -> LogicChart:
        """Elements lead to elements of the chart, and none leads to itself by any way."""
        known = [element for group in self.groups for element in group.elements]
        problems: list[tuple[FieldPath, str]] = []
        for name, others in self.leads_to.items():
            problems += [(("leads_to", name), unknown(name, known, "logic element"))] if name not in known else []
            problems += [
                (("leads_to", name, at), unknown(other, known, "logic element"))
                for at, other in enumerate(others)
                if other not in known
            ]
        for at, group in enumerate(self.groups if self.leads_to else ()):
            before = [element for earlier in self.groups[:at] for element in earlier.elements]
            problems += [
                (("groups", at, "elements", place), f"{element!r} stands in two groups")
                for place, element in enumerate(group.elements)
                if element in before or element in group.elements[:place]
            ]
        circle = circle_of(_above(self))
        if circle:
            problems.append((("leads_to", circle[0]), f"elements lead to each other in a circle: {' → '.join(circle)}"))
        refuse(type(self).__name__, problems)
        return self


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The goal in a panel, the elements below it, each joined to its analysis item."""
    record = record_of(ready, LogicChart)
    goal = TextBlock(f"{page.id}/goal/text", texts(record.goal), "message")
    body = Stack((Panel(f"{page.id}/goal", pack.words["goal"], goal, fill="pale_fill"), _chart(page, ready, pack)))
    return page_draft(page, ready, pack, body)


def _above(record: LogicChart) -> dict[str, tuple[str, ...]]:
    """For every element those that lead to it."""
    elements = [element for group in record.groups for element in group.elements]
    return {
        element: tuple(name for name, others in record.leads_to.items() if element in others) for element in elements
    }


def _chart(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Flow:
    record = record_of(ready, LogicChart)
    return _related(page.id, record, ready, pack) if record.leads_to else _listed(page.id, record, ready, pack)


def _listed(identifier: str, record: LogicChart, ready: ReadyPageRecord, pack: LayoutPack) -> Flow:
    """Each analysis item with its elements beside or below it."""
    item_look = BoxLook("flow_group", "pale_head", Line("navy"), align="center")
    items = tuple(
        FlowBox(f"item-{number}", _item_name(number, group, ready, pack), item_look)
        for number, group in enumerate(record.groups, start=1)
    )
    elements = _elements(record, ready)
    links = tuple((f"item-{number}", name) for number, name, _ in elements)
    return Flow(
        id=f"{identifier}/chart",
        columns=(
            FlowColumn(items, pack.words["logic_item"], _SHARES[0], fixed=True),
            FlowColumn(tuple(box for _, _, box in elements), pack.words["logic_element"], _SHARES[1], fixed=True),
        ),
        links=links,
        direction=record.direction,
        heads=Heads(fill=pack.roles["heading"].colour),
    )


def _related(identifier: str, record: LogicChart, ready: ReadyPageRecord, pack: LayoutPack) -> Flow:
    """The elements from cause to effect, those of an analysis item in a frame."""
    names = [element for group in record.groups for element in group.elements]
    elements = _elements(record, ready)
    box_of = {element: name for element, (_, name, _) in zip(names, elements, strict=True)}
    level_of = {box_of[element]: level for element, level in levels_of(_above(record)).items()}
    columns = tuple(
        FlowColumn(tuple(box for _, name, box in elements if level_of[name] == level))
        for level in range(max(level_of.values(), default=-1) + 1)
    )
    frames = tuple(
        FlowFrame(
            f"item-{number}",
            _item_name(number, group, ready, pack).replace("\n", "　"),
            tuple(name for item, name, _ in elements if item == number),
            "pale_fill",
        )
        for number, group in enumerate(record.groups, start=1)
        if group.elements
    )
    return Flow(
        id=f"{identifier}/chart",
        columns=columns,
        links=tuple((box_of[name], box_of[other]) for name, others in record.leads_to.items() for other in others),
        direction=record.direction,
        line=Line("navy", 1),
        arrow=True,
        frames=frames,
    )


def _item_name(number: int, group: LogicGroup, ready: ReadyPageRecord, pack: LayoutPack) -> str:
    return pack.words["item"].format(number=number, name=printed_name(group.item, ready))


def _elements(record: LogicChart, ready: ReadyPageRecord) -> list[tuple[int, str, FlowBox]]:
    """The elements in order: the number of the analysis item, the box's id, the box."""
    look = BoxLook("flow_box", "paper", Line("rule"))
    return [
        (number, f"element-{number}-{place}", FlowBox(f"element-{number}-{place}", printed_name(element, ready), look))
        for number, group in enumerate(record.groups, start=1)
        for place, element in enumerate(group.elements, start=1)
    ]
