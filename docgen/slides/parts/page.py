"""The draft of a page: the texts of its placeholders, and messages, notes and sources around its body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.figure.sparklines import table_block
from docgen.blocks.text.notes import NotesBlock
from docgen.blocks.text.text import heading, message_box
from docgen.layout.pack import LayoutPack
from docgen.model import AnalysisItem, Page, Precedent
from docgen.ready import ReadyPage, ReadyPageRecord, ReadyTable
from docgen.slides.draft import Draft

P = TypeVar("P", bound=Page | Precedent)


def record_of(ready: ReadyPageRecord, kind: type[P]) -> P:
    """The record as its kind; TypeError where a page of another kind was given to this builder."""
    if not isinstance(ready.record, kind):
        raise TypeError(f"{type(ready.record).__name__} is not a {kind.__name__}")
    return ready.record


def page_draft(
    page: ReadyPage,
    ready: ReadyPageRecord,
    pack: LayoutPack,
    body: Block,
    messages: Sequence[str] = (),
    title: str | None = None,
) -> Draft:
    """The draft of a page with a record of its own: key messages, the body, the record's notes and sources."""
    title = ready.record.title if title is None else title
    blocks = (*message_blocks(page.id, messages), body, *page_notes(page.id, ready))
    return titled_draft(page, pack, title, Stack(blocks))


def titled_draft(page: ReadyPage, pack: LayoutPack, title: str, body: Block, **texts: str) -> Draft:
    """The draft of an analysis page: its title, tag and running title, further ``texts`` of placeholders, its body.

    The tag names the analysis item and leads to the page's overview, where it has one.
    """
    tag = item_tag(page.item, pack)
    if page.overview is not None:
        tag = "\n".join(f"{{>{page.overview}|{line}}}" for line in tag.split("\n") if line)
    texts = {"title": title, "tag": tag, "running": page.running, **texts}
    return Draft(page.id, page.kind, title, texts, {"body": body})


def item_tag(item: AnalysisItem | None, pack: LayoutPack) -> str:
    """The tag of an analysis item, as the pack words it; empty without an item."""
    return pack.words["item"].format(number=item.number, name=item.name) if item is not None else ""


def message_blocks(identifier: str, messages: Sequence[str]) -> tuple[Block, ...]:
    """The box of key messages; no block where there are none."""
    return (message_box(f"{identifier}/messages", messages),) if messages else ()


def page_notes(identifier: str, ready: ReadyPageRecord) -> tuple[Block, ...]:
    """The block of the notes and sources of a page's record; no block where there are none."""
    return note_blocks(identifier, ready.notes, ready.sources, ready.first_note)


def note_blocks(
    identifier: str, notes: tuple[str, ...], sources: tuple[str, ...] = (), first: int = 1
) -> tuple[Block, ...]:
    """The block of notes, numbered from ``first``, and sources; no block where there are none."""
    return (NotesBlock(f"{identifier}/notes", notes, sources, first=first),) if notes or sources else ()


def titled_table(identifier: str, table: ReadyTable, block: Block | None = None) -> Block:
    """A table under its title, its notes and sources below it; ``block`` draws it otherwise than as one table."""
    title = (heading(f"{identifier}/title", table.title),) if table.title else ()
    body = table_block(identifier, table) if block is None else block
    return Stack((*title, body, *note_blocks(identifier, table.notes, table.sources, table.first_note)), gap=5)
