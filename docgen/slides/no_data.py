"""An indicator page without data: its card; in a draft what it means, and that there is no data (該当データなし).

>>> import docgen
>>> record = docgen.Indicator(
...     id="I-1071",
...     name="国際的合意形成・ルール形成等",
...     category="headline",
...     pages=[{"id": "rules", "definition": ["国際標準の策定に我が国が関わる程度。"]}],
... )
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'no_data'
"""

from __future__ import annotations

from dataclasses import replace

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.text.items import texts
from docgen.blocks.text.text import TextBlock, heading, statement
from docgen.placed import Insets
from docgen.ready import ReadyIndicatorPage
from docgen.slides import Draft, LayoutPack, ReadyPage, note_blocks, titled_draft
from docgen.slides.parts.changes import change_badge, change_notes
from docgen.slides.status_card import card


def build(page: ReadyPage, record: ReadyIndicatorPage, pack: LayoutPack) -> Draft:
    """The page's card; in a draft the definition at the top, the fixed sentence in the middle of the rest."""
    if page.status is not None:
        status = replace(page.status, notes=(*page.status.notes, *change_notes(record, pack)))
        body = card(page.id, status, pack)
        return titled_draft(page, pack, record.title, body, badge=change_badge(record, pack))
    blocks: list[Block] = []
    if record.definition:
        blocks.append(heading(f"{page.id}/definition/title", pack.words["definition"]))
        bullet = "●" if len(record.definition) > 1 else None
        items, insets = texts(record.definition, bullet), Insets(14, 10, 14, 10)
        blocks.append(TextBlock(f"{page.id}/definition", items, "definition", fill="pale_fill", insets=insets))
    blocks.append(no_data_statement(page.id, pack))
    blocks += note_blocks(page.id, change_notes(record, pack))
    return titled_draft(page, pack, record.title, Stack(tuple(blocks)), badge=change_badge(record, pack))


def no_data_statement(identifier: str, pack: LayoutPack) -> TextBlock:
    """The fixed sentence that there is no data, in the middle of the room that is left."""
    return statement(f"{identifier}/statement", pack.words["no_data"], fill=None, inset=60)
