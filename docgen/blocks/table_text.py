"""The text of table cells, ready to be measured: paragraphs, insets, and how wide they would like to be.

Cells are measured at every step of the ladder and at many widths, but set only once: their paragraphs are
made where lines are counted and when the table is drawn.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from docgen.blocks.items import TextItem, item_indents, item_paragraph
from docgen.blocks.table_cell import Cell, RowKind
from docgen.blocks.table_grid import Alike
from docgen.layout.style import Style, TextStyle
from docgen.placed import Align, Anchor, Insets, Paragraph, TextBody
from docgen.typeset.fonts import Fonts
from docgen.typeset.markup import parse
from docgen.typeset.measure import SUPERSCRIPT, minimum_width, most_lines, natural_widths
from docgen.typeset.profile import TextProfile, text_profile
from docgen.typeset.setting import DOTS, dots, gap_after
from docgen.typeset.widths import unbroken_width

# Room beyond the widths of the characters that line breaking is given as a reserve (em).
RESERVE = 0.6
# Width kept free when lines are counted, so that a cell has no more lines than were counted (em).
SAFETY = 0.25
# What a line may be shorter than its room and than its longest unbreakable part (em), SAFETY included.
_SHORTER = 2.5
# Programs place lines and rows on a grid of a hundredth of a millimetre (points).
GRID = 72 / 2540
# A text up to this wide should stay on one line where the table has the room (em).
_SHORT = 6.5
# Rows of these kinds are bold.
BOLD_KINDS = ("band", "total")
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


class TextSource(NamedTuple):
    """What a cell's paragraphs are made of: its items, how they look, and what stands around them.

    ``more`` are paragraphs after the items; ``link`` leads from all of it.
    """

    items: tuple[TextItem, ...]
    look: TextStyle
    insets: Insets
    anchor: Anchor
    more: tuple[Paragraph, ...]
    link: str | None
    fonts: Fonts

    @property
    def length(self) -> int:
        """The number of paragraphs."""
        return len(self.items) + len(self.more)

    def paragraph(self, index: int, align: Align) -> Paragraph:
        """One of the paragraphs; no space follows the last item."""
        if index < len(self.items):
            after = self.look.after if index + 1 < len(self.items) else 0
            made = item_paragraph(self.items[index], self.look, self.fonts, align, after)
        else:
            made = replace(self.more[index - len(self.items)], align=align)
        return _linked(made, self.link) if self.link else made

    def body(self, align: Align) -> TextBody:
        """All of them as a text body."""
        made = tuple([self.paragraph(index, align) for index in range(self.length)])
        return TextBody(made, self.insets, self.anchor)


class CellText(NamedTuple):
    """The text of a cell, wherever it stands, and what the search for widths needs to know of it.

    ``across`` and ``down`` are the insets and spaces around its lines; ``least`` is the width of its
    longest unbreakable part, ``wanted`` the one that keeps a short text on one line, ``unbroken`` the one at
    which no explicit line breaks, ``low`` the height there; insets included. ``decimal`` is how far its text
    stops short of the column's longest decimals, and how wide the column's numbers are together; all in points.
    """

    source: TextSource
    fill: str | None
    align: Align
    extents: tuple[Extent, ...]
    across: float
    down: float
    low: float
    least: float
    wanted: float
    unbroken: float
    decimal: tuple[float, float] | None = None

    @property
    def body(self) -> TextBody:
        """The text as it is set."""
        return self.source.body(self.align)

    def settled(self, width: float) -> bool:
        """Whether no explicit line breaks at this width or any above it, by the estimate."""
        if width >= self.unbroken:
            return True
        room = width - self.across
        return all(each.natural - 0.01 <= max(each.em, room - each.around) for each in self.extents)

    def most(self, width: float) -> float:
        """What the cell is no higher than at this width, without breaking lines.

        A line that is not its text's last is as wide as the room but for a part that may not be broken; and
        em by em for the rules of LibreOffice that end a line earlier.
        """
        if width >= self.unbroken:
            return self.low
        total, inside = self.down, width - self.least
        for parts, _, _, pitch, em in self.extents:
            room = inside - _SHORTER * em
            if room < em:
                return math.inf
            lines = sum([part // room + 1 for part in parts])
            total += lines * on_grid(pitch)
        return total

    def height(self, width: float) -> float:
        """How high the cell is at this width."""
        if width >= self.unbroken:
            return self.low
        total, room = self.down, width - self.across
        for index, extent in enumerate(self.extents):
            lines = len(extent.parts)
            if extent.natural + extent.around > room:
                paragraph, fonts = self.source.paragraph(index, self.align), self.source.fonts
                # A narrower room does not always mean more lines: a bracket moves on and the next line fills up.
                lines = most_lines(paragraph, (room, room - SAFETY * extent.em), fonts, "cell")
            total += lines * on_grid(extent.pitch)
        return total


class PlacedText(NamedTuple):
    """A cell's text at its place in the grid. Cells that hold the same share one text."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: CellText


