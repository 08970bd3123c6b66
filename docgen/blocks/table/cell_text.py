"""The text of a table cell, ready to be measured, and how wide it would like to be.

Cells are measured at every step of the ladder and at many widths, but set only once: their paragraphs are
made when the table is drawn.
"""

from __future__ import annotations

from dataclasses import replace

from docgen.blocks.table.cell_look import CellLook, on_grid
from docgen.blocks.table.cell_profile import RESERVE, SAFETY, CellProfile, ItemProfile
from docgen.blocks.table.grid import Alike
from docgen.blocks.text.items import TextItem, item_paragraph
from docgen.layout.style import Style
from docgen.placed import Align, Paragraph, TextBody
from docgen.typeset.text_measure import TextMeasure
from docgen.value import value


@value(frozen=True, slots=True)
class CellText:
    """The text of cells that are alike, wherever they stand, and what the search for widths needs to know of it.

    ``down`` are the insets and spaces above and below its lines; ``least`` is the width of its longest
    unbreakable part, ``wanted`` the one that keeps a short text on one line, ``unbroken`` the one at which no
    explicit line breaks, ``low`` the height there; insets included. ``more`` is a short paragraph after the items.
    ``decimal`` is how far its text stops short of the column's longest decimals, and how wide the column's
    numbers are together; all in points.
    """

    alike: Alike
    profile: CellProfile
    look: CellLook
    align: Align
    measure: TextMeasure
    down: float
    low: float
    least: float
    wanted: float
    unbroken: float
    more: Paragraph | None = None
    decimal: tuple[float, float] | None = None

    @property
    def fill(self) -> str | None:
        """The colour of the cell."""
        return self.alike.fill or self.look.fill

    @property
    def body(self) -> TextBody:
        """The text as it is set."""
        made = [self.paragraph(index) for index in range(len(self.alike.items))]
        if self.more:
            made.append(_linked(replace(self.more, align=self.align), self.alike.cell.link))
        return TextBody(tuple(made), self.look.insets, self.alike.cell.anchor)

    def paragraph(self, index: int) -> Paragraph:
        """The paragraph of an item; no space follows the last."""
        items, look = self.alike.items, self.look.text
        after = look.after if index + 1 < len(items) else 0
        made = item_paragraph(items[index], look, self.measure, self.align, after)
        return _linked(made, self.alike.cell.link)

    def settled(self, width: float) -> bool:
        """Whether no explicit line breaks at this width or any above it, by the estimate."""
        if width >= self.unbroken:
            return True
        room = (width - self.look.across) / self.look.em
        return all(each.natural - 0.001 <= max(1.0, room - each.around) for each in self.profile.items)

    def bounds(self, width: float) -> tuple[float, float]:
        """What the cell is no lower than at this width, and no higher, without breaking lines."""
        if width >= self.unbroken:
            return self.low, self.low
        room = (width - self.look.across) / self.look.em
        fewest, most = 0.0, 0.0
        for item in self.profile.items:
            low, high = item.bounds(room)
            fewest, most = fewest + low, most + high
        return self._height(fewest), self._height(most)

    def height(self, width: float) -> float:
        """How high the cell is at this width."""
        if width >= self.unbroken:
            return self.low
        room = (width - self.look.across) / self.look.em
        lines = 0.0
        for index, item in enumerate(self.profile.items):
            if item.tabs and item.natural + item.around > room:
                lines += self._lines(index, width - self.look.across)
            else:
                lines += item.lines(room)
        return self._height(lines)

    def _height(self, lines: float) -> float:
        """The height with so many lines, without those of what follows the items; of one that is on one line."""
        return self.low + (lines - self.profile.lines) * self.look.pitch

    def _lines(self, index: int, room: float) -> int:
        """The lines of an item with tabs in a room (points)."""
        paragraph, safety = self.paragraph(index), SAFETY * self.look.em
        return max([self.measure.line_count(paragraph, width, "cell") for width in (room, room - safety)])


def cell_text(alike: Alike, profile: CellProfile, look: CellLook, style: Style) -> CellText:
    """The measured text of cells that are alike, from their profile."""
    align: Align = look.text.align if alike.align is None else "right" if alike.align == "decimal" else alike.align
    if profile.tabs:
        profile = _with_tabs(alike, profile, look, style.measure)
    em, across = look.em, look.across
    down = look.down + look.after * (len(profile.items) - 1)
    text = CellText(
        alike,
        profile,
        look,
        align,
        style.measure,
        down,
        down + profile.lines * look.pitch,
        profile.least * em + across,
        profile.wanted * em + across,
        profile.unbroken * em + across,
    )
    return _continued(text, style) if alike.cell.continued else text


def _continued(text: CellText, style: Style) -> CellText:
    """With what says that a merged cell goes on from the page before, which stays on one line."""
    small = style.text("note")
    more = Paragraph(small.runs(f"（{style.word('continued')}）"), small.pitch)
    width = style.measure.natural_width(more, "cell") + RESERVE * small.size + text.look.across
    down = on_grid(small.pitch)
    return replace(
        text,
        more=more,
        down=text.down + down,
        low=text.low + down,
        least=max(text.least, width),
        wanted=max(text.wanted, width),
        unbroken=max(text.unbroken, width),
    )


def _with_tabs(alike: Alike, profile: CellProfile, look: CellLook, measure: TextMeasure) -> CellProfile:
    """The profile with the widths that its items with tabs have at this size."""
    return CellProfile.of(
        [
            _tabbed(item, known, look, measure) if known.tabs else known
            for item, known in zip(alike.items, profile.items, strict=True)
        ]
    )


def _tabbed(item: TextItem, known: ItemProfile, look: CellLook, measure: TextMeasure) -> ItemProfile:
    paragraph = item_paragraph(item, look.text, measure, "left", 0)
    natural = measure.natural_widths(paragraph, "cell")
    widths = tuple([(width - paragraph.indent) / look.em for width in natural])
    return replace(known, widths=widths, natural=max(widths))


def _linked(paragraph: Paragraph, link: str | None) -> Paragraph:
    if not link:
        return paragraph
    return replace(paragraph, runs=tuple(replace(run, link=run.link or link) for run in paragraph.runs))
