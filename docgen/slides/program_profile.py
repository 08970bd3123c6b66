"""A programme: what it does for example, its cohorts in a table, and a figure of them.

>>> import docgen
>>> from docgen.slides.program_profile import ProgramProfile
>>> examples = {"heading": "取組例", "points": ["大学間交流の先導的モデルづくり"]}
>>> table = {"id": "t", "columns": [{"heading": "補助期間"}, {"heading": "対象国"}], "rows": [["2020～2024", "アフリカ"]]}
>>> record = ProgramProfile(id="p", title="大学の世界展開力強化事業", examples=examples, table=table)
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'program_profile'
"""

from __future__ import annotations

from typing import ClassVar

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.panel import Panel
from docgen.blocks.arrange.stack import Spacer, Stack
from docgen.blocks.block import Block
from docgen.blocks.text.items import texts
from docgen.blocks.text.text import TextBlock
from docgen.model import Figure, Page, Table
from docgen.model.record import Prose, Record
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, page_draft, record_of
from docgen.slides.parts.figures import figure_blocks, ready_figures, table_blocks


class Examples(Record):
    """What the programme does, for example: points under a heading, each after ``bullet``."""

    heading: Prose
    points: tuple[Prose, ...]
    bullet: str = "✓"


class ProgramProfile(Page):
    """Key messages, examples at the left, the cohorts' table over the figure at the right."""

    kind: ClassVar[str] = "program_profile"

    messages: tuple[Prose, ...] = ()
    examples: Examples
    table: Table
    figures: tuple[Figure, ...] = ()


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """Two columns under the messages; the panel of examples is as high as what stands beside it."""
    record = record_of(ready, ProgramProfile)
    tables = table_blocks(page.id, (record.table,), ready)
    figures = figure_blocks(page.id, ready_figures(record.figures, ready))
    body = Columns((_examples(page.id, record.examples), Stack((*tables, *figures))), weights=(2, 3), gap=18)
    return page_draft(page, ready, pack, body, record.messages)


def _examples(page: str, examples: Examples) -> Panel:
    """The points spread evenly over the panel."""
    parts: list[Block] = [Spacer(grow=1)]
    for index, text in enumerate(examples.points):
        item = texts((text,), examples.bullet)
        parts += [TextBlock(f"{page}/examples/{index + 1}", item, "message"), Spacer(grow=2)]
    parts[-1] = Spacer(grow=1)
    return Panel(f"{page}/examples", examples.heading, Stack(tuple(parts), gap=3))
