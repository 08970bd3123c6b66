"""A deck in the terms in which edits are told: slides, shapes, paragraphs, cells, chart values.

The same values are made of a deck that is about to be written (:mod:`docgen.fingerprint.placed`), of the
fingerprint inside a deck (:mod:`docgen.fingerprint.part`) and of a deck that somebody edited
(:mod:`docgen.merging`). They are tuples with names, so that JSON holds them as they are. Lengths are points,
colours RGB in six upper-case hex digits, "" where nothing is drawn.
"""

from __future__ import annotations

from typing import NamedTuple

from docgen.placed.deck import DeckSummary

SLIDE_NUMBER = "‹#›"
"""Stands for the text of a slide-number field, which is not the slide's own."""

BY_HAND = "by hand"
"""Stands for the digest of a shape that another deck's hand edit gave to a deck that is merged."""


class Look(NamedTuple):
    """How characters look; None where the text leaves it to its placeholder."""

    size: float | None
    bold: bool | None
    colour: str | None
    underline: bool | None
    strike: bool | None
    raised: bool


UNSAID = Look(None, None, None, None, None, False)
"""A look that leaves everything to the placeholder."""


class Piece(NamedTuple):
    """Characters of one look."""

    text: str
    look: Look


class TextParagraph(NamedTuple):
    """A paragraph; ``align`` is left, center or right, None where it is left to the placeholder."""

    pieces: tuple[Piece, ...]
    align: str | None = "left"
    bullet: str | None = ""

    @property
    def text(self) -> str:
        """The characters alone; a line break is a line feed."""
        return "".join([piece.text for piece in self.pieces])


class GridCell(NamedTuple):
    """A cell of a table; one that a merged cell covers has no paragraphs."""

    paragraphs: tuple[TextParagraph, ...]
    fill: str = ""

    @property
    def text(self) -> str:
        """The paragraphs' texts, a line each."""
        return "\n".join([paragraph.text for paragraph in self.paragraphs])


class Grid(NamedTuple):
    """A table: its column widths, and its cells row by row."""

    columns: tuple[float, ...]
    rows: tuple[tuple[GridCell, ...], ...]


class DataSeries(NamedTuple):
    """A series of a chart; ``kind`` is line, column, bar or pie."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    kind: str


class ChartData(NamedTuple):
    """What a chart shows."""

    categories: tuple[str, ...]
    series: tuple[DataSeries, ...]


class Frame(NamedTuple):
    """Left, top, width and height, and the turn in degrees."""

    x: float
    y: float
    width: float
    height: float
    turn: float = 0


class Stroke(NamedTuple):
    """A line: its colour and width; no colour where it is not drawn."""

    colour: str = ""
    width: float = 0


Features = tuple[tuple[str, str], ...]
"""What a look is made of, each by its name: ("title", "死者数の推移")."""


class DeckShape(NamedTuple):
    """A shape. ``name`` is stable; ``digest`` tells whether a shape as built is the same as another.

    ``kind`` is text, shape, connector, table, chart or picture, or what PowerPoint calls other shapes;
    ``placeholder`` its type and index ("title 0"), "" for a shape of its own; ``picture`` a digest of the
    picture's bytes, ``look`` what a chart's look is made of, and that a shape leads somewhere. ``frame`` None is left
    to the placeholder.
    """

    name: str
    kind: str
    frame: Frame | None
    digest: str = ""
    alt: str = ""
    placeholder: str = ""
    fill: str | None = ""
    line: Stroke | None = None
    paragraphs: tuple[TextParagraph, ...] | None = None
    grid: Grid | None = None
    chart: ChartData | None = None
    picture: str = ""
    look: Features = ()


class DeckSlide(NamedTuple):
    """A slide; ``id`` is stable, ``record`` the page that it belongs to, ``layout`` what its slide layout is called."""

    id: str
    layout: str
    title: str
    record: str
    section: str
    notes: str
    shapes: tuple[DeckShape, ...]


class SectionSlides(NamedTuple):
    """A section of PowerPoint's slide list: its name and the ids of its slides."""

    name: str
    slides: tuple[str, ...]


class DesignPart(NamedTuple):
    """A master, or a slide layout, by its name ("" for the master), and the names of the shapes on it."""

    name: str
    shapes: tuple[str, ...]


class DeckPart(NamedTuple):
    """What a part of a deck is a part of: the build as a whole, and its pages, but for those that every deck has.

    ``words`` say what the part holds.
    """

    words: str
    build: str
    pages: tuple[str, ...]


class Fingerprint(NamedTuple):
    """A deck as it was built, and what it says about itself.

    ``properties`` are its title, subject, author and keywords; ``part`` is None for a whole deck.
    """

    summary: DeckSummary
    slides: tuple[DeckSlide, ...]
    sections: tuple[SectionSlides, ...] = ()
    properties: tuple[str, ...] = ()
    design: tuple[DesignPart, ...] = ()
    part: DeckPart | None = None
