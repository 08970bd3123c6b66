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

from collections.abc import Sequence

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.table.cell import Cell, ColumnSpec
from docgen.blocks.text.items import TextItem, texts
from docgen.blocks.text.legend import LegendText
from docgen.ready import IndicatorOverviewRow, Judgement, ReadyIndicatorOverview
from docgen.slides import Draft, LayoutPack, ReadyPage, bulleted, dash, element_table, titled_draft
from docgen.slides.parts.indicators import id_and_name, without_ids
from docgen.slides.parts.names import trend_words, with_item

# Attainments are called as their words are, but for the one that is called as a trend is.
_ATTAINMENT_WORDS = {"unknown": "attainment_unknown"}


def build(page: ReadyPage, record: ReadyIndicatorOverview, pack: LayoutPack) -> Draft:
    """A table over the page, the legends at its foot."""
    words = pack.words
    title = with_item(words["overview_title"], page, pack)
    columns = {
        "element": ColumnSpec(words["list_element"], "left", minimum=96),
        "id": ColumnSpec(words["list_id"], "center"),
        "name": ColumnSpec(words["list_name"], "left", minimum=84),
        "attainment": ColumnSpec(words["overview_attainment"], "left", minimum=64),
        "trend": ColumnSpec(words["overview_trend"], "left", minimum=64),
        "points": ColumnSpec(words["overview_points"], "left", minimum=250),
    }
    rows = [_cells(row, pack) for row in record.rows]
    table = element_table(page, pack, title, columns, rows, without=without_ids(record.rows))
    year = pack.printing.year(record.fiscal_year)
    legends = tuple(words[key].format(fiscal_year=year) for key in ("legend_1", "legend_2", "legend_3"))
    return titled_draft(page, pack, title, Stack((table, LegendText(f"{page.id}/legend", legends))))


def _cells(row: IndicatorOverviewRow, pack: LayoutPack) -> tuple[Cell, ...]:
    if not row.name:
        return (Cell(row.element), *[dash(pack)] * 5)
    judged: tuple[Cell, ...] = (dash(pack), dash(pack))
    if row.has_data:
        names = [judgement.attainment for judgement in row.judgements]
        attainments = [pack.words[_ATTAINMENT_WORDS.get(name, name)] for name in names]
        trends = [trend_words(pack, rank=judgement.rank)[judgement.trend] for judgement in row.judgements]
        judged = (_judged(row.judgements, attainments, pack), _judged(row.judgements, trends, pack))
    return (
        Cell(row.element),
        *id_and_name(row, pack),
        *judged,
        bulleted(texts(row.points, "●"), pack),
    )


def _judged(judgements: Sequence[Judgement], words: Sequence[str], pack: LayoutPack) -> Cell:
    """The words of the judgements: one where they agree, else each word with the values that it is said of.

    Where some values have no target, only those with one are listed.
    """
    if len(set(words)) == 1:
        return Cell(words[0], align="center")
    items: list[TextItem] = []
    for word in dict.fromkeys(words):
        if word != pack.words["none"]:
            labels = [judgement.label for judgement, said in zip(judgements, words, strict=True) if said == word]
            items += [TextItem(word), *texts(labels, "・")]
    return Cell(items=tuple(items))
