"""An indicator page (指標): key messages, value table, figures side by side, notes and sources.

>>> import docgen
>>> counts = {"year": [2022, 2023], "count": [336143, 529622]}
>>> record = docgen.Indicator(
...     id="I-1069",
...     name="研究データの公開メタデータ",
...     category="reference",
...     pages=[{"id": "metadata", "figures": [{"id": "counts", "kind": "column", "data": counts, "x": "year"}]}],
... )
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'indicator_detail'
"""

from __future__ import annotations

from dataclasses import replace

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.spacer import Spacer
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.figure.figure import figure_block
from docgen.blocks.table.table import TableBlock
from docgen.blocks.table.values import VALUE_COLUMNS, ValueWords, value_table
from docgen.blocks.text.notes import NotesBlock
from docgen.blocks.text.text import message_box
from docgen.layout.pack import LayoutPack
from docgen.ready import ReadyFigure, ReadyIndicatorPage, ReadyPage
from docgen.slides.draft import Draft
from docgen.slides.parts.indicator_changes import change_badge, change_notes
from docgen.slides.parts.options import options_of
from docgen.slides.parts.shown_columns import ColumnOptions, without
from docgen.slides.parts.tag import page_texts


class IndicatorDetailOptions(ColumnOptions):
    """What a bureau may want otherwise: ``options: {indicator_detail: {last_year: true}}`` of its layout pack.

    ``last_year`` shows, between past and latest, the latest value of last year's compendium.
    ``hide`` leaves columns of the value table out: past, latest, trend or target.
    """

    last_year: bool = False


def build(page: ReadyPage, record: ReadyIndicatorPage, pack: LayoutPack) -> Draft:
    """Everything about one indicator, from the top of the page to its foot."""
    blocks: list[Block] = []
    if record.messages:
        blocks.append(message_box(f"{page.id}/messages", record.messages))
    if record.values:
        blocks.append(replace(_values(page.id, record, pack), alt=record.title))
    if record.figures:
        blocks.append(_figures(page.id, record.figures))
    else:
        blocks.append(Spacer(grow=1))
    notes = (*record.notes, *change_notes(record, pack))
    if notes or record.sources:
        blocks.append(NotesBlock(f"{page.id}/notes", notes, record.sources))
    texts = {**page_texts(page, pack, record.title), "badge": change_badge(record, pack)}
    return Draft(page.id, page.kind, record.title, texts, {"body": Stack(tuple(blocks))})


def _values(identifier: str, record: ReadyIndicatorPage, pack: LayoutPack) -> TableBlock:
    words = ValueWords.of(pack.words, record.plan_name, minus=pack.minus, era=pack.era)
    options = options_of(pack, "indicator_detail", IndicatorDetailOptions)
    without(pack, "indicator_detail", VALUE_COLUMNS, options.hide)
    wanted = record.with_last_year or options.last_year
    last_year = ""
    if wanted and record.previous_year is not None:
        last_year = pack.words["value_last_year"].format(year=pack.printing.year(record.previous_year))
    return value_table(record.values, f"{identifier}/values", replace(words, last_year=last_year, hidden=options.hide))


def _figures(identifier: str, figures: tuple[ReadyFigure, ...]) -> Block:
    blocks = tuple(figure_block(f"{identifier}/{figure.id}", figure) for figure in figures)
    return blocks[0] if len(blocks) == 1 else Columns(blocks, gap=24)
