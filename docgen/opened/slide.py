"""What one slide says: the paragraphs of its shapes, its tables, its charts and its notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docgen.bearing.evidence import Statement
from docgen.bearing.fact import FactTable
from docgen.errors import SlidePosition
from docgen.opened.chart import chart_table
from docgen.opened.grid import grid_table
from docgen.opened.opened_deck import OpenedSlide

_LONGEST_HEADING = 60  # characters
_NEAR = 40 * 12_700  # EMU: 40 pt
_UNIT = re.compile(r"^[(（\[［]?\s*単位\s*[:：]\s*(?P<unit>[^)）\]］]{1,10})[)）\]］]?$")


def opened_slide(slide: Any, number: int, file: str) -> OpenedSlide:
    """A slide of python-pptx as what it says; ``number`` counts from 1."""
    shapes = list(_leaves(slide.shapes))
    title = _title(slide)
    texts = [*_texts(shapes, number, file, title), *_notes(slide, number, file, title)]
    unit = next((match["unit"] for text in texts if (match := _UNIT.match(text.text.strip()))), "")
    tables = tuple(_tables(shapes, number, file, title, unit))
    return OpenedSlide(number, title, tuple(texts), tables)


def _leaves(shapes: Iterable[Any]) -> Iterator[Any]:
    """The shapes, those within groups in their place."""
    for shape in shapes:
        if shape.shape_type is not None and shape.shape_type.name == "GROUP":
            yield from _leaves(shape.shapes)
        else:
            yield shape


def _title(slide: Any) -> str:
    title = slide.shapes.title
    return " ".join(title.text_frame.text.split()) if title is not None else ""


def _texts(shapes: Iterable[Any], number: int, file: str, title: str) -> Iterator[Statement]:
    for shape in shapes:
        if shape.has_text_frame:
            for paragraph in shape.text_frame.paragraphs:
                text = "".join(run.text for run in paragraph.runs)
                if text.strip():
                    yield Statement(text, title, SlidePosition(file, number, shape.name))


def _notes(slide: Any, number: int, file: str, title: str) -> Iterator[Statement]:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    for line in frame.text.splitlines() if frame is not None else ():
        if line.strip():
            yield Statement(line, title, SlidePosition(file, number, "notes"))


def _tables(shapes: Iterable[Any], number: int, file: str, title: str, unit: str) -> Iterator[FactTable]:
    shapes = list(shapes)
    of_data = [shape for shape in shapes if getattr(shape, "has_table", False) or getattr(shape, "has_chart", False)]
    # Where a placeholder lies is asked of its slide layout, which takes time: once for each.
    texts = [(box, shape.text_frame.text) for shape in shapes if of_data and shape.has_text_frame and (box := _box(shape))]
    for shape in of_data:
        place = SlidePosition(file, number, shape.name)
        heading = _heading(_box(shape), texts) or title
        if getattr(shape, "has_table", False):
            yield grid_table(shape.table, place, heading, unit)
        else:
            yield from chart_table(shape.chart, place, heading, unit)


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a shape lies, in EMU."""

    left: int
    top: int
    width: int
    height: int

    def is_above(self, other: _Box) -> bool:
        """Whether it lies right above another."""
        gap = other.top - (self.top + self.height)
        across = self.left < other.left + other.width and other.left < self.left + self.width
        return across and self.top < other.top and -_NEAR < gap < _NEAR


def _box(shape: Any) -> _Box | None:
    left, top, width, height = shape.left, shape.top, shape.width, shape.height
    if left is None or top is None or width is None or height is None:
        return None
    return _Box(left, top, width, height)


def _heading(box: _Box | None, texts: Iterable[tuple[_Box, str]]) -> str:
    """The short text that stands right above a table or chart; "" for none."""
    above = [(box.top - other.top, text) for other, text in texts if box is not None and other.is_above(box)]
    text = min(above)[1] if above else ""
    return " ".join(text.split()) if len(text) <= _LONGEST_HEADING else ""
