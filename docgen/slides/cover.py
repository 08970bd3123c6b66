"""The cover (表紙): title, document type, date, organisation.

>>> import docgen
>>> from docgen.ready import ReadyCover
>>> record = ReadyCover("深掘分析について", "データ集", docgen.Period.parse("2024年2月"))
>>> docgen.Deck().add(record).build().placed.slides[0].title
'深掘分析について'
"""

from __future__ import annotations

from docgen.ready import ReadyCover
from docgen.slides import Draft, LayoutPack, ReadyPage


def build(page: ReadyPage, record: ReadyCover, pack: LayoutPack) -> Draft:
    """A slide whose texts are all placeholders."""
    return Draft(
        id=page.id,
        kind=page.kind,
        title=record.title,
        texts={
            "title": record.title,
            "document_type": record.document_type,
            "published": record.published.format(era=pack.era) if record.published else "",
            "organisation": record.organisation,
        },
    )
