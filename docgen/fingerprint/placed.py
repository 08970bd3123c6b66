"""The fingerprint of a placed deck: what is about to be written, in the terms of edits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from docgen.fingerprint.digest import digest
from docgen.fingerprint.values import (
    SLIDE_NUMBER,
    ChartData,
    DataSeries,
    DeckPart,
    DeckShape,
    DeckSlide,
    DesignPart,
    Features,
    Fingerprint,
    Frame,
    Grid,
    GridCell,
    Look,
    Piece,
    SectionSlides,
    Stroke,
    TextParagraph,
)
from docgen.placed import (
    Box,
    ChartMark,
    ConnectorMark,
    DeckProperties,
    DeckSection,
    DeckSummary,
    Design,
    Line,
    Mark,
    Paragraph,
    PictureMark,
    PlacedChart,
    PlacedDeck,
    PlacedPart,
    PlacedSlide,
    PlaceholderForm,
    PlaceholderKind,
    Run,
    ShapeMark,
    TableCell,
    TableMark,
    TextBody,
    TextMark,
)

Digests = Mapping[str, str]
"""The digests of a slide's shapes as written, by the ids of their marks."""

# The names of PowerPoint for kinds of placeholders.
PLACEHOLDER_TYPES: Mapping[PlaceholderKind, str] = {
    "title": "title",
    "body": "body",
    "footer": "ftr",
    "date": "dt",
    "slide_number": "sldNum",
}


def fingerprint_of(placed: PlacedDeck) -> Fingerprint:
    """The fingerprint of a deck that is not written: its shapes have no digests, its charts no looks."""
    maker = SlideMaker.of(placed.design)
    told = told_of(placed.summary, placed.sections, placed.properties, placed.part)
    return told._replace(slides=tuple([maker.slide(slide, {}, {}) for slide in placed.slides]))


def told_of(
    summary: DeckSummary,
    sections: Sequence[DeckSection],
    properties: DeckProperties,
    part: PlacedPart | None,
    shown: tuple[DesignPart, ...] = (),
) -> Fingerprint:
    """A deck's fingerprint without its slides; ``shown`` is what its master and its slide layouts show."""
    return Fingerprint(
        summary,
        (),
        tuple([SectionSlides(section.name, section.slides) for section in sections]),
        (properties.title, properties.subject, properties.author, properties.keywords),
        shown,
        DeckPart(part.words, part.build, part.pages) if part is not None else None,
    )


# What the written XML of a shape that leads somewhere shows beyond its text, fill and line.
_CLICK: Features = (("click", "link"),)