class CellLook(NamedTuple):
    """How cells look unless they say otherwise: fill, text and insets.

    ``em`` and ``gap`` are those of the text in dots; ``pitch``, ``after`` and ``down`` (the insets above and
    below) are points as they are drawn.
    """

    fill: str | None
    text: TextStyle
    insets: Insets
    em: int
    gap: float
    pitch: float
    after: float
    down: float


def cell_look(kind: RowKind | None, role: str, style: Style) -> CellLook:
    """The look of cells of a role in a body, band or total row; None means a header row."""
    table = style.table
    inset_y = style.space(table.inset_y)
    fill = {None: table.head_fill, "body": None, "band": table.band_fill, "total": table.total_fill}[kind]
    text = replace(style.text(role), bold=True) if kind in BOLD_KINDS else style.text(role)
    em = dots(text.size)
    return CellLook(
        fill,
        text,
        Insets(table.inset_x, inset_y, table.inset_x, inset_y),
        em,
        gap_after(em, "cell"),
        on_grid(text.pitch),
        on_grid(text.after),
        on_grid(inset_y) * 2,
    )


def item_profiles(alike: Alike, style: Style) -> list[TextProfile | None]:
    """What is the same at every step of the ladder of each item; None for one with tabs or a superscript."""
    look = style.text(alike.role)
    return [_profile(item, look, style.fonts, alike.kind in BOLD_KINDS) for item in alike.items]


def _profile(item: TextItem, look: TextStyle, fonts: Fonts, bold: bool) -> TextProfile | None:
    text = item.text if not item.bullet or len(item.bullet) == 1 else item.bullet + item.text
    spans = parse(text)
    if "\t" in text or any(span.superscript for span in spans):
        return None
    pieces = tuple([(span.text, bold or look.bold or span.bold) for span in spans])
    return text_profile(pieces, fonts.for_role(look.font))


def cell_text(alike: Alike, known: Sequence[TextProfile | None], look: CellLook, style: Style) -> CellText:
    """The measured text of cells that are alike; ``known`` are the profiles of their items."""
    cell, items, fonts, text = alike.cell, alike.items, style.fonts, look.text
    align: Align = text.align if alike.align is None else "right" if alike.align == "decimal" else alike.align
    more = _more(cell, align, style) if cell.continued else ()
    source = TextSource(items, text, look.insets, cell.anchor, more, cell.link, fonts)
    across = look.insets.left + look.insets.right
    measured = [
        _of_profile(item, profile, look, fonts) if profile else _of_paragraph(source.paragraph(index, align), fonts)
        for index, (item, profile) in enumerate(zip(items, known, strict=True))
    ]
    low = down = look.down + look.after * (len(items) - 1)
    for extent, _, _ in measured:
        low += len(extent.parts) * look.pitch
    for paragraph in more:
        measured.append(_of_paragraph(paragraph, fonts))
        low += len(measured[-1][0].parts) * on_grid(paragraph.pitch)
    least = wanted = unbroken = 0.0
    for (_, natural, around, _, em), indent, unit in measured:
        least = max(least, indent + unit)
        wanted = max(wanted, min(indent + natural, _SHORT * em) + RESERVE * em)
        unbroken = max(unbroken, natural + around)
    return CellText(
        source,
        alike.fill or look.fill,
        align,
        tuple([extent for extent, _, _ in measured]),
        across,
        down,
        low,
        least + across,
        max(least, wanted) + across,
        unbroken + across,
    )


