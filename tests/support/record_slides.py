"""Slides of pages with a record of their own, from small records made in a test."""

from __future__ import annotations

from pathlib import Path

from docgen.checks.check import check_placed
from docgen.model import Page
from docgen.placed import PlacedDeck, PlacedSlide, ShapeMark, TableMark, TextMark
from docgen.ready import ReadyPage, ReadyPageRecord
from support.real_deck import pack_in, words
from support.small_pages import FOOTER, ITEM, RUNNING, placed


def deck_of(record: Page, folder: Path) -> PlacedDeck:
    """The deck of one record, composed in a pack."""
    ready = ReadyPageRecord(record, {}, {}, tuple(note.text for note in record.notes))
    page = ReadyPage(record.id, record.kind, ready, "all", RUNNING, FOOTER, ITEM if record.item else None)
    deck = placed(folder, [page])
    assert check_placed(deck, pack_in(folder)) == ()
    return deck


def slide_of(record: Page, folder: Path) -> PlacedSlide:
    """The one slide of a record, which breaks no rule."""
    slides = deck_of(record, folder).slides
    assert len(slides) == 1
    return slides[0]


def text_of(slide: PlacedSlide, name: str) -> str:
    """The words of the shape or text ``name`` of a slide."""
    mark = next(mark for mark in slide.marks if mark.id == f"{slide.id}/{name}")
    assert isinstance(mark, ShapeMark | TextMark)
    assert mark.body is not None
    return words(mark.body)


def cells_of(slide: PlacedSlide, name: str) -> list[list[str]]:
    """The words of the table ``name``, row by row; a cell that another covers is empty."""
    mark = next(mark for mark in slide.marks if mark.id == f"{slide.id}/{name}")
    assert isinstance(mark, TableMark)
    return [[words(cell.body) for cell in row.cells] for row in mark.rows]
