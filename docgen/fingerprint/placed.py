"""The fingerprint of a placed deck: what is about to be written, in the terms of edits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.fingerprint.digest import digest
from docgen.fingerprint.values import (
    SLIDE_NUMBER,
    ChartData,
    DataSeries,
    DeckShape,
    DeckSlide,
    Fingerprint,
    Frame,
    Grid,
    GridCell,
    Look,
    Piece,
    Stroke,
    TextParagraph,
)
from docgen.placed import (
    Box,
    ChartMark,
    ConnectorMark,
    Design,
    Line,
    Mark,
    Paragraph,
    PictureMark,
    PlacedChart,
    PlacedDeck,
    PlacedSlide,
    PlaceholderForm,
    PlaceholderKind,
    Run,
    ShapeMark,
    TableMark,
    TextBody,
    TextMark,
)

Digests = Mapping[tuple[str, str], str]
"""The digest of each shape as written, by the slide's id and the mark's."""

# The names of PowerPoint for kinds of placeholders.
PLACEHOLDER_TYPES: Mapping[PlaceholderKind, str] = {
    "title": "title",
    "body": "body",
    "footer": "ftr",
    "date": "dt",
    "slide_number": "sldNum",
}


def fingerprint_of(placed: PlacedDeck, digests: Digests | None = None) -> Fingerprint:
    """The fingerprint of ``placed``; without ``digests`` its shapes have none."""
    maker = _Maker(placed.design, digests or {})
    return Fingerprint(placed.summary, tuple([maker.slide(slide) for slide in placed.slides]))


@dataclass(slots=True)
class _Maker:
    """Makes shapes of marks; ``looks`` and ``colours`` keep what was made already."""

    design: Design
    digests: Digests
    looks: dict[tuple[object, ...], Look] = field(default_factory=dict)
    forms: dict[str, Mapping[str, PlaceholderForm]] = field(default_factory=dict)

    def slide(self, slide: PlacedSlide) -> DeckSlide:
        forms = self._forms(slide.layout)
        shapes = tuple([self._shape(mark, slide, forms) for mark in slide.marks])
        return DeckSlide(
            slide.id, slide.layout, slide.title, slide.record, slide.section, slide.notes, shapes
        )

    def _forms(self, layout: str) -> Mapping[str, PlaceholderForm]:
        if layout not in self.forms:
            found = next((each for each in self.design.layouts if each.name == layout), None)
            self.forms[layout] = {form.name: form for form in found.placeholders} if found else {}
        return self.forms[layout]

    def _shape(self, mark: Mark, slide: PlacedSlide, forms: Mapping[str, PlaceholderForm]) -> DeckShape:
        made = self.digests.get((slide.id, mark.id), "")
        match mark:
            case TextMark():
                form = forms.get(mark.placeholder or "")
                number = form is not None and form.kind == "slide_number"
                place = f"{PLACEHOLDER_TYPES[form.kind]} {form.index}" if form is not None else ""
                texts = self._texts(mark.body, number)
                fill = self._colour(form.fill) if form is not None else ""
                return DeckShape(
                    mark.id, "text", _frame(mark.box), made, "", place, fill, Stroke(), paragraphs=texts
                )
            case ShapeMark():
                return DeckShape(
                    mark.id,
                    "shape",
                    _frame(mark.box),
                    made,
                    mark.alt,
                    fill=self._colour(mark.fill),
                    line=self._stroke(mark.line),
                    paragraphs=self._texts(mark.body) if mark.body is not None else (),
                )
            case ConnectorMark():
                # Its path follows from the shapes at its ends; programs route it in ways of their own.
                return DeckShape(mark.id, "connector", None, made, line=self._stroke(mark.line))
            case TableMark():
                return DeckShape(mark.id, "table", _frame(mark.box), made, mark.alt, grid=self._grid(mark))
            case ChartMark():
                data = self._chart(mark.chart)
                look = digest(repr(mark.chart).encode("utf-8", "surrogatepass"))
                return DeckShape(mark.id, "chart", _frame(mark.box), f"{made}{look}", mark.alt, chart=data)
            case PictureMark():
                return DeckShape(
                    mark.id, "picture", _frame(mark.box), made, mark.alt, picture=digest(mark.png)
                )

    def _texts(self, body: TextBody, number: bool = False) -> tuple[TextParagraph, ...]:
        return tuple([self._paragraph(paragraph, number) for paragraph in body.paragraphs])

    def _paragraph(self, paragraph: Paragraph, number: bool) -> TextParagraph:
        if len(paragraph.runs) == 1 and not number and paragraph.runs[0].text:
            run = paragraph.runs[0]
            return TextParagraph((Piece(run.text, self._look(run)),), paragraph.align, paragraph.bullet or "")
        pieces: list[Piece] = []
        for run in paragraph.runs:
            if not run.text:
                continue
            look, text = self._look(run), SLIDE_NUMBER if number else run.text
            if pieces and pieces[-1].look is look:
                pieces[-1] = Piece(pieces[-1].text + text, look)
            else:
                pieces.append(Piece(text, look))
        return TextParagraph(tuple(pieces), paragraph.align, paragraph.bullet or "")

    def _look(self, run: Run) -> Look:
        key = (run.size, run.bold, run.colour, run.underline and not run.link, run.strike, run.superscript)
        found = self.looks.get(key)
        if found is None:
            size, bold, colour, underline, strike, raised = key
            found = self.looks[key] = Look(size, bold, self._colour(colour), underline, strike, raised)
        return found

    def _colour(self, name: str | None) -> str:
        if name is None or name not in self.design.palette:
            return ""
        return self.design.palette[name].digits

    def _stroke(self, line: Line | None) -> Stroke:
        return Stroke() if line is None else Stroke(self._colour(line.colour), line.width)

    def _grid(self, mark: TableMark) -> Grid:
        return Grid(
            tuple([round(width, 2) for width in mark.columns]),
            tuple(
                [
                    tuple(
                        [
                            GridCell(() if cell.covered else self._texts(cell.body), self._colour(cell.fill))
                            for cell in row.cells
                        ]
                    )
                    for row in mark.rows
                ]
            ),
        )

    def _chart(self, chart: PlacedChart) -> ChartData:
        return ChartData(
            chart.categories,
            tuple(
                [
                    DataSeries(each.name, each.values, self._colour(each.colour), each.kind)
                    for each in chart.series
                ]
            ),
        )


def _frame(box: Box) -> Frame:
    return Frame(round(box.x, 2), round(box.y, 2), round(box.width, 2), round(box.height, 2))
