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

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import model_validator

from docgen.blocks.arrange.panel import Panel
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.flow.boxes import BoxLook, FlowBox, FlowColumn, FlowFrame, Heads
from docgen.blocks.flow.flow import Flow
from docgen.blocks.text.items import texts
from docgen.blocks.text.text import TextBlock
from docgen.messages import message
from docgen.model import Page
from docgen.model.record import Names, Prose, Record
from docgen.model.words import words
from docgen.placed import Line
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, page_draft, printed_name, record_of
from docgen.slides.parts.levels import (
    Problem,
    circle_of,
    levels_of,
    refuse,
    unknown_name,
    unknown_names,
)
from docgen.value import value

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
    direction: Annotated[Literal["right", "down"], words(right=("右", "横"), down=("下", "縦"))] = "right"

    @model_validator(mode="after")
    def _elements_known(self) -> LogicChart:
        """Elements lead to elements of the chart, each stands in one group, and none leads to itself by any way."""
        known = [element for group in self.groups for element in group.elements]
        kind = message("noun-logic-element")
        problems: list[Problem] = []
        for name, others in self.leads_to.items():
            if name not in known:
                problems.append((("leads_to", name), unknown_name(name, known, kind)))
            problems += unknown_names(("leads_to", name), others, known, kind)
        earlier: set[str] = set()
        for number, group in enumerate(self.groups if self.leads_to else ()):
            for index, element in enumerate(group.elements):
                if element in earlier:
                    problems.append((("groups", number, "elements", index), message("element-in-two-groups", name=element)))
                earlier.add(element)
        circle = circle_of(_above(self))
        if circle:
            problems.append((("leads_to", circle[0]), message("elements-in-a-circle", circle=" → ".join(circle))))
        refuse(type(self).__name__, problems)
        return self


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The goal in a panel, the chart of the elements below it."""
    record = record_of(ready, LogicChart)
    goal = TextBlock(f"{page.id}/goal/text", texts(record.goal), "message")
    panel = Panel(f"{page.id}/goal", pack.words["goal"], goal, fill="pale_fill")
    items = _items(record, ready, pack)
    chart = _related(page.id, record, items) if record.leads_to else _listed(page.id, record, items, pack)
    return page_draft(page, ready, pack, Stack((panel, chart)))


@value(frozen=True, slots=True)
class _Item:
    """An analysis item with the boxes of its elements; ``id`` is that of its own box or frame."""

    id: str
    name: str
    elements: tuple[str, ...]
    boxes: tuple[FlowBox, ...]


def _items(record: LogicChart, ready: ReadyPageRecord, pack: LayoutPack) -> tuple[_Item, ...]:
    look = BoxLook("flow_box", "paper", Line("rule"))
    return tuple(
        _Item(
            f"item-{number}",
            pack.words["item"].format(number=number, name=printed_name(group.item, ready)),
            group.elements,
            tuple(
                FlowBox(f"element-{number}-{place}", printed_name(element, ready), look)
                for place, element in enumerate(group.elements, start=1)
            ),
        )
        for number, group in enumerate(record.groups, start=1)
    )


def _listed(page: str, record: LogicChart, items: Sequence[_Item], pack: LayoutPack) -> Flow:
    """Each analysis item with its elements beside or below it."""
    look = BoxLook("flow_group", "pale_head", Line("navy"), align="center")
    groups = tuple(FlowBox(item.id, item.name, look) for item in items)
    elements = tuple(box for item in items for box in item.boxes)
    return Flow(
        id=f"{page}/chart",
        columns=(
            FlowColumn(groups, pack.words["logic_item"], _SHARES[0], fixed=True),
            FlowColumn(elements, pack.words["logic_element"], _SHARES[1], fixed=True),
        ),
        links=tuple((item.id, box.id) for item in items for box in item.boxes),
        direction=record.direction,
        heads=Heads(fill=pack.roles["heading"].colour),
    )


def _related(page: str, record: LogicChart, items: Sequence[_Item]) -> Flow:
    """The elements from cause to effect, those of an analysis item in a frame."""
    boxes = {name: box for item in items for name, box in zip(item.elements, item.boxes, strict=True)}
    levels = levels_of(_above(record))
    frames = (
        FlowFrame(item.id, item.name.replace("\n", "　"), tuple(box.id for box in item.boxes), "pale_fill")
        for item in items
        if item.boxes
    )
    return Flow(
        id=f"{page}/chart",
        columns=tuple(
            FlowColumn(tuple(box for name, box in boxes.items() if levels[name] == level))
            for level in range(max(levels.values(), default=-1) + 1)
        ),
        links=tuple(
            (boxes[name].id, boxes[other].id) for name, others in record.leads_to.items() for other in others
        ),
        direction=record.direction,
        line=Line("navy", 1),
        arrow=True,
        frames=tuple(frames),
    )


def _above(record: LogicChart) -> dict[str, tuple[str, ...]]:
    """For every element those that lead to it."""
    return {
        element: tuple(name for name, others in record.leads_to.items() if element in others)
        for group in record.groups
        for element in group.elements
    }
