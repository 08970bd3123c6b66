"""What one slide says: the paragraphs of its shapes, its tables, its charts and its notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

import docgen.patterns as re
from docgen.bearing.evidence import Statement
from docgen.bearing.fact import FactTable
from docgen.errors import SlidePosition
from docgen.opened.chart import chart_table, opened_chart
from docgen.opened.grid import grid_of, table_of_grid
from docgen.opened.opened_deck import OpenedChart, OpenedGrid, OpenedSlide
from docgen.opened.outside import outside
from docgen.opened.parts import A, C, P, Parts, R, Reference
from docgen.opened.shape import Box, Shape, layout_boxes, shapes_of
from docgen.value import value

_LONGEST_HEADING = 60  # characters
_UNIT = re.compile(r"^[(（\[［]?\s*単位\s*[:：]\s*(?P<unit>[^)）\]］]{1,10})[)）\]］]?$")
_DATA = f"{A}graphic/{A}graphicData"


@value(frozen=True, slots=True)
class SlideReader:
    """Reads the slides of the deck ``file``, each as large as ``page`` (None where that is not known); where the
    placeholders of a slide layout lie is remembered."""

    parts: Parts
    file: str
    page: Box | None = None
    layouts: dict[str, Mapping[str, Box]] = field(default_factory=dict)

    def slide(self, part: str, number: int) -> OpenedSlide:
        """A slide's part as what it says; ``number`` counts from 1."""
        content = self.parts.xml(part).find(f"{P}cSld")
        shapes = list(shapes_of(content.find(f"{P}spTree")))
        references = self.parts.references(part)
        title = " ".join(" ".join(next((shape.paragraphs for shape in shapes if shape.is_title), ())).split())
        title = title or _title_in_a_box(shapes)
        texts = [
            Statement(text, title, SlidePosition(self.file, number, shape.name))
            for shape in shapes
            for text in shape.paragraphs
        ]
        texts += self._notes(references, SlidePosition(self.file, number, "notes"), title)
        unit = next((match["unit"] for text in texts if (match := _UNIT.match(text.text.strip()))), "")
        held = [(shape, data) for shape in shapes if (data := self._data(shape, references, number)) is not None]
        tables = self._tables(shapes, held, references, title, unit) if held else ()
        grids = tuple(data for _, data in held if isinstance(data, OpenedGrid))
        charts = tuple(data for _, data in held if isinstance(data, OpenedChart))
        name = content.get("name", "")
        return OpenedSlide(
            number, title, tuple(texts), tuple(tables), name, grids, charts, self._outside(shapes, references, number)
        )

    def _outside(
        self, shapes: list[Shape], references: Mapping[str, Reference], number: int
    ) -> tuple[SlidePosition, ...]:
        """Where something reaches over the slide's edge."""
        if self.page is None:
            return ()
        found = outside(shapes, self._inherited(references), self.page)
        return tuple([SlidePosition(self.file, number, shape.name) for shape in found])

    def _inherited(self, references: Mapping[str, Reference]) -> Mapping[str, Box]:
        """Where the placeholders of a slide's layout lie, by index."""
        layout = next((one.target for one in references.values() if one.kind == "slideLayout"), "")
        if layout not in self.layouts:
            self.layouts[layout] = layout_boxes(layout, self.parts) if layout else {}
        return self.layouts[layout]

    def _data(
        self, shape: Shape, references: Mapping[str, Reference], number: int
    ) -> OpenedGrid | OpenedChart | None:
        """The table or the chart that a shape holds."""
        data = shape.element.find(_DATA)
        where = SlidePosition(self.file, number, shape.name)
        if data is None:
            return None
        if (table := data.find(f"{A}tbl")) is not None:
            return OpenedGrid(where, grid_of(table))
        chart = data.find(f"{C}chart")
        return None if chart is None else opened_chart(self.parts.xml(references[chart.get(f"{R}id")].target), where)

    def _notes(self, references: Mapping[str, Reference], where: SlidePosition, title: str) -> Iterator[Statement]:
        part = next((one.target for one in references.values() if one.kind == "notesSlide"), "")
        tree = self.parts.xml(part).find(f"{P}cSld/{P}spTree") if part else ()
        for shape in shapes_of(tree):
            if shape.placeholder is not None and shape.placeholder[0] == "body":
                for line in shape.text.splitlines():
                    if line.strip():
                        yield Statement(line, title, where)

    def _tables(
        self,
        shapes: Iterable[Shape],
        held: Iterable[tuple[Shape, OpenedGrid | OpenedChart]],
        references: Mapping[str, Reference],
        title: str,
        unit: str,
    ) -> Iterator[FactTable]:
        """The tables of facts, each with the heading above it, else the slide's title."""
        inherited = self._inherited(references)
        texts = [(box, shape) for shape in shapes if shape.has_text and (box := shape.box(inherited)) is not None]
        for shape, data in held:
            heading = _heading(shape.box(inherited), texts) or title
            if isinstance(data, OpenedGrid):
                yield table_of_grid(data.rows, str(data.where), heading, unit, data.where)
            elif data.series and data.categories:
                yield chart_table(data, heading, unit)


def _title_in_a_box(shapes: Iterable[Shape]) -> str:
    """The short text of the largest letters, of these the topmost, on a slide without a title; "" where all are alike."""
    texts = [(shape.points, box.top, shape.text) for shape in shapes if shape.has_text and (box := shape.box({}))]
    sized = sorted((one for one in texts if one[0] and one[2].strip()), key=lambda one: (-one[0], one[1]))
    if not sized or sized[0][0] == sized[-1][0] or "\n" in sized[0][2].strip():
        return ""
    return " ".join(sized[0][2].split()) if len(sized[0][2]) <= _LONGEST_HEADING else ""


def _heading(box: Box | None, texts: Iterable[tuple[Box, Shape]]) -> str:
    """The short text that stands right above a table or chart; "" for none."""
    above = [(box.top - other.top, shape.text) for other, shape in texts if box is not None and other.is_above(box)]
    text = min(above)[1] if above else ""
    return " ".join(text.split()) if len(text) <= _LONGEST_HEADING else ""