def _of_profile(
    item: TextItem, profile: TextProfile, look: CellLook, fonts: Fonts
) -> tuple[Extent, float, float]:
    """The extent of an item, its indent, and the width of its longest part that no line may break; points."""
    widths, unit = profile.at(look.em, look.gap)
    size, pitch = look.text.size, look.text.pitch
    if not item.bullet and not item.level and len(widths) == 1:
        natural = widths[0] / DOTS
        em = size if item.text else pitch
        return Extent((natural,), natural, RESERVE * em, pitch, em), 0.0, unit / DOTS
    indent, hanging = item_indents(item, look.text, fonts)
    parts = [max(0.0, indent + width / DOTS) - indent for width in widths]
    if item.bullet and len(item.bullet) > 1:
        parts[0] = max(0.0, indent - hanging + widths[0] / DOTS) - indent
    extent = Extent(tuple(parts), max(parts), indent + RESERVE * size, pitch, size)
    return extent, indent, unit / DOTS


def _of_paragraph(paragraph: Paragraph, fonts: Fonts) -> tuple[Extent, float, float]:
    """As :func:`_of_profile`, of a paragraph."""
    indent, pitch = paragraph.indent, paragraph.pitch
    em = max([run.size for run in paragraph.runs], default=pitch)
    parts = tuple([width - indent for width in natural_widths(paragraph, fonts, "cell")])
    extent = Extent(parts, max(parts), indent + RESERVE * em, pitch, em)
    return extent, indent, minimum_width(paragraph, fonts, "cell") - indent


def on_grid(length: float) -> float:
    """A length in points as it is drawn: rounded to the grid."""
    return round(length / GRID) * GRID if length else 0.0


def align_decimals(texts: Sequence[CellText]) -> list[CellText]:
    """The cells of one column with numbers set so that their decimal points stand one below the other.

    A number without decimals ends where the others have their point; what is no number is centred.
    """
    parts = [_decimal_parts(text) for text in texts]
    known = [part for part in parts if part is not None]
    if not known:
        return list(texts)
    longest_tail = max(tail for _, tail in known)
    block = max(whole for whole, _ in known) + longest_tail
    made = []
    for text, part in zip(texts, parts, strict=True):
        if part is None:
            made.append(text._replace(align="center"))
            continue
        extent = text.extents[0]._replace(parts=(block,), natural=block)
        need = block + text.across + RESERVE * extent.em
        made.append(
            text._replace(
                align="right",
                extents=(extent,),
                least=need,
                wanted=need,
                unbroken=block + extent.around + text.across,
                decimal=(longest_tail - part[1], block),
            )
        )
    return made


def decimal_body(text: CellText, width: float) -> TextBody:
    """A decimal cell's body in a column of this width: the column's numbers stand centred as one block."""
    body = text.body
    if text.decimal is None:
        return body
    short, block = text.decimal
    spare = max(0.0, width - text.across - block) / 2
    insets = body.insets
    left = min(insets.left, 1.0)
    right = min(insets.right + spare + short, max(insets.right, width - left - block))
    return replace(body, insets=replace(insets, left=left, right=right))


def _more(cell: Cell, align: Align, style: Style) -> tuple[Paragraph, ...]:
    """What says that a merged cell goes on from the page before."""
    small = style.text("note")
    return (Paragraph(small.runs(f"（{style.word('continued')}）"), small.pitch, align),)


def _linked(paragraph: Paragraph, link: str) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, link=run.link or link) for run in paragraph.runs))


def _decimal_parts(text: CellText) -> tuple[float, float] | None:
    """The widths of a number up to its decimal point and from there on; None where the text is no number."""
    source = text.source
    if source.length != 1:
        return None
    spans = parse(source.items[0].text)
    written = "".join([span.text for span in spans])
    match = _DECIMALS.fullmatch(written.strip())
    if match is None or "\n" in written:
        return None
    look, first = source.look, spans[0]
    size = look.size * SUPERSCRIPT if first.superscript else look.size
    font = source.fonts.for_role(look.font)
    whole = unbroken_width(match["whole"], font, size, look.bold or first.bold, "cell") / DOTS
    return whole, max(0.0, text.extents[0].natural - whole)
