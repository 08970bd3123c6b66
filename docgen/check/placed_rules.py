"""Rules on a placed slide: inside the page, no collision, no overflow, nothing below its floor, readable."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from docgen.check.breach import Breach
from docgen.layout.contrast import contrast
from docgen.layout.fonts import pack_fonts
from docgen.layout.pack import LayoutPack
from docgen.placed import (
    Box,
    ChartMark,
    ConnectorMark,
    Design,
    Mark,
    PictureMark,
    PlacedDeck,
    PlacedSlide,
    ShapeMark,
    TableMark,
    TextBody,
    TextMark,
)
from docgen.typeset.measure import body_height

# Contrast of text by the Web Content Accessibility Guidelines 2.1, level AA.
_LEAST_CONTRAST = 4.5
_TOLERANCE = 0.1


def inside_the_page(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Every mark lies on the page."""
    page = Box(0, 0, design.width, design.height)
    for mark in _boxed(slide):
        if not page.contains(mark.box, _TOLERANCE):
            yield Breach("outside-page", slide.id, f"{mark.id} reaches over the edge of the page")


def no_collision(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """No two marks share an area, but for marks that lie wholly inside a frame."""
    for first, second in combinations(_boxed(slide), 2):
        if not first.box.overlaps(second.box, _TOLERANCE):
            continue
        inside = first.box.contains(second.box, _TOLERANCE) or second.box.contains(first.box, _TOLERANCE)
        if not inside:
            yield Breach("collision", slide.id, f"{first.id} and {second.id} lie over each other")


def no_overflow(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """The text of every box and cell fits it."""
    fonts = pack_fonts(pack)
    for identifier, body, box, where in _bodies(slide):
        need = body_height(body, box.width, fonts, "cell" if where == "cell" else "shape")
        if need > box.height + _TOLERANCE:
            yield Breach(
                "overflow", slide.id, f"the text of {identifier} needs {need:.1f} pt, has {box.height:.1f} pt"
            )


def not_below_the_floor(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """No text is smaller than the smallest floor of the pack's roles."""
    floor = min(role.floor for role in pack.roles.values())
    for identifier, body, _, _ in _bodies(slide):
        for paragraph in body.paragraphs:
            for run in paragraph.runs:
                if run.size < floor and not run.superscript:
                    yield Breach("below-floor", slide.id, f"{identifier} has text of {run.size} pt")


def alternative_text(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Charts, tables and pictures have alternative text."""
    for mark in slide.marks:
        if isinstance(mark, (ChartMark, TableMark, PictureMark)) and not mark.alt:
            yield Breach("alternative-text", slide.id, f"{mark.id} has no alternative text")


def title_present(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Every slide has a title in its title placeholder."""
    kinds = {
        (layout.name, placeholder.name): placeholder.kind
        for layout in design.layouts
        for placeholder in layout.placeholders
    }
    if not any(
        isinstance(mark, TextMark)
        and mark.placeholder is not None
        and kinds.get((slide.layout, mark.placeholder)) == "title"
        for mark in slide.marks
    ):
        yield Breach("title", slide.id, "the slide has no title")


def contrast_held(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """Text stands out from its ground by at least 4.5 to 1."""
    fills = {
        (layout.name, placeholder.name): placeholder.fill
        for layout in design.layouts
        for placeholder in layout.placeholders
    }
    for identifier, body, fill in _grounds(slide, fills):
        ground = design.palette[fill].rgb if fill else design.palette["paper"].rgb
        for colour in sorted({run.colour for paragraph in body.paragraphs for run in paragraph.runs}):
            ratio = contrast(design.palette[colour].rgb, ground)
            if ratio < _LEAST_CONTRAST:
                yield Breach(
                    "contrast", slide.id, f"{identifier}: {colour} on {fill or 'paper'} has {ratio:.1f} to 1"
                )


def ids_unique(slide: PlacedSlide, design: Design, pack: LayoutPack) -> Iterator[Breach]:
    """No two marks of a slide have one id."""
    seen: set[str] = set()
    for mark in slide.marks:
        if mark.id in seen:
            yield Breach("duplicate-id", slide.id, f"two marks are called {mark.id}")
        seen.add(mark.id)


def titles_unique(deck: PlacedDeck) -> Iterator[Breach]:
    """No two slides have one title, so that a reader who hears them can tell them apart."""
    seen: dict[str, str] = {}
    for slide in deck.slides:
        if slide.title in seen:
            yield Breach("same-title", slide.id, f"the title is that of {seen[slide.title]}: {slide.title}")
        seen.setdefault(slide.title, slide.id)


def _boxed(slide: PlacedSlide) -> tuple[TextMark | ShapeMark | TableMark | ChartMark | PictureMark, ...]:
    return tuple(mark for mark in slide.marks if not isinstance(mark, ConnectorMark))


def _bodies(slide: PlacedSlide) -> Iterator[tuple[str, TextBody, Box, str]]:
    """Every text with the box that it must fit and where it stands."""
    for mark in slide.marks:
        if isinstance(mark, (TextMark, ShapeMark)) and mark.body is not None:
            yield mark.id, mark.body, mark.box, "shape"
        elif isinstance(mark, TableMark):
            yield from _cell_bodies(mark)


def _cell_bodies(mark: TableMark) -> Iterator[tuple[str, TextBody, Box, str]]:
    for number, row in enumerate(mark.rows):
        for column, cell in enumerate(row.cells):
            if not cell.covered:
                width = sum(mark.columns[column : column + cell.column_span])
                height = sum(each.height for each in mark.rows[number : number + cell.row_span])
                yield f"{mark.id} row {number + 1}", cell.body, Box(0, 0, width, height), "cell"


def _grounds(
    slide: PlacedSlide, fills: dict[tuple[str, str], str | None]
) -> Iterator[tuple[str, TextBody, str | None]]:
    """Every text with the colour behind it."""
    for mark in slide.marks:
        if isinstance(mark, TextMark):
            placeholder = fills.get((slide.layout, mark.placeholder or ""))
            yield mark.id, mark.body, placeholder or _frame(slide, mark)
        elif isinstance(mark, ShapeMark) and mark.body is not None:
            yield mark.id, mark.body, mark.fill or _frame(slide, mark)
        elif isinstance(mark, TableMark):
            for row in mark.rows:
                for cell in row.cells:
                    if not cell.covered:
                        yield mark.id, cell.body, cell.fill


def _frame(slide: PlacedSlide, mark: Mark) -> str | None:
    """The fill of the smallest shape that the mark lies in."""
    if isinstance(mark, ConnectorMark):
        return None
    frames = [
        other
        for other in slide.marks
        if isinstance(other, ShapeMark) and other is not mark and other.fill and other.box.contains(mark.box)
    ]
    return min(frames, key=lambda frame: frame.box.width * frame.box.height).fill if frames else None
