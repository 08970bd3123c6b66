"""Text as LibreOffice drew it, read from the PDF, against the boxes in which it was placed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from docgen.placed import Box, ChartMark, PlacedDeck, PlacedSlide, ShapeMark, TableMark, TextBody, TextMark
from support.real_deck import runs, words

# What a glyph's own box reaches beyond the line that it is set in (points).
OUTSIDE = 2.5
# A full stop or comma at the end of a line may hang over its edge, by so much of its size: its ink is small.
HANGING, HANG = "、。，．", 0.5
# How deep two texts' boxes may lie in each other: glyph boxes are as high as the font, lines may be closer.
OVERLAP = (1.5, 2.5)


@dataclass(frozen=True)
class Drawn:
    """A stretch of text on a page and the box of its glyphs, from the top left, in points."""

    text: str
    box: Box


@dataclass(frozen=True)
class Place:
    """Where text was placed: a box, or a cell, and its words; None where the program words it (charts)."""

    id: str
    box: Box
    words: str | None


def drawn_pages(pdf: bytes) -> list[list[Drawn]]:
    """The texts of every page of a PDF."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [list(_texts(document[number])) for number in range(len(document))]


def _texts(page: pypdfium2.PdfPage) -> Iterator[Drawn]:
    height = page.get_height()
    text = page.get_textpage()
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        found = plain(text.get_text_bounded(left, bottom, right, top))
        if found:
            yield Drawn(found, Box(left, height - top, right - left, top - bottom))


def plain(text: str) -> str:
    """Text without spaces and without differences of width, for comparisons."""
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("\ufffe", "").replace("\x02", "")


def places(slide: PlacedSlide) -> Iterator[Place]:
    """Every place of a slide that holds text."""
    for mark in slide.marks:
        if isinstance(mark, (TextMark, ShapeMark)) and mark.body is not None:
            yield Place(mark.id, mark.box, _words(mark.body))
        elif isinstance(mark, ChartMark):
            yield Place(mark.id, mark.box, None)
        elif isinstance(mark, TableMark):
            yield from _cells(mark)


def _cells(table: TableMark) -> Iterator[Place]:
    y = table.box.y
    for number, row in enumerate(table.rows):
        x = table.box.x
        for column, cell in enumerate(row.cells):
            if not cell.covered:
                width = sum(table.columns[column : column + cell.column_span])
                height = sum(each.height for each in table.rows[number : number + cell.row_span])
                place = Box(x, y, width, height)
                yield Place(f"{table.id} row {number + 1} column {column + 1}", place, _words(cell.body))
            x += table.columns[column]
        y += row.height


def _words(body: TextBody) -> str:
    bullets = "".join(paragraph.bullet or "" for paragraph in body.paragraphs)
    return plain(words(body)) + plain(bullets)


def faults(deck: PlacedDeck, pdf: bytes) -> list[str]:
    """What is wrong on the drawn pages: text outside its box or the page, text over other text, text lost."""
    pages = drawn_pages(pdf)
    assert len(pages) == len(deck.slides)
    page = Box(0, 0, deck.design.width, deck.design.height)
    return [
        f"page {number} {slide.id}: {fault}"
        for number, (slide, texts) in enumerate(zip(deck.slides, pages, strict=True), start=1)
        for fault in (*_outside(slide, texts, page), *_overlapping(texts), *_lost(slide, texts))
    ]


def _outside(slide: PlacedSlide, texts: list[Drawn], page: Box) -> Iterator[str]:
    known = list(places(slide))
    for drawn in texts:
        if not page.contains(drawn.box, 0):
            yield f"{drawn.text!r} is drawn over the edge of the page"
        elif not any(_holds(place, drawn) for place in known):
            homes = [place.id for place in known if place.words and drawn.text in place.words]
            yield f"{drawn.text!r} is drawn outside its box ({', '.join(homes) or 'no box has it'})"


def _holds(place: Place, drawn: Drawn) -> bool:
    box = drawn.box
    if drawn.text[-1] in HANGING:
        box = Box(box.x, box.y, box.width - HANG * box.height, box.height)
    return (place.words is None or drawn.text in place.words) and place.box.contains(box, OUTSIDE)


def _overlapping(texts: list[Drawn]) -> Iterator[str]:
    downwards = sorted(texts, key=lambda drawn: drawn.box.y)
    for index, first in enumerate(downwards):
        for second in downwards[index + 1 :]:
            if second.box.y > first.box.bottom - OVERLAP[1]:
                break
            wide = min(first.box.right, second.box.right) - max(first.box.x, second.box.x)
            high = min(first.box.bottom, second.box.bottom) - second.box.y
            if wide > OVERLAP[0] and high > OVERLAP[1]:
                yield f"{first.text!r} and {second.text!r} are drawn over each other"


def _lost(slide: PlacedSlide, texts: list[Drawn]) -> Iterator[str]:
    """Characters of a place that are drawn nowhere on the page."""
    left = sum((len(place.words or "") for place in places(slide)), 0)
    seen = sum(len(drawn.text) for drawn in texts)
    if seen < left * 0.98:
        yield f"only {seen} of {left} characters are drawn"


def drawn_sizes(pdf: bytes) -> list[Counter[float]]:
    """How many characters every page of a PDF has of each size, in tenths of a point."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [_sizes(document[number].get_textpage()) for number in range(len(document))]


def _sizes(text: pypdfium2.PdfTextPage) -> Counter[float]:
    return Counter(
        round(pdfium.FPDFText_GetFontSize(text, index), 1)
        for index in range(text.count_chars())
        if pdfium.FPDFText_GetUnicode(text, index) > 32 and not pdfium.FPDFText_IsGenerated(text, index)
    )


def placed_sizes(slide: PlacedSlide) -> Counter[float]:
    """How many characters a slide has of each size, but for its charts and superscripts."""
    sizes: Counter[float] = Counter()
    for run in runs(slide):
        if not run.superscript:
            sizes[round(run.size, 1)] += len("".join(run.text.split()))
    return sizes
