"""What pages of a placed deck are measured by: blank bands, title sizes, edges, gaps, sizes within families.

``python -m tests.compose.page_measures [CONTENT]`` prints the figures for every pack of ``layouts/``. Blank is where
no mark with content stands: texts by their lines, charts, pictures, connectors; not frames, fills and rules.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import docgen
from docgen.layout.pack import LayoutPack
from docgen.layout.style import GAP_STEP, measure_of
from docgen.placed import (
    Box,
    ChartMark,
    ConnectorMark,
    Mark,
    PictureMark,
    PlacedDeck,
    PlacedSlide,
    ShapeMark,
    TableMark,
    TextBody,
    TextMark,
)
from docgen.typeset.measured_line import Container
from docgen.typeset.text_measure import TextMeasure

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.frame_gaps import DIAGRAMS, gaps_off

BLANK = 60.0
"""Points: no band of a content page without content is higher."""
EDGE = 18.0
"""Points: no text stands nearer to the paper's edge."""
FULL = 0.75
"""The last page of a run is filled to this part."""
_EXEMPT = ("cover", "contents", "divider", "divider_2", "no_data")
_FRAME = 90.0

Band = tuple[float, float]
"""From here to there, down the page, in points."""


def content_bands(slide: PlacedSlide, measure: TextMeasure) -> Iterator[Band]:
    """Where content stands, mark by mark; placeholders are not counted."""
    for mark in slide.marks:
        if not (isinstance(mark, TextMark) and mark.placeholder is not None):
            yield from _bands(mark, measure)


def _bands(mark: Mark, measure: TextMeasure) -> Iterator[Band]:
    if isinstance(mark, ConnectorMark):
        heights = [y for _, y in mark.points]
        yield min(heights), max(heights)
    elif isinstance(mark, (ChartMark, PictureMark)):
        yield mark.box.y, mark.box.bottom
    elif isinstance(mark, TableMark):
        for _, cell, box in mark.cells():
            yield from _text(cell.body, box, measure, "cell")
    elif mark.body is not None:
        yield from _text(mark.body, mark.box, measure, "shape")
    elif isinstance(mark, ShapeMark) and (mark.outline is not None or mark.box.height < _FRAME):
        yield mark.box.y, mark.box.bottom


def _text(body: TextBody, box: Box, measure: TextMeasure, container: Container) -> Iterator[Band]:
    if not any(run.text.strip() for paragraph in body.paragraphs for run in paragraph.runs):
        return
    insets = body.insets
    height = measure.height(body, box.width, container) - insets.top - insets.bottom
    room = box.height - insets.top - insets.bottom
    spare = {"top": 0.0, "middle": (room - height) / 2, "bottom": room - height}[body.anchor]
    top = box.y + insets.top + spare
    yield top, top + height


def blank_band(slide: PlacedSlide, room: Box, measure: TextMeasure) -> float:
    """The height of the largest band of ``room`` in which nothing stands from side to side."""
    largest, y = 0.0, room.y
    for top, bottom in sorted(content_bands(slide, measure)):
        largest, y = max(largest, min(top, room.bottom) - y), max(y, bottom)
    return max(largest, room.bottom - y)


def filled(slide: PlacedSlide, room: Box, measure: TextMeasure) -> float:
    """The part of ``room`` down to the last content."""
    lowest = max((bottom for _, bottom in content_bands(slide, measure)), default=room.y)
    return (lowest - room.y) / room.height


def blank_bands(deck: PlacedDeck, pack: LayoutPack) -> dict[int, float]:
    """The largest blank band of each content page, by its number."""
    measure = measure_of(pack)
    return {
        number: blank_band(slide, pack.slide_layouts[slide.layout].slot("body"), measure)
        for number, slide in enumerate(deck.slides, start=1)
        if slide.kind not in _EXEMPT
    }


def last_pages(deck: PlacedDeck, pack: LayoutPack) -> dict[int, float]:
    """How full the last page of each run of several is, by its number."""
    measure, last = measure_of(pack), {}
    numbered = list(enumerate(deck.slides, start=1))
    for _, run in groupby(numbered, key=lambda pair: pair[1].record):
        slides = list(run)
        if len(slides) > 1:
            number, slide = slides[-1]
            last[number] = filled(slide, pack.slide_layouts[slide.layout].slot("body"), measure)
    return last


def title_sizes(deck: PlacedDeck) -> dict[float, int]:
    """How many content pages have titles of each size."""
    sizes: dict[float, int] = {}
    for slide in deck.slides:
        for mark in slide.marks:
            if isinstance(mark, TextMark) and mark.placeholder == "title" and slide.kind not in _EXEMPT[:4]:
                size = mark.body.paragraphs[0].runs[0].size
                sizes[size] = sizes.get(size, 0) + 1
    return dict(sorted(sizes.items()))


def near_the_edge(deck: PlacedDeck) -> Iterator[str]:
    """Texts whose box comes nearer to the paper's edge than it may."""
    page = Box(EDGE, EDGE, deck.design.width - 2 * EDGE, deck.design.height - 2 * EDGE)
    for slide in deck.slides:
        for mark in slide.marks:
            written = isinstance(mark, TableMark) or (isinstance(mark, (TextMark, ShapeMark)) and mark.body is not None)
            if written and not isinstance(mark, ConnectorMark) and not page.contains(mark.box):
                yield f"{slide.id}: {mark.id}"


def family_sizes(deck: PlacedDeck, kinds: Iterable[str]) -> dict[str, list[float]]:
    """The sizes of table bodies on the pages of each kind."""
    sizes: dict[str, set[float]] = {kind: set() for kind in kinds}
    for slide in deck.slides:
        for mark in slide.marks:
            if slide.kind in sizes and isinstance(mark, TableMark):
                sizes[slide.kind] |= {
                    run.size
                    for row in mark.rows[mark.header_rows :]
                    for cell in row.cells
                    for paragraph in cell.body.paragraphs
                    for run in paragraph.runs
                }
    return {kind: sorted(found) for kind, found in sizes.items() if found}


def main(arguments: Sequence[str]) -> None:
    """Print the figures of a content folder in every pack."""
    content = arguments[0] if arguments else "content/fy2023"
    for name in ("cabinet_office", "mext", "maff", "digital"):
        built = docgen.build(docgen.load(content, layout=name), name)
        deck, pack = built.placed, built.pack
        blanks = {number: round(band) for number, band in blank_bands(deck, pack).items() if band > BLANK}
        ends = {number: round(part, 2) for number, part in last_pages(deck, pack).items()}
        print(f"{name}: {len(deck.slides)} pages")
        print(f"  blank bands over {BLANK:g} pt: {len(blanks)}: {blanks}")
        print(f"  last pages: {ends}")
        print(f"  titles: {title_sizes(deck)}")
        off = [gap for slide in deck.slides if slide.kind not in DIAGRAMS for gap in gaps_off(slide)]
        print(f"  gaps between frames that are no multiple of {GAP_STEP:g} pt: {len(off)}: {off[:5]}")
        print(f"  near the edge: {len(list(near_the_edge(deck)))}")
        kinds = sorted({slide.kind for slide in deck.slides} - set(_EXEMPT))
        print(f"  sizes of tables: {family_sizes(deck, kinds)}")


if __name__ == "__main__":
    main(sys.argv[1:])
