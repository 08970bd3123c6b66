"""An overview of results (指標の概況): attainment, trend and findings by element and indicator, with legends.

>>> import docgen
>>> from docgen.ready import IndicatorOverviewRow, Judgement, ReadyIndicatorOverview
>>> judged = (Judgement("", "off_track", "down"),)
>>> row = IndicatorOverviewRow("標準の活用", ("I-1062",), "競争力ランキング", judged, ("順位は低下。",), has_data=True)
>>> record = ReadyIndicatorOverview((row, IndicatorOverviewRow("社会実装")), fiscal_year=2023)
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'indicator_overview'
"""

from __future__ import annotations

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import TextItem, texts
from docgen.blocks.text.legend import LegendText
from docgen.layout.pack import LayoutPack
from docgen.ready import IndicatorOverviewRow, Judgement, ReadyIndicatorOverview, ReadyPage
from docgen.slides.draft import Draft
from docgen.slides.parts.elements import element_cells
from docgen.slides.parts.indicator_changes import listed_name
from docgen.slides.parts.shown_columns import shown_columns
from docgen.slides.parts.tag import page_texts, with_item
from docgen.slides.trend_words import trend_words

# What a layout pack may hide; the elements stay.
_COLUMNS = ("id", "name", "attainment", "trend", "points")
_ATTAINMENT_WORDS = {
    "off_track": "off_track",
    "on_track": "on_track",
    "unknown": "attainment_unknown",
    "no_target": "no_target",
}


def build(page: ReadyPage, record: ReadyIndicatorOverview, pack: LayoutPack) -> Draft:
    """A table over the page, the legends at its foot."""
    words = pack.words
    title = with_item(words["overview_title"], page)
    shown = shown_columns(pack, "indicator_overview", _COLUMNS)
    columns = (
        ColumnSpec(words["list_id"], "center"),
        ColumnSpec(words["list_name"], "left", minimum=84),
        ColumnSpec(words["overview_attainment"], "left", minimum=64),
        ColumnSpec(words["overview_trend"], "left", minimum=64),
        ColumnSpec(words["overview_points"], "left", minimum=250),
    )
    element = ColumnSpec(words["list_element"], "left", minimum=96)
    elements = element_cells([row.element for row in record.rows])
    rows = tuple(
        BodyRow((*first, *shown.pick(_cells(row, pack)))) for first, row in zip(elements, record.rows, strict=True)
    )
    table = TableBlock(f"{page.id}/table", (element, *shown.pick(columns)), rows, alt=title)
    year = pack.printing.year(record.fiscal_year)
    legends = tuple(words[key].format(fiscal_year=year) for key in ("legend_1", "legend_2", "legend_3"))
    body = Stack((table, LegendText(f"{page.id}/legend", legends)))
    return Draft(page.id, page.kind, title, page_texts(page, pack, title), {"body": body})


def _cells(row: IndicatorOverviewRow, pack: LayoutPack) -> tuple[Cell, ...]:
    none = pack.words["none"]
    dash = Cell(none, align="center")
    if not row.ids:
        return (dash,) * 5
    identity = (Cell("\n".join(row.ids), link=row.slide), Cell(listed_name(row.name, row.change, pack)))
    if not row.has_data:
        return (*identity, dash, dash, Cell(items=texts(row.points, "●")) if row.points else dash)
    return (
        *identity,
        _judged([(j, pack.words[_ATTAINMENT_WORDS[j.attainment]]) for j in row.judgements], none),
        _judged([(j, trend_words(pack, rank=j.rank)[j.trend]) for j in row.judgements], none),
        Cell(items=texts(row.points, "●")) if row.points else dash,
    )


def _judged(judged: list[tuple[Judgement, str]], none: str) -> Cell:
    """The words of all judgements: one where they agree, else each word with what it is said of.

    Where some values have no target, only those with one are listed.
    """
    words = tuple(dict.fromkeys(word for _, word in judged))
    if len(words) == 1:
        return Cell(words[0], align="center")
    items: list[TextItem] = []
    for word in words:
        if word != none:
            items.append(TextItem(word))
            items.extend(TextItem(each.label, bullet="・") for each, said in judged if said == word)
    return Cell(items=tuple(items))
