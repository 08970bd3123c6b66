"""What builders of pages with a record of their own share: messages above, notes and sources at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.figure.sparklines import table_block
from docgen.blocks.text.notes import NotesBlock
from docgen.blocks.text.text import heading, message_box
from docgen.layout.pack import LayoutPack
from docgen.model import Page
from docgen.ready import ReadyPage, ReadyPageRecord, ReadyTable
from docgen.slides.draft import Draft
from docgen.slides.parts.tag import page_texts

P = TypeVar("P", bound=Page)


def record_of(ready: ReadyPageRecord, kind: type[P]) -> P:
    """The record as its kind; TypeError where a page of another kind was given to this builder."""
    if not isinstance(ready.record, kind):
        raise TypeError(f"{type(ready.record).__name__} is not a {kind.__name__}")
    return ready.record


def page_draft(
    page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack, messages: Sequence[str], body: Block
) -> Draft:
    """The draft of a page: key messages, the body, notes and sources."""
    blocks: list[Block] = []
    if messages:
        blocks.append(message_box(f"{page.id}/messages", messages))
    blocks.append(body)
    if ready.notes or ready.sources:
        blocks.append(NotesBlock(f"{page.id}/notes", ready.notes, ready.sources))
    title = ready.record.title
    return Draft(page.id, page.kind, title, page_texts(page, pack, title), {"body": Stack(tuple(blocks))})


def titled_table(identifier: str, table: ReadyTable) -> Block:
    """A table under its title, its notes and sources below it."""
    blocks: list[Block] = [heading(f"{identifier}/title", table.title)] if table.title else []
    blocks.append(table_block(identifier, table))
    if table.notes or table.sources:
        blocks.append(NotesBlock(f"{identifier}/notes", table.notes, table.sources))
    return Stack(tuple(blocks), gap=5)
