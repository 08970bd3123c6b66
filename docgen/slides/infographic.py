"""Panels of areas or a schedule: who takes part in what, with short texts and members, freely many of each.

>>> import docgen
>>> from docgen.slides.infographic import Infographic
>>> areas = [{"name": "京都", "members": ["京都大学"]}, {"name": "大阪", "text": "バイオ製造の拠点"}]
>>> record = Infographic(id="p", title="コミュニティの具体例", panels=[{"name": "関西", "areas": areas}])
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'infographic'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from pydantic import Field

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.panel import Panel
from docgen.blocks.arrange.stack import Spacer, Stack
from docgen.blocks.block import Block
from docgen.blocks.table.schedule import schedule_block
from docgen.blocks.text.items import TextItem, texts
from docgen.blocks.text.text import TextBlock
from docgen.model import Page, Table
from docgen.model.record import Prose, Record
from docgen.model.words import Flag
from docgen.placed import Insets
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, page_draft, record_of, side_by_side
from docgen.slides.parts.figures import NumberCard, number_blocks


class Area(Record):
    """An area of a panel: a mark such as ①, its name, a short text and its members."""

    name: Prose
    mark: str = ""
    text: Prose | None = None
    members: tuple[Prose, ...] = ()


class AreaPanel(Record):
    """A panel: its name, a line below it, points, and its areas in ``columns``.

    A panel ``below`` stands under the one before it instead of beside it.
    """

    name: Prose
    lead: Prose | None = None
    points: tuple[Prose, ...] = ()
    areas: tuple[Area, ...] = ()
    columns: int = Field(default=2, ge=1, le=12)
    below: Flag = False


class Infographic(Page):
    """Panels side by side under key messages and large ``numbers``; ``weights`` share out the width.

    ``schedules`` stand over the panels: tables whose columns are a programme's name, its first and its last
    year, and what is said of it in its bar; each is drawn as bars over years.
    """

    kind: ClassVar[str] = "infographic"

    messages: tuple[Prose, ...] = ()
    numbers: tuple[NumberCard, ...] = ()
    schedules: tuple[Table, ...] = ()
    panels: tuple[AreaPanel, ...] = ()
    weights: tuple[float, ...] = ()


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """Numbers, schedules and panels one below the other; panels side by side are equally high."""
    record = record_of(ready, Infographic)
    blocks: list[Block] = [*number_blocks(page.id, record.numbers)]
    decade = pack.words["decade"]
    for table in record.schedules:
        if table.id in ready.tables:
            blocks.append(schedule_block(f"{page.id}/{table.id}", ready.tables[table.id], decade))
    if record.panels:
        blocks.append(_panels(page.id, record))
    body = blocks[0] if len(blocks) == 1 else Stack(tuple(blocks))
    return page_draft(page, ready, pack, body, record.messages)


def _panels(page: str, record: Infographic) -> Block:
    columns: list[list[Block]] = []
    for number, panel in enumerate(record.panels, start=1):
        block = _panel(f"{page}/panel-{number}", panel)
        if panel.below and columns:
            columns[-1].append(block)
        else:
            columns.append([block])
    blocks = tuple(column[0] if len(column) == 1 else Stack(tuple(column), gap=6) for column in columns)
    return side_by_side(blocks, record.weights, gap=None)


def _panel(identifier: str, panel: AreaPanel) -> Panel:
    blocks: list[Block] = []
    if panel.lead:
        blocks.append(TextBlock(f"{identifier}/lead", (TextItem(panel.lead),), "byline"))
    if panel.points:
        blocks.append(TextBlock(f"{identifier}/points", texts(panel.points, "●")))
    cards = [_card(f"{identifier}/area-{number}", area) for number, area in enumerate(panel.areas, start=1)]
    blocks += [Columns(tuple(row), gap=6) for row in _in_rows(cards, panel.columns)]
    return Panel(identifier, panel.name, Stack(tuple(blocks), gap=6), insets=Insets(8, 6, 8, 8), share=1)


def _in_rows(cards: Sequence[Block], columns: int) -> Iterator[list[Block]]:
    """The cards row by row, the last row filled up."""
    for begin in range(0, len(cards), columns):
        row = list(cards[begin : begin + columns])
        yield row + [Spacer()] * (columns - len(row))


def _card(identifier: str, area: Area) -> Panel:
    items: list[TextItem] = [TextItem(area.text)] if area.text else []
    items += texts(area.members, "・")
    text = TextBlock(f"{identifier}/text", tuple(items), "table_body", grow=1)
    title, insets = f"{area.mark}{area.name}", Insets(6, 4, 6, 4)
    return Panel(identifier, title, text, "inner_heading", "pale_head", "paper", insets=insets)
