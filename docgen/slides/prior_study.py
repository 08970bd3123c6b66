"""A prior study (先行調査): outline and conclusions in panels, an excerpt of the study beside them.

>>> import docgen
>>> record = docgen.Precedent(
...     id="diplomacy",
...     number=7,
...     title="本格化する日本の科学技術外交",
...     author="金子将史",
...     year=2016,
...     outline=["科学技術外交の展開を整理。"],
...     conclusions=["体制の強化が必要。"],
...     excerpt=[{"id": "points", "heading": "主な論点", "points": ["在外公館の機能強化"]}],
... )
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'prior_study'
"""

from __future__ import annotations

from docgen.blocks.arrange.balanced import BalancedPair, TwoColumns
from docgen.blocks.arrange.choice import Largest, LowestOf
from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.panel import Panel, in_a_row
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.figure.figure import figure_block
from docgen.blocks.figure.sparklines import table_block
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.text import TextBlock, heading, missing_line
from docgen.model import ExcerptSection, Point, Precedent
from docgen.slides import Draft, LayoutPack, ReadyFigure, ReadyPage, ReadyPageRecord, bullets, record_of
from docgen.slides.parts.page import page_notes

# Below this share of the page's words the panels would leave a column of their own half empty.
_LEAST_SHARE_BESIDE = 0.35
# The sections of an excerpt stand so much further apart where a column has room (points).
_APART = 18.0


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """Panels at the left and the excerpt at the right, or panels above and the excerpt below in two columns."""
    record = record_of(ready, Precedent)
    panels = _panels(page.id, record, pack)
    blocks: list[Block] = []
    if record.author:
        blocks.append(TextBlock(f"{page.id}/byline", (TextItem(_byline(record)),), "byline"))
    if record.excerpt:
        sections = tuple(_section(f"{page.id}/{section.id}", section, ready) for section in record.excerpt)
        blocks.append(_arranged(panels, sections, _panel_share(record, ready)))
    else:
        blocks.append(Stack(panels))
    blocks += page_notes(page.id, ready)
    title = f"{pack.words['precedent'].format(number=record.number)}{record.title}"
    texts = {"title": title, "running": page.running}
    return Draft(page.id, page.kind, title, texts, {"body": Stack(tuple(blocks), gap=8)})


def _arranged(panels: tuple[Panel, ...], sections: tuple[Stack, ...], share: float) -> Block:
    """Panels above the excerpt, or beside it where they say enough to fill a column."""
    above = Columns(panels, share=0)
    arrangements: tuple[Block, ...] = (Stack((above, Stack(sections))), Stack((above, TwoColumns(sections))))
    if share >= _LEAST_SHARE_BESIDE:
        # Few words beside a full excerpt are not set as small as the excerpt has to be.
        beside = Largest(Stack(panels, in_proportion=True))
        arrangements = (BalancedPair(beside, Stack(sections, apart=_APART)), *arrangements)
    return LowestOf(arrangements)


def _panel_share(record: Precedent, ready: ReadyPageRecord) -> float:
    """How much of the page's words are the panels'."""
    panels = _letters(record.outline) + _letters(record.conclusions)
    excerpt = sum(_section_letters(section, ready) for section in record.excerpt)
    return panels / (panels + excerpt) if panels else 0.0


def _letters(points: tuple[Point, ...]) -> int:
    return sum(len(point.text) + _letters(point.details) for point in points)


def _section_letters(section: ExcerptSection, ready: ReadyPageRecord) -> int:
    rows = ready.tables[section.table.id].rows if section.table is not None else ()
    cells = sum(len(cell) for row in rows for cell in row)
    panels = sum(_section_letters(panel, ready) for panel in section.panels)
    return len(section.lead or "") + _letters(section.points) + cells + panels


def _byline(record: Precedent) -> str:
    year = f"{record.year}年" if record.year else ""
    return "、".join(part for part in (record.author or "", year) if part)


def _panels(identifier: str, record: Precedent, pack: LayoutPack) -> tuple[Panel, ...]:
    outline = _panel(f"{identifier}/outline", pack.words["outline"], None, record.outline)
    if not record.conclusions and not record.conclusion_lead:
        return (outline,)
    word = pack.words["conclusions"]
    return outline, _panel(f"{identifier}/conclusions", word, record.conclusion_lead, record.conclusions)


def _panel(identifier: str, word: str, lead: str | None, points: tuple[Point, ...]) -> Panel:
    items = ((TextItem(lead),) if lead else ()) + bullets(points)
    return Panel(identifier, word, TextBlock(f"{identifier}/text", items, grow=1))


def _section(identifier: str, section: ExcerptSection, ready: ReadyPageRecord) -> Stack:
    title = section.heading + (f"　{section.heading_note}" if section.heading_note else "")
    blocks: list[Block] = [heading(f"{identifier}/title", title, "heading")]
    items = ((TextItem(section.lead),) if section.lead else ()) + _points(section)
    if items:
        blocks.append(TextBlock(f"{identifier}/text", items))
    if section.table is not None:
        blocks.append(table_block(f"{identifier}/table", ready.tables[section.table.id]))
    if section.figure is not None:
        blocks.append(_figure(f"{identifier}/figure", ready.figures[section.figure.id]))
    if section.panels:
        panels = tuple(_inner_panel(f"{identifier}/{panel.id}", panel, ready) for panel in section.panels)
        blocks.append(Columns(in_a_row(panels)))
    return Stack(tuple(blocks), gap=5)


def _inner_panel(identifier: str, panel: ExcerptSection, ready: ReadyPageRecord) -> Panel:
    blocks: list[Block] = []
    if panel.points:
        blocks.append(TextBlock(f"{identifier}/text", _points(panel)))
    if panel.figure is not None:
        blocks.append(_figure(f"{identifier}/figure", ready.figures[panel.figure.id]))
    return Panel(identifier, panel.heading, Stack(tuple(blocks)), role="inner_heading", band="pale_head")


def _figure(identifier: str, figure: ReadyFigure) -> Block:
    """A figure under its section's heading; one without data is no more than a line that says so."""
    if figure.missing is None:
        return figure_block(identifier, figure)
    return missing_line(identifier, figure.missing)


def _points(section: ExcerptSection) -> tuple[TextItem, ...]:
    return bullets(section.points, ("・", "－"), numbered=section.numbered)
