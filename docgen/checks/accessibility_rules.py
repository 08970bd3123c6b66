"""Rules that a reader who hears the deck depends on: titles, alternative texts, header rows, reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TypeGuard

from docgen.breach import Breach
from docgen.errors import repeated
from docgen.layout.pack import LayoutPack
from docgen.placed import (
    Box,
    BoxedMark,
    ChartMark,
    ConnectorMark,
    Design,
    Mark,
    PictureMark,
    PlacedDeck,
    PlacedSlide,
    ShapeMark,
    TableMark,
    TextMark,
)

# Marks that overlap by no more than this (points) stand one after the other.
_OVERLAP = 1.0
# Marks that share so much of the narrower one's width (or the lower one's height) stand in one column (row).
_IN_LINE = 0.5


def title_present(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Every slide has a title in its title placeholder."""
    if not any(_placeholder_kind(mark, slide, design) == "title" for mark in slide.marks):
        yield Breach("title", slide.id)


def titles_unique(deck: PlacedDeck) -> Iterator[Breach]:
    """No two slides have one title, so that a reader who hears them can tell them apart."""
    for slide, first in repeated(deck.slides, key=lambda slide: slide.title):
        yield Breach("same-title", slide.id, first=first.id, title=slide.title)


def alternative_text(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Charts, tables and pictures have alternative text."""
    for mark in slide.marks:
        if isinstance(mark, (ChartMark, TableMark, PictureMark)) and not mark.alt:
            yield Breach("alternative-text", slide.id, mark=mark.id)


def header_rows(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Tables have a header row, by which a reader who hears a cell knows its column."""
    for mark in slide.marks:
        if isinstance(mark, TableMark) and mark.header_rows < 1:
            yield Breach("header-row", slide.id, table=mark.id)


def reading_order(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Marks are read as they stand: the title first, then from the top down and from the left to the right.

    Nothing is read after what stands below it in its column, or to the right of it in its row. The parts of a
    drawing whose shapes are told one by one, such as a map's prefectures, are read as they are drawn; bars and
    frames without a text are not read.
    """
    read = [mark for mark in slide.marks if _is_read(mark)]
    titles = [mark for mark in read if _placeholder_kind(mark, slide, design) == "title"]
    if titles and titles[0] is not read[0]:
        yield Breach("reading-order.title", slide.id, mark=read[0].id)
    drawings = {_folder(mark) for mark in read if isinstance(mark, ShapeMark) and mark.alt}
    body = [(mark, _folder(mark)) for mark in read if not (isinstance(mark, TextMark) and mark.placeholder)]
    for (first, folder), (second, other) in combinations(body, 2):
        of_one_drawing = folder == other and folder in drawings
        if not of_one_drawing and _stands_before(second.box, first.box):
            yield Breach("reading-order", slide.id, second=second.id, first=first.id)


def _is_read(mark: Mark) -> TypeGuard[BoxedMark]:
    says_nothing = isinstance(mark, ShapeMark) and mark.body is None and not mark.alt
    return not isinstance(mark, ConnectorMark) and not says_nothing


def _folder(mark: BoxedMark) -> str:
    """The part of a mark's name that it shares with the marks of its block."""
    return mark.id.rpartition("/")[0]


def _placeholder_kind(mark: Mark, slide: PlacedSlide, design: Design) -> str | None:
    """The kind of placeholder that a mark fills, None where it fills none."""
    name = mark.placeholder if isinstance(mark, TextMark) else None
    forms = (form for layout in design.layouts if layout.name == slide.layout for form in layout.placeholders)
    return next((form.kind for form in forms if form.name == name), None)


def _stands_before(box: Box, other: Box) -> bool:
    """Whether a box stands above another in one column, or to the left of it in one row."""
    across = min(box.right, other.right) - max(box.x, other.x)
    down = min(box.bottom, other.bottom) - max(box.y, other.y)
    above = box.bottom <= other.y + _OVERLAP and across > _IN_LINE * min(box.width, other.width)
    left = box.right <= other.x + _OVERLAP and down > _IN_LINE * min(box.height, other.height)
    return above or left

