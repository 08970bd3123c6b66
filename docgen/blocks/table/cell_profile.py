"""Cells measured in em: what is the same of them at every step of the ladder and at every width.

A text is taken to be a little wider than it is, so that no program draws more lines than were counted: a reserve
where the widths of columns are found, a safety where lines are counted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import fsum

from docgen.blocks.table.grid import DistinctCell
from docgen.blocks.text.items import BULLET_GAP, TextItem
from docgen.layout.pack import LayoutPack
from docgen.typeset.characters import gap_places
from docgen.typeset.measured_line import GAP
from docgen.typeset.profile import Bounds, TextProfile, advances_of
from docgen.typeset.text_measure import TextMeasure
from docgen.typeset.together import inside_units
from docgen.value import value

# Room beyond the widths of the characters that line breaking is given as a reserve (em).
RESERVE = 0.6
# Width kept free when lines are counted, so that a cell has no more lines than were counted (em).
SAFETY = 0.25
# The same where each character is one em wide: then none is rounded.
_SAFETY_OF_WHOLE = 0.02
# A text up to this wide should stay on one line where the table has the room (em).
_SHORT = 6.5
# A number with its unit, a date or a short bracket is kept on one line by its column's width up to this (em).
_LONGEST_QUANTITY = 9.0


@value(frozen=True, slots=True)
class ItemProfile:
    """An item of a cell: its text, the widths of its explicit lines from its indent on, and the widest of them.

    ``around`` is the indent and the reserve beside each line, ``back`` how far the first line begins before the
    indent; ``safety`` is the width kept free when its lines are counted. All em. Items with tabs, which stop at
    points and so are not the same at every size, are measured with ``tabs``.
    """

    text: TextProfile
    widths: tuple[float, ...]
    natural: float
    indent: float
    around: float
    back: float
    safety: float
    linked: bool
    tabs: bool

    def bounds(self, room: float) -> Bounds:
        """The fewest and the most lines in a room (em, inside the insets)."""
        count = len(self.widths)
        if self.natural + self.around <= room:
            return count, count
        if self.linked or self.tabs:
            return count, math.inf
        inside = room - self.indent
        return self.text.bounds(inside, inside + self.back, SAFETY, SAFETY)

    def lines(self, room: float) -> float:
        """The number of lines in a room (em) of an item without tabs.

        A narrower room does not always mean more lines: a bracket moves on and the next line fills up. So the
        lines are counted without the safety too.
        """
        fewest, most = self.bounds(room)
        if fewest == most:
            return fewest
        inside = room - self.indent
        first = max(0.0, inside + self.back) if self.back else None
        return self.text.line_count(max(0.0, inside), first, self.safety)


@value(frozen=True, slots=True)
class CellProfile:
    """The items of a cell and what the search for widths needs to know of them together; widths in em.

    ``lines`` is the number of explicit lines, ``length`` their widths together; ``least`` the width of the longest part
    that no line may break, ``wanted`` the one that keeps a short text on one line, ``unbroken`` the one at which no
    explicit line breaks.
    """

    items: tuple[ItemProfile, ...]
    lines: int
    length: float
    least: float
    wanted: float
    unbroken: float
    tabs: bool

    @classmethod
    def of(cls, items: Sequence[ItemProfile]) -> CellProfile:
        """The profile of a cell with these items."""
        lines, length, least, wanted, unbroken, tabs = 0, 0.0, 0.0, 0.0, 0.0, False
        for item in items:
            lines += len(item.widths)
            length += fsum(item.widths)
            least = max(least, item.indent + item.text.unit)
            quantity = item.indent + _longest_quantity(item.text)
            wanted = max(wanted, min(item.indent + item.natural, _SHORT) + RESERVE, quantity + RESERVE)
            unbroken = max(unbroken, item.natural + item.around)
            tabs = tabs or item.tabs
        return cls(tuple(items), lines, length, least, max(least, wanted), unbroken, tabs)


def _longest_quantity(text: TextProfile) -> float:
    """The width of the longest number with its unit, date or short bracket of a text that a column should hold; em."""
    printed = "".join([run for run, *_ in text.runs])
    inside = inside_units(printed)
    if not inside or not text.widths or max(text.widths) <= _SHORT:
        return 0.0
    advances = advances_of(text.runs, text.font)
    ends = [0, *[place for place in range(1, len(printed)) if place not in inside], len(printed)]
    gaps = gap_places(printed)
    wholes = [
        fsum(advances[begin:end]) + GAP["cell"] * sum([begin <= place < end for place in gaps])
        for begin, end in pairwise(ends)
        if end > begin + 1
    ]
    return max([whole for whole in wholes if whole <= _LONGEST_QUANTITY], default=0.0)


def cell_profile(cell: DistinctCell, pack: LayoutPack, measure: TextMeasure) -> CellProfile:
    """The profile of a cell as it is set."""
    role = pack.roles[cell.role]
    bold, linked = role.bold or cell.bold, cell.source.link is not None

    def profile(text: str) -> TextProfile:
        return measure.profile(text, role.font, bold=bold, linked=linked)

    return CellProfile.of([item_profile(item, profile) for item in cell.items])


def item_profile(item: TextItem, profile: Callable[[str], TextProfile]) -> ItemProfile:
    """The profile of an item from those of its bullet and text."""
    indent, back, text = float(item.level), 0.0, item.text
    if item.bullet:
        width = profile(item.bullet).widths[0]
        if len(item.bullet) == 1:
            indent += max(1.0, width + BULLET_GAP)
        else:
            back, text = width, item.bullet + text
            indent += width
    measured = profile(text)
    widths = measured.widths
    if back:
        widths = (widths[0] - back, *widths[1:])
    return ItemProfile(
        measured,
        widths,
        max(widths),
        indent,
        indent + RESERVE,
        back,
        _SAFETY_OF_WHOLE if measured.whole else SAFETY,
        any(run[3] for run in measured.runs),
        "\t" in text,
    )
