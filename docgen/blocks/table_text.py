"""The text of table cells, ready to be measured: paragraphs, insets, and how wide they would like to be."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from docgen.blocks.items import TextItem, paragraphs
from docgen.blocks.table_cell import Cell, CellAlign, ColumnSpec, GridCell, RowKind, ShadeRule
from docgen.layout.style import Style, TextStyle
from docgen.placed import Align, Insets, Paragraph, TextBody
from docgen.typeset.fonts import Fonts
from docgen.typeset.markup import plain
from docgen.typeset.measure import line_count, minimum_width, natural_widths, runs_width

# Room beyond the widths of the characters that line breaking is given as a reserve (em).
RESERVE = 0.6
# A last line shorter than this looks lost (em).
_LONELY = 2.2
# Width kept free when lines are counted, so that a cell has no more lines than were counted (em).
SAFETY = 0.25
# Programs place lines and rows on a grid of a hundredth of a millimetre (points).
GRID = 72 / 2540
# A text up to this wide should stay on one line where the table has the room (em).
_SHORT = 6.5
# A number may be followed by decimals and a unit or a change, such as .4(+0.1)ポイント; longer is prose.
_DECIMALS = re.compile(r"(?P<whole>[(（]?[+\-−－＋△▲±]?\d[\d,]*)(?P<tail>.{0,12})")


class Extent(NamedTuple):
    """A paragraph as the search for widths sees it: its explicit lines' natural widths, pitch and em.

    ``natural`` is the widest of ``parts``; ``around`` is the indent and the reserve beside each line.
    """

    parts: tuple[float, ...]
    natural: float
    around: float
    pitch: float
    em: float

    @property
    def drawn_pitch(self) -> float:
        """The pitch on the grid of the program that draws it."""
        return on_grid(self.pitch)


@dataclass(frozen=True, slots=True)
class CellText:
    """The text body of a cell, wherever it stands, and what the search for widths needs to know of it.

    ``across`` and ``down`` are the insets and spaces around its lines; ``least`` is the width of its
    longest unbreakable part, ``wanted`` the one that keeps a short text on one line; insets included.
    ``decimal`` is how far its text stops short of the column's longest decimals, and how wide the column's
    numbers are together; all in points.
    """

    fill: str | None
    body: TextBody
    extents: tuple[Extent, ...]
    across: float
    down: float
    least: float
    wanted: float
    decimal: tuple[float, float] | None = None

    def settled(self, width: float) -> bool:
        """Whether no explicit line breaks at this width or any above it, by the estimate."""
        room = width - self.across
        return all(each.natural - 0.01 <= max(each.em, room - each.around) for each in self.extents)

    def estimate(self, width: float) -> tuple[float, float]:
        """About how high the cell is at this width, and the pitches of its last lines of a character or two."""
        total, lonely, inside = self.down, 0.0, width - self.across
        for extent in self.extents:
            room = max(extent.em, inside - extent.around)
            for natural in extent.parts:
                if natural - 0.01 <= room:
                    total += extent.pitch
                    continue
                lines = math.ceil((natural - 0.01) / room)
                if natural - (lines - 1) * room < _LONELY * extent.em:
                    lonely += extent.pitch
                total += lines * extent.pitch
        return total, lonely

    def height(self, width: float, fonts: Fonts) -> float:
        """How high the cell is at this width."""
        total, room = self.down, width - self.across
        for extent, paragraph in zip(self.extents, self.body.paragraphs, strict=True):
            lines = len(extent.parts)
            if extent.natural + extent.around > room:
                rooms = (room, room - SAFETY * extent.em)
                # A narrower room does not always mean more lines: a bracket moves on and the next line fills up.
                lines = max([line_count(paragraph, one, fonts, "cell") for one in rooms])
            total += lines * extent.drawn_pitch
        return total

    def steps(self, above: float) -> list[float]:
        """The widths above the given one at which the estimate loses a line, from one line to eight."""
        widths: list[float] = []
        for extent in self.extents:
            around = self.across + extent.around
            for part in extent.parts:
                for lines in range(1, 9):
                    width = around + part / lines
                    if width <= above:
                        break
                    widths.append(width)
        return widths


class PlacedText(NamedTuple):
    """A cell's text at its place in the grid. Cells that hold the same share one text."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: CellText


@dataclass(frozen=True, slots=True)
class RowLook:
    """How the cells of a row look unless they say otherwise; ``down`` is the insets above and below, as drawn."""

    role: str
    fill: str | None
    bold: bool
    head: bool
    insets: Insets
    down: float


def row_look(kind: RowKind | None, style: Style) -> RowLook:
    """The look of a body, band or total row; None means a header row."""
    table = style.table
    inset_y = style.space(table.inset_y)
    insets = Insets(table.inset_x, inset_y, table.inset_x, inset_y)
    down = on_grid(inset_y) * 2
    if kind is None:
        return RowLook("table_head", table.head_fill, False, True, insets, down)
    fill = {"body": None, "band": table.band_fill, "total": table.total_fill}[kind]
    return RowLook("table_body", fill, kind != "body", False, insets, down)


