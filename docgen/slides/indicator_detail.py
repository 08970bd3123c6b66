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

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.table.table import TableBlock
from docgen.blocks.table.values import VALUE_COLUMNS, ValueWords, value_table
from docgen.ready import ReadyIndicatorPage
from docgen.slides import Draft, LayoutPack, ReadyPage, figure_blocks, side_by_side, titled_draft
from docgen.slides.parts.changes import change_badge, change_notes
from docgen.slides.parts.key_values import key_values
from docgen.slides.parts.options import ColumnOptions, options_of, shown_columns
from docgen.slides.parts.page import message_blocks, note_blocks


class IndicatorDetailOptions(ColumnOptions):
    """What a bureau may want otherwise: ``options: {indicator_detail: {last_year: true}}`` of its layout pack.

    ``last_year`` shows, between past and latest, the latest value of last year's compendium.
    ``hide`` leaves columns of the value table out: past, latest, trend or target.
    """

    last_year: bool = False


def build(page: ReadyPage, record: ReadyIndicatorPage, pack: LayoutPack) -> Draft:
    """Everything about one indicator, from the top of the page to its foot."""
    words = _words(record, pack)
    values = (_values(page.id, record, words),) if record.values else ()
    figures = figure_blocks(page.id, record.figures)
    body = (
        *message_blocks(page.id, record.messages),
        *values,
        side_by_side(figures) if figures else key_values(page.id, record.values, words),
        *note_blocks(page.id, (*record.notes, *change_notes(record, pack)), record.sources, record.first_note),
    )
    return titled_draft(page, pack, record.title, Stack(body), badge=change_badge(record, pack))


def _words(record: ReadyIndicatorPage, pack: LayoutPack) -> ValueWords:
    """The words of the values: the headings of their columns, and which columns the bureau leaves out."""
    words = ValueWords.of(pack.words, record.plan_name, minus=pack.minus, era=pack.era)
    options = options_of(pack, "indicator_detail", IndicatorDetailOptions)
    shown_columns(pack, "indicator_detail", VALUE_COLUMNS, options.hide)
    last_year = ""
    if (record.with_last_year or options.last_year) and record.previous_year is not None:
        last_year = pack.words["value_last_year"].format(year=pack.printing.year(record.previous_year))
    return replace(words, last_year=last_year, hidden=options.hide)


def _values(identifier: str, record: ReadyIndicatorPage, words: ValueWords) -> TableBlock:
    return replace(value_table(record.values, f"{identifier}/values", words), alt=record.title)
