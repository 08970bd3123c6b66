"""The card of a page of which nothing, or single numbers, is there yet: what its record holds, and the nearest pages.

Only the final edition has it; a draft shows what is missing where it is. It stands in the slide layout of its page's
kind, whatever that is.

>>> import docgen
>>> figure = docgen.Figure(id="f", title="論文数の推移", missing="年次の値は照会中。")
>>> docgen.Deck().add(figure).build().placed.slides[0].title
'論文数の推移'
"""

from __future__ import annotations

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.items import texts
from docgen.blocks.text.text import heading
from docgen.layout.pack import LayoutPack
from docgen.layout.words import STATUS_WORDS
from docgen.ready import ContentsEntry, ReadyPage, ReadyStatus
from docgen.slides.contents import ContentsBlock
from docgen.slides.draft import Draft
from docgen.slides.parts.figures import NumberCard, number_blocks
from docgen.slides.parts.page import message_blocks, note_blocks, titled_draft

_BODY = "body"
_LABEL_WIDTH = 150.0


def build(page: ReadyPage, status: ReadyStatus, pack: LayoutPack) -> Draft:
    """The card in the place of the page's body."""
    return in_own_slot(titled_draft(page, pack, status.title, card(page.id, status, pack)), pack)


def in_own_slot(draft: Draft, pack: LayoutPack) -> Draft:
    """The draft with its body in the largest slot of its kind's slide layout, where that has no body."""
    layout = pack.slide_layouts.get(pack.kinds.get(draft.kind, ""))
    if layout is None or _BODY in layout.slots or not layout.slots:
        return draft
    boxes = {name: layout.slot(name) for name in layout.slots}
    largest = max(boxes, key=lambda name: boxes[name].width * boxes[name].height)
    return Draft(draft.id, draft.kind, draft.title, draft.texts, {largest: draft.slots[_BODY]}, draft.notes)


def card(identifier: str, status: ReadyStatus, pack: LayoutPack) -> Block:
    """The messages, what the record holds in a table, the nearest pages with their numbers, notes and sources."""
    rows = [(word, cell) for word, cell in _rows(status, pack) if cell.text or cell.items]
    columns = (
        ColumnSpec(_word("status_item", pack), "left", width=_LABEL_WIDTH),
        ColumnSpec(_word("status_text", pack), "left"),
    )
    table = TableBlock(
        f"{identifier}/status",
        columns,
        tuple(BodyRow((Cell(f"**{_word(word, pack)}**"), cell)) for word, cell in rows),
        alt=status.title,
    )
    cards = tuple(number for number in status.numbers if isinstance(number, NumberCard))
    nearest: tuple[Block, ...] = ()
    if status.see:
        entries = tuple(ContentsEntry(2, title, page) for page, title in status.see)
        title = _word("status_see", pack)
        nearest = (heading(f"{identifier}/see/title", title), ContentsBlock(f"{identifier}/see", entries, title))
    return Stack(
        (
            *message_blocks(identifier, status.messages),
            *number_blocks(identifier, cards),
            *((table,) if rows else ()),
            *nearest,
            *note_blocks(identifier, status.notes, status.sources),
        )
    )


def _rows(status: ReadyStatus, pack: LayoutPack) -> tuple[tuple[str, Cell], ...]:
    """The rows of the card, those of which the record says nothing empty."""
    name = " ".join(part for part in (*status.ids[:1], status.name) if part)
    return (
        ("status_indicator", Cell(name)),
        ("status_category", Cell(pack.words[status.category] if status.category is not None else "")),
        ("status_element", _listed(status.elements)),
        ("status_definition", _listed(status.definition)),
        ("status_candidate", Cell(status.candidate)),
        ("status_aim", Cell(status.aim)),
        ("status_points", _listed(status.points)),
        ("status_data", Cell(status.reason or ("" if status.numbers else _word("status_no_data", pack)))),
        ("status_expected", Cell(status.expected)),
    )


def _listed(lines: tuple[str, ...]) -> Cell:
    if not lines:
        return Cell()
    return Cell(lines[0]) if len(lines) == 1 else Cell(items=texts(lines, "・"))


def _word(key: str, pack: LayoutPack) -> str:
    return pack.words.get(key, STATUS_WORDS[key])
