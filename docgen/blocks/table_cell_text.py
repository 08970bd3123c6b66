"""The texts of cells measured at one step of the ladder, from what is the same of them at every step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from docgen.blocks.items import TextItem, item_indents
from docgen.blocks.table_cell import Cell, RowKind
from docgen.blocks.table_grid import Alike
from docgen.blocks.table_text import RESERVE, CellText, Extent, TextSource, on_grid
from docgen.layout.style import Style, TextStyle
from docgen.placed import Align, Insets, Paragraph
from docgen.typeset.fonts import Fonts
from docgen.typeset.markup import parse
from docgen.typeset.measure import minimum_width, natural_widths
from docgen.typeset.profile import TextProfile, text_profile
from docgen.typeset.setting import DOTS, dots, gap_after

# A text up to this wide should stay on one line where the table has the room (em).
_SHORT = 6.5
# Rows of these kinds are bold.
_BOLD = ("band", "total")


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
    text = replace(style.text(role), bold=True) if kind in _BOLD else style.text(role)
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
    return [_profile(item, look, style.fonts, alike.kind in _BOLD) for item in alike.items]


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
        short = min(indent + natural, _SHORT * em) + RESERVE * em
        # Comparing costs less than max() here, where every cell comes by at every step.
        if indent + unit > least:
            least = indent + unit
        if short > wanted:
            wanted = short
        if natural + around > unbroken:
            unbroken = natural + around
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


def _more(cell: Cell, align: Align, style: Style) -> tuple[Paragraph, ...]:
    """What says that a merged cell goes on from the page before."""
    small = style.text("note")
    return (Paragraph(small.runs(f"（{style.word('continued')}）"), small.pitch, align),)