def cell_text(
    place: GridCell, look: RowLook, spec: ColumnSpec, shades: Sequence[ShadeRule], style: Style
) -> CellText:
    """The measured text of one cell."""
    cell = place.cell
    shade: ShadeRule | None = None
    if shades and not look.head:
        shade = next((rule for rule in shades if rule.holds(cell, place.column)), None)
    text_look = style.text(cell.role or (look.role if look.head else spec.role or look.role))
    if look.bold:
        text_look = replace(text_look, bold=True)
    made = _paragraphs(cell, shade, text_look, _text_align(_align(cell, look, spec), text_look), style)
    across = look.insets.left + look.insets.right
    extents = tuple([_extent(paragraph, style.fonts) for paragraph in made])
    least = max([minimum_width(paragraph, style.fonts, "cell") for paragraph in made], default=0.0) + across
    wanted = [
        min(paragraph.indent + extent.natural, _SHORT * extent.em) + RESERVE * extent.em
        for paragraph, extent in zip(made, extents, strict=True)
    ]
    return CellText(
        cell.fill or (shade.fill if shade else look.fill),
        TextBody(made, look.insets, cell.anchor),
        extents,
        across,
        look.down + sum([on_grid(paragraph.before) + on_grid(paragraph.after) for paragraph in made]),
        least,
        max(least, max(wanted, default=0.0) + across),
    )


def _extent(paragraph: Paragraph, fonts: Fonts) -> Extent:
    em = max([run.size for run in paragraph.runs], default=paragraph.pitch)
    parts = [natural - paragraph.indent for natural in natural_widths(paragraph, fonts, "cell")]
    return Extent(tuple(parts), max(parts), paragraph.indent + RESERVE * em, paragraph.pitch, em)


def on_grid(length: float) -> float:
    """A length in points as it is drawn: rounded to the grid."""
    return round(length / GRID) * GRID if length else 0.0


def align_decimals(texts: Sequence[CellText], fonts: Fonts) -> list[CellText]:
    """The cells of one column with numbers set so that their decimal points stand one below the other.

    A number without decimals ends where the others have their point; what is no number is centred.
    """
    parts = [_decimal_parts(text, fonts) for text in texts]
    known = [part for part in parts if part is not None]
    if not known:
        return list(texts)
    longest_tail = max(tail for _, tail in known)
    block = max(whole for whole, _ in known) + longest_tail
    made = []
    for text, part in zip(texts, parts, strict=True):
        if part is None:
            made.append(aligned(text, "center"))
            continue
        reserve = RESERVE * text.extents[0].em
        need = block + text.across + reserve
        extent = text.extents[0]._replace(parts=(block,), natural=block)
        made.append(
            replace(
                aligned(text, "right"),
                extents=(extent,),
                least=need,
                wanted=need,
                decimal=(longest_tail - part[1], block),
            )
        )
    return made


def decimal_body(text: CellText, width: float) -> TextBody:
    """A decimal cell's body in a column of this width: the column's numbers stand centred as one block."""
    if text.decimal is None:
        return text.body
    short, block = text.decimal
    spare = max(0.0, width - text.across - block) / 2
    insets = text.body.insets
    left = min(insets.left, 1.0)
    right = min(insets.right + spare + short, max(insets.right, width - left - block))
    return replace(text.body, insets=replace(insets, left=left, right=right))


def _paragraphs(
    cell: Cell, shade: ShadeRule | None, look: TextStyle, align: Align, style: Style
) -> tuple[Paragraph, ...]:
    items = cell.items or (TextItem(cell.text),)
    if cell.mark:
        items = (replace(items[0], text=f"{cell.mark} {items[0].text}"), *items[1:])
    if shade:
        items = (*items[:-1], replace(items[-1], text=f"{items[-1].text} {shade.mark}"))
    made = paragraphs(items, look, style.fonts, align)
    if cell.continued:
        small = style.text("note")
        made = (*made, Paragraph(small.runs(f"（{style.word('continued')}）"), small.pitch, align))
    return tuple(_linked(paragraph, cell.link) for paragraph in made) if cell.link else made


def _linked(paragraph: Paragraph, link: str) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, link=run.link or link) for run in paragraph.runs))


def _align(cell: Cell, look: RowLook, spec: ColumnSpec) -> CellAlign | None:
    if cell.align is not None or look.head:
        return cell.align
    return "left" if cell.items and spec.align == "decimal" else spec.align


def _text_align(align: CellAlign | None, look: TextStyle) -> Align:
    return look.align if align is None else "right" if align == "decimal" else align


def _decimal_parts(text: CellText, fonts: Fonts) -> tuple[float, float] | None:
    """The widths of a number up to its decimal point and from there on; None where the text is no number."""
    if len(text.body.paragraphs) != 1:
        return None
    paragraph = text.body.paragraphs[0]
    written = "".join(run.text for run in paragraph.runs)
    match = _DECIMALS.fullmatch(written.strip())
    if match is None or "\n" in written or not paragraph.runs:
        return None
    whole = runs_width((replace(paragraph.runs[0], text=match["whole"]),), fonts, "cell")
    return whole, max(0.0, text.extents[0].natural - whole)


def aligned(text: CellText, align: Align) -> CellText:
    """The text with all its paragraphs aligned alike."""
    if all(paragraph.align == align for paragraph in text.body.paragraphs):
        return text
    made = tuple(replace(paragraph, align=align) for paragraph in text.body.paragraphs)
    return replace(text, body=replace(text.body, paragraphs=made))


def is_decimal(cell: Cell, spec: ColumnSpec) -> bool:
    """Whether a body cell is aligned on its decimal point."""
    return not cell.items and (cell.align or spec.align) == "decimal" and bool(plain(cell.text))
