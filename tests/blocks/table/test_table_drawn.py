from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from itertools import accumulate

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from support.drawn_marks import drawn_marks
from support.often import often
from support.packs import small_pack, style_for
from support.random_tables import make_table, with_room

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.layout.design import design
from docgen.placed import Box, PlacedDeck, PlacedSlide, TableMark
from docgen.write import write

_COUNT = often(20)
_TOP = 20.0
_TOLERANCE = 0.5
# Strokes of one width and colour everywhere, so that the middle of each is the edge of a row.
_RULE = {"colour": "ink", "width": 0.5}
_TABLE = {"head_fill": None, "head_top": _RULE, "head_bottom": _RULE, "rule": _RULE, "bottom": _RULE}


@cache
def _marks() -> tuple[TableMark, ...]:
    """Tables at their least height, at widths from a third of a page up."""
    style = style_for(small_pack(table=_TABLE, page={"width": 960, "height": 2400}))
    marks = []
    for seed in range(_COUNT):
        width = 300.0 + 540 * seed / _COUNT
        table = with_room(make_table(random.Random(seed).randint), width, style)
        (mark,) = drawn_marks(table, Box(40, _TOP, width, table.laid(width, style).height), style)
        assert isinstance(mark, TableMark)
        marks.append(mark)
    return (*marks, _merged_whole())


def _merged_whole() -> TableMark:
    """A table without a header, its first column one cell."""
    style = style_for(small_pack(table=_TABLE))
    rows = (
        BodyRow((Cell("文" * 60, row_span=3), Cell("一"))),
        BodyRow((Cell("二"),)),
        BodyRow((Cell("三"),)),
    )
    table = TableBlock("whole", (ColumnSpec(width=100), ColumnSpec(width=100)), rows, ())
    (mark,) = drawn_marks(table, Box(40, _TOP, 200, table.laid(200, style).height), style)
    assert isinstance(mark, TableMark)
    return mark


def _deck() -> bytes:
    pack = small_pack(page={"width": 960, "height": 2400})
    slides = tuple(
        PlacedSlide(f"table-{index}", "table", "content", f"Table {index}", (mark,))
        for index, mark in enumerate(_marks())
    )
    return write(PlacedDeck(design(pack), slides))


def _rule_places(page: pypdfium2.PdfPage) -> list[float]:
    """How far below the page's top its horizontal strokes lie, in points."""
    places = set()
    for drawn in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,)):
        left, bottom, right, top = drawn.get_bounds()
        if right - left > 10 and top - bottom < 3:
            places.add(round(page.get_height() - (top + bottom) / 2, 2))
    return sorted(places)


def _is_drawn(written: float, drawn: float) -> bool:
    """Whether a row ends where it was written to: never above, but for the rounding of the PDF's coordinates."""
    return -0.05 < written - drawn < _TOLERANCE


@pytest.mark.libreoffice
def test_random_tables_are_drawn_as_high_as_written(render_pdf: Callable[[bytes], bytes]) -> None:
    pdf = pypdfium2.PdfDocument(render_pdf(_deck()))
    assert len(pdf) == _COUNT + 1
    wrong = []
    for index, mark in enumerate(_marks()):
        drawn = _rule_places(pdf[index])
        written = [_TOP + height for height in accumulate((row.height for row in mark.rows), initial=0)]
        for place in drawn:
            nearest = min(written, key=lambda edge: abs(edge - place))
            if not _is_drawn(nearest, place):
                wrong.append((index, "row", place, nearest))
        if len(drawn) < 2 or not _is_drawn(written[-1], drawn[-1]):
            wrong.append((index, "table", drawn[-1] if drawn else 0, written[-1]))
    assert not wrong
    assert sum(len(_rule_places(pdf[index])) for index in range(_COUNT)) > 4 * _COUNT
