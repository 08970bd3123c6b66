"""The text of a table cell at one step of the ladder, ready to be measured: how high it is at a width, and how wide
it would like to be.

Cells are measured at every step of the ladder and at many widths, but set only once: their paragraphs are
made when the table is drawn.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from docgen.blocks.table.cell_profile import RESERVE, SAFETY, CellProfile, ItemProfile
from docgen.blocks.table.grid import DistinctCell
from docgen.blocks.text.items import TextItem, item_paragraph
from docgen.layout.style import Style, TextStyle
from docgen.placed import Align, Insets, Paragraph, TextBody
from docgen.typeset.text_measure import TextMeasure
from docgen.value import value

# Programs place lines and rows on a grid of a hundredth of a millimetre (points).
GRID = 72 / 2540
# What a line may be longer than its room, by rounding (em).
_ROUNDING = 0.001


@value(frozen=True, slots=True)
class CellLook:
    """How cells of a kind of row and a role look unless they say otherwise. Lengths in points.

    ``em``, ``pitch`` and ``after`` are the text's as they are drawn; ``inset_width`` are the insets at the sides
    together, ``inset_height`` those above and below.
    """

    fill: str | None
    text: TextStyle
    insets: Insets
    em: float
    pitch: float
    after: float
    inset_width: float
    inset_height: float

    @classmethod
    def of(cls, cell: DistinctCell, style: Style, inset: float | None = None) -> CellLook:
        """The look of cells in the cell's kind of row and with its role; ``inset`` at the sides, None for the pack's."""
        table = style.table
        inset_x = table.inset_x if inset is None else inset
        inset_y = style.space(table.inset_y)
        fills = {None: table.head_fill, "body": None, "band": table.band_fill, "total": table.total_fill}
        text = replace(style.text(cell.role), bold=True) if cell.bold else style.text(cell.role)
        return cls(
            fills[cell.row_kind],
            text,
            Insets(inset_x, inset_y, inset_x, inset_y),
            # As it is drawn where sizes are rounded, or as it is: whichever is larger.
            max(style.measure.em(text.size), text.size),
            on_grid(text.pitch),
            on_grid(text.after),
            inset_x * 2,
            on_grid(inset_y) * 2,
        )


def on_grid(length: float) -> float:
    """A length in points as it is drawn: rounded to the grid."""
    return round(length / GRID) * GRID if length else 0.0


class DecimalPlace(NamedTuple):
    """How far a number stops ``short`` of its column's longest decimals, and how wide the column's numbers are
    together; points."""

    short: float
    column_width: float


@value(frozen=True, slots=True)
class CellText:
    """The text of a distinct cell, wherever it stands. All lengths in points, insets included.

    ``around`` is the height of the insets and spaces above and below its lines. Of widths, ``least`` is that of
    its longest part that no line may break, ``wanted`` the one that keeps a short text on one line, ``unbroken``
    the one at which no explicit line breaks; ``unbroken_height`` is the height there. ``note`` is a short
    paragraph after the items.
    """

    cell: DistinctCell
    profile: CellProfile
    look: CellLook
    align: Align
    measure: TextMeasure
    around: float
    unbroken_height: float
    least: float
    wanted: float
    unbroken: float
    note: Paragraph | None = None
    decimal: DecimalPlace | None = None

    @classmethod
    def of(cls, cell: DistinctCell, profile: CellProfile, look: CellLook, style: Style) -> CellText:
        """The text of a cell from its profile and look."""
        align = _align(cell, look.text.align)
        if profile.tabs:
            profile = _with_tabs(cell, profile, look, style.measure)
        around = look.inset_height + look.after * (len(profile.items) - 1)
        text = cls(
            cell,
            profile,
            look,
            align,
            style.measure,
            around,
            around + profile.lines * look.pitch,
            profile.least * look.em + look.inset_width,
            profile.wanted * look.em + look.inset_width,
            profile.unbroken * look.em + look.inset_width,
        )
        return _continued(text, style) if cell.source.continued else text

    @property
    def fill(self) -> str | None:
        """The colour of the cell."""
        return self.cell.fill or self.look.fill

    @property
    def body(self) -> TextBody:
        """The text as it is set."""
        paragraphs = [self.paragraph(index) for index in range(len(self.cell.items))]
        if self.note:
            paragraphs.append(_linked(replace(self.note, align=self.align), self.cell.source.link))
        return TextBody(tuple(paragraphs), self.look.insets, self.cell.source.anchor)

    def paragraph(self, index: int) -> Paragraph:
        """The paragraph of an item; no space follows the last."""
        items, look, ink = self.cell.items, self.look.text, self.cell.source.ink
        look = look if ink is None else replace(look, colour=ink)
        after = look.after if index + 1 < len(items) else 0
        paragraph = item_paragraph(items[index], look, self.measure, self.align, after)
        return _linked(paragraph, self.cell.source.link)

    def stays_unbroken(self, width: float) -> bool:
        """Whether no explicit line breaks at this width or any above it, by the estimate."""
        if width >= self.unbroken:
            return True
        room = self._room(width)
        return all(item.natural - _ROUNDING <= max(1.0, room - item.around) for item in self.profile.items)

    def bounds(self, width: float) -> tuple[float, float]:
        """What the cell is no lower than at this width, and no higher, without breaking lines."""
        if width >= self.unbroken:
            return self.unbroken_height, self.unbroken_height
        room = self._room(width)
        fewest, most = 0.0, 0.0
        for item in self.profile.items:
            low, high = item.bounds(room)
            fewest, most = fewest + low, most + high
        return self._height(fewest), self._height(most)

    def height(self, width: float) -> float:
        """How high the cell is at this width."""
        if width >= self.unbroken:
            return self.unbroken_height
        room = self._room(width)
        lines = 0.0
        for index, item in enumerate(self.profile.items):
            if item.tabs and item.natural + item.around > room:
                lines += self._lines_with_tabs(index, width - self.look.inset_width)
            else:
                lines += item.lines(room)
        return self._height(lines)

    def _room(self, width: float) -> float:
        """The room inside the insets, in em."""
        return (width - self.look.inset_width) / self.look.em

    def _height(self, lines: float) -> float:
        """The height with so many lines of the items."""
        return self.unbroken_height + (lines - self.profile.lines) * self.look.pitch

    def _lines_with_tabs(self, index: int, room: float) -> int:
        """The lines of an item with tabs in a room (points)."""
        paragraph, safety = self.paragraph(index), SAFETY * self.look.em
        return max([self.measure.line_count(paragraph, width, "cell") for width in (room, room - safety)])


def _align(cell: DistinctCell, usual: Align) -> Align:
    """How a cell is aligned: a head as the cells below it, unless it says itself or the role of heads centres them."""
    is_centred = cell.row_kind is None and cell.source.align is None and usual == "center"
    if cell.align is None or is_centred:
        return usual
    return "right" if cell.align == "decimal" else cell.align


def _continued(text: CellText, style: Style) -> CellText:
    """With what says that a merged cell goes on from the page before, which stays on one line."""
    small = style.text("note")
    note = Paragraph(small.runs(f"（{style.word('continued')}）"), small.pitch)
    width = style.measure.natural_width(note, "cell") + RESERVE * small.size + text.look.inset_width
    height = on_grid(small.pitch)
    return replace(
        text,
        note=note,
        around=text.around + height,
        unbroken_height=text.unbroken_height + height,
        least=max(text.least, width),
        wanted=max(text.wanted, width),
        unbroken=max(text.unbroken, width),
    )


def _with_tabs(cell: DistinctCell, profile: CellProfile, look: CellLook, measure: TextMeasure) -> CellProfile:
    """The profile with the widths that its items with tabs have at this size."""
    items = [
        _tabbed(item, known, look, measure) if known.tabs else known
        for item, known in zip(cell.items, profile.items, strict=True)
    ]
    return CellProfile.of(items)


def _tabbed(item: TextItem, profile: ItemProfile, look: CellLook, measure: TextMeasure) -> ItemProfile:
    paragraph = item_paragraph(item, look.text, measure, "left", 0)
    natural = measure.natural_widths(paragraph, "cell")
    widths = tuple([(width - paragraph.indent) / look.em for width in natural])
    return replace(profile, widths=widths, natural=max(widths))


def _linked(paragraph: Paragraph, link: str | None) -> Paragraph:
    if not link:
        return paragraph
    return replace(paragraph, runs=tuple(replace(run, link=run.link or link) for run in paragraph.runs))