@dataclass(slots=True)
class SlideMaker:
    """Makes a fingerprint's slides of those of a deck, one after the other.

    ``colours`` gives the palette's RGB, ``forms`` the placeholders of a layout by name, ``labels`` what it is called;
    looks that were made are remembered.
    """

    colours: Mapping[str, str]
    forms: Mapping[str, Mapping[str, PlaceholderForm]]
    labels: Mapping[str, str]
    _looks: dict[tuple[object, ...], Look] = field(default_factory=dict)

    @classmethod
    def of(cls, design: Design) -> SlideMaker:
        """That of the decks of a design."""
        forms = {layout.name: {form.name: form for form in layout.placeholders} for layout in design.layouts}
        labels = {layout.name: layout.label for layout in design.layouts}
        return cls({name: colour.digits for name, colour in design.palette.items()}, forms, labels)

    def slide(self, slide: PlacedSlide, digests: Digests, looks: Mapping[str, Features]) -> DeckSlide:
        """A slide; ``digests`` are those of its shapes, ``looks`` those of its charts; none before it is written."""
        known, layout = self.forms.get(slide.layout, {}), self.labels.get(slide.layout, "")
        shapes = [self.shape(mark, known, digests.get(mark.id, "")) for mark in slide.marks]
        if digests:
            clicks = {mark.id: _CLICK for mark in slide.marks if isinstance(mark, TextMark | ShapeMark) and mark.link}
            looks = {**clicks, **looks}
        if looks:
            shapes = [shape._replace(look=looks.get(shape.name, ())) for shape in shapes]
        return DeckSlide(slide.id, layout, slide.title, slide.record, slide.section, slide.notes, tuple(shapes))

    def shape(self, mark: Mark, forms: Mapping[str, PlaceholderForm], checksum: str) -> DeckShape:
        """The shape of a mark; ``forms`` are its layout's placeholders by name, ``checksum`` is that of its XML."""
        match mark:
            case TextMark():
                return self._text_shape(mark, forms.get(mark.placeholder or ""), checksum)
            case ShapeMark():
                texts = self._paragraphs(mark.body) if mark.body is not None else ()
                fill, line = self._colour(mark.fill), self._stroke(mark.line)
                return DeckShape(mark.id, "shape", _frame(mark.box), checksum, mark.alt, "", fill, line, texts)
            case ConnectorMark():
                # Its path follows from the shapes at its ends; programs route it in ways of their own.
                return DeckShape(mark.id, "connector", None, checksum, line=self._stroke(mark.line))
            case TableMark():
                return DeckShape(mark.id, "table", _frame(mark.box), checksum, mark.alt, grid=self._grid(mark))
            case ChartMark():
                data = self._chart(mark.chart)
                checksum += digest(repr(mark.chart).encode("utf-8", "surrogatepass"))
                return DeckShape(mark.id, "chart", _frame(mark.box), checksum, mark.alt, chart=data)
            case PictureMark():
                picture = digest(mark.image)
                return DeckShape(mark.id, "picture", _frame(mark.box), checksum, mark.alt, picture=picture)

    def _text_shape(self, mark: TextMark, form: PlaceholderForm | None, checksum: str) -> DeckShape:
        """A text box, or a text in the placeholder ``form``."""
        place, fill, is_number = "", "", False
        if form is not None:
            place = f"{PLACEHOLDER_TYPES[form.kind]} {form.index}"
            fill = self._colour(form.fill)
            is_number = form.kind == "slide_number"
        texts = self._paragraphs(mark.body, is_number)
        return DeckShape(mark.id, "text", _frame(mark.box), checksum, "", place, fill, Stroke(), texts)

    def _paragraphs(self, body: TextBody, is_number: bool = False) -> tuple[TextParagraph, ...]:
        return tuple([self._paragraph(paragraph, is_number) for paragraph in body.paragraphs])

    def _paragraph(self, paragraph: Paragraph, is_number: bool) -> TextParagraph:
        pieces: list[Piece] = []
        for run in paragraph.runs:
            if not run.text:
                continue
            look, text = self._look(run), SLIDE_NUMBER if is_number else run.text
            if pieces and pieces[-1].look is look:
                pieces[-1] = Piece(pieces[-1].text + text, look)
            else:
                pieces.append(Piece(text, look))
        return TextParagraph(tuple(pieces), paragraph.align, paragraph.bullet or "")

    def _look(self, run: Run) -> Look:
        key = (run.size, run.bold, run.colour, run.underline and not run.link, run.strike, run.superscript)
        if key not in self._looks:
            size, bold, colour, underline, strike, raised = key
            self._looks[key] = Look(size, bold, self._colour(colour), underline, strike, raised)
        return self._looks[key]

    def _colour(self, name: str | None) -> str:
        return self.colours.get(name or "", "")

    def _stroke(self, line: Line | None) -> Stroke:
        return Stroke() if line is None else Stroke(self._colour(line.colour), line.width)

    def _grid(self, mark: TableMark) -> Grid:
        widths = [round(width, 2) for width in mark.columns]
        return Grid(tuple(widths), tuple([tuple([self._cell(cell) for cell in row.cells]) for row in mark.rows]))

    def _cell(self, cell: TableCell) -> GridCell:
        return GridCell(() if cell.covered else self._paragraphs(cell.body), self._colour(cell.fill))

    def _chart(self, chart: PlacedChart) -> ChartData:
        series = [DataSeries(one.name, one.values, self._colour(one.colour), one.kind) for one in chart.series]
        return ChartData(chart.categories, tuple(series))


def _frame(box: Box) -> Frame:
    return Frame(round(box.x, 2), round(box.y, 2), round(box.width, 2), round(box.height, 2))
