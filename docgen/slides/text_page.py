"""A page of text in panels side by side: key messages, then in each panel a lead, headed bullets, its sources.

>>> import docgen
>>> from docgen.slides.text_page import TextPage
>>> panel = {"id": "results", "heading": "会合における成果", "points": ["オープン・サイエンスの推進"]}
>>> record = TextPage(id="p", title="大臣会合の成果と貢献", panels=[panel])
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'text_page'
"""

from __future__ import annotations

from typing import ClassVar

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.panel import Panel
from docgen.blocks.arrange.stack import Spacer, Stack
from docgen.blocks.block import Block
from docgen.blocks.text.items import texts
from docgen.blocks.text.notes import NotesBlock
from docgen.blocks.text.text import TextBlock, heading
from docgen.model import Page, Point
from docgen.model.record import Identifier, Prose, Record
from docgen.model.words import Flag
from docgen.placed import Insets
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, bullets, page_draft, record_of

# The parts of a panel stand so much further apart where it has room (points).
_APART = 12.0


class TextGroup(Record):
    """Bullets under a heading."""

    heading: Prose
    points: tuple[Point, ...]


class TextPanel(Record):
    """A panel: a lead, then bullets of its own, then headed groups of bullets; ``source_texts`` at its foot.

    ``numbered`` bullets are ①, ② and so on.
    """

    id: Identifier
    heading: Prose
    lead: Prose | None = None
    theme: Prose | None = None
    points: tuple[Point, ...] = ()
    groups: tuple[TextGroup, ...] = ()
    numbered: Flag = False
    source_texts: tuple[Prose, ...] = ()


class TextPage(Page):
    """Panels under key messages; ``weights`` share out the width, equally where there are none."""

    kind: ClassVar[str] = "text_page"

    messages: tuple[Prose, ...] = ()
    panels: tuple[TextPanel, ...]
    weights: tuple[float, ...] = ()


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The panels side by side below the messages, equally high."""
    record = record_of(ready, TextPage)
    panels = tuple(_panel(f"{page.id}/{panel.id}", panel) for panel in record.panels)
    body: Block = Columns(panels, weights=record.weights, gap=18, share=1)
    return page_draft(page, ready, pack, body, record.messages)


def _panel(identifier: str, panel: TextPanel) -> Panel:
    blocks: list[Block] = []
    if panel.lead:
        blocks.append(TextBlock(f"{identifier}/lead", texts((panel.lead,)), "body"))
    if panel.theme:
        blocks.append(_theme(f"{identifier}/theme", panel.theme))
    if panel.points:
        items = bullets(panel.points, numbered=panel.numbered)
        blocks.append(TextBlock(f"{identifier}/points", items, "body"))
    for number, group in enumerate(panel.groups, start=1):
        name = f"{identifier}/group-{number}"
        title = heading(f"{name}/heading", group.heading, "heading")
        points = TextBlock(f"{name}/points", bullets(group.points), "body")
        blocks.append(Stack((title, points), gap=6))
    if panel.source_texts:
        blocks += [Spacer(grow=1), NotesBlock(f"{identifier}/sources", sources=panel.source_texts)]
    return Panel(identifier, panel.heading, Stack(tuple(blocks), apart=_APART), insets=Insets(14, 12, 14, 10))


def _theme(identifier: str, text: str) -> TextBlock:
    """A theme or motto, set apart from the running text."""
    insets = Insets(12, 8, 12, 8)
    return TextBlock(identifier, texts((text,)), "lead", align="center", fill="pale_blue", insets=insets)
