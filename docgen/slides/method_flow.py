"""How an analysis is done (分析の進め方): numbered steps with arrows, boxes of sources and viewpoints in them.

>>> import docgen
>>> from docgen.slides.method_flow import MethodFlow
>>> second = {"title": "データの収集", "boxes": [{"heading": "既存指標"}]}
>>> steps = [{"title": "目標の確認", "points": ["記載を確認"]}, second]
>>> record = MethodFlow(id="method", title="分析の進め方", steps=steps)
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'method_flow'
"""

from __future__ import annotations

from typing import ClassVar

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.panel import Panel
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.arrange.steps import Step, Steps
from docgen.blocks.block import Block
from docgen.blocks.text.text import TextBlock
from docgen.model import Page, Point
from docgen.model.record import Prose, Record
from docgen.placed import Insets
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, bullets, page_draft, record_of

_BOX_INSETS = Insets(8, 5, 8, 5)
# The widths of boxes beside the points of a step, in relation to those; boxes inside a box need more.
_BOX_WEIGHT, _NESTED_WEIGHT = 1.2, 1.7


class MethodBox(Record):
    """A box inside a step: sources, viewpoints. Its points stand above the boxes inside it."""

    heading: Prose
    points: tuple[Point, ...] = ()
    boxes: tuple[MethodBox, ...] = ()


class MethodStep(Record):
    """A step: what is done, and boxes beside it."""

    title: Prose
    points: tuple[Point, ...] = ()
    boxes: tuple[MethodBox, ...] = ()


class MethodFlow(Page):
    """Steps in order; they are numbered by their place."""

    kind: ClassVar[str] = "method_flow"

    messages: tuple[Prose, ...] = ()
    steps: tuple[MethodStep, ...]


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The steps below what the analysis presupposes."""
    record = record_of(ready, MethodFlow)
    steps = tuple(
        Step(f"step-{number}", str(number), step.title, _step_body(f"{page.id}/steps/step-{number}", step))
        for number, step in enumerate(record.steps, start=1)
    )
    return page_draft(page, ready, pack, Steps(f"{page.id}/steps", steps), record.messages)


def _step_body(identifier: str, step: MethodStep) -> Block:
    """The points, and the boxes beside them; boxes alone where there are no points."""
    blocks: list[Block] = []
    weights: list[float] = []
    if step.points:
        blocks.append(_text(f"{identifier}/points", step.points))
        weights.append(1)
    for number, box in enumerate(step.boxes, start=1):
        blocks.append(_box(f"{identifier}/box-{number}", box))
        weights.append(_NESTED_WEIGHT if box.boxes else _BOX_WEIGHT)
    return blocks[0] if len(blocks) == 1 else Columns(tuple(blocks), tuple(weights))


def _text(identifier: str, points: tuple[Point, ...], marks: tuple[str, ...] = ("●", "・")) -> TextBlock:
    return TextBlock(identifier, bullets(points, marks), anchor="middle", grow=1)


def _box(identifier: str, box: MethodBox) -> Panel:
    """A panel with a pale band; the boxes inside it stand side by side."""
    blocks: list[Block] = []
    if box.points:
        blocks.append(_text(f"{identifier}/points", box.points, ("・",)))
    if box.boxes:
        inner = (_box(f"{identifier}/box-{number}", nested) for number, nested in enumerate(box.boxes, start=1))
        blocks.append(Columns(tuple(inner), gap=6))
    body, fill = Stack(tuple(blocks), gap=5), "paper" if box.boxes else "pale_fill"
    return Panel(identifier, box.heading, body, "inner_heading", "pale_head", fill, insets=_BOX_INSETS)
